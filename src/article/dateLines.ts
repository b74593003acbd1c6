import { type DateContext, type DateMatch, parseDates } from '../dates/parse.ts'

const ANY: DateContext = { language: null, region: null, order: 'dmy' }
const MAX_CHARS = 300

/** Whether dates make up at least `share` (0..1) of a short line. */
export function hasDate(line: string, share: number): boolean {
  if (line.length > MAX_CHARS || !/\p{Nd}|[〇一二三四五六七八九]年/u.test(line)) return false
  const covered = parseDates(line, ANY).reduce((sum, { start, end }) => sum + end - start, 0)
  return covered > 0 && covered >= line.length * share
}

/** Dates of a short line; none of a long one. */
export function datesOf(line: string, context: DateContext): DateMatch[] {
  return line.length > MAX_CHARS || !/\p{Nd}|[〇一二三四五六七八九]年/u.test(line) ? [] : parseDates(line, context)
}
