import { lstat, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type AtomicFile, atomicFile } from './atomic.ts'
import { describeSystemError, OutputError, PageError, systemCode, UsageError } from './errors.ts'
import { folded, markedName, nameKey, outputName, outputStem } from './names.ts'
import type { Named, Sink } from './sink.ts'
import type { FileEntry } from './walk.ts'

/** Which input has which output name: `nameKey` -> path of the input. */
export type NamePlan = Map<string, string>

/**
 * Give every file its output name. Files that differ in case or composition only get names that differ on every disk,
 * so that the tree can be moved; which of them keeps the plain name does not depend on the system or on the order.
 *
 * @throws UsageError where two files would get one.
 */
export function planNames(entries: readonly FileEntry[], extension: string): NamePlan {
  const files = entries.filter(({ failure }) => failure === undefined)
  const shared = sharedStems(files, extension)
  const plan: NamePlan = new Map()
  for (const { path, name } of files) {
    const stem = outputStem(name)
    const output = shared.has(stem) ? markedName(stem, extension) : outputName(stem, extension)
    const other = plan.get(nameKey(output))
    if (other !== undefined) {
      throw new UsageError(`Expected an output name for each input, not: ${output} for both ${other} and ${path}`)
    }
    plan.set(nameKey(output), path)
  }
  return plan
}

/**
 * The name of a page's output, relative to the folder.
 *
 * @throws PageError `duplicate-name` for a record whose name is taken.
 */
export type Naming = (page: Named) => string

/** @param plan Names that belong to inputs; those of records are added to it. */
export function createNaming(extension: string, plan: NamePlan): Naming {
  return (page) => {
    const name = plannedName(plan, page.stem, extension)
    if (!page.isRecord) return name
    const other = plan.get(nameKey(name))
    if (other !== undefined) throw new PageError('duplicate-name', `${name} is the output of ${other} already`)
    plan.set(nameKey(name), page.id ?? page.stem)
    return name
  }
}

/** The output name of a page, relative to the folder: with the mark that the plan has put on it. */
export function plannedName(plan: NamePlan, stem: string, extension: string): string {
  const marked = markedName(stem, extension)
  return plan.has(nameKey(marked)) ? marked : outputName(stem, extension)
}

/** Of stems that some disks hold to be one, all but the one that is folded already. */
function sharedStems(entries: readonly FileEntry[], extension: string): ReadonlySet<string> {
  const groups = new Map<string, Set<string>>()
  for (const { name } of entries) {
    const stem = outputStem(name)
    const key = folded(outputName(stem, extension))
    const group = groups.get(key)
    if (group === undefined) groups.set(key, new Set([stem]))
    else group.add(stem)
  }
  const shared = [...groups.values()].filter(({ size }) => size > 1).flatMap((group) => [...group])
  return new Set(shared.filter((stem) => stem !== folded(stem)))
}

export interface FolderSinkOptions {
  readonly folder: string
  readonly nameOf: Naming
  /** Where files are written before they get their names, if not beside them. */
  readonly temporary?: string | undefined
}

/** Write each page into a file of its own below `folder`, which exists. */
export function folderSink({ folder, nameOf, temporary }: FolderSinkOptions): Sink {
  const folders = new Set<string>([''])
  let current: AtomicFile | null = null

  return {
    async write(page, text) {
      const name = nameOf(page)
      const path = join(folder, name)
      try {
        await enter(dirname(name))
        current = atomicFile(path, temporary)
        await current.write(text)
        await current.commit()
      } catch (error) {
        if (error instanceof OutputError) throw error
        if (systemCode(error) === 'EISDIR') throw new PageError('duplicate-name', `a folder has its name: ${path}`)
        throw new OutputError(`Can't write ${path}: ${describeSystemError(error)}`)
      } finally {
        current = null
      }
      return true
    },
    keep(page) {
      nameOf(page)
    },
    async close() {},
    abort() {
      current?.abort()
    },
  }

  /** Make the folders on the way, once; a link in it would lead out of the tree. */
  async function enter(relative: string): Promise<void> {
    let path = ''
    for (const part of relative === '.' ? [] : relative.split('/')) {
      path = path === '' ? part : `${path}/${part}`
      if (folders.has(path)) continue
      const full = join(folder, path)
      await mkdir(full).catch(ignoreExisting)
      if (!(await lstat(full)).isDirectory()) throw new OutputError(`Can't write into ${full}: it is no folder`)
      folders.add(path)
    }
  }
}

/**
 * Make the folder of the output where it is missing.
 *
 * @throws UsageError where a file has its name; OutputError where it can't be made.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    const code = systemCode(error)
    if (code === 'EEXIST' || code === 'ENOTDIR') {
      throw new UsageError(`Expected a folder for --out-dir, not: ${folder}, which is a file`)
    }
    throw new OutputError(`Can't make the folder ${folder}: ${describeSystemError(error)}`)
  }
}

function ignoreExisting(error: unknown): void {
  if (systemCode(error) !== 'EEXIST') throw error
}
