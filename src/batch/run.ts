import { PageError, toFailure } from '../io/errors.ts'
import type { Sink, Surplus } from '../io/sink.ts'
import type { WarningCode } from '../types.ts'
import { inOrder } from './inOrder.ts'
import type { Runner } from './pool.ts'
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
    for await (const reply of repliesOf(batch.tasks, batch)) {
      number += 1
      if (reply.type !== 'page') continue
      const { report, isWanted } = await store(reply, sink)
      tally.add(report)
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
async function* repliesOf(tasks: AsyncIterable<Task>, batch: Batch): AsyncGenerator<Reply, void> {
  const { runner, width } = batch
  for await (const { item, result } of inOrder(tasks, (task) => runner.run(task), width)) {
    if (result.type === 'container') yield* repliesOf(batch.expand(item), batch)
    else yield result
  }
}

type PageReply = Extract<Reply, { type: 'page' }>

async function store({ report, text }: PageReply, sink: Sink): Promise<{ report: PageReport; isWanted: boolean }> {
  if (text === null) return { report, isWanted: true }
  try {
    return { report, isWanted: await sink.write(report, text) }
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
