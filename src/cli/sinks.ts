import { fstatSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { EXTENSIONS } from '../batch/render.ts'
import type { Format } from '../batch/task.ts'
import { UsageError } from '../io/errors.ts'
import { outputName, outputStem } from '../io/names.ts'
import type { Sink } from '../io/sink.ts'
import { checkFile, checkFolder } from '../io/sink-check.ts'
import { fileSink } from '../io/sink-file.ts'
import { createNaming, folderSink, planNames } from '../io/sink-folder.ts'
import { isPartName, partSink } from '../io/sink-parts.ts'
import { streamSink } from '../io/sink-stream.ts'
import { type FileEntry, type Input, type WalkOptions, walk } from '../io/walk.ts'
import type { Settings } from './settings.ts'
import type { Streams } from './streams.ts'

export interface Surroundings {
  readonly inputs: readonly Input[]
  readonly walking: WalkOptions
  readonly many: boolean
  readonly streams: Streams
}

/**
 * Open what the settings say results go to.
 *
 * @throws UsageError where an output is an input, or two inputs would get one output.
 */
export async function openSink(settings: Settings, format: Format, around: Surroundings): Promise<Sink> {
  const { output, outDir, check, partPages } = settings
  for (const input of around.inputs) {
    if (input.type === 'file') await refuseInput(input.entry, around.walking)
  }
  if (output !== null) {
    for (const input of around.inputs) if (input.type === 'file') await refuseOverwriting(input.entry, output)
    const allowEmpty = around.many
    if (check)
      return checkFile(output, {
        partPages,
        isLines: format === 'jsonl',
        allowEmpty,
      })
    if (partPages === null) return fileSink(output, { allowEmpty })
    return partSink(output, { allowEmpty, pages: partPages })
  }
  if (outDir !== null) {
    const extension = EXTENSIONS[format]
    const entries = await listAll(around.inputs, around.walking)
    const plan = planNames(entries, extension)
    for (const entry of entries)
      await refuseOverwriting(entry, join(outDir, outputName(outputStem(entry.name), extension)))
    if (!check) return folderSink(outDir, extension, plan)
    return checkFolder(outDir, createNaming(extension, plan))
  }
  return streamSink(around.streams.stdout)
}

/** All files, before any is read: two that would get one name are found in time. */
async function listAll(inputs: readonly Input[], walking: WalkOptions): Promise<FileEntry[]> {
  const entries: FileEntry[] = []
  for (const input of inputs) {
    if (input.type === 'file') entries.push(input.entry)
    if (input.type === 'folder') {
      for await (const entry of walk(input.path, { ...walking, onSkip: undefined })) entries.push(entry)
    }
  }
  return entries
}

/** A file that is named as an input and would be written to beside the output. */
async function refuseInput({ file, path }: FileEntry, { isOutput }: WalkOptions): Promise<void> {
  const real = await realpath(file).catch(() => null)
  if (real === null || isOutput?.(real.toString()) !== true) return
  throw new UsageError(`Expected a report, a part or a cache that is no input, not: ${path}`)
}

async function refuseOverwriting(entry: FileEntry, output: string): Promise<void> {
  const target = await realpath(output).catch(() => null)
  if (target === null || target !== (await realpath(entry.file).catch(() => null))) return
  throw new UsageError(`Expected an output that is not the input, not: ${output}`)
}

/**
 * Tells by its real path whether a file is written by this run, beside what is in the output itself: reports, the cache,
 * parts.
 */
export async function outputTest({
  output,
  partPages,
  reports,
  cache,
}: Pick<Settings, 'output' | 'partPages' | 'reports' | 'cache'>): Promise<(path: string) => boolean> {
  const paths = [...reports.files.map(({ path }) => path), ...(cache === null ? [] : [cache])]
  const written = new Set(await Promise.all(paths.map(toRealPath)))
  if (output === null || partPages === null) return (path) => written.has(path)
  const parts = await toRealPath(output)
  const isPart = (path: string) => dirname(path) === dirname(parts) && isPartName(parts, basename(path))
  return (path) => written.has(path) || isPart(path)
}

/** Of a file that may not exist yet, in a folder that may not either. */
async function toRealPath(path: string): Promise<string> {
  const found = await realpath(path).catch(() => null)
  if (found !== null || dirname(path) === path) return found ?? path
  return join(await toRealPath(dirname(resolve(path))), basename(path))
}

/** The file behind `> file`, which must not be read as an input. */
export function redirectedFile({ output, outDir }: Settings): WalkOptions['exceptFile'] {
  if (output !== null || outDir !== null) return undefined
  try {
    const found = fstatSync(1)
    return found.isFile() ? { dev: found.dev, ino: found.ino } : undefined
  } catch {
    return undefined
  }
}
