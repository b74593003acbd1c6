import { fstatSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { EXTENSIONS } from '../batch/render.ts'
import { openState, type RunState } from '../batch/state.ts'
import type { Format } from '../batch/task.ts'
import { UsageError } from '../io/errors.ts'
import { outputName, outputStem } from '../io/names.ts'
import type { Sink } from '../io/sink.ts'
import { fileSink } from '../io/sink-file.ts'
import { folderSink, makeFolder, planNames } from '../io/sink-folder.ts'
import { streamSink } from '../io/sink-stream.ts'
import type { FileEntry, Input, WalkOptions } from '../io/walk.ts'
import type { Settings } from './settings.ts'
import type { Streams } from './streams.ts'

export interface Surroundings {
  /** Without folders where pages get files of their own: two that would get one name are found in time. */
  readonly inputs: readonly Input[]
  readonly many: boolean
  readonly streams: Streams
  /** Hash of all that outputs depend on beside the pages. */
  readonly fingerprint: string
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
export async function openOutput(settings: Settings, format: Format, around: Surroundings): Promise<Output> {
  const { output, outDir } = settings
  if (output !== null) {
    for (const input of around.inputs) if (input.type === 'file') await refuseOverwriting(input.entry, output)
    return { sink: await fileSink(output, { allowEmpty: around.many }), state: null }
  }
  if (outDir !== null) {
    const extension = EXTENSIONS[format]
    const entries = around.inputs.flatMap((input) => (input.type === 'file' ? [input.entry] : []))
    const plan = planNames(entries, extension)
    for (const entry of entries)
      await refuseOverwriting(entry, join(outDir, outputName(outputStem(entry.name), extension)))
    await makeFolder(outDir)
    const { fingerprint, many } = around
    const { shard, resume } = settings
    const state = many ? await openState({ folder: outDir, fingerprint, shard, resume }) : null
    return { sink: folderSink({ folder: outDir, extension, plan, temporary: state?.temporary }), state }
  }
  return { sink: streamSink(around.streams.stdout), state: null }
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
