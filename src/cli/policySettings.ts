import { REQUIRED_FIELDS, type RequiredField } from '../batch/policy.ts'
import { UsageError } from '../io/errors.ts'
import { FILE_REPORT_KINDS, type ReportWish } from '../report/open.ts'

/** How many failed pages are tolerated. */
export interface Tolerance {
  readonly amount: number
  /** Of a hundred pages rather than of all. */
  readonly isPercent: boolean
}

/** What is asked for by `--report`. */
export interface ReportSettings {
  readonly files: readonly ReportWish[]
  readonly github: boolean
}

/** None. */
const NO_TOLERANCE: Tolerance = { amount: 0, isPercent: false }

/** @throws UsageError for a name that is no field of every record. */
export function toRequired(given: string): readonly RequiredField[] {
  const names = given.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !REQUIRED_FIELDS.some((field) => field === name))
  if (unknown === undefined) return [...new Set(names as RequiredField[])]
  throw new UsageError(`Expected fields out of ${REQUIRED_FIELDS.join(', ')} for --require, not: ${unknown}`)
}

/** @throws UsageError */
export function toConfidence(given: string): number {
  if (/^(?:0?\.\d{1,6}|0|1|1\.0{1,6})$/.test(given)) return Number(given)
  throw new UsageError(`Expected a number from 0 to 1 for --min-confidence, not: ${given}`)
}

/** `3`, `2.5%`. @throws UsageError */
export function toTolerance(given: string | undefined): Tolerance {
  if (given === undefined) return NO_TOLERANCE
  if (/^\d{1,9}$/.test(given)) return { amount: Number(given), isPercent: false }
  const percent = /^(\d{1,3}(?:\.\d{1,6})?)%$/.exec(given)?.[1]
  if (percent !== undefined && Number(percent) <= 100) return { amount: Number(percent), isPercent: true }
  throw new UsageError(`Expected a number of pages or a share such as 5% for --max-failures, not: ${given}`)
}

/** Whether more pages failed than is tolerated. */
export function isBeyond(failed: number, pages: number, { amount, isPercent }: Tolerance): boolean {
  return isPercent ? failed * 100 > amount * pages : failed > amount
}

/**
 * `junit=report.xml`, `github`.
 *
 * @param isOnGithub Annotations and the job summary are written without being asked for.
 * @throws UsageError
 */
export function toReports(given: readonly string[], isOnGithub: boolean): ReportSettings {
  const wanted = given.filter((wish) => wish !== 'github')
  const files = wanted.map(toWish)
  const paths = files.map(({ path }) => path)
  const twice = paths.find((path, i) => paths.indexOf(path) !== i)
  if (twice !== undefined) throw new UsageError(`Expected a file for each --report, not: ${twice} for two`)
  return { files, github: isOnGithub || wanted.length < given.length }
}

function toWish(given: string): ReportWish {
  const end = given.indexOf('=')
  const kind = FILE_REPORT_KINDS.find((candidate) => candidate === given.slice(0, Math.max(end, 0)))
  const path = given.slice(end + 1)
  if (kind !== undefined && path !== '') return { kind, path }
  const kinds = FILE_REPORT_KINDS.map((name) => `${name}=<file>`).join(', ')
  throw new UsageError(`Expected ${kinds} or github for --report, not: ${given}`)
}
