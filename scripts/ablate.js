// What each group of features and each development set brings: the tables of docs/quality.md.
//
//     npm run ablate -- <folder of unpacked corpora> [html|text]
import { runBundled } from './bundled.js'

await runBundled('train/ablate.ts')
