import { DIGIT, flagsOf } from '../text/characters.ts'

/** What a number in Chinese numerals stands before in a date. */
export const NUMERAL_UNITS: ReadonlySet<string> = new Set('年月日号號時时點点分'.split(''))
/** One of them. */
const HAS_NUMERAL_UNIT = /[年月日号號時时點点分]/

/**
 * Whether a text may have `min` numbers in figures; false only where it has fewer. Each digit beyond ASCII counts as a
 * number, because the figures of some scripts are hard to tell from other numerals.
 */
export function mayHaveNumbers(text: string, min: number): boolean {
  let count = 0
  let inNumber = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) {
      if (!inNumber && ++count >= min) return true
      inNumber = true
      continue
    }
    inNumber = false
    if (code > 127 && (flagsOf(code) & DIGIT) !== 0 && ++count >= min) return true
  }
  return false
}

/**
 * Whether a text may hold a date whose year is written, which takes two numbers at least. False only where it holds none:
 * most lines of a page are told by one look at their characters, before anything is cut into tokens.
 */
export function mayHoldDate(text: string): boolean {
  return mayHaveNumbers(text, 2) || HAS_NUMERAL_UNIT.test(text)
}
