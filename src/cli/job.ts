import { availableParallelism } from 'node:os'
import type { Runner } from '../batch/pool.ts'
import { loadRender, type Render } from '../batch/render.ts'
import { runBatch } from '../batch/run.ts'
import type { Format, Job, Task } from '../batch/task.ts'
import { listFolders, openTasks, type TaskOptions, tasksOf } from '../batch/tasks.ts'
import { workOn } from '../batch/work.ts'
import { UsageError } from '../io/errors.ts'
import { passedOverTally } from '../io/passedOver.ts'
import { type Input, resolveInputs } from '../io/walk.ts'
import { makeCacheFolder } from './cacheFolder.ts'
import { explainRender } from './explainRender.ts'
import { isBeyond } from './policySettings.ts'
import type { Settings } from './settings.ts'
import { openOutput, outputTest, redirectedFile } from './sinks.ts'
import type { Streams } from './streams.ts'
import { BUILD } from './version.ts'
import { openWatch } from './watch.ts'

export { settle } from './config/settle.ts'
export { runMergeReports } from './mergeReports.ts'

const EXIT_OK = 0
const EXIT_PAGES_FAILED = 1

/** Tasks under way or waiting for one before them, for each worker: a slow page does not hold up the others. */
const TASKS_PER_WORKER = 8

/**
 * Do what the settings say.
 *
 * @returns The exit code.
 * @throws UsageError, with nothing done; OutputError.
 */
export async function runJob(settings: Settings, streams: Streams): Promise<number> {
  const passedOver = passedOverTally()
  const named = await inputsOf(settings, streams)
  const options: TaskOptions = {
    get stdin() {
      return streams.stdin
    },
    walking: {
      except: settings.outDir ?? settings.output ?? undefined,
      isOutput: await outputTest(settings),
      exceptFile: redirectedFile(settings),
      onSkip: (_path, reason) => passedOver.add(reason),
      noIgnore: settings.noIgnore,
    },
    format: settings.inputFormat,
    pageBytes: settings.maxBytes,
    onPassedOver: passedOver.add,
  }
  const inputs = settings.outDir === null ? named : await listFolders(named, options.walking)
  const [only] = named
  const { tasks, many } =
    // A list is for many, however many are in it today.
    settings.filesFrom === null && named.length === 1 && only !== undefined && only.type !== 'folder'
      ? await lookAhead(only, options, settings)
      : { tasks: tasksOf(inputs, options), many: true }
  const format = chooseFormat(settings, many)
  const job = toJob(settings, format, many)
  const around = { inputs, walking: options.walking, many, streams, job }
  const { sink, state } = await openOutput(settings, around)
  if (settings.cache !== null) await makeCacheFolder(settings.cache)
  const watch = await openWatch(settings, around)
  const runner = await openRunner(job, settings, many, streams)
  streams.onInterrupt(() => {
    runner.kill()
    sink.abort()
    state?.abandon()
    watch.abort()
  })
  let isComplete = false
  try {
    const counts = await runBatch({
      tasks,
      expand(task) {
        watch.container()
        return task.type === 'file' ? openTasks(task.entry, options) : tasks
      },
      runner,
      width: runner.width,
      sink,
      state,
      onReport: (report, number) => watch.page(report, number),
    })
    await watch.close(counts, passedOver.counts)
    isComplete = !counts.isCutShort && !counts.isStopped
    // A run that stops at the first failure is over: the next one begins with what was mended.
    await state?.finish()
    if (counts.isCutShort || settings.exitZero) return EXIT_OK
    return isBeyond(counts.statuses.failed, counts.pages, settings.maxFailures) ? EXIT_PAGES_FAILED : EXIT_OK
  } finally {
    if (!isComplete) {
      watch.abort()
      state?.abandon()
    }
    // Tasks that nobody waits for any more would go on, and keep the process alive.
    if (isComplete) runner.close()
    else runner.kill()
    // A read that nobody waits for any more would keep the process alive.
    if (inputs.some(({ type }) => type === 'stdin')) streams.stdin.destroy()
  }
}

