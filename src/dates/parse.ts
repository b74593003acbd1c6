import { type Day, formatDay } from './calendars.ts'
import { type Clock, clockAt } from './clock.ts'
import { type DayRead, dayAt, type Order } from './day.ts'
import { monthAt, weekdayLength } from './names.ts'
import { type Token, tokenize } from './tokens.ts'
import { CLOCK_WORDS, LINK_WORDS } from './words.ts'
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
  /** Day and month could be read either way. */
  readonly ambiguous: boolean
  /** What the figures say of the order of the page. */
  readonly shows: Order | null
  readonly shortYear: boolean
  /** One end of a span of time, as of an event. */
  readonly range: boolean
}

/** Longer texts are cut: no line that tells a date needs more. */
const MAX_CHARS = 4000
/** Tokens that may stand between a date and its time. */
const MAX_LINKS = 5
/** Tokens of a time that stands before its date. */
const MAX_CLOCK_TOKENS = 12

/** All dates of a text, in order, with the times that belong to them. Linear in the length of the text. */
export function parseDates(text: string, context: DateContext): DateMatch[] {
  const tokens = tokenize(text.length > MAX_CHARS ? text.slice(0, MAX_CHARS) : text)
  const language = context.language === null ? null : (context.language.split(/[-_]/, 1)[0] ?? '').toLowerCase()
  const dayContext = { language, order: context.order, year: context.year ?? null }
  const matches: DateMatch[] = []
  let free = 0
  for (let i = 0; i < tokens.length; i++) {
    if (!mayStart(tokens, i)) continue
    const day = dayAt(tokens, i, dayContext)
    if (day === null || goesOn(tokens, day.next)) continue
    const found = withClock(tokens, { from: i, free, day }, context)
    matches.push(found.match)
    free = found.next
    i = found.next - 1
  }
  return matches
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

/** A version or phone number goes on after what looked like a date. */
function goesOn(tokens: readonly Token[], index: number): boolean {
  const sign = tokens[index]
  if (sign === undefined || sign.gap || !/^[./-]$/.test(sign.text)) return false
  return tokens[index + 1]?.kind === 'number' && tokens[index + 1]?.gap === false && tokens[index + 2]?.text !== ':'
}

interface Found {
  readonly from: number
  /** First token that does not belong to the date before. */
  readonly free: number
  readonly day: DayRead
}

function withClock(
  tokens: readonly Token[],
  { from, free, day }: Found,
  context: DateContext,
): { match: DateMatch; next: number } {
  const after = clockAfter(tokens, day.next)
  const before = after === null ? clockBefore(tokens, from, free) : null
  const clock = after ?? before?.clock ?? null
  const first = before?.from ?? weekdayBefore(tokens, from, free)
  const next = after?.next ?? day.next
  const match: DateMatch = {
    start: (tokens[first] as Token).start,
    end: (tokens[next - 1] as Token).end,
    day: formatDay(day),
    time: clock === null ? null : formatTime(clock),
    offset: clock === null ? null : offsetOf(clock, day, context.region),
    ambiguous: day.ambiguous,
    shows: day.shows,
    shortYear: day.shortYear,
    range: isRange(tokens, from, next),
  }
  return { match, next }
}

function clockAfter(tokens: readonly Token[], index: number): Clock | null {
  let at = index
  for (let links = 0; links <= MAX_LINKS && at < tokens.length; links++) {
    const clock = clockAt(tokens, at, true)
    // `2024-05-03 - 16 h reading`: the units of a duration need a word before them.
    if (clock !== null) return clock
    const length = linkLength(tokens, at)
    if (length === 0) return null
    at += length
  }
  return null
}

const LINK_SIGN = /^[,|•·—–()[\]/@،、:;-]$/

/** Tokens of the sign, word or weekday at `index` that may stand between a date and a time; 0 where there is none. */
function linkLength(tokens: readonly Token[], index: number): number {
  const token = tokens[index] as Token
  if (token.kind === 'number') return 0
  if (token.kind === 'sign') return LINK_SIGN.test(token.text) || (token.text === '.' && !token.gap) ? 1 : 0
  if (CLOCK_WORDS.has(token.text) || LINK_WORDS.has(token.text)) return 1
  const weekday = weekdayLength(tokens, index)
  if (weekday > 0) return weekday
  // Weekdays of Chinese and Japanese pages: `(金)`, `星期五`.
  return /^[日月火水木金土一二三四五六曜星期週周]$/u.test(token.text) ? 1 : 0
}

function clockBefore(tokens: readonly Token[], index: number, free: number): { clock: Clock; from: number } | null {
  for (let from = index - 1; from >= Math.max(free, index - MAX_CLOCK_TOKENS); from--) {
    const token = tokens[from] as Token
    if (token.kind === 'sign') continue
    const clock = clockAt(tokens, from, false)
    if (clock === null || clock.next > index) continue
    return isLinked(tokens, clock.next, index) ? { clock: wholeClock(tokens, from, free, clock), from } : null
  }
  return null
}

/** The walk back meets `41:50` of `16:41:50` first. */
function wholeClock(tokens: readonly Token[], from: number, free: number, clock: Clock): Clock {
  for (const back of [2, 1]) {
    const longer = from - back >= free ? clockAt(tokens, from - back, false) : null
    if (longer !== null && longer.next === clock.next) return longer
  }
  return clock
}

function isLinked(tokens: readonly Token[], from: number, to: number): boolean {
  let at = from
  for (let links = 0; at < to; links++) {
    const length = linkLength(tokens, at)
    if (length === 0 || links >= MAX_LINKS) return false
    at += length
  }
  return at === to
}

function weekdayBefore(tokens: readonly Token[], index: number, free: number): number {
  const end = /^[,.،]$/.test(tokens[index - 1]?.text ?? '') ? index - 1 : index
  for (let length = 3; length > 0; length--) {
    if (end - length >= free && weekdayLength(tokens, end - length) === length) return end - length
  }
  return index
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

const RANGE_SIGN = /^[–—~-]$/
const RANGE_WORDS = new Set([
  'bis',
  'to',
  'until',
  'till',
  'through',
  'jusqu',
  'hasta',
  'al',
  'au',
  'sd',
  'sampai',
  'hingga',
  'tot',
  'til',
  'do',
  'までの',
])

/** A day or a time follows after a dash or a word such as `bis`, or a day stands before: `3-5 May 2024`. */
function isRange(tokens: readonly Token[], from: number, next: number): boolean {
  const dash = tokens[next]
  if (dash !== undefined && (RANGE_SIGN.test(dash.text) || RANGE_WORDS.has(dash.text))) {
    const after = tokens[next + 1]
    const isDay = after?.kind === 'number' && after.text.length <= 2
    if (isDay && (tokens[next + 2]?.kind !== 'word' || monthAt(tokens, next + 2, null) !== null)) return true
    // `March 3 to April 5`; a label between makes it two dates: `3 March - Updated 5 April`.
    if (monthAt(tokens, next + 1, null) !== null) return true
  }
  const before = tokens[from - 1]
  const isDash = before !== undefined && (RANGE_SIGN.test(before.text) || RANGE_WORDS.has(before.text))
  const earlier = tokens[from - 2]
  return isDash && earlier?.kind === 'number' && earlier.text.length <= 2 && tokens[from - 3]?.text !== ':'
}
