import { createHash } from 'node:crypto'
import { extract } from '../extract.ts'
import { type Failure, toFailure, tooLarge } from '../io/errors.ts'
import { parseLine } from '../io/jsonl.ts'
import { type PageInput, type ReadContent, toSource } from '../io/page.ts'
import { placeOf, readFile } from '../io/sources.ts'
import type { Outcome } from '../types.ts'
import { cacheKey, type PageReply, recall, remember } from './cache.ts'
import { checkPolicy } from './policy.ts'
import type { PageResult, Render } from './render.ts'
import { inShard } from './shard.ts'
import type { Job, PageReport, PageStatus, Reply, Task } from './task.ts'

/** How pages of a job are cleaned and written; `render` depends on the job's format. */
export interface Work {
  readonly job: Job
  readonly render: Render
  /** Whether the report of `--explain` needs what fields were chosen among. */
  readonly candidates?: boolean
}

/**
 * Do a task from its bytes to its rendering. Whatever goes wrong with a page is the failure of that page: nothing is
 * thrown.
 */
export async function workOn(task: Task, work: Work): Promise<Reply> {
  const { job } = work
  if (task.type === 'page') return ofThisShard(task.page, job) ? cleanPage(task.page, work) : { type: 'elsewhere' }
  if (task.type === 'line') {
    const page = parseLine(task.line)
    return ofThisShard(page, job) ? cleanPage(page, work, task.line.line.bytes) : { type: 'elsewhere' }
  }
  const isElsewhere = job.shard !== null && !inShard(placeOf(task.entry).id, job.shard)
  const read = await readFile(task.entry, {
    format: job.inputFormat,
    isWanted: !isElsewhere,
    limitBytes: job.pageBytes,
  })
  if (read === 'container') return { type: 'container' }
  return read === 'unwanted' ? { type: 'elsewhere' } : cleanPage(read.page, work)
}

/** Records are shared out by id; lines that are no records, by their place. */
function ofThisShard(page: PageInput, { shard }: Job): boolean {
  if (shard === null) return true
  return inShard(page.isRecord ? (page.id ?? page.stem) : (page.id ?? ''), shard)
}

async function cleanPage(page: PageInput, work: Work, raw?: Uint8Array): Promise<PageReply> {
  const { cache } = work.job
  const key = work.candidates === true ? null : cacheKey(page, work.job, raw)
  if (cache === null || key === null) return cleanAnew(page, work, raw)
  const known = await recall(key, cache)
  if (known !== null) return known
  const reply = await cleanAnew(page, work, raw)
  await remember(key, reply, cache)
  return reply
}

async function cleanAnew(page: PageInput, work: Work, raw?: Uint8Array): Promise<PageReply> {
  const result = await toResult(page, work)
  const rendered = renderSafely(result, work.render)
  return { type: 'page', text: rendered.text, report: toReport(rendered.result, rendered.text, work.job, raw) }
}

async function toResult(page: PageInput, { job, candidates = false }: Work): Promise<PageResult> {
  if ('failure' in page.content) return { page, failure: page.content.failure }
  try {
    if (sizeOf(page.content) > job.pageBytes) throw tooLarge(job.pageBytes)
    const source = await toSource(page, page.content, job.known)
    return { page, outcome: await extract(source, { candidates }) }
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

function toReport(result: PageResult, text: string | null, job: Job, raw?: Uint8Array): PageReport {
  const { page } = result
  const outcome = 'outcome' in result ? result.outcome : null
  const failure = 'failure' in result ? result.failure : checkPolicy(result.outcome.article, job.policy)
  const input = raw ?? bytesOf(page)
  return {
    id: page.id,
    path: page.path,
    url: outcome?.article.url ?? page.url,
    status: statusOf(outcome, failure),
    warnings: outcome?.warnings ?? page.warnings,
    failure,
    confidence: outcome?.article.confidence ?? null,
    bytesIn: input === null ? 0 : Buffer.byteLength(input),
    bytesOut: text === null ? 0 : Buffer.byteLength(text),
    inputHash: input === null || !job.hashes ? null : sha256(input),
    outputHash: text === null || !job.hashes ? null : sha256(text),
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

/** The digest of a page or of its output, as manifests hold it. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}
