// The quality gate: cross-validated figures of all development sets, in every mode, against the floors that are pinned.
//
//     npm run quality                          unpacks the corpora of ../shared into .corpus; fits ten models
//     npm run quality -- --corpus <folder>     uses sets that are unpacked already
//     npm run quality -- --kind html           pages of one kind only: the gate is then incomplete
//     npm run quality -- --limit 40            the first pages of each set, for a quick try: no gate
//     npm run quality -- --raise               pins what is better in src/train/floors.json, never what is worse
//
// Exit codes: 0 passed, 1 a floor is broken or the corpus is another one, 2 wrong usage or no corpora.
// Bundles the gate (TypeScript, the code of the tool and of its training) as scripts/train.js does.
import { rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bundle = join(root, 'dist', 'quality.mjs')
await build({
  entryPoints: [join(root, 'src', 'train', 'quality', 'main.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: bundle,
  packages: 'external',
  logLevel: 'warning',
})
try {
  const { main } = await import(pathToFileURL(bundle).href)
  process.exitCode = await main(process.argv.slice(2), {
    shared: resolve(root, '..', 'shared'),
    work: join(root, '.corpus'),
    floors: join(root, 'src', 'train', 'floors.json'),
    print: (line) => console.log(line),
    note: (line) => console.error(line),
  })
} finally {
  rmSync(bundle)
}
