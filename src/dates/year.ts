import { skipYearUnit } from './between.ts'
import { fromBuddhist, fromShortBuddhist } from './calendars.ts'
import type { DayContext } from './finish.ts'
import type { Token } from './tokens.ts'

/** A year as read from a text. */
export interface Year {
  readonly year: number
  readonly short: boolean
  /** Index of the token after it. */
  readonly next: number
}

/** Pages whose own calendar, 56 or 57 years ahead, is not known here: its years look like ones of ours to come. */
const BIKRAM_LANGUAGES = new Set(['ne', 'mai', 'new'])
const FIRST_BIKRAM_YEAR = 2061
/** Two digits below stand for years after 2000. */
const SHORT_PIVOT = 70

/** The year that two digits stand for. */
export function fullYear(digits: number): number {
  return digits + (digits < SHORT_PIVOT ? 2000 : 1900)
}

/** Whether four digits are a year of the calendar of Nepal. */
export function isBikramYear(year: number, language: string | null): boolean {
  return year >= FIRST_BIKRAM_YEAR && year <= 2100 && BIKRAM_LANGUAGES.has(language ?? '')
}

/** The year at the end of a date: `2024`, `2567`, `1403`, `'24`, `67` on Thai pages. */
export function yearAt(tokens: readonly Token[], index: number, { language }: DayContext): Year | null {
  const token = tokens[index]
  if (token?.kind !== 'number') return null
  if (token.text.length === 4) {
    if (isBikramYear(token.value, language)) return null
    return { year: fromBuddhist(token.value), short: false, next: skipYearUnit(tokens, index + 1) }
  }
  if (token.text.length !== 2) return null
  const isGlued = !token.gap && /^['’/.-]$/.test(tokens[index - 1]?.text ?? '')
  const isThai = language === 'th' && (isGlued || tokens[index - 1]?.kind === 'word' || tokens[index - 1]?.text === '.')
  if (!isGlued && !isThai) return null
  const year = isThai ? fromShortBuddhist(token.value) : fullYear(token.value)
  return { year, short: true, next: index + 1 }
}
