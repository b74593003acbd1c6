import { readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { UsageError } from '../../io/errors.ts'
import { CONFIG_NAMES } from '../../io/walk.ts'

/** A file that holds a configuration. */
export interface FoundConfig {
  readonly file: string
  /** A package.json, where the configuration is under a key. */
  readonly isManifest: boolean
}

const MANIFEST = 'package.json'
/** Where a package.json has the configuration. */
export const MANIFEST_KEY = 'cleanArticle'

/**
 * The nearest configuration: in a folder, or in one above it.
 *
 * Every run looks for one, so this asks the file system for three names a folder and loads nothing.
 *
 * @param from Absolute.
 * @throws UsageError where a folder has two: which of them holds would be a guess.
 */
export function findConfig(from: string): FoundConfig | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = configsIn(folder)
    if (found.length > 1) {
      const names = found.map(({ file }) => basename(file)).join(' and ')
      throw new UsageError(`Expected one configuration in ${folder}, not: ${names}`)
    }
    if (found[0] !== undefined) return found[0]
    if (dirname(folder) === folder) return null
  }
}

/** A configuration that the user names. */
export function namedConfig(file: string): FoundConfig {
  return { file, isManifest: basename(file) === MANIFEST }
}

function configsIn(folder: string): FoundConfig[] {
  const files = CONFIG_NAMES.map((name) => join(folder, name)).filter(isFile)
  const manifest = join(folder, MANIFEST)
  const found = files.map((file) => ({ file, isManifest: false }))
  return isFile(manifest) && hasKey(manifest) ? [...found, { file: manifest, isManifest: true }] : found
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true
  } catch {
    // A folder above may be closed to us.
    return false
  }
}

/** Few have it: the others are not parsed. One that can't be parsed has its say when it is read. */
function hasKey(manifest: string): boolean {
  try {
    const text = readFileSync(manifest, 'utf8')
    return text.includes(`"${MANIFEST_KEY}"`) && isUnderKey(text)
  } catch {
    return false
  }
}

function isUnderKey(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && Object.hasOwn(value, MANIFEST_KEY)
  } catch {
    return true
  }
}
