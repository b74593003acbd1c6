import { type Failure, PageError, toFailure } from '../io/errors.ts'
import type { PageInput, ReadContent } from '../io/page.ts'
import type { Sink } from '../io/sink.ts'
import type { Outcome, WarningCode } from '../types.ts'

/** What became of one page. */
export type PageResult =
  | { readonly page: PageInput; readonly outcome: Outcome }
  | { readonly page: PageInput; readonly failure: Failure }

/** What the run adds up to. */
export interface Counts {
  readonly pages: number
  readonly failed: number
  /** The reader went away before the end. */
  readonly isCutShort: boolean
  /** Pages with each warning. */
  readonly warnings: ReadonlyMap<WarningCode, number>
}

export interface Batch {
  readonly pages: AsyncIterable<PageInput>
  readonly clean: (page: PageInput, content: ReadContent) => Promise<Outcome>
  /** The result as it is written; null where there is nothing to write of it. */
  readonly render: (result: PageResult) => string | null
  readonly sink: Sink
  /** Told of each result after it was written. */
  readonly onResult: (result: PageResult) => void
}

/**
 * Clean one page after the other. Whatever goes wrong with a page is the failure of that page.
 *
 * @throws OutputError where the environment stops the run; what was begun is removed.
 */
export async function runBatch(batch: Batch): Promise<Counts> {
  const warnings = new Map<WarningCode, number>()
  let pages = 0
  let failed = 0
  let isCutShort = false
  try {
    for await (const page of batch.pages) {
      const { result, isWanted } = await runPage(page, batch)
      pages += 1
      if ('failure' in result) failed += 1
      else for (const code of warningCodes(result.outcome)) warnings.set(code, (warnings.get(code) ?? 0) + 1)
      batch.onResult(result)
      isCutShort = !isWanted
      if (isCutShort) break
    }
    await batch.sink.close()
  } catch (error) {
    batch.sink.abort()
    throw error
  }
  return { pages, failed, isCutShort, warnings }
}

async function runPage(page: PageInput, batch: Batch): Promise<{ result: PageResult; isWanted: boolean }> {
  let result = await cleanPage(page, batch)
  let text: string | null
  try {
    text = batch.render(result)
  } catch (error) {
    result = { page, failure: toFailure(error) }
    text = renderFailure(result, batch)
  }
  if (text === null) return { result, isWanted: true }
  try {
    return { result, isWanted: await batch.sink.write(page, text) }
  } catch (error) {
    if (!(error instanceof PageError)) throw error
    return { result: { page, failure: toFailure(error) }, isWanted: true }
  }
}

async function cleanPage(page: PageInput, batch: Batch): Promise<PageResult> {
  if ('failure' in page.content) return { page, failure: page.content.failure }
  try {
    return { page, outcome: await batch.clean(page, page.content) }
  } catch (error) {
    return { page, failure: toFailure(error) }
  }
}

/** The record's own fields may be what can't be rendered: JSON nests deeper than it can be written. */
function renderFailure(result: PageResult, batch: Batch): string | null {
  try {
    return batch.render(result)
  } catch {
    return batch.render({ ...result, page: { ...result.page, meta: {} } })
  }
}

function warningCodes(outcome: Outcome): ReadonlySet<WarningCode> {
  return new Set(outcome.warnings.map(({ code }) => code))
}
