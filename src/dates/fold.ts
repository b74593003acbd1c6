import { normalForm } from '../text/normal.ts'

/**
 * Make two spellings of a month, weekday or zone equal: lower case, without accents (upper-case Greek and careless French
 * have none), with both Turkish i's as `i`, without points and hamza (Arabic and Hebrew pages leave them out), without
 * nukta (Hindi pages do), without invisible characters.
 */
export function foldName(text: string): string {
  const lower = text.toLowerCase()
  if (/^[a-z]*$/.test(lower)) return lower
  const bare = normalForm(lower, 'NFKD').replaceAll(POINTS, '')
  return normalForm(bare, 'NFC').replaceAll(VARIANTS, (letter) => SAME[letter] as string)
}

const POINTS =
  /[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff\u0591-\u05c7\u05f3\u0640\u064b-\u0655\u0670\u093c\u0970\u0a3c]/g
/** Letters that one alphabet or keyboard has for another's. */
const SAME: Readonly<Record<string, string>> = { ı: 'i', ς: 'σ', ي: 'ی', ى: 'ی', ك: 'ک' }
const VARIANTS = /[ıςيىك]/g
