import { type Day, eraStart, fromBuddhist, fromPersian, isDay, isPersianYear } from './calendars.ts'
import { monthAt } from './names.ts'
import type { Token } from './tokens.ts'
import { DAY_UNITS, FILLERS, MONTH_UNITS, ORDINALS, YEAR_UNITS } from './words.ts'

/** Which of two small figures is the day. */
export type Order = 'dmy' | 'mdy'

export interface DayContext {
  /** Base language of the page, or null. */
  readonly language: string | null
  /** Order of figures on this page, or null where it is unknown. */
  readonly order: Order | null
  /** Year of dates that are written without, or null: such dates are then passed over. */
  readonly year: number | null
}

/** A day as read from a text. */
export interface DayRead extends Day {
  /** Index of the token after it. */
  readonly next: number
  /** Two figures that could be day and month either way, on a page whose order is unknown. */
  readonly ambiguous: boolean
  /** What the figures say of the order of the page, if they say it: one of them is greater than 12. */
  readonly shows: Order | null
  /** The year has two digits, or was not written at all. */
  readonly shortYear: boolean
}

interface Year {
  readonly year: number
  readonly short: boolean
  readonly next: number
}

/** The day that starts at a token. */
export function dayAt(tokens: readonly Token[], index: number, context: DayContext): DayRead | null {
  const token = tokens[index] as Token
  if (token.kind === 'sign') return null
  if (token.kind === 'word') {
    // Most words of a page are done with here: a day follows the name of a month at once.
    if (!hasNumberSoon(tokens, index)) return null
    return afterEra(tokens, index) ?? monthFirst(tokens, index, context)
  }
  if (token.text.length === 4) return yearFirst(tokens, index, context)
  if (token.text.length > 2 || token.value < 1 || token.value > 31) return null
  return dayThenMonthName(tokens, index, context) ?? threeFigures(tokens, index, context)
}

function hasNumberSoon(tokens: readonly Token[], index: number): boolean {
  for (let i = index + 1; i <= index + 4; i++) if (tokens[i]?.kind === 'number') return true
  return false
}

/** `令和6年5月3日`, `民國113年5月3日` */
function afterEra(tokens: readonly Token[], index: number): DayRead | null {
  const start = eraStart((tokens[index] as Token).text + (tokens[index + 1]?.text ?? ''))
  const year = tokens[index + 2]
  if (start === null || year?.kind !== 'number') return null
  return monthAndDayFigures(tokens, index + 3, start + year.value, null)
}

function yearFirst(tokens: readonly Token[], index: number, context: DayContext): DayRead | null {
  const written = (tokens[index] as Token).value
  const year = fromBuddhist(written)
  const next = afterYear(tokens, index + 1)
  const named = monthNameThenDay(tokens, next, year, context) ?? dayThenMonthAfterYear(tokens, next, year, context)
  return named ?? monthAndDayFigures(tokens, index + 1, year, isPersianYear(written) ? context.language : null)
}

/** `2024. gada 5. maijs`, `2021 ж. 3 қаңтар`, `2021-ж., 3-январь` */
function dayThenMonthAfterYear(
  tokens: readonly Token[],
  index: number,
  year: number,
  context: DayContext,
): DayRead | null {
  const day = tokens[index]
  const hasUnit = [1, 2, 3].some((back) => YEAR_UNITS.has(tokens[index - back]?.text ?? ''))
  if (day?.kind !== 'number' || day.text.length > 2 || !hasUnit) return null
  const at = /^[.-]$/.test(tokens[index + 1]?.text ?? '') ? index + 2 : index + 1
  const month = monthAt(tokens, at, context.language)
  return month === null ? null : finish(year, month.month, day.value, at + month.length, { persian: month.persian })
}

/** Skips `年`, `m.`, `года,`, `. gada`, `-ж.,`, `.`. */
function afterYear(tokens: readonly Token[], index: number): number {
  let next = index
  if (/^[.-]$/.test(tokens[next]?.text ?? '') && YEAR_UNITS.has(tokens[next + 1]?.text ?? '')) next++
  if (YEAR_UNITS.has(tokens[next]?.text ?? '')) next++
  for (let signs = 0; signs < 2 && /^[.,/-]$/.test(tokens[next]?.text ?? ''); signs++) next++
  return next
}

