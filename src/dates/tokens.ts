import { DIGIT, flagsAt, IDEOGRAPH, LETTER, MARK, SPACE, UPPER, WIDE } from '../text/characters.ts'
import { digitValue } from './digits.ts'
import { NUMERAL_UNITS } from './figures.ts'
import { foldName } from './fold.ts'
import { meaningsOf } from './lookup.ts'

/**
 * A figure, a word (letters of one script; each ideograph is its own), or any other character. A month or weekday that is
 * glued to a word, `GiuffridaMar`, is a word of its own.
 */
export interface Token {
  readonly kind: 'number' | 'word' | 'sign'
  /** Folded for words, decimal digits for numbers; as written for signs, those of ASCII for their relatives. */
  readonly text: string
  /** Of numbers; NaN for the rest. */
  readonly value: number
  /** Offsets in the text. */
  readonly start: number
  readonly end: number
  /** White space stands before it. */
  readonly gap: boolean
}

const NUMERALS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  廿: 20,
  卅: 30,
  元: 1,
}
/** Thai and Lao letters and vowel signs. */
const THAI = /[\u0e01-\u0e4e\u0e81-\u0ece]/

/** Cuts a text into tokens, in one pass. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let gap = true
  for (let at = 0; at < text.length; ) {
    const flags = flagsAt(text, at)
    if (flags & SPACE) {
      gap = true
      at++
      continue
    }
    if (isInvisible(text.charCodeAt(at))) {
      at++
      continue
    }
    const token = readToken(text, at, flags, gap)
    tokens.push(token)
    gap = false
    at = token.end
  }
  return tokens
}

function readToken(text: string, at: number, flags: number, gap: boolean): Token {
  const number = flags & DIGIT ? readNumber(text, at, gap) : null
  const numerals = number === null && flags & IDEOGRAPH ? readNumerals(text, at, gap) : null
  return number ?? numerals ?? readWord(text, at, flags, gap)
}

/** Marks of writing direction stand inside of Arabic dates. */
function isInvisible(code: number): boolean {
  return code === 0x200e || code === 0x200f || code === 0x061c || code === 0xfeff || code === 0x00ad
}

function readNumber(text: string, start: number, gap: boolean): Token | null {
  let digits = ''
  let at = start
  while (at < text.length) {
    const code = text.codePointAt(at) as number
    const digit = digitValue(code)
    if (digit < 0) break
    digits += digit
    at += code > 0xffff ? 2 : 1
  }
  if (digits === '') return null
  return { kind: 'number', text: digits, value: digits.length > 15 ? Number.NaN : Number(digits), start, end: at, gap }
}

/** `二〇二四年`, `十二月`, `令和元年`. */
function readNumerals(text: string, start: number, gap: boolean): Token | null {
  let at = start
  while (at < text.length && at - start < 6 && Object.hasOwn(NUMERALS, text.charAt(at))) at++
  if (at === start || !NUMERAL_UNITS.has(text.charAt(at))) return null
  const value = numeralValue(text.slice(start, at))
  return { kind: 'number', text: String(value), value, start, end: at, gap }
}

function numeralValue(numerals: string): number {
  const values = Array.from(numerals, (numeral) => NUMERALS[numeral] as number)
  if (!values.some((value) => value >= 10)) return values.reduce((sum, value) => sum * 10 + value, 0)
  let sum = 0
  let unit = 0
  for (const value of values) {
    if (value < 10) unit = value
    else {
      sum += value === 10 && unit > 0 ? unit * 10 : value
      unit = 0
    }
  }
  return sum + unit
}

function readWord(text: string, start: number, flags: number, gap: boolean): Token {
  const at = start + (flags & WIDE ? 2 : 1)
  if (!(flags & LETTER)) return token('sign', signOf(text.slice(start, at)), start, at, gap)
  const end = flags & IDEOGRAPH ? at : wordEnd(text, start, at)
  return token('word', foldName(text.slice(start, end)), start, end, gap)
}

/** @param at After the first letter. */
function wordEnd(text: string, start: number, at: number): number {
  let end = at
  // The last capital letter that follows a small one.
  let seam = start
  for (let last = flagsAt(text, start); end < text.length && isInsideWord(text, end); ) {
    const flags = flagsAt(text, end)
    if (flags & UPPER && !(last & UPPER)) seam = end
    last = flags
    end += flags & WIDE ? 2 : 1
  }
  return seam > start && meaningsOf(foldName(text.slice(seam, end))).length > 0 ? seam : end
}

/** Signs that stand for one of ASCII: of Chinese and Japanese type, the hyphens of word processors, Urdu's slash. */
const SIGNS: Readonly<Record<string, string>> = {
  '／': '/',
  '؍': '/',
  '．': '.',
  '－': '-',
  '‐': '-',
  '‑': '-',
  '：': ':',
  '∶': ':',
  '，': ',',
  '（': '(',
  '）': ')',
  '～': '~',
  '〜': '~',
  '･': '·',
}

function signOf(sign: string): string {
  return sign > '\u007f' && Object.hasOwn(SIGNS, sign) ? (SIGNS[sign] as string) : sign
}

/** Thai and Lao short forms have points inside: พ.ค. */
function isInsideWord(text: string, at: number): boolean {
  const flags = flagsAt(text, at)
  if (flags & (LETTER | MARK)) return !(flags & IDEOGRAPH)
  const code = text.charCodeAt(at)
  // Zero-width non-joiner, soft hyphen, and the signs of Hebrew and Devanagari short forms.
  if (code === 0x200c || code === 0x00ad || code === 0x05f3 || code === 0x0970) return true
  return code === 46 && THAI.test(text.charAt(at - 1)) && THAI.test(text.charAt(at + 1))
}

function token(kind: Token['kind'], text: string, start: number, end: number, gap: boolean): Token {
  return { kind, text, value: Number.NaN, start, end, gap }
}
