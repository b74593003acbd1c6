// Bundles the training (TypeScript, the same feature code as the tool) and runs it on the unpacked corpora.
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bundle = join(root, 'dist', 'train.mjs')
await build({
  entryPoints: [join(root, 'src', 'train', 'main.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: bundle,
  packages: 'external',
  logLevel: 'warning',
})
try {
  await import(pathToFileURL(bundle).href)
} finally {
  rmSync(bundle)
}
