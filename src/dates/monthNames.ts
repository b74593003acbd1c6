import { isShortFigure, skip, skipOrdinal } from './between.ts'
import { type DayContext, type DayRead, finish } from './finish.ts'
import { type MonthName, monthAt, weekdayAt } from './names.ts'
import type { Token } from './tokens.ts'
import { yearAt } from './year.ts'

const BEFORE_MONTH = /^[.,/'’º°-]$/
const BEFORE_YEAR = /^[.,/'’،၊⹁-]$/

/** `3 May 2024`, `3. Mai 2024`, `3 de mayo de 2024`, `ngày 3 tháng 5 năm 2024`, `03-May-24`, `8 января` */
export function dayThenMonthName(tokens: readonly Token[], index: number, context: DayContext): DayRead | null {
  const day = (tokens[index] as Token).value
  const at = skip(tokens, skipOrdinal(tokens, index + 1), BEFORE_MONTH, 3)
  const month = monthAt(tokens, at, context.language)
  if (month === null) return null
  let next = at + month.length
  // Arabic pages give both names of a month: `3 نيسان/أبريل 2024`.
  const other = tokens[next]?.text === '/' ? monthAt(tokens, next + 1, context.language) : null
  if (other?.month === month.month) next += 1 + other.length
  return withYear(tokens, next, { day, month, limit: 3 }, context)
}

/** `May 3, 2024`, `Sept. 3rd 2024`, `আগস্ট ২৯, ২০২০` */
export function monthFirst(tokens: readonly Token[], index: number, context: DayContext): DayRead | null {
  const month = monthAt(tokens, index, context.language)
  if (month === null) return null
  const at = skip(tokens, index + month.length, /^[./-]$/, 1)
  const day = tokens[at]
  if (!isShortFigure(day) || day.value < 1 || day.value > 31) return null
  if (tokens[at + 1]?.text === ':' && tokens[at + 2]?.gap === false) return null
  // `in May 15.45 million`
  if (tokens[at + 1]?.text === '.' && tokens[at + 2]?.text.length === 2) return null
  return withYear(tokens, skipOrdinal(tokens, at + 1), { day: day.value, month, limit: 2 }, context)
}

interface DayAndMonth {
  readonly day: number
  readonly month: MonthName
  /** Fillers and signs that may stand before the year. */
  readonly limit: number
}

function withYear(
  tokens: readonly Token[],
  index: number,
  { day, month: { month, calendar }, limit }: DayAndMonth,
  context: DayContext,
): DayRead | null {
  const found = yearAt(tokens, beforeYear(tokens, index, limit, context), context)
  if (found !== null) {
    const { year, short, next } = found
    return finish({ year, month, day, next, calendar, short })
  }
  return context.year === null ? null : finish({ year: context.year, month, day, next: index, short: true })
}

/** Skips signs and fillers, and the weekday that Bashkir has there: `3 май, йома, 2024 й.` */
function beforeYear(tokens: readonly Token[], index: number, limit: number, { language }: DayContext): number {
  const next = skip(tokens, index, BEFORE_YEAR, limit)
  const weekday = tokens[next]?.kind === 'word' ? weekdayAt(tokens, next, language) : null
  return weekday === null ? next : skip(tokens, next + weekday.length, BEFORE_YEAR, 1)
}
