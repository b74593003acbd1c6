import type { Shard } from '../batch/shard.ts'
import { PageError, UsageError } from '../io/errors.ts'
import { readChunks } from '../io/files.ts'
import { readLines } from '../io/lines.ts'
import { isGzipName } from '../io/names.ts'
import { byteReader } from '../io/reader.ts'
import type { ReportLine } from './line.ts'
import { parseLine, parseSums } from './parse.ts'
import type { Sums } from './sums.ts'

/** A json report that is being merged: its next page, or its sums at the end. */
interface Source {
  readonly path: string
  readonly items: AsyncGenerator<ReportLine, Sums>
  next: ReportLine | null
  sums: Sums | null
}

/** A page of the merged report, or in the end what the reports say of the runs that they are of. */
export type Merged = AsyncGenerator<ReportLine, Pick<Sums, 'complete' | 'shard'>>

/**
 * The pages of several json reports in the order of the input, as one process would have told them: the order of the
 * paths does not matter. One line of each is held.
 *
 * @throws UsageError for what is no whole report, for a page that is in two of them, and for a shard that is missing.
 */
export async function* mergeReports(paths: readonly string[]): Merged {
  const sources: Source[] = paths.map((path) => ({ path, items: readReport(path), next: null, sums: null }))
  try {
    for (const source of sources) await advance(source)
    let last: { readonly line: ReportLine; readonly path: string } | null = null
    for (let source = first(sources); source !== null; source = first(sources)) {
      const line = source.next as ReportLine
      if (last !== null && compare(last.line, line) === 0) throw twice(line, last.path, source.path)
      last = { line, path: source.path }
      yield line
      await advance(source)
    }
    const sums = sources.flatMap((source) => source.sums ?? [])
    checkShards(sums.flatMap(({ shard }) => shard ?? []))
    return { complete: sums.every(({ complete }) => complete), shard: null }
  } finally {
    for (const { items } of sources) await items.return(undefined as never)
  }
}

async function advance(source: Source): Promise<void> {
  const { done, value } = await source.items.next()
  source.next = done === true ? null : value
  if (done === true) source.sums = value
}

/** The source whose page comes first; null where all are at their end. */
function first(sources: readonly Source[]): Source | null {
  let found: Source | null = null
  for (const source of sources) {
    if (source.next === null) continue
    if (found?.next == null || compare(source.next, found.next) < 0) found = source
  }
  return found
}

/** By place in the input; reports of different inputs have the same places, and their pages differ in name. */
function compare(a: ReportLine, b: ReportLine): number {
  return a.number - b.number || compareText(a.path ?? '', b.path ?? '') || compareText(a.id ?? '', b.id ?? '')
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The lines of a report; what is read last has to be its sums, which are written when all pages are. */
async function* readReport(path: string): AsyncGenerator<ReportLine, Sums> {
  let sums: Sums | null = null
  let pages = 0
  for await (const text of linesOf(path)) {
    if (sums !== null) throw new UsageError(`Expected a json report, not: ${path}, which goes on after its sums`)
    const line = parseLine(text)
    if (line === null) sums = parseSums(text)
    if (line === null && sums === null) {
      throw new UsageError(`Expected a json report, not: ${path}, whose line ${pages + 1} is of another kind`)
    }
    if (line === null) continue
    pages += 1
    yield line
  }
  if (sums?.pages === pages) return sums
  throw new UsageError(
    `Expected a whole json report, not: ${path}, which ends ${sums === null ? 'without' : 'with other'} sums`,
  )
}

async function* linesOf(path: string): AsyncGenerator<string, void> {
  const raw = byteReader(readChunks(path))
  const reader = isGzipName(path) ? byteReader((await import('../io/gunzip.ts')).gunzip(raw, [])) : raw
  try {
    for await (const { bytes } of readLines(reader)) yield Buffer.from(bytes).toString()
  } catch (error) {
    throw error instanceof PageError ? new UsageError(`Expected a json report, not: ${path}: ${error.message}`) : error
  } finally {
    await reader.close()
  }
}

function twice({ path, id }: ReportLine, one: string, other: string): UsageError {
  const where = one === other ? `twice in ${one}` : `in both ${one} and ${other}`
  return new UsageError(`Expected reports of different pages, not: ${id ?? path ?? 'a line'} ${where}`)
}

/** A shard that died has no report, and its pages would be missed by nobody. */
function checkShards(shards: readonly Shard[]): void {
  const [any] = shards
  if (any === undefined) return
  const other = shards.find(({ count }) => count !== any.count)
  if (other !== undefined) {
    throw new UsageError(`Expected shards of one run, not: of ${any.count} and of ${other.count} together`)
  }
  const seen = new Set(shards.map(({ index }) => index))
  const missing = Array.from({ length: any.count }, (_, i) => i + 1).filter((index) => !seen.has(index))
  if (missing.length === 0) return
  throw new UsageError(`Expected the reports of all ${any.count} shards, not: without ${missing.join(', ')}`)
}
