import { extract } from '../extract.ts'
import { type Failure, toFailure, tooLarge } from '../io/errors.ts'
import { parseLine } from '../io/jsonl.ts'
import { type PageInput, type ReadContent, toSource } from '../io/page.ts'
import { placeOf, readFile } from '../io/sources.ts'
import type { Outcome } from '../types.ts'
import type { PageReply } from './cache.ts'
import { checkPolicy } from './policy.ts'
import type { PageResult, Render } from './render.ts'
import { rulesFor } from './rules.ts'
import { inShard } from './shard.ts'
import type { Job, PageReport, PageStatus, Reply, Task } from './task.ts'

/** How pages of a job are cleaned and written; `render` depends on the job's format. */
export interface Work {
  readonly job: Job
  readonly render: Render
  /** Whether the report of `--explain` needs what fields were chosen among. */
  readonly candidates?: boolean
  /** Told the id of each page that is about to be cleaned. */
  readonly onClean?: (id: string | null) => void
}

/**
 * Do a task from its bytes to its rendering. Whatever goes wrong with a page is the failure of that page: nothing is
 * thrown.
 */
export async function workOn(task: Task, work: Work): Promise<Reply> {
  const { job } = work
  if (task.type !== 'file') {
    const page = task.type === 'line' ? parseLine(task.line) : task.page
    if (!(await ofThisShard(page, job))) return { type: 'elsewhere' }
    return doPage(page, task, work)
  }
  const isElsewhere = job.shard !== null && !(await inShard(placeOf(task.entry).id, job.shard))
  const read = await readFile(task.entry, {
    format: job.inputFormat,
    isWanted: !isElsewhere,
    limitBytes: job.pageBytes,
  })
  if (read === 'container') return { type: 'container' }
  return read === 'unwanted' ? { type: 'elsewhere' } : doPage(read.page, task, work)
}

/** Records are shared out by id; lines that are no records, by their place. */
async function ofThisShard(page: PageInput, { shard }: Job): Promise<boolean> {
  if (shard === null) return true
  return inShard(page.isRecord ? (page.id ?? page.stem) : (page.id ?? ''), shard)
}

async function doPage(page: PageInput, task: Task, work: Work): Promise<Reply> {
  const { job } = work
  const input = task.type === 'line' ? task.line.line.bytes : bytesOf(page)
  const hash = job.hashes ? (await import('./hash.ts')).sha256 : () => null
  const inputHash = input === null ? null : hash(input)
  if (task.before !== undefined) {
    const { isUnchanged } = await import('./unchanged.ts')
    if (await isUnchanged(task.before, inputHash, job)) return { type: 'unchanged', report: task.before }
  }
  const clean = async (): Promise<PageReply> => {
    work.onClean?.(page.id)
    const { result, text } = renderSafely(await toResult(page, work), work.render)
    const bytesIn = input === null ? 0 : Buffer.byteLength(input)
    const bytesOut = text === null ? 0 : Buffer.byteLength(text)
    const outputHash = text === null ? null : hash(text)
    return { type: 'page', text, report: { ...toReport(result, job), bytesIn, bytesOut, inputHash, outputHash } }
  }
  if (job.cache === null || work.candidates === true) return clean()
  const { cached } = await import('./cache.ts')
  return cached(page, job, task.type === 'line' ? input : null, clean)
}

async function toResult(page: PageInput, { job, candidates = false }: Work): Promise<PageResult> {
  if ('failure' in page.content) return { page, failure: page.content.failure }
  try {
    if (sizeOf(page.content) > job.pageBytes) throw tooLarge(job.pageBytes)
    const source = await toSource(page, page.content, job.known)
    return { page, outcome: await extract(source, { candidates, ...rulesFor(job.rules, page) }) }
  } catch (error) {
    return { page, failure: toFailure(error) }
  }
}

/** A page that can't be rendered failed; its own fields may be to blame: JSON nests deeper than it can be written. */
function renderSafely(result: PageResult, render: Render): { result: PageResult; text: string | null } {
  try {
    return { result, text: render(result) }
  } catch (error) {
    const failed = { page: result.page, failure: toFailure(error) }
    try {
      return { result: failed, text: render(failed) }
    } catch {
      return { result: failed, text: render({ ...failed, page: { ...failed.page, meta: {} } }) }
    }
  }
}

type Measured = 'bytesIn' | 'bytesOut' | 'inputHash' | 'outputHash'

function toReport(result: PageResult, job: Job): Omit<PageReport, Measured> {
  const { page } = result
  const outcome = 'outcome' in result ? result.outcome : null
  const failure = 'failure' in result ? result.failure : checkPolicy(result.outcome.article, job.policy)
  return {
    id: page.id,
    path: page.path,
    url: outcome?.article.url ?? page.url,
    status: statusOf(outcome, failure),
    warnings: outcome?.warnings ?? page.warnings,
    failure,
    confidence: outcome?.article.confidence ?? null,
    stem: page.stem,
    isRecord: page.isRecord,
  }
}

function statusOf(outcome: Outcome | null, failure: Failure | null): PageStatus {
  if (outcome === null || failure !== null) return 'failed'
  if (outcome.page.blocks.length === 0) return 'skipped'
  return outcome.warnings.length > 0 ? 'ok-degraded' : 'ok'
}

function bytesOf({ content }: PageInput): Uint8Array | string | null {
  if ('failure' in content) return null
  return 'bytes' in content ? content.bytes : content.text
}

function sizeOf(content: ReadContent): number {
  return 'bytes' in content ? content.bytes.length : Buffer.byteLength(content.text)
}
