import type { Counts } from '../batch/run.ts'
import type { PageReport } from '../batch/task.ts'
import { pageName } from '../report/line.ts'
import type { Sums } from '../report/sums.ts'
import { printable } from './printable.ts'

/** A page that failed, on one line. */
export function failureLine(report: PageReport, failure: { code: string; message: string }): string {
  return `failed: ${printable(nameOf(report))}: ${failure.code}: ${printable(failure.message)}`
}

/** What the user should know of a page that was cleaned, a line for each. */
export function warningLines(report: PageReport): string[] {
  const name = printable(nameOf(report))
  return report.warnings.map(({ code, message }) => `warning: ${name}: ${code}: ${printable(message)}`)
}

function nameOf({ id, path, isRecord }: PageReport): string {
  return pageName({ id, path, record: isRecord })
}

/** `12 pages, 11 cleaned, 1 failed; charset-guess 2, no-article 1; 3 links or special files passed over`. */
export function summaryLine(counts: Counts, skipped: number): string {
  const { pages } = counts
  const { failed } = counts.statuses
  const parts = [`${plural(pages, 'page')}, ${pages - failed} cleaned, ${failed} failed`]
  if (counts.warnings.size > 0) {
    const codes = [...counts.warnings].sort(([a], [b]) => (a < b ? -1 : 1))
    parts.push(codes.map(([code, count]) => `${code} ${count}`).join(', '))
  }
  if (skipped > 0) parts.push(`${plural(skipped, 'link or special file', 'links or special files')} passed over`)
  if (counts.isStopped) parts.push('stopped at the first that failed')
  return parts.join('; ')
}

/** The same of merged reports. */
export function sumsLine({ pages, statuses, codes, complete }: Sums): string {
  const counted = Object.entries(codes).map(([code, count]) => `${code} ${count}`)
  const parts = [`${plural(pages, 'page')}, ${pages - statuses.failed} cleaned, ${statuses.failed} failed`]
  if (counted.length > 0) parts.push(counted.join(', '))
  if (!complete) parts.push('stopped before the end')
  return parts.join('; ')
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
