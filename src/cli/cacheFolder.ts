import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { describeSystemError, UsageError } from '../io/errors.ts'

/** Where nobody says otherwise and no package is near. Hidden: it is never read as pages. */
const FOLDER = '.clean-article-cache'

/** As other tools name theirs, below the `node_modules` of the nearest package. */
const IN_MODULES = join('node_modules', '.cache', 'clean-article')

/** The mark by which backups pass a folder over, and its place: https://bford.info/cachedir/ */
const TAG = 'CACHEDIR.TAG'
const TAG_TEXT = 'Signature: 8a477f597d28d172789f06886806bc55\n# Made by clean-article: may be deleted at any time.\n'

/**
 * The folder of the cache: below the `node_modules` of the nearest package, where CI keeps such folders already, else
 * in the working folder.
 */
export function defaultCacheFolder(from: string): string {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'node_modules'))) {
      return join(folder, IN_MODULES)
    }
    if (dirname(folder) === folder) return FOLDER
  }
}

/**
 * Make the folder, out of sight of git and of backups.
 *
 * @throws UsageError where it can't be.
 */
export async function makeCacheFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await writeOnce(join(folder, TAG), TAG_TEXT)
    await writeOnce(join(folder, '.gitignore'), '*\n')
  } catch (error) {
    throw new UsageError(
      `Expected a folder that can be written to for the cache, not: ${folder}: ${describeSystemError(error)}`,
    )
  }
}

async function writeOnce(path: string, text: string): Promise<void> {
  await writeFile(path, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
}