/** What the arguments name, then what the list does; standard input where there is neither. */
async function inputsOf(settings: Settings, streams: Streams): Promise<Input[]> {
  const { inputs, filesFrom, nulParted: nul } = settings
  if (filesFrom === null) return resolveInputs(inputs.length === 0 ? ['-'] : inputs)
  const { readFileList } = await import('../io/fileList.ts')
  const listed = await readFileList(filesFrom === '-' ? streams.stdin : filesFrom, { nul })
  return [
    ...(await resolveInputs(inputs)),
    ...listed.map((entry): Input => ({ type: 'file', entry, isSpecial: false })),
  ]
}

interface Ahead {
  readonly tasks: AsyncIterable<Task>
  /** Whether there may be more than one page. */
  readonly many: boolean
}

/** Whether one input holds many pages is known from its first page; nothing else is read in advance. */
async function lookAhead(
  input: Exclude<Input, { type: 'folder' }>,
  options: TaskOptions,
  settings: Settings,
): Promise<Ahead> {
  const pages = openTasks(input.type === 'stdin' ? { stdin: options.stdin } : input.entry, options)
  const step = await pages.next()
  const first = step.done === true ? null : step.value
  const isRecord = first?.type === 'line' || (first?.type === 'page' && first.page.isRecord)
  // An input without a page is a container in which there is none.
  return { tasks: resumed(first, pages), many: first === null || isRecord || settings.inputFormat === 'jsonl' }
}

async function* resumed(first: Task | null, rest: AsyncIterable<Task>): AsyncGenerator<Task> {
  if (first !== null) yield first
  yield* rest
}

function chooseFormat(settings: Settings, many: boolean): Format {
  const { format, outDir } = settings
  if (settings.known.url !== null && many) throw new UsageError('Expected one page with --url, not: several')
  const isOneStream = many && outDir === null && !settings.explain
  if (isOneStream && format !== null && format !== 'jsonl' && !settings.isFormatDefault) {
    throw new UsageError(`Expected --format jsonl, or --out-dir, for several pages, not: --format ${format}`)
  }
  if (isOneStream) return 'jsonl'
  return format ?? (settings.removed ? 'json' : 'markdown')
}

function toJob(settings: Settings, format: Format, many: boolean): Job {
  const { inputFormat, known, removed, markdown, shard, maxBytes, outDir, policy, reports, rules = null } = settings
  // Where a page has a file of its own, a page that failed has none.
  const failures = outDir === null
  const hashes = (outDir !== null && many) || reports.files.some(({ kind }) => kind === 'json')
  const cache = settings.cache === null || BUILD === null ? null : { folder: settings.cache, program: BUILD }
  const pageBytes = maxBytes
  return {
    format,
    inputFormat,
    known,
    removed,
    markdown,
    shard,
    failures,
    pageBytes,
    hashes,
    outDir,
    policy,
    cache,
    rules,
  }
}

/** One page is cleaned here; many, and what is told about them, by processes that may die. */
async function openRunner(
  job: Job,
  settings: Settings,
  many: boolean,
  streams: Streams,
): Promise<Runner & { readonly width: number }> {
  if (!many || settings.explain) {
    const render = await chooseRender(job, settings, many, streams)
    const run = (task: Task) => workOn(task, { job, render, candidates: settings.explain })
    return { run, width: 1, close: () => undefined, kill: () => undefined }
  }
  const { createPool } = await import('../batch/pool.ts')
  const { giveUp } = await import('../batch/giveUp.ts')
  const jobs = settings.jobs ?? availableParallelism()
  const timeoutMs = settings.timeoutSeconds * 1000
  const pool = createPool({ job, jobs, timeoutMs, giveUp: (task, failure) => giveUp(task, failure, job) })
  return { ...pool, width: jobs * TASKS_PER_WORKER }
}

async function chooseRender(job: Job, settings: Settings, many: boolean, streams: Streams): Promise<Render> {
  return settings.explain ? explainRender(streams, many) : loadRender(job.format, job)
}
