import type { ReportLine } from '../../src/report/line.ts'
import { openReports, type ReportWish } from '../../src/report/open.ts'
import type { Sums } from '../../src/report/sums.ts'

/** A page that was cleaned without trouble. */
export function line(number: number, changes: Partial<ReportLine> = {}): ReportLine {
  const name = `p${number}`
  return {
    number,
    id: name,
    path: `in/${name}.html`,
    record: false,
    status: 'ok',
    codes: [],
    message: null,
    confidence: 0.9,
    bytesIn: 1000,
    bytesOut: 400,
    sha256: null,
    ...changes,
  }
}

/** One of each kind. */
export const LINES: readonly ReportLine[] = [
  line(1),
  line(2, { status: 'ok-degraded', codes: ['charset-guess', 'truncated'] }),
  line(3, { status: 'skipped', codes: ['no-article'], confidence: 0, bytesOut: 0 }),
  line(4, {
    status: 'failed',
    codes: ['not-text'],
    message: 'the input is "binary" <data> & more',
    confidence: null,
    bytesIn: 0,
    bytesOut: 0,
  }),
  line(5, {
    id: 'x7',
    path: 'all.jsonl',
    record: true,
    status: 'failed',
    codes: ['missing-field'],
    message: 'no date',
  }),
]

/** Write one report of these lines. */
export async function report(
  wish: ReportWish,
  lines: readonly ReportLine[],
  end: Partial<Pick<Sums, 'complete' | 'shard'>> = {},
): Promise<void> {
  const reports = await openReports([wish], null)
  for (const each of lines) await reports.add(each)
  await reports.close({ complete: true, shard: null, ...end })
}
