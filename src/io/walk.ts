import type { Dirent, Stats } from 'node:fs'
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { describeSystemError, type Failure, toFailure, UsageError } from './errors.ts'
import { IGNORE_FILE, type IgnoreRules, isIgnored, readRules, rulesIn } from './ignoreFiles.ts'
import type { PassedOver } from './passedOver.ts'

/** A file to read. */
export interface FileEntry {
  /** As shown, and as the input's path in the output. */
  readonly path: string
  /** As opened: bytes where the name is not valid UTF-8. */
  readonly file: string | Buffer
  /** Path that the output's name is made of: relative to the folder that was named, or as named. */
  readonly name: string
  /** Found in a folder that was named, rather than named itself. */
  readonly inFolder?: boolean
  /** Named in a list that a program made. */
  readonly isListed?: boolean
  /** Why a folder could not be listed: nothing to read. */
  readonly failure?: Failure
}

/** What the inputs of the command line are. */
export type Input =
  | { readonly type: 'stdin' }
  /** Special is what is no regular file: a pipe or a device. */
  | { readonly type: 'file'; readonly entry: FileEntry; readonly isSpecial: boolean }
  | { readonly type: 'folder'; readonly path: string }

export interface WalkOptions {
  /** File or folder of the output: never an input, even where it lies within one. */
  readonly except?: string | undefined
  /** Tells further outputs by their real path, those that do not exist yet included. */
  readonly isOutput?: ((path: string) => boolean) | undefined
  /** The file that standard output is redirected to, likewise. */
  readonly exceptFile?: { readonly dev: number; readonly ino: number } | undefined
  /** Told of what is not read: links and special files, hidden names, what ignore files name. */
  readonly onSkip?: ((path: string, reason: PassedOver) => void) | undefined
  /** Read what ignore files name, too. */
  readonly noIgnore?: boolean | undefined
}

const MAGIC = /[*?[\]{}()!]/

/**
 * Find out what the arguments name. A path that exists is taken literally, whatever characters it has; what does not
 * exist may be a pattern.
 *
 * @throws UsageError for an argument that names nothing.
 */
export async function resolveInputs(names: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = []
  for (const name of names) {
    if (name === '-') inputs.push({ type: 'stdin' })
    else inputs.push(...(await resolveInput(name)))
  }
  return inputs
}

async function resolveInput(name: string): Promise<Input[]> {
  const found = await stat(name).catch((error: unknown) => error)
  if (!(found instanceof Error)) {
    const stats = found as Stats
    if (stats.isDirectory()) return [{ type: 'folder', path: name }]
    return [{ type: 'file', entry: namedEntry(name), isSpecial: !stats.isFile() }]
  }
  // It is there but can't be looked at: the page fails, not the run.
  if ((await lstat(name).catch(() => null)) !== null)
    return [{ type: 'file', entry: namedEntry(name), isSpecial: false }]
  if (!MAGIC.test(name)) throw new UsageError(`Expected a file, folder or pattern that exists, not: ${name}`)

  const { glob } = await import('tinyglobby')
  const options = {
    onlyFiles: true,
    followSymbolicLinks: false,
    expandDirectories: false,
    absolute: isAbsolute(name),
  }
  const matches = await glob(name, options)
  if (matches.length === 0) throw new UsageError(`Expected a pattern that matches a file, not: ${name}`)
  return matches.sort(byCodeUnits).map((path) => ({ type: 'file', entry: namedEntry(path), isSpecial: false }))
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A path that leads out of the working folder can't be mirrored: only its last part is. */
export function namedEntry(path: string): FileEntry {
  const normal = path.replaceAll('\\', process.platform === 'win32' ? '/' : '\\')
  const isOutside = /^(?:\/|[a-z]:)/i.test(normal) || normal.split('/').includes('..')
  const name = isOutside ? normal.slice(normal.lastIndexOf('/') + 1) : normal
  return { path, file: path, name }
}

/** What is in the folder of a project for us is no page of it. */
export const CONFIG_NAMES: readonly string[] = ['clean-article.config.json', 'clean-article.config.jsonc']

/** Hidden by Unix's convention: `.git`, `.DS_Store`; not `..html`. */
const HIDDEN = /^\.[^.]/

/** Files of our own, of which nobody needs to be told. */
const OWN = /^\.clean-article/

/**
 * The files of a folder and of the folders in it, in the order of their names' bytes.
 *
 * Links are not followed, special files not opened, hidden names and configurations passed over, and so is what an ignore file in one of
 * the folders names. The folder itself was named, and is read whatever an ignore file above it says. Folders are kept
 * on a stack of our own and listed when their turn comes, so that depth and number do not matter.
 */
export async function* walk(folder: string, options: WalkOptions = {}): AsyncGenerator<FileEntry> {
  const isOutput = await outputTest(folder, options)
  const stack: Item[] = [{ file: Buffer.from(folder), name: Buffer.alloc(0), dirent: null, rules: [] }]
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const reason = whyNot(item)
    if (reason !== null) {
      if (!isOwn(lastName(item))) options.onSkip?.(item.file.toString(), reason)
      continue
    }
    if (await isOutput(item)) continue
    if (item.dirent?.isFile() === true) {
      yield toEntry(item)
      continue
    }
    const children = await list(item.file)
    if (!Array.isArray(children)) {
      yield { ...toEntry(item), failure: children }
      continue
    }
    const { rules, failed } = options.noIgnore === true ? NO_RULES : await rulesOf(item, children)
    if (failed !== null) yield failed
    stack.push(...children.map((child) => childOf(item, child, rules)))
  }
}