/** `kovo 31 d.`, `. május 3.`, `-May-03`, `May 3` after a year. */
function monthNameThenDay(tokens: readonly Token[], index: number, year: number, context: DayContext): DayRead | null {
  const month = monthAt(tokens, index, context.language)
  if (month === null) return null
  let next = index + month.length
  if (/^[.,/-]$/.test(tokens[next]?.text ?? '')) next++
  const day = tokens[next]
  if (day?.kind !== 'number' || day.text.length > 2) return null
  return finish(year, month.month, day.value, skipDayUnit(tokens, next + 1), { persian: month.persian })
}

/** `-05-03`, `.5.3`, `年5月3日`, `/ 05 / 03` after a year. */
function monthAndDayFigures(
  tokens: readonly Token[],
  index: number,
  year: number,
  persianLanguage: string | null,
): DayRead | null {
  const first = tokens[index]?.text ?? ''
  const isUnit = YEAR_UNITS.has(first)
  if (!isUnit && !/^[./-]$/.test(first)) return null
  const month = tokens[index + 1]
  if (month?.kind !== 'number' || month.text.length > 2) return null
  let next = index + 2
  if (isUnit) {
    // Mongolian: `5-р сарын 3`.
    if (tokens[next]?.text === '-' && tokens[next + 1]?.text === 'р') next += 2
    if (!MONTH_UNITS.has(tokens[next]?.text ?? '')) return null
  } else if (tokens[next]?.text !== first) return null
  const day = tokens[next + 1]
  if (day?.kind !== 'number' || day.text.length > 2) return null
  const persian = persianLanguage === 'fa' || persianLanguage === 'ps'
  return finish(year, month.value, day.value, skipDayUnit(tokens, next + 2), { persian })
}

function skipDayUnit(tokens: readonly Token[], index: number): number {
  let next = index
  const text = tokens[next]?.text ?? ''
  if (DAY_UNITS.has(text) || text.startsWith('일')) next++
  else if (tokens[next]?.gap === false && ORDINALS.has(text)) next++
  if (tokens[next]?.text === '.' && tokens[next]?.gap === false) next++
  return next
}

