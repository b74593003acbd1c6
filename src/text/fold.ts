import { toNfkc } from './normal.ts'

const EDGES = new Set(
  Array.from(':：.…!！?？»«›‹>|｜•·*[]()（）［］【】〔〕/／=＝→←▸►▶-–—―,، \t\u00a0\u3000', (char) =>
    char.charCodeAt(0),
  ),
)
/** A colon, slash, bar or equals sign, of any width: what parts a label from its value. */
const SEPARATORS = new Set(Array.from(':：/／|｜=＝﹕∶', (char) => char.charCodeAt(0)))

/**
 * Make two spellings of a phrase equal: NFKC, lower case with both Turkish i's as `i`, single spaces, no invisible
 * characters, no punctuation at the ends.
 */
export function foldPhrase(text: string): string {
  let folded = isAscii(text) ? text.toLowerCase() : foldUnicode(text)
  if (/\s\s|[\t\n\r]/.test(folded)) folded = folded.replaceAll(/\s+/g, ' ')
  return stripEdges(folded)
}

function foldUnicode(text: string): string {
  return toNfkc(text)
    .toLowerCase()
    .replaceAll(/[\u0307\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll('ı', 'i')
    .replaceAll('’', "'")
}

/** Whether a text has no character beyond ASCII. */
export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}

/** Takes white space and the punctuation that decorates lines off both ends. */
export function stripEdges(text: string): string {
  const from = firstInner(text)
  return text.slice(from, innerEnd(text, from))
}

/** Index of the first character from `from` on that is no decoration. */
export function firstInner(text: string, from = 0): number {
  let at = from
  while (at < text.length && isEdgeAt(text, at)) at++
  return at
}

/** Index after the last character that is no decoration; `from` where all from there on are. */
export function innerEnd(text: string, from: number): number {
  let to = text.length
  while (to > from && isEdgeAt(text, to - 1)) to--
  return to
}

function isEdgeAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  // Letters and figures of ASCII are the most of what is asked for.
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)) return false
  return code <= 32 || EDGES.has(code)
}

export function isSeparatorAt(text: string, at: number): boolean {
  return SEPARATORS.has(text.charCodeAt(at))
}

/** End of the token at `from`: at a space, a separator, or the step from a letter to a figure. */
export function tokenEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && !isSpaceAt(text, at) && !isSeparatorAt(text, at) && !isStepToDigit(text, at)) at++
  return at
}

export function isSpaceAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code <= 32 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200b)
}

export function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

function isStepToDigit(text: string, at: number): boolean {
  return at > 0 && isDigitAt(text, at) && !isDigitAt(text, at - 1)
}
