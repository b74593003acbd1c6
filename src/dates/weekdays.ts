import { type Day, fromDayNumber, toDayNumber, weekdayOf } from './calendars.ts'
import type { DayContext, DayRead, Order } from './finish.ts'
import { type WeekdayName, weekdayAt } from './names.ts'
import type { Token } from './tokens.ts'

/** Days of the week of Chinese and Japanese pages: `（金）`, `金曜日`, `星期五`, `周五`. */
const IDEOGRAPHS: Readonly<Record<string, number>> = {
  月: 1,
  火: 2,
  水: 3,
  木: 4,
  金: 5,
  土: 6,
  日: 7,
  天: 7,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
}
/** Stand before the ideograph. */
const WEEK = new Set(['星', '期', '礼', '禮', '拜', '周', '週'])
const MAX_WEEK_TOKENS = 2
/** Tokens between a weekday and its date. */
const MAX_GAP = 3

/** The weekday that starts at a token, of any language. */
export function anyWeekdayAt(tokens: readonly Token[], index: number, language: string | null): WeekdayName | null {
  return weekdayAt(tokens, index, language) ?? ideographAt(tokens, index)
}

function ideographAt(tokens: readonly Token[], index: number): WeekdayName | null {
  let at = index
  while (at < index + MAX_WEEK_TOKENS && WEEK.has(tokens[at]?.text ?? '')) at++
  const text = tokens[at]?.text ?? ''
  if (!Object.hasOwn(IDEOGRAPHS, text)) return null
  const isNamed = at > index || tokens[at + 1]?.text === '曜' || tokens[at + 1]?.text === ')'
  if (!isNamed) return null
  let next = at + 1
  if (tokens[next]?.text === '曜') next += tokens[next + 1]?.text === '日' ? 2 : 1
  return { weekday: IDEOGRAPHS[text] as number, length: next - index }
}

/** Where the weekday that stands before a date starts; `index` where there is none. */
export function weekdayBefore(tokens: readonly Token[], index: number, free: number, language: string | null): number {
  const end = /^[,.،]$/.test(tokens[index - 1]?.text ?? '') ? index - 1 : index
  for (let length = 3; length > 0; length--) {
    if (end - length >= free && weekdayAt(tokens, end - length, language)?.length === length) return end - length
  }
  return index
}

/** The weekday that stands right before or after a date, 1..7, or null. */
export function weekdayBeside(
  tokens: readonly Token[],
  { from, next, free }: { readonly from: number; readonly next: number; readonly free: number },
  language: string | null,
): number | null {
  const before = weekdayBefore(tokens, from, free, language)
  if (before < from) return anyWeekdayAt(tokens, before, language)?.weekday ?? null
  for (let at = next; at < next + MAX_GAP && at < tokens.length; at++) {
    const found = anyWeekdayAt(tokens, at, language)
    if (found !== null) return found.weekday
    if (tokens[at]?.kind !== 'sign') return null
  }
  return null
}

/** Days that a month of the Hijra may start earlier or later than in the table. */
const MOON_DAYS = [0, -1, 1]

/**
 * What the weekday beside a date makes sure: which of two figures is the day, and which of two days begins a month of the
 * Hijra. Without one, the latter is sure in Saudi Arabia only, whose months are those of the table.
 */
export function confirmed(day: DayRead, weekday: number | null, { order, region }: DayContext): DayRead {
  if (day.calendar === 'hijri') return moonDay(day, weekday, region)
  if (weekday === null || day.swapped === null) return day
  const isThis = weekdayOf(day) === weekday
  const isOther = weekdayOf(day.swapped) === weekday
  if (isThis === isOther) return day
  const shows: Order = (order !== 'mdy') === isThis ? 'dmy' : 'mdy'
  return { ...day, ...(isThis ? {} : day.swapped), shows, ambiguous: false }
}

function moonDay(day: DayRead, weekday: number | null, region: string | null): DayRead {
  if (weekday === null) return { ...day, ambiguous: region !== 'SA' }
  const found = MOON_DAYS.map((shift): Day => fromDayNumber(toDayNumber(day) + shift)).find(
    (other) => weekdayOf(other) === weekday,
  )
  return found === undefined ? { ...day, ambiguous: true } : { ...day, ...found }
}
