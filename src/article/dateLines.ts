import { mayHoldDate } from '../dates/figures.ts'
import { type DateContext, type DateMatch, parseDates } from '../dates/parse.ts'

const ANY: DateContext = { language: null, region: null, order: 'dmy' }
const MAX_CHARS = 300

/** Whether dates make up at least `share` (0..1) of a short line. */
export function hasDate(line: string, share: number): boolean {
  const dates = datesOf(line, ANY)
  if (dates.length === 0) return false
  const covered = dates.reduce((sum, { start, end }) => sum + end - start, 0)
  return covered >= line.length * share
}

/** Dates of a short line; none of a long one. */
export function datesOf(line: string, context: DateContext): readonly DateMatch[] {
  if (line.length > MAX_CHARS || !mayHoldDate(line) || !/\p{Nd}|[〇一二三四五六七八九]年/u.test(line)) return NONE
  return parseDates(line, context)
}

const NONE: readonly DateMatch[] = []
