// Writes src/text/phrases.data.json: the phrases of src/text/lexicon.data.json, folded and indexed, so that a run pays
// for look-ups only. Run it after every change to the lexicon:
//
//     node scripts/phrases.js
import { readFileSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'

const folder = new URL('../src/text/', import.meta.url)
const { outputFiles } = await build({
  entryPoints: [new URL('phraseIndex.ts', folder).pathname],
  bundle: true,
  write: false,
  format: 'esm',
})
const { indexPhrases } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)
const lexicon = JSON.parse(readFileSync(new URL('lexicon.data.json', folder), 'utf8'))
writeFileSync(
  new URL('phrases.data.json', folder),
  `${JSON.stringify(indexPhrases(lexicon), null, 0).replaceAll('","', '",\n"')}\n`,
)
