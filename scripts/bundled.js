// Runs TypeScript of this repository: bundled into a file that is gone when it has been loaded.
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * @param entry Path in `src`.
 * @returns What the file exports, after it has run.
 */
export async function runBundled(entry) {
  // Not in dist: what a killed run leaves behind must not be published.
  const bundle = join(
    root,
    'node_modules',
    '.cache',
    'clean-article',
    `${entry.replace(/\W/g, '-')}.${process.pid}.mjs`,
  )
  await build({
    entryPoints: [join(root, 'src', entry)],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: bundle,
    packages: 'external',
    logLevel: 'warning',
  })
  try {
    return await import(pathToFileURL(bundle).href)
  } finally {
    rmSync(bundle)
  }
}