interface Item {
  readonly file: Buffer
  /** Relative to the folder that is walked. */
  readonly name: Buffer
  /** Null for that folder itself. */
  readonly dirent: Dirent<Buffer> | null
  /** Of the ignore files above it, the nearest last. */
  readonly rules: readonly IgnoreRules[]
}

function childOf({ file, name }: Item, child: Dirent<Buffer>, rules: readonly IgnoreRules[]): Item {
  return { file: joined(file, child.name), name: joined(name, child.name), dirent: child, rules }
}

function lastName({ dirent }: Item): string {
  return dirent?.name.toString() ?? ''
}

/** Why something is not read, from its name and kind; null for what is. */
function whyNot(item: Item): PassedOver | null {
  const { dirent, name, rules } = item
  if (dirent === null) return null
  if (HIDDEN.test(lastName(item)) || isOwn(lastName(item))) return 'hidden'
  if (!dirent.isDirectory() && !dirent.isFile()) return 'special'
  return isIgnored(rules, `${name}${dirent.isDirectory() ? '/' : ''}`) ? 'ignored' : null
}

interface FolderRules {
  readonly rules: readonly IgnoreRules[]
  /** The ignore file of the folder where it can't be read. */
  readonly failed: FileEntry | null
}

const NO_RULES: FolderRules = { rules: [], failed: null }

/** What holds in a folder, with its own ignore file. */
async function rulesOf(item: Item, children: readonly Dirent<Buffer>[]): Promise<FolderRules> {
  const base = item.name.length === 0 ? '' : `${item.name}/`
  const inherited = base === '' ? item.rules : rulesIn(item.rules, base)
  const own = children.find((child) => child.isFile() && child.name.toString() === IGNORE_FILE)
  if (own === undefined) return { rules: inherited, failed: null }
  const found = childOf(item, own, [])
  try {
    return { rules: [...inherited, await readRules(found.file, base)], failed: null }
  } catch (error) {
    return { rules: inherited, failed: { ...toEntry(found), failure: toFailure(error) } }
  }
}

function toEntry({ file, name }: Pick<Item, 'file' | 'name'>): FileEntry {
  const path = file.toString()
  return { path, file: Buffer.from(path).equals(file) ? path : file, name: name.toString(), inFolder: true }
}

function joined(folder: Buffer, name: Buffer): Buffer {
  if (folder.length === 0) return name
  return Buffer.concat(folder.at(-1) === SLASH ? [folder, name] : [folder, Buffer.of(SLASH), name])
}

const SLASH = 0x2f

/** Tells the output from the inputs. As links are not followed, real paths can be compared as text. */
async function outputTest(folder: string, options: WalkOptions): Promise<(item: Item) => Promise<boolean>> {
  const root = await realpath(folder).catch(() => folder)
  const except = options.except === undefined ? null : await realpath(options.except).catch(() => null)
  const redirected = options.exceptFile
  return async ({ file, name, dirent }) => {
    if (except !== null && except !== root && join(root, name.toString()) === except) return true
    if (options.isOutput?.(join(root, name.toString())) === true) return true
    if (redirected === undefined || dirent?.isFile() !== true) return false
    const found = await lstat(file).catch(() => null)
    return found !== null && found.ino === redirected.ino && found.dev === redirected.dev
  }
}

/** What belongs to this program is no page, and nobody needs to be told. */
function isOwn(name: string): boolean {
  return OWN.test(name) || CONFIG_NAMES.includes(name)
}

/** What is in a folder, last first, as a stack wants it. */
async function list(folder: Buffer): Promise<Dirent<Buffer>[] | Failure> {
  try {
    const children = await readdir(folder, { withFileTypes: true, encoding: 'buffer' })
    return children.sort((a, b) => Buffer.compare(b.name, a.name))
  } catch (error) {
    return { code: 'unreadable', message: describeSystemError(error) }
  }
}
