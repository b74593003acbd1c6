import { fstatSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { type PageResult, runBatch } from '../batch/run.ts'
import { extract } from '../extract.ts'
import { UsageError } from '../io/errors.ts'
import { outputName, outputStem } from '../io/names.ts'
import { type PageInput, toSource } from '../io/page.ts'
import type { Sink } from '../io/sink.ts'
import { fileSink } from '../io/sink-file.ts'
import { folderSink, planNames } from '../io/sink-folder.ts'
import { streamSink } from '../io/sink-stream.ts'
import { readPages } from '../io/sources.ts'
import { type FileEntry, type Input, resolveInputs, type WalkOptions, walk } from '../io/walk.ts'
import { EXTENSIONS, explainRender, loadRender, type Render } from './formats.ts'
import type { Format, Settings } from './settings.ts'
import type { Streams } from './streams.ts'
import { failureLine, summaryLine, warningLines } from './summary.ts'

export { toSettings } from './settings.ts'

const EXIT_OK = 0
const EXIT_PAGES_FAILED = 1

/** Width of `--explain` where the output is no terminal. */
const DEFAULT_COLUMNS = 120

/**
 * Do what the settings say.
 *
 * @returns The exit code.
 * @throws UsageError, with nothing done; OutputError.
 */
export async function runJob(settings: Settings, streams: Streams): Promise<number> {
  let skipped = 0
  const inputs = await resolveInputs(settings.inputs.length === 0 ? ['-'] : settings.inputs)
  const walking: WalkOptions = {
    except: settings.outDir ?? settings.output ?? undefined,
    exceptFile: redirectedFile(settings),
    onSkip: () => {
      skipped += 1
    },
  }
  const pages = pagesOf(inputs, walking, settings, streams)
  try {
    const first = await lookAhead(inputs, pages)
    const many = isMany(inputs, first, settings)
    const format = chooseFormat(settings, many)
    const sink = await openSink(settings, format, { inputs, walking, many, streams })
    streams.onInterrupt(() => sink.abort())

    const counts = await runBatch({
      pages: resumed(first, pages),
      clean: async (page, content) =>
        extract(await toSource(page, content, settings.known), { candidates: settings.explain }),
      render: await chooseRender(settings, format, many, streams),
      sink,
      onResult: (result) => report(result, many, streams),
    })
    if (counts.isCutShort) return EXIT_OK
    if (many) streams.stderr.write(`${summaryLine(counts, skipped)}\n`)
    return counts.failed > 0 && !settings.exitZero ? EXIT_PAGES_FAILED : EXIT_OK
  } finally {
    await pages.return(undefined)
  }
}

async function* pagesOf(
  inputs: readonly Input[],
  walking: WalkOptions,
  settings: Settings,
  streams: Streams,
): AsyncGenerator<PageInput, void> {
  for (const input of inputs) {
    if (input.type === 'stdin') yield* readPages({ stdin: streams.stdin }, settings.inputFormat)
    else if (input.type === 'file') yield* readPages(input.entry, settings.inputFormat)
    else for await (const entry of walk(input.path, walking)) yield* readPages(entry, settings.inputFormat)
  }
}

/** Whether one input holds many pages is known from its first page; nothing else is read in advance. */
async function lookAhead(inputs: readonly Input[], pages: AsyncGenerator<PageInput, void>): Promise<PageInput | null> {
  if (hasManyInputs(inputs)) return null
  const step = await pages.next()
  return step.done === true ? null : step.value
}

async function* resumed(first: PageInput | null, rest: AsyncIterable<PageInput>): AsyncGenerator<PageInput> {
  if (first !== null) yield first
  yield* rest
}

function hasManyInputs(inputs: readonly Input[]): boolean {
  return inputs.length > 1 || inputs[0]?.type === 'folder'
}

function isMany(inputs: readonly Input[], first: PageInput | null, settings: Settings): boolean {
  return hasManyInputs(inputs) || first?.isRecord === true || settings.inputFormat === 'jsonl'
}

function chooseFormat(settings: Settings, many: boolean): Format {
  const { format, outDir } = settings
  if (settings.known.url !== null && many) throw new UsageError('Expected one page with --url, not: several')
  const isOneStream = many && outDir === null && !settings.explain
  if (isOneStream && format !== null && format !== 'jsonl') {
    throw new UsageError(`Expected --format jsonl, or --out-dir, for several pages, not: --format ${format}`)
  }
  if (isOneStream) return 'jsonl'
  return format ?? (settings.removed ? 'json' : 'markdown')
}

interface Surroundings {
  readonly inputs: readonly Input[]
  readonly walking: WalkOptions
  readonly many: boolean
  readonly streams: Streams
}

async function openSink(settings: Settings, format: Format, around: Surroundings): Promise<Sink> {
  const { output, outDir } = settings
  if (output !== null) {
    for (const input of around.inputs) if (input.type === 'file') await refuseOverwriting(input.entry, output)
    return fileSink(output, { allowEmpty: around.many })
  }
  if (outDir !== null) {
    const extension = EXTENSIONS[format]
    const entries = await listAll(around.inputs, around.walking)
    const plan = planNames(entries, extension)
    for (const entry of entries)
      await refuseOverwriting(entry, join(outDir, outputName(outputStem(entry.name), extension)))
    return folderSink(outDir, extension, plan)
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

async function refuseOverwriting(entry: FileEntry, output: string): Promise<void> {
  const target = await realpath(output).catch(() => null)
  if (target === null || target !== (await realpath(entry.file).catch(() => null))) return
  throw new UsageError(`Expected an output that is not the input, not: ${output}`)
}

/** The file behind `> file`, which must not be read as an input. */
function redirectedFile({ output, outDir }: Settings): WalkOptions['exceptFile'] {
  if (output !== null || outDir !== null) return undefined
  try {
    const found = fstatSync(1)
    return found.isFile() ? { dev: found.dev, ino: found.ino } : undefined
  } catch {
    return undefined
  }
}

async function chooseRender(settings: Settings, format: Format, many: boolean, streams: Streams): Promise<Render> {
  if (!settings.explain) {
    // Where a page has a file of its own, a page that failed has none.
    const { removed, markdown } = settings
    return loadRender(format, { removed, markdown, failures: settings.outDir === null })
  }
  const { isTTY, columns } = streams.stdout
  const { NO_COLOR = '', TERM } = process.env
  const color = isTTY === true && NO_COLOR === '' && TERM !== 'dumb'
  return explainRender({ color, columns: columns ?? DEFAULT_COLUMNS, many })
}

/** Failures are always told; warnings of many pages only add up in the summary. */
function report(result: PageResult, many: boolean, { stderr }: Streams): void {
  if ('failure' in result) stderr.write(`${failureLine(result, result.failure)}\n`)
  else if (!many) for (const line of warningLines(result)) stderr.write(`${line}\n`)
}