/** `3 May 2024`, `3. Mai 2024`, `3 de mayo de 2024`, `ngày 3 tháng 5 năm 2024`, `03-May-24`, `8 января` */
function dayThenMonthName(tokens: readonly Token[], index: number, context: DayContext): DayRead | null {
  const day = (tokens[index] as Token).value
  let next = index + 1
  if (tokens[next]?.gap === false && ORDINALS.has(tokens[next]?.text ?? '')) next++
  next = skip(tokens, next, /^[.,/'’º°-]$/, 3)
  const month = monthAt(tokens, next, context.language)
  if (month === null) return null
  next += month.length
  // Arabic pages give both names of a month: `3 نيسان/أبريل 2024`.
  const other = tokens[next]?.text === '/' ? monthAt(tokens, next + 1, context.language) : null
  if (other?.month === month.month) next += 1 + other.length
  const year = yearAt(tokens, skip(tokens, next, /^[.,/'’،-]$/, 3), context.language)
  if (year !== null)
    return finish(year.year, month.month, day, year.next, { persian: month.persian, short: year.short })
  return context.year === null ? null : finish(context.year, month.month, day, next, { short: true })
}

/** Skips up to `limit` fillers and signs between the parts of a date. */
function skip(tokens: readonly Token[], index: number, signs: RegExp, limit: number): number {
  let next = index
  for (let i = 0; i < limit; i++) {
    const token = tokens[next]
    if (token === undefined || token.kind === 'number') break
    // `m` and `nam` may start a name: `thang 5` is one, `m` never.
    if (token.kind === 'word' ? !FILLERS.has(token.text) || startsMonth(tokens, next) : !signs.test(token.text)) break
    next++
  }
  return next
}

function startsMonth(tokens: readonly Token[], index: number): boolean {
  const word = tokens[index]?.text ?? ''
  return (word === 'thang' || word === 'thg') && tokens[index + 1]?.kind === 'number'
}

function yearAt(tokens: readonly Token[], index: number, language: string | null): Year | null {
  const token = tokens[index]
  if (token?.kind !== 'number') return null
  if (token.text.length === 4) {
    const year = fromBuddhist(token.value)
    // Years of the Nepali calendar look like ones of ours to come.
    if (language === 'ne' && year > 2060) return null
    return { year, short: false, next: skipYearUnit(tokens, index + 1) }
  }
  const before = tokens[index - 1]
  const isShort = token.text.length === 2 && !token.gap && /^['’/.-]$/.test(before?.text ?? '')
  return isShort ? { year: token.value + (token.value < 70 ? 2000 : 1900), short: true, next: index + 1 } : null
}

function skipYearUnit(tokens: readonly Token[], index: number): number {
  const unit = tokens[index]
  if (unit?.kind !== 'word' || !YEAR_UNITS.has(unit.text)) return index
  return tokens[index + 1]?.text === '.' ? index + 2 : index + 1
}

/** `May 3, 2024`, `Sept. 3rd 2024`, `আগস্ট ২৯, ২০২০` */
function monthFirst(tokens: readonly Token[], index: number, context: DayContext): DayRead | null {
  const month = monthAt(tokens, index, context.language)
  if (month === null) return null
  let next = index + month.length
  if (/^[./-]$/.test(tokens[next]?.text ?? '')) next++
  const day = tokens[next]
  if (day?.kind !== 'number' || day.text.length > 2 || day.value < 1 || day.value > 31) return null
  next++
  if (tokens[next]?.text === ':' && tokens[next + 1]?.gap === false) return null
  if (tokens[next]?.gap === false && ORDINALS.has(tokens[next]?.text ?? '')) next++
  const year = yearAt(tokens, skip(tokens, next, /^[.,/'’،-]$/, 2), context.language)
  if (year !== null)
    return finish(year.year, month.month, day.value, year.next, { persian: month.persian, short: year.short })
  return context.year === null ? null : finish(context.year, month.month, day.value, next, { short: true })
}

/** `22/04/2024`, `22.04.2024`, `28. 4. 2023`, `22-04-24` */
function threeFigures(tokens: readonly Token[], index: number, context: DayContext): DayRead | null {
  const mark = tokens[index + 1]
  const second = tokens[index + 2]
  if (mark === undefined || !/^[./-]$/.test(mark.text) || second?.kind !== 'number' || second.text.length > 2)
    return null
  if (tokens[index + 3]?.text !== mark.text || (mark.text === '-' && (mark.gap || second.gap))) return null
  const year = yearAt(tokens, index + 4, context.language)
  if (year === null) return null
  return inOrder((tokens[index] as Token).value, second.value, year, context)
}

function inOrder(first: number, second: number, year: Year, context: DayContext): DayRead | null {
  if (first > 12 || second > 12) {
    const shows: Order = first > 12 ? 'dmy' : 'mdy'
    const [day, month] = shows === 'dmy' ? [first, second] : [second, first]
    return finish(year.year, month, day, year.next, { short: year.short, shows })
  }
  const [day, month] = context.order === 'mdy' ? [second, first] : [first, second]
  const persian = isPersianYear(year.year) && context.language === 'fa'
  return finish(year.year, month, day, year.next, {
    persian,
    short: year.short,
    ambiguous: context.order === null && first !== second,
  })
}

interface Facts {
  readonly persian?: boolean
  readonly short?: boolean
  readonly ambiguous?: boolean
  readonly shows?: Order
}

function finish(year: number, month: number, day: number, next: number, facts: Facts): DayRead | null {
  const found = facts.persian === true ? fromPersian(year, month, day) : { year, month, day }
  if (found === null || !isDay(found)) return null
  return {
    ...found,
    next,
    ambiguous: facts.ambiguous ?? false,
    shows: facts.shows ?? null,
    shortYear: facts.short ?? false,
  }
}
