/**
 * What a character is, as bit flags, so that every pass over text is one table look-up per code unit.
 *
 * The table is filled on first sight of a character from Unicode properties: that keeps loading free and is a pure
 * memo, the answer never changes.
 */

export const LETTER = 1 << 0
export const DIGIT = 1 << 1
/** Combining marks: they belong to the letter before them. */
export const MARK = 1 << 2
export const CONNECTOR = 1 << 3
/** Upper and title case. */
export const UPPER = 1 << 4
/** Han and kana: each character is counted as a word. */
export const IDEOGRAPH = 1 << 5
/** Thai, Lao, Khmer and Myanmar: written without spaces, several characters a word. */
export const RUNNING = 1 << 6
export const SPACE = 1 << 7
/** Ends a sentence in some script: `. ! ? …` and their relatives. */
export const ENDER = 1 << 8
/** An ender that does so only where no word follows at once: `3.5`, `example.com`, `?id=`. */
export const LOOSE_ENDER = 1 << 9
export const COMMA = 1 << 10
/** May stand between the end of a sentence and the white space: quotes and brackets. */
export const CLOSER = 1 << 11
/** Takes two code units. */
export const WIDE = 1 << 12
/** Any part of a word. */
export const WORD = LETTER | DIGIT | MARK | CONNECTOR
export const UNSPACED = IDEOGRAPH | RUNNING

const KNOWN = 1 << 15

const PROPERTIES: readonly (readonly [RegExp, number])[] = [
  [/\p{L}/u, LETTER],
  [/\p{N}/u, DIGIT],
  [/\p{M}/u, MARK],
  [/_/u, CONNECTOR],
  [/[\p{Lu}\p{Lt}]/u, UPPER],
  // Script extensions, for the long-vowel mark and the iteration marks that kana and Han share.
  [/(?=[\p{L}\p{N}])[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u, IDEOGRAPH],
  [/(?=[\p{L}\p{N}\p{M}])[\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u, RUNNING],
  [/[\s\u0085\u200b]/u, SPACE],
  [/[.!?…。！？．｡।॥؟۔։።៕။‼⁇⁈⁉]/u, ENDER],
  [/[.!?…]/u, LOOSE_ENDER],
  [/[,;、，،；؛､﹐]/u, COMMA],
  [/["'’”»›«„“‘)\]}）】」』》〉〕］｝＂＇]/u, CLOSER],
]

// One entry per code point; untouched pages of it take no memory.
const table = new Uint16Array(0x110000)

/** Flags of a code point from Unicode's properties. */
function describe(codePoint: number): number {
  const character = String.fromCodePoint(codePoint)
  let flags = KNOWN | (codePoint > 0xffff ? WIDE : 0)
  for (const [pattern, flag] of PROPERTIES) if (pattern.test(character)) flags |= flag
  table[codePoint] = flags
  return flags
}

/** Flags of a code point. */
export function flagsOf(codePoint: number): number {
  return (table[codePoint] as number) || describe(codePoint)
}

/**
 * Flags of the character at `index`; has `WIDE` where it takes two code units, so that the next one starts at
 * `index + 2`.
 */
export function flagsAt(text: string, index: number): number {
  const code = text.charCodeAt(index)
  return flagsOf(code >= 0xd800 && code <= 0xdbff ? (text.codePointAt(index) as number) : code)
}

/** Whether a small letter of ASCII stands at `index`: most characters of most texts, so that loops look for it first. */
export function isSmallAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code >= 97 && code <= 122
}

/** Whether a code point belongs to a script that is written without spaces between words. */
export function isUnspaced(codePoint: number): boolean {
  return (flagsOf(codePoint) & UNSPACED) !== 0
}
