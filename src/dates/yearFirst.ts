import { afterYear, isOneOf, isShortFigure, skip, skipDayUnit, skipOtherYear } from './between.ts'
import { type Calendar, eraStart, fromBuddhist, isPersianYear, MINGUO_START } from './calendars.ts'
import { type DayContext, type DayRead, finish } from './finish.ts'
import { isHijriYear } from './hijri.ts'
import { monthAt } from './names.ts'
import type { Token } from './tokens.ts'
import { MONTH_UNITS, YEAR_UNITS } from './words.ts'
import { isBikramYear } from './year.ts'

/** `令和6年5月3日`, `民國113年5月3日`, `令和6年（2024年）5月3日` */
export function afterEra(tokens: readonly Token[], index: number): DayRead | null {
  const start = eraStart((tokens[index] as Token).text + (tokens[index + 1]?.text ?? ''))
  const year = tokens[index + 2]
  if (start === null || year?.kind !== 'number') return null
  return monthAndDayFigures(tokens, index + 3, start + year.value, 'gregorian')
}

/** `113年5月3日`, on pages of Taiwan `113/05/03` too: three digits count from 1912. */
export function minguoFirst(tokens: readonly Token[], index: number, { language, region }: DayContext): DayRead | null {
  const year = tokens[index] as Token
  const isTold = region === 'TW' || (language === 'zh' && tokens[index + 1]?.text === '年')
  return isTold ? monthAndDayFigures(tokens, index + 1, MINGUO_START + year.value, 'gregorian') : null
}

/** Dates that start with a year of four digits. */
export function yearFirst(tokens: readonly Token[], index: number, context: DayContext): DayRead | null {
  const written = (tokens[index] as Token).value
  if (isBikramYear(written, context.language)) return null
  const year = fromBuddhist(written)
  const next = afterYear(tokens, index + 1)
  const named = monthNameThenDay(tokens, next, year, context) ?? dayThenMonthName(tokens, next, year, context)
  return named ?? monthAndDayFigures(tokens, index + 1, year, calendarOf(written, context.language))
}

/** The calendar of dates in figures, by the year and the language. */
export function calendarOf(year: number, language: string | null): Calendar {
  if ((language === 'fa' || language === 'ps') && isPersianYear(year)) return 'persian'
  return language === 'ar' && isHijriYear(year) ? 'hijri' : 'gregorian'
}

/** `2024. gada 5. maijs`, `2021 ж. 3 қаңтар`, `2021-ж., 3-январь`, `2024 3-يانۋار` */
function dayThenMonthName(tokens: readonly Token[], index: number, year: number, context: DayContext): DayRead | null {
  const day = tokens[index]
  if (!isShortFigure(day)) return null
  const hasUnit = [1, 2, 3, 4].some((back) => isOneOf(tokens, index - back, YEAR_UNITS))
  const isJoined = tokens[index + 1]?.text === '-' && tokens[index + 1]?.gap === false
  if (!hasUnit && !isJoined) return null
  const at = skip(tokens, index + 1, /^[.-]$/, 2)
  const month = monthAt(tokens, at, context.language)
  if (month === null) return null
  const next = at + month.length
  // The month has a year of its own after it.
  if (!hasUnit && tokens[next]?.kind === 'number' && tokens[next]?.text.length === 4) return null
  return finish({ year, month: month.month, day: day.value, next, calendar: month.calendar })
}

/** `kovo 31 d.`, `. május 3.`, `-May-03`, `May 3` after a year. */
function monthNameThenDay(tokens: readonly Token[], index: number, year: number, context: DayContext): DayRead | null {
  const month = monthAt(tokens, index, context.language)
  if (month === null) return null
  const next = skip(tokens, index + month.length, /^[.,/-]$/, 2)
  const day = tokens[next]
  if (!isShortFigure(day)) return null
  return finish({
    year,
    month: month.month,
    day: day.value,
    next: skipDayUnit(tokens, next + 1),
    calendar: month.calendar,
  })
}

/** `-05-03`, `.5.3`, `年5月3日`, `/ 05 / 03` after a year. */
function monthAndDayFigures(tokens: readonly Token[], index: number, year: number, calendar: Calendar): DayRead | null {
  const at = skipOtherYear(tokens, index)
  const mark = tokens[at]?.text ?? ''
  const isUnit = YEAR_UNITS.has(mark)
  if (!isUnit && !/^[./-]$/.test(mark)) return null
  const from = isUnit ? skipOtherYear(tokens, at + 1) : at + 1
  const month = tokens[from]
  if (!isShortFigure(month)) return null
  let next = from + 1
  if (isUnit) {
    // Mongolian: `5-р сарын 3`.
    if (tokens[next]?.text === '-' && tokens[next + 1]?.text === 'р') next += 2
    if (!isOneOf(tokens, next, MONTH_UNITS)) return null
  } else if (tokens[next]?.text !== mark) return null
  const day = tokens[next + 1]
  if (!isShortFigure(day)) return null
  return finish({ year, month: month.value, day: day.value, next: skipDayUnit(tokens, next + 2), calendar })
}
