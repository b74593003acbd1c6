/** A day of the Gregorian calendar. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Calendars whose months have names of their own; the Buddhist and Chinese years go with Gregorian months. */
export type Calendar = 'gregorian' | 'persian' | 'hijri'

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
/** Pages do not tell of days outside of these; a year beyond is a misread figure. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Whether such a day exists. */
export function isDay({ year, month, day }: Day): boolean {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return false
  return day <= (MONTH_DAYS[month - 1] as number) + (month === 2 && isLeapYear(year) ? 1 : 0)
}

/** `2020-02-05` */
export function formatDay({ year, month, day }: Day): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Years that the Thai, Lao and Khmer (Buddhist) calendar is ahead. */
const BUDDHIST_OFFSET = 543

/** Gregorian year of a year that may be Buddhist: 2400..2700 can't be anything else. */
export function fromBuddhist(year: number): number {
  return year >= 2400 && year <= 2700 ? year - BUDDHIST_OFFSET : year
}

/**
 * Gregorian year of a Thai year in two digits: `67` is 2567, which is 2024. Below 43 it can only be a Gregorian one, from
 * 2000 on.
 */
export function fromShortBuddhist(year: number): number {
  return year >= 43 ? 2500 + year - BUDDHIST_OFFSET : 2000 + year
}

/** Years of the Republic of China are counted from the first after 1911. */
export const MINGUO_START = 1911

/** Eras that count years from their own year 1, and the year before it. */
const ERAS: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  民國: MINGUO_START,
  民国: MINGUO_START,
}

/** Year before the first of an era, or null. */
export function eraStart(name: string): number | null {
  return Object.hasOwn(ERAS, name) ? (ERAS[name] as number) : null
}

/** Years of the Persian calendar that pages of our time tell of. */
export function isPersianYear(year: number): boolean {
  return year >= 1300 && year <= 1499
}

/** Leap years of the Persian calendar within its 33-year cycle, right for 1178..1633. */
const PERSIAN_LEAPS = new Set([1, 5, 9, 13, 17, 22, 26, 30])
/** 1 Farvardin 1300, in days since 1970-01-01: 21 March 1921. */
const PERSIAN_1300 = -17818

/** The Gregorian day of a Persian one, or null where there is none. */
export function fromPersian(year: number, month: number, day: number): Day | null {
  if (!isPersianYear(year) || month < 1 || month > 12 || day < 1) return null
  const isLeap = PERSIAN_LEAPS.has(year % 33)
  const length = month <= 6 ? 31 : month < 12 || isLeap ? 30 : 29
  if (day > length) return null
  let days = PERSIAN_1300
  for (let y = 1300; y < year; y++) days += PERSIAN_LEAPS.has(y % 33) ? 366 : 365
  days += (month - 1) * 30 + Math.min(month - 1, 6) + day - 1
  return fromDayNumber(days)
}

/** Days since 1970-01-01. */
export function toDayNumber({ year, month, day }: Day): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000)
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(day: Day): number {
  // 1970-01-01 was a Thursday.
  return ((((toDayNumber(day) + 3) % 7) + 7) % 7) + 1
}

/** The day that is `days` days after 1970-01-01. */
export function fromDayNumber(days: number): Day {
  const date = new Date(days * 86_400_000)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}
