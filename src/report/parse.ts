import type { PageStatus } from '../batch/task.ts'
import type { ReportLine } from './line.ts'
import type { Sums } from './sums.ts'

type Test = (value: unknown) => boolean

const isCount: Test = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const isText: Test = (value) => typeof value === 'string'
const isFlag: Test = (value) => typeof value === 'boolean'
const orNull =
  (test: Test): Test =>
  (value) =>
    value === null || test(value)

const STATUSES: Readonly<Record<PageStatus, true>> = { ok: true, 'ok-degraded': true, skipped: true, failed: true }

/** In the order in which they are written. */
const LINE: Readonly<Record<keyof ReportLine, Test>> = {
  number: isCount,
  id: orNull(isText),
  path: orNull(isText),
  record: isFlag,
  status: (value) => typeof value === 'string' && Object.hasOwn(STATUSES, value),
  codes: (value) => Array.isArray(value) && value.every(isText),
  message: orNull(isText),
  confidence: orNull((value) => typeof value === 'number'),
  bytesIn: isCount,
  bytesOut: isCount,
  sha256: orNull(isText),
}

const SUMS: Readonly<Record<keyof Sums, Test>> = {
  pages: isCount,
  statuses: isRecordOfCounts,
  codes: isRecordOfCounts,
  bytesIn: isCount,
  bytesOut: isCount,
  complete: isFlag,
  shard: orNull((value) => isObject(value) && isCount(value.index) && isCount(value.count)),
}

/** A page of a json report; null for what is none. Fields of later versions are dropped. */
export function parseLine(text: string): ReportLine | null {
  return checked<ReportLine>(parseObject(text), LINE)
}

/** The last line of a json report; null for what is none. */
export function parseSums(text: string): Sums | null {
  const fields = parseObject(text)?.sums
  return isObject(fields) ? checked<Sums>(fields, SUMS) : null
}

function checked<Value>(fields: Fields | null, tests: Readonly<Record<string, Test>>): Value | null {
  if (fields === null) return null
  const entries = Object.entries(tests).map(([name, test]) => ({ name, value: fields[name], test }))
  if (!entries.every(({ value, test }) => test(value))) return null
  return Object.fromEntries(entries.map(({ name, value }) => [name, value])) as Value
}

type Fields = Readonly<Record<string, unknown>>

function parseObject(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isRecordOfCounts(value: unknown): boolean {
  return isObject(value) && Object.values(value).every(isCount)
}
