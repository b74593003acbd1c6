import { fstatSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { EXTENSIONS } from '../batch/render.ts'
import type { RunState } from '../batch/state.ts'
import type { Job } from '../batch/task.ts'
import { UsageError } from '../io/errors.ts'
import { outputStem } from '../io/names.ts'
import type { Sink } from '../io/sink.ts'
import { checkFile, checkFolder } from '../io/sink-check.ts'
import { fileSink } from '../io/sink-file.ts'
import { createNaming, folderSink, makeFolder, planNames, plannedName } from '../io/sink-folder.ts'
import { isPartName, partSink } from '../io/sink-parts.ts'
import { streamSink } from '../io/sink-stream.ts'
import type { FileEntry, Input, WalkOptions } from '../io/walk.ts'
import type { Settings } from './settings.ts'
import type { Streams } from './streams.ts'
import { BUILD, VERSION } from './version.ts'

export interface Surroundings {
  /** Without folders where pages get files of their own: two that would get one name are found in time. */
  readonly inputs: readonly Input[]
  readonly walking: WalkOptions
  readonly many: boolean
  readonly streams: Streams
  readonly job: Job
}

export interface Output {
  readonly sink: Sink
  /** What a run of many pages into a folder remembers. */
  readonly state: RunState | null
}

/**
 * Open what the settings say results go to.
 *
 * @throws UsageError where an output is an input, or two inputs would get one output.
 */
export async function openOutput(settings: Settings, around: Surroundings): Promise<Output> {
  const { output, outDir } = settings
  for (const input of around.inputs) {
    if (input.type === 'file') await refuseInput(input.entry, around.walking)
  }
  if (output !== null) {
    for (const input of around.inputs) if (input.type === 'file') await refuseOverwriting(input.entry, output)
    return { sink: await openFile(output, settings, around), state: null }
  }
  if (outDir !== null) {
    const extension = EXTENSIONS[around.job.format]
    const entries = around.inputs.flatMap((input) => (input.type === 'file' ? [input.entry] : []))
    const plan = planNames(entries, extension)
    for (const entry of entries)
      await refuseOverwriting(entry, join(outDir, plannedName(plan, outputStem(entry.name), extension)))
    const nameOf = createNaming(extension, plan)
    if (settings.check) return { sink: checkFolder(outDir, nameOf), state: null }
    await makeFolder(outDir)
    const state = around.many ? await beginState(outDir, settings, around.job) : null
    return { sink: folderSink({ folder: outDir, nameOf, temporary: state?.temporary }), state }
  }
  return { sink: streamSink(around.streams.stdout), state: null }
}

async function openFile(output: string, { check, partPages }: Settings, around: Surroundings): Promise<Sink> {
  const allowEmpty = around.many
  if (check) return checkFile(output, { partPages, isLines: around.job.format === 'jsonl', allowEmpty })
  return partPages === null ? fileSink(output, { allowEmpty }) : partSink(output, { allowEmpty, pages: partPages })
}

async function beginState(folder: string, { shard, resume }: Settings, job: Job): Promise<RunState> {
  const { openState } = await import('../batch/state.ts')
  const { sha256 } = await import('../batch/hash.ts')
  // All that outputs depend on beside the pages.
  const fingerprint = sha256(JSON.stringify({ program: BUILD ?? VERSION, job: { ...job, cache: null } }))
  return openState({ folder, fingerprint, shard, resume })
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
