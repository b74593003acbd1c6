const EDGE = new Set(':：.…!！?？»«›‹>|｜•·*[]()（）［］【】〔〕/／=＝→←▸►▶-–—―,، \t\u00a0\u3000'.split(''))
const SEPARATOR = new Set(':：/／|｜=＝﹕∶'.split(''))

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
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u0307\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll('ı', 'i')
    .replaceAll('’', "'")
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}

/** Takes white space and the punctuation that decorates lines off both ends. */
export function stripEdges(text: string): string {
  const from = firstInner(text)
  let to = text.length
  while (to > from && isEdge(text.charAt(to - 1))) to--
  return text.slice(from, to)
}

/** Index of the first character that is no decoration. */
export function firstInner(text: string): number {
  let at = 0
  while (at < text.length && isEdge(text.charAt(at))) at++
  return at
}

function isEdge(char: string): boolean {
  return char <= ' ' || EDGE.has(char)
}

/** A colon, slash, bar or equals sign, of any width: what parts a label from its value. */
export function isSeparator(char: string): boolean {
  return SEPARATOR.has(char)
}

/** End of the token at `from`: at a space, a separator, or the step from a letter to a figure. */
export function tokenEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && !isSpaceAt(text, at) && !isSeparator(text.charAt(at)) && !isStepToDigit(text, at)) at++
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
