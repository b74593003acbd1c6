import type { Counts } from '../batch/run.ts'
import type { PageReport } from '../batch/task.ts'
import type { PassedOver, PassedOverCounts } from '../io/passedOver.ts'
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

/** One and many of what is passed over, in the order in which they are told. */
const PASSED_OVER: Readonly<Record<PassedOver, readonly [string, string]>> = {
  special: ['link or special file', 'links or special files'],
  hidden: ['hidden file or folder', 'hidden files or folders'],
  ignored: ['ignored file or folder', 'ignored files or folders'],
  record: ['record without a page', 'records without a page'],
  status: ['response without success', 'responses without success'],
  'media-type': ['response of another type than HTML or text', 'responses of other types than HTML or text'],
}

/** `12 pages, 11 cleaned, 1 failed; charset-guess 2, no-article 1; 3 links or special files passed over`. */
export function summaryLine(counts: Counts, passedOver: PassedOverCounts): string {
  const { pages } = counts
  const { failed } = counts.statuses
  const parts = [`${plural(pages, 'page')}, ${pages - failed} cleaned, ${failed} failed`]
  if (counts.warnings.size > 0) {
    const codes = [...counts.warnings].sort(([a], [b]) => (a < b ? -1 : 1))
    parts.push(codes.map(([code, count]) => `${code} ${count}`).join(', '))
  }
  const passed = Object.entries(PASSED_OVER).flatMap(([reason, [one, many]]) => {
    const count = passedOver.get(reason as PassedOver) ?? 0
    return count === 0 ? [] : [plural(count, one, many)]
  })
  if (passed.length > 0) parts.push(`${passed.join(', ')} passed over`)
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
