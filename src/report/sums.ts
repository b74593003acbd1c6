import type { Shard } from '../batch/shard.ts'
import type { PageStatus } from '../batch/task.ts'
import type { ReportLine } from './line.ts'

/** What a run adds up to: the last line of the json report. */
export interface Sums {
  readonly pages: number
  readonly statuses: Readonly<Record<PageStatus, number>>
  /** Pages with each code, in the order of the codes. */
  readonly codes: Readonly<Record<string, number>>
  readonly bytesIn: number
  readonly bytesOut: number
  /** Whether all pages were looked at: false where the run was stopped. */
  readonly complete: boolean
  /** The share of the pages that they are of; null for all. */
  readonly shard: Shard | null
}

export interface Adder {
  add(line: ReportLine): void
  sums(end: Pick<Sums, 'complete' | 'shard'>): Sums
}

/** Add lines up, whatever run they are of. */
export function createAdder(): Adder {
  const statuses: Record<PageStatus, number> = { ok: 0, 'ok-degraded': 0, skipped: 0, failed: 0 }
  const codes = new Map<string, number>()
  let pages = 0
  let bytesIn = 0
  let bytesOut = 0
  return {
    add(line) {
      pages += 1
      statuses[line.status] += 1
      for (const code of line.codes) codes.set(code, (codes.get(code) ?? 0) + 1)
      bytesIn += line.bytesIn
      bytesOut += line.bytesOut
    },
    sums: ({ complete, shard }) => {
      const sorted = [...codes].sort(([a], [b]) => (a < b ? -1 : 1))
      return {
        pages,
        statuses: { ...statuses },
        codes: Object.fromEntries(sorted),
        bytesIn,
        bytesOut,
        complete,
        shard,
      }
    },
  }
}
