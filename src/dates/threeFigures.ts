import { isShortFigure, skipDayUnit } from './between.ts'
import { type Day, isDay } from './calendars.ts'
import { type DayContext, type DayRead, finish, type Order } from './finish.ts'
import type { Token } from './tokens.ts'
import { fullYear, type Year, yearAt } from './year.ts'
import { calendarOf } from './yearFirst.ts'

/** Pages in these put the year first, in two digits too: `24.05.03`. */
const YEAR_FIRST_LANGUAGES = new Set(['ja', 'ko', 'zh'])
/** Announce figures that are no date: `v10.2.24`. */
const VERSION_WORDS = new Set(['v', 'ver', 'version', 'versione', 'firmware', 'ios', 'android', 'rev'])

/** `22/04/2024`, `22.04.2024`, `28. 4. 2023`, `22-04-24` */
export function threeFigures(tokens: readonly Token[], index: number, context: DayContext): DayRead | null {
  const first = tokens[index] as Token
  const mark = tokens[index + 1]
  const second = tokens[index + 2]
  if (mark === undefined || !/^[./-]$/.test(mark.text) || !isShortFigure(second)) return null
  if (tokens[index + 3]?.text !== mark.text || (mark.text === '-' && (mark.gap || second.gap))) return null
  const year = yearAt(tokens, index + 4, context)
  if (year === null) return null
  if (year.short && VERSION_WORDS.has(tokens[index - 1]?.text ?? '')) return null
  const yearFirst = year.short ? shortYearFirst(tokens, index) : null
  if (yearFirst !== null && YEAR_FIRST_LANGUAGES.has(context.language ?? '')) {
    // Forums of America print `9/12/05` in Chinese too.
    return { ...yearFirst, ambiguous: mark.text === '/' }
  }
  const read = inOrder(first.value, second.value, year, context)
  const isUnsure = yearFirst !== null && mark.text === '-' && context.language === null
  return read !== null && isUnsure ? { ...read, ambiguous: true, shows: null } : read
}

/** `24.05.03`, if it can be read so at all. */
function shortYearFirst(tokens: readonly Token[], index: number): DayRead | null {
  const [year, month, day] = [0, 2, 4].map((ahead) => tokens[index + ahead] as Token)
  if (year?.text.length !== 2 || month === undefined || day === undefined) return null
  return finish({
    year: fullYear(year.value),
    month: month.value,
    day: day.value,
    next: skipDayUnit(tokens, index + 5),
    short: true,
  })
}

function inOrder(first: number, second: number, year: Year, context: DayContext): DayRead | null {
  const calendar = calendarOf(year.year, context.language)
  if (first > 12 || second > 12) {
    const shows: Order = first > 12 ? 'dmy' : 'mdy'
    const [day, month] = shows === 'dmy' ? [first, second] : [second, first]
    return finish({ ...year, month, day, calendar, shows })
  }
  const [day, month] = context.order === 'mdy' ? [second, first] : [first, second]
  const other: Day = { year: year.year, month: day, day: month }
  const swapped = first !== second && calendar === 'gregorian' && isDay(other) ? other : null
  return finish({ ...year, month, day, calendar, swapped, ambiguous: context.order === null && first !== second })
}
