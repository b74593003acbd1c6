import type { Token } from './tokens.ts'
import { anyWeekdayAt } from './weekdays.ts'
import { CLOCK_WORDS, LINK_WORDS } from './words.ts'

/** Tokens that may stand between a date and its time. */
export const MAX_LINKS = 5

const LINK_SIGN = /^[,|•·—–()[\]/@،、၊:;\u30fb-]$/
const WEEKDAY_PARTS = /^[日月火水木金土一二三四五六曜星期週周]$/u

/** Tokens of the sign, word or weekday at `index` that may stand between a date and a time; 0 where there is none. */
export function linkLength(tokens: readonly Token[], index: number, language: string | null): number {
  const token = tokens[index] as Token
  if (token.kind === 'number') return 0
  if (token.kind === 'sign') return LINK_SIGN.test(token.text) || (token.text === '.' && !token.gap) ? 1 : 0
  if (CLOCK_WORDS.has(token.text) || LINK_WORDS.has(token.text)) return 1
  const weekday = anyWeekdayAt(tokens, index, language)
  if (weekday !== null) return weekday.length
  return WEEKDAY_PARTS.test(token.text) ? 1 : 0
}

/** Whether nothing but links stands from one token up to another. */
export function isLinked(tokens: readonly Token[], from: number, to: number, language: string | null): boolean {
  let at = from
  for (let links = 0; at < to; links++) {
    const length = linkLength(tokens, at, language)
    if (length === 0 || links >= MAX_LINKS) return false
    at += length
  }
  return at === to
}
