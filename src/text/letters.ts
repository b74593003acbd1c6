import { flagsAt, LETTER, MARK, UPPER, WIDE } from './characters.ts'

/**
 * Letters of a text, 0 where it holds anything else; marks and `extra` characters are allowed and not counted. Regexes
 * such as `\p{L}{2,12}` do the same, but take tens of milliseconds when they first run.
 */
export function countLetters(text: string, extra = ''): number {
  let count = 0
  for (let at = 0; at < text.length; ) {
    const flags = flagsAt(text, at)
    if (flags & LETTER) count++
    else if ((flags & MARK) === 0 && !extra.includes(text.charAt(at))) return 0
    at += flags & WIDE ? 2 : 1
  }
  return count
}

/** Whether a text starts with a capital. */
export function startsUpper(text: string): boolean {
  return text !== '' && (flagsAt(text, 0) & UPPER) !== 0
}

/** Whether a text has small letters and no capitals. */
export function isSmall(text: string): boolean {
  return text === text.toLowerCase() && text !== text.toUpperCase()
}
