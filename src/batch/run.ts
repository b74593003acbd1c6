import { PageError, toFailure } from '../io/errors.ts'
import type { Sink, Surplus } from '../io/sink.ts'
import type { WarningCode } from '../types.ts'
import { inOrder } from './inOrder.ts'
import type { Runner } from './pool.ts'
import type { RunState } from './state.ts'
import type { PageReport, PageStatus, Reply, Task } from './task.ts'

/** What the run adds up to. */
export interface Counts {
  readonly pages: number
  readonly statuses: Readonly<Record<PageStatus, number>>
  /** The reader went away before the end. */
  readonly isCutShort: boolean
  /** Ended by `onReport` before the end. */
  readonly isStopped: boolean
  /** Pages with each warning. */
  readonly warnings: ReadonlyMap<WarningCode, number>
}

export interface Batch {
  readonly tasks: AsyncIterable<Task>
  /** The pages in a file that turned out to hold many. */
  readonly expand: (task: Task) => AsyncIterable<Task>
  readonly runner: Pick<Runner, 'run'>
  /** How many tasks may be under way or wait for one before them. */
  readonly width: number
  readonly sink: Sink
  /** What an earlier run into the same folder has done, and where this one remembers what it does. */
  readonly state?: Pick<RunState, 'done' | 'add'> | null
  /**
   * Told of each page after it was written, in order; `false` ends the run.
   *
   * @param number Place of the page among all pages of the inputs, those of other shards included, from 1.
   */
  readonly onReport: (report: PageReport, number: number) => boolean | Promise<boolean>
}

/**
 * Clean pages and write them in their order. Whatever goes wrong with a page is the failure of that page. A run that
 * `onReport` ends leaves no file with a part of the pages.
 *
 * @throws OutputError where the environment stops the run; what was begun is removed.
 */
export async function runBatch(batch: Batch): Promise<Counts> {
  const { sink } = batch
  const tally = createTally()
  let number = 0
  let end: 'all' | 'cut short' | 'stopped' = 'all'
  try {
    for await (const { item, result } of repliesOf(batch.tasks, batch)) {
      number += 1
      if (result.type !== 'page' && result.type !== 'unchanged') continue
      const { report, isWanted } = await store(result, sink)
      tally.add(report)
      await batch.state?.add(item.key, report)
      const goesOn = await batch.onReport(report, number)
      if (!isWanted || !goesOn) {
        end = isWanted ? 'stopped' : 'cut short'
        break
      }
    }
    if (end === 'stopped') sink.abort()
    else await sink.close()
    const surplus = end === 'all' ? await sink.surplus?.() : undefined
    if (surplus !== undefined && surplus !== null) {
      tally.add(surplusReport(surplus))
      await batch.onReport(surplusReport(surplus), number + 1)
    }
  } catch (error) {
    sink.abort()
    throw error
  }
  return { ...tally.counts(), isCutShort: end === 'cut short', isStopped: end === 'stopped' }
}

/** Pages in a file come where the file would have come; they are tasks of their own, so that all workers get some. */
async function* repliesOf(tasks: AsyncIterable<Task>, batch: Batch): AsyncGenerator<Done, void> {
  const { runner, width, state } = batch
  const run = (task: Task): Promise<Reply> => {
    const before = state?.done.get(task.key)
    return runner.run(before === undefined ? task : { ...task, before })
  }
  for await (const done of inOrder(tasks, run, width)) {
    if (done.result.type === 'container') yield* repliesOf(batch.expand(done.item), batch)
    else yield done
  }
}

interface Done {
  readonly item: Task
  readonly result: Reply
}

type PageReply = Extract<Reply, { type: 'page' | 'unchanged' }>

async function store(reply: PageReply, sink: Sink): Promise<{ report: PageReport; isWanted: boolean }> {
  const { report } = reply
  const text = reply.type === 'page' ? reply.text : null
  try {
    if (reply.type === 'unchanged') sink.keep?.(report)
    return { report, isWanted: text === null || (await sink.write(report, text)) }
  } catch (error) {
    if (!(error instanceof PageError)) throw error
    return { report: failedReport(report, error), isWanted: true }
  }
}

function failedReport(report: PageReport, error: unknown): PageReport {
  return { ...report, status: 'failed', failure: toFailure(error), bytesOut: 0, outputHash: null }
}

/** What is in the place of the output and comes of no page. */
function surplusReport({ path, failure }: Surplus): PageReport {
  return {
    id: null,
    path,
    url: null,
    status: 'failed',
    warnings: [],
    failure,
    confidence: null,
    bytesIn: 0,
    bytesOut: 0,
    inputHash: null,
    outputHash: null,
    stem: '',
    isRecord: false,
  }
}

function createTally() {
  const warnings = new Map<WarningCode, number>()
  const statuses: Record<PageStatus, number> = { ok: 0, 'ok-degraded': 0, skipped: 0, failed: 0 }
  let pages = 0
  return {
    add(report: PageReport): void {
      pages += 1
      statuses[report.status] += 1
      if (report.failure !== null) return
      for (const code of new Set(report.warnings.map((warning) => warning.code))) {
        warnings.set(code, (warnings.get(code) ?? 0) + 1)
      }
    },
    counts: () => ({ pages, statuses, warnings }),
  }
}
