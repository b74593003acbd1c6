import { fstatSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { EXTENSIONS } from '../batch/render.ts'
import type { RunState } from '../batch/state.ts'
import type { Job } from '../batch/task.ts'
import { UsageError } from '../io/errors.ts'
import { outputName, outputStem } from '../io/names.ts'
import type { Sink } from '../io/sink.ts'
import { fileSink } from '../io/sink-file.ts'
import { folderSink, makeFolder, planNames } from '../io/sink-folder.ts'
import { streamSink } from '../io/sink-stream.ts'
import type { FileEntry, Input, WalkOptions } from '../io/walk.ts'
import type { Settings } from './settings.ts'
import type { Streams } from './streams.ts'
import { VERSION } from './version.ts'

export interface Surroundings {
  /** Without folders where pages get files of their own: two that would get one name are found in time. */
  readonly inputs: readonly Input[]
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
  if (output !== null) {
    for (const input of around.inputs) if (input.type === 'file') await refuseOverwriting(input.entry, output)
    return { sink: await fileSink(output, { allowEmpty: around.many }), state: null }
  }
  if (outDir !== null) {
    const extension = EXTENSIONS[around.job.format]
    const entries = around.inputs.flatMap((input) => (input.type === 'file' ? [input.entry] : []))
    const plan = planNames(entries, extension)
    for (const entry of entries)
      await refuseOverwriting(entry, join(outDir, outputName(outputStem(entry.name), extension)))
    await makeFolder(outDir)
    const state = around.many ? await beginState(outDir, settings, around.job) : null
    return { sink: folderSink({ folder: outDir, extension, plan, temporary: state?.temporary }), state }
  }
  return { sink: streamSink(around.streams.stdout), state: null }
}

async function beginState(folder: string, { shard, resume }: Settings, job: Job): Promise<RunState> {
  const { openState } = await import('../batch/state.ts')
  const { sha256 } = await import('../batch/hash.ts')
  // All that outputs depend on beside the pages.
  const fingerprint = sha256(JSON.stringify({ version: VERSION, job }))
  return openState({ folder, fingerprint, shard, resume })
}

async function refuseOverwriting(entry: FileEntry, output: string): Promise<void> {
  const target = await realpath(output).catch(() => null)
  if (target === null || target !== (await realpath(entry.file).catch(() => null))) return
  throw new UsageError(`Expected an output that is not the input, not: ${output}`)
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
