import { isShortFigure } from './between.ts'
import { monthAt } from './names.ts'
import type { Token } from './tokens.ts'
import { DAY_UNITS, MONTH_UNITS, RANGE_WORDS } from './words.ts'

const RANGE_SIGN = /^[–—~-]$/

function isRangeMark(token: Token | undefined): boolean {
  return token !== undefined && (RANGE_SIGN.test(token.text) || RANGE_WORDS.has(token.text))
}

/** Whether a date is one end of a span: a day or a time follows after a dash or a word such as `bis`, or a day stands before. */
export function isRange(tokens: readonly Token[], from: number, next: number): boolean {
  return goesOnAfter(tokens, next) || startsBefore(tokens, from)
}

/** The Korean `from` is written in one word with the day. */
const KOREAN_FROM = '부터'

function goesOnAfter(tokens: readonly Token[], next: number): boolean {
  if (tokens[next - 1]?.text.endsWith(KOREAN_FROM) === true) return true
  if (!isRangeMark(tokens[next])) return false
  const after = tokens[next + 1]
  const unit = tokens[next + 2]
  const isUnit = DAY_UNITS.has(unit?.text ?? '') || MONTH_UNITS.has(unit?.text ?? '')
  if (isShortFigure(after) && (unit?.kind !== 'word' || isUnit || monthAt(tokens, next + 2, null) !== null)) return true
  // `March 3 to April 5`; a label between makes it two dates: `3 March - Updated 5 April`.
  return monthAt(tokens, next + 1, null) !== null
}

/** `3-5 May 2024`, `3. bis 5. Mai 2024`, `3 May to 5 May 2024` */
function startsBefore(tokens: readonly Token[], from: number): boolean {
  // `de 3 a 5 de maio`: the word is too common to tell anything after a date.
  if (!isRangeMark(tokens[from - 1]) && tokens[from - 1]?.text !== 'a') return false
  const end = tokens[from - 2]?.text === '.' ? from - 3 : from - 2
  const earlier = tokens[end]
  if (isShortFigure(earlier)) return tokens[end - 1]?.text !== ':'
  return isShortFigure(tokens[end - 1]) && monthAt(tokens, end, null) !== null
}
