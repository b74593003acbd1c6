import { type Day, formatDay, toDayNumber } from './calendars.ts'
import type { Clock } from './clock.ts'
import { dayAt } from './day.ts'
import type { DayContext, DayRead, Order } from './finish.ts'
import { baseLanguage, countryOf } from './home.ts'
import { isRange } from './range.ts'
import { clockAfter, clockBefore } from './timed.ts'
import { type Token, tokenize } from './tokens.ts'
import { confirmed, weekdayBefore, weekdayBeside } from './weekdays.ts'
import { formatOffset, zoneOffset } from './zones.ts'

export interface DateContext {
  /** BCP 47 of the page, or null. */
  readonly language: string | null
  /** Country of the site, ISO 3166, or null: resolves zones that several countries use. */
  readonly region: string | null
  /** Order of figures on this page; null where it is unknown. */
  readonly order: Order | null
  /** Year of dates that are written without; null: such dates are passed over. */
  readonly year?: number | null
}

/** A date in a text. */
export interface DateMatch {
  /** Offsets in the text, weekday and time included. */
  readonly start: number
  readonly end: number
  /** `2020-02-25` */
  readonly day: string
  /** `16:41` or `16:41:50`; null where the text does not tell. */
  readonly time: string | null
  /** `+07:00`; null where the text does not tell or the zone is one of several. */
  readonly offset: string | null
  /** Day and month could be read either way, or the month of another calendar may have begun a day before or after. */
  readonly ambiguous: boolean
  /** What the figures say of the order of the page. */
  readonly shows: Order | null
  readonly shortYear: boolean
  /** One end of a span of time, as of an event. */
  readonly range: boolean
}

/** Longer texts are cut: no line that tells a date needs more. */
const MAX_CHARS = 4000

/** All dates of a text, in order, with the times that belong to them. Linear in the length of the text. */
export function parseDates(text: string, context: DateContext): DateMatch[] {
  const tokens = tokenize(text.length > MAX_CHARS ? text.slice(0, MAX_CHARS) : text)
  const { language: tag, order, year = null } = context
  const dayContext = { language: baseLanguage(tag), region: countryOf(tag, context.region), order, year }
  const found: Found[] = []
  let free = 0
  for (let i = 0; i < tokens.length; i++) {
    if (!mayStart(tokens, i)) continue
    const day = dayAt(tokens, i, dayContext)
    if (day === null || goesOn(tokens, day.next)) continue
    const read = withClock(tokens, { from: i, free, day }, dayContext)
    found.push(read)
    free = read.next
    i = read.next - 1
  }
  return found.length > 1 ? withoutTwins(found) : found.map(({ match }) => match)
}

/** A date does not start inside of a longer figure such as `1.22.04.2024` or `№12-22-04-2024`. */
function mayStart(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index] as Token
  if (token.kind === 'sign') return false
  if (token.kind === 'word') return true
  const sign = tokens[index - 1]
  if (token.gap || sign === undefined || !/^[./-]$/.test(sign.text)) return true
  return sign.gap || tokens[index - 2]?.kind !== 'number'
}

/** A version or phone number goes on after what looked like a date; not `16:41`, nor the span of `2024年5月3-5日`. */
function goesOn(tokens: readonly Token[], index: number): boolean {
  const sign = tokens[index]
  if (sign === undefined || sign.gap || !/^[./-]$/.test(sign.text)) return false
  const after = tokens[index + 2]?.text ?? ''
  return tokens[index + 1]?.kind === 'number' && tokens[index + 1]?.gap === false && after !== ':' && after !== '日'
}

interface Place {
  readonly from: number
  /** First token that does not belong to the date before. */
  readonly free: number
  readonly day: DayRead
}

interface Found {
  readonly match: DateMatch
  readonly day: DayRead
  /** Index of the token after it. */
  readonly next: number
}

function withClock(tokens: readonly Token[], { from, free, day }: Place, context: DayContext): Found {
  const { language, region } = context
  const after = clockAfter(tokens, day.next, language)
  const before = after === null ? clockBefore(tokens, from, free, language) : null
  const clock = after ?? before?.clock ?? null
  const first = before?.from ?? weekdayBefore(tokens, from, free, language)
  const next = after?.next ?? day.next
  const sure = needsWeekday(day)
    ? confirmed(day, weekdayBeside(tokens, { from, next: day.next, free }, language), context)
    : day
  const match: DateMatch = {
    start: (tokens[first] as Token).start,
    end: (tokens[next - 1] as Token).end,
    day: formatDay(sure),
    time: clock === null ? null : formatTime(clock),
    offset: clock === null ? null : offsetOf(clock, sure, region),
    ambiguous: sure.ambiguous,
    shows: sure.shows,
    shortYear: sure.shortYear,
    range: isRange(tokens, from, next),
  }
  return { match, day: sure, next }
}

function needsWeekday({ swapped, calendar }: DayRead): boolean {
  return swapped !== null || calendar === 'hijri'
}

/** Days that the same day may differ by in two calendars. */
const TWIN_DAYS = 2

/** Dates of the Hijra go where the line has the Gregorian one too, which is sure. */
function withoutTwins(found: readonly Found[]): DateMatch[] {
  const isTwin = ({ day }: Found): boolean =>
    day.calendar === 'hijri' &&
    found.some(
      (other) => other.day.calendar !== 'hijri' && Math.abs(toDayNumber(other.day) - toDayNumber(day)) <= TWIN_DAYS,
    )
  return found.filter((entry) => !isTwin(entry)).map(({ match }) => match)
}

function formatTime({ hour, minute, second }: Clock): string {
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${pad(hour)}:${pad(minute)}${second === null ? '' : `:${pad(second)}`}`
}

function offsetOf(clock: Clock, day: Day, region: string | null): string | null {
  if (clock.offset !== null) return formatOffset(clock.offset)
  if (clock.zone === null) return null
  // Of the United States, to the week: from the second Sunday of March to the first of November.
  const isSummer = day.month > 3 && day.month < 11 ? true : day.month === 3 && day.day > 14
  const minutes = zoneOffset(clock.zone, region, isSummer)
  return minutes === null ? null : formatOffset(minutes)
}
