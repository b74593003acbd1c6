import { monthAt } from './names.ts'
import type { Token } from './tokens.ts'
import { DAY_UNITS, FILLERS, ORDINALS, YEAR_UNITS } from './words.ts'

/** Whether the sign or word at `index` is one of a set or pattern. */
export function isOneOf(tokens: readonly Token[], index: number, of: RegExp | ReadonlySet<string>): boolean {
  const text = tokens[index]?.text
  return text !== undefined && (of instanceof Set ? of.has(text) : (of as RegExp).test(text))
}

/** A figure of up to two digits. */
export function isShortFigure(token: Token | undefined): token is Token {
  return token?.kind === 'number' && token.text.length <= 2
}

/** Skips up to `limit` fillers and signs between the parts of a date. */
export function skip(tokens: readonly Token[], index: number, signs: RegExp, limit: number): number {
  let next = index
  for (let i = 0; i < limit; i++) {
    const token = tokens[next]
    if (token === undefined || token.kind === 'number') break
    if (token.kind === 'word' ? !isFiller(tokens, next) : !signs.test(token.text)) break
    next++
  }
  return next
}

/** `thang` may start the name of a month: `thang 5` is one. */
function isFiller(tokens: readonly Token[], index: number): boolean {
  const { text } = tokens[index] as Token
  if (!FILLERS.has(text)) return false
  return (text !== 'thang' && text !== 'thg') || tokens[index + 1]?.kind !== 'number'
}

/** Skips what is glued to a day: `3rd`, `14a`, `3-a`, `3-nji`, `3(a)`. */
export function skipOrdinal(tokens: readonly Token[], index: number): number {
  if (tokens[index]?.gap !== false) return index
  if (isOneOf(tokens, index, ORDINALS)) return index + 1
  const [sign, word, close] = [tokens[index], tokens[index + 1], tokens[index + 2]]
  if (word?.gap !== false || !isOneOf(tokens, index + 1, ORDINALS)) return index
  if (sign?.text === '-' && monthAt(tokens, index + 1, null) === null) return index + 2
  return sign?.text === '(' && close?.text === ')' ? index + 3 : index
}

/** Skips `日`, `d.`, `일` with its particle, an ordinal's end, a point. */
export function skipDayUnit(tokens: readonly Token[], index: number): number {
  const isUnit = isOneOf(tokens, index, DAY_UNITS) || tokens[index]?.text.startsWith('일') === true
  const next = isUnit ? index + 1 : skipOrdinal(tokens, index)
  return tokens[next]?.text === '.' && tokens[next]?.gap === false ? next + 1 : next
}

/** Skips the unit after a year at the end of a date: `года`, `г.`, `р.`, `هـ`. */
export function skipYearUnit(tokens: readonly Token[], index: number): number {
  const at = tokens[index]?.text === '-' && tokens[index]?.gap === false ? index + 1 : index
  const unit = tokens[at]
  if (unit?.kind !== 'word' || !YEAR_UNITS.has(unit.text)) return index
  return tokens[at + 1]?.text === '.' ? at + 2 : at + 1
}

/** Skips `年`, `m.`, `года,`, `. gada`, `-ж.,`, `(e)ko`, `.` between a year at the start and its month. */
export function afterYear(tokens: readonly Token[], index: number): number {
  let next = index
  if (isOneOf(tokens, next, /^[.-]$/) && isOneOf(tokens, next + 1, YEAR_UNITS)) next++
  if (isOneOf(tokens, next, YEAR_UNITS)) next++
  else if (tokens[next]?.text === '(' && tokens[next + 2]?.text === ')' && isOneOf(tokens, next + 3, YEAR_UNITS))
    next += 4
  return skip(tokens, next, /^[.,/،၊、⹁'’-]$/, 2)
}

const MAX_BRACKET_TOKENS = 5

/** Skips the year of another calendar: `2024年（令和6年）`, `令和6（2024）年`. */
export function skipOtherYear(tokens: readonly Token[], index: number): number {
  if (tokens[index]?.text !== '(') return index
  let hasFigure = false
  for (let i = index + 1; i <= index + MAX_BRACKET_TOKENS; i++) {
    if (tokens[i]?.text === ')') return hasFigure ? i + 1 : index
    hasFigure ||= tokens[i]?.kind === 'number'
  }
  return index
}
