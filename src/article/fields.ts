import { DIGIT, flagsAt, LETTER, MARK, WIDE } from '../text/characters.ts'
import { toNfkc } from '../text/normal.ts'

const ASCII = /^[ -~]*$/

/** Letters and digits of a text in lower case: equal for headlines that differ in punctuation and spaces only. */
export function bare(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '')
  return keepWords(toNfkc(text).toLowerCase())
}

/** Whether `bare` of a text may be `folded`: false where their first letters differ, which tells most texts apart. */
export function mayBeBare(text: string, folded: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // Beyond ASCII, and with a mark after it, a character may become another one.
    if (code > 127 || text.charCodeAt(at + 1) > 127) return true
    const isCapital = code >= 65 && code <= 90
    if (isCapital || (code >= 97 && code <= 122) || (code >= 48 && code <= 57))
      return folded.charCodeAt(0) === (isCapital ? code + 32 : code)
  }
  return folded === ''
}

/** Drops all but letters, figures and marks. */
function keepWords(text: string): string {
  let kept = ''
  let from = 0
  for (let at = 0; at < text.length; ) {
    const flags = flagsAt(text, at)
    const next = at + (flags & WIDE ? 2 : 1)
    if ((flags & (LETTER | DIGIT | MARK)) === 0) {
      kept += text.slice(from, at)
      from = next
    }
    at = next
  }
  return kept + text.slice(from)
}

/** Values that templates leave behind. */
const PLACEHOLDER =
  /^(?:undefined|null|nil|none|n\/a|nan|false|true|untitled|home|index|\[object object\])$|\{\{|\}\}|<%|%>/i

/** Whether a declared value says nothing. */
export function isPlaceholder(value: string): boolean {
  return value === '' || PLACEHOLDER.test(value)
}
