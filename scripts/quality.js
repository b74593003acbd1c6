// The quality gate: cross-validated figures of all development sets, in every mode, against the floors that are pinned.
//
//     npm run quality                          unpacks the corpora of ../shared into .corpus; about half an hour
//     npm run quality -- --corpus <folder>     uses sets that are unpacked already
//     npm run quality -- --kind html           pages of one kind only: the gate is then incomplete
//     npm run quality -- --limit 40            the first pages of each set, for a quick try: no gate
//     npm run quality -- --raise               pins what is better in src/train/floors.json, never what is worse
//
// Exit codes: 0 passed, 1 a floor is broken or the corpus is another one, 2 wrong usage or no corpora.
import { join, resolve } from 'node:path'
import { root, runBundled } from './bundled.js'

const { main } = await runBundled('train/quality/main.ts')
process.exitCode = await main(process.argv.slice(2), {
  shared: resolve(root, '..', 'shared'),
  work: join(root, '.corpus'),
  floors: join(root, 'src', 'train', 'floors.json'),
  print: (line) => console.log(line),
  note: (line) => console.error(line),
})
