// Fits the models with the same feature code as the tool:
//
//     npm run train -- <folder of unpacked corpora> [folder of models] [html|text]
import { runBundled } from './bundled.js'

await runBundled('train/main.ts')
