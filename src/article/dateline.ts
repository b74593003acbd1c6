import { isAgency } from './agencies.ts'
import type { Survey } from './survey.ts'

/** A dateline is this long at most, in characters. */
const MAX_CHARS = 90
/** Of the body, where a text may open. */
const REACH = 3

/** Place of `SIDOARJO-Nilai ...`, `MOSCOW (AP) — ...`, `JAKARTA, KOMPAS.com - ...`, `PARIS, 3 May 2024 – ...`. */
const LATIN =
  /^([\p{Lu}\p{Lt}][\p{L}\p{M}.'’-]{1,24}(?:(?: |\/|-)[\p{L}\p{M}.'’]{2,24}){0,3})((?:\s?,\s?[\p{L}\p{N}\p{M}. ]{2,30}){0,2}(?:\s{1,2}\([^()]{2,30}\))?|\s[\p{L}.]{2,12})\s{0,2}(—|–|--|-|\||:)\s{0,2}(?=["“„«‘'(]?[\p{L}\p{N}])/u
const CHINESE = /^(?:新华社|新華社|中新社|中新网|本报)(?:记者)?([\p{Script=Han}]{2,6})(?:\d{1,2}月)?\d{1,2}日(?:电|電)/u
const TAIWAN = /^[（(]中央社(?:記者[\p{Script=Han}]{2,4})?([\p{Script=Han}]{2,4})\d{1,2}日/u
const JAPANESE =
  /^【([\p{Script=Han}\p{Script=Katakana}ー]{2,8})[＝=][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、]{2,20}】/u
const KOREAN = /^[（([]([\p{Script=Hangul}]{2,6})\s?=\s?[\p{Script=Hangul}\d]{2,8}[）)\]]/u
/** Capitals that open a text but name no place. */
const NOT_A_PLACE = new Set(
  'UPDATE UPDATED EXCLUSIVE EXKLUSIV BREAKING VIDEO FOTO FOTOS PHOTO PHOTOS LIVE OPINION ANALYSIS WATCH QUIZ PODCAST NEWS NOTE TIPS Q A FAQ'.split(
    ' ',
  ),
)

/** The place that the text opens with, or null. The dateline stays in the body. */
export function readDateline({ blocks, isBody, prose, language }: Survey): string | null {
  for (let i = prose; i < Math.min(blocks.length, prose + REACH); i++) {
    if (isBody[i] !== true || blocks[i]?.kind !== 'paragraph') continue
    const place = datelineOf(blocks[i]?.text ?? '', language)
    if (place !== null) return place
  }
  return null
}

/** The place of a dateline at the start of a paragraph, or null. */
export function datelineOf(paragraph: string, language: string | null = null): string | null {
  const text = paragraph.slice(0, MAX_CHARS)
  const east = CHINESE.exec(text) ?? TAIWAN.exec(text) ?? JAPANESE.exec(text) ?? KOREAN.exec(text)
  if (east !== null) return east[1] as string
  const match = LATIN.exec(text)
  if (match === null) return null
  const [whole, place = '', after = '', mark = ''] = match
  if (whole.length + 20 > paragraph.length) return null
  const isGlued = mark === '-' && /\S-\S$/.test(text.slice(0, whole.length + 1))
  if (isGlued && !mayGlue(paragraph.slice(whole.length), language)) return null
  return isDateline(place, after.trim(), mark, text.charAt(place.length + after.length)) ? place : null
}

/** `SIDOARJO-Nilai` is a dateline, but `NATO-Staaten` and `COVID-19` are words of languages that write compounds so. */
function mayGlue(rest: string, language: string | null): boolean {
  return /^\p{Lu}\p{Ll}/u.test(rest) && !/^(?:de|nl|da|sv|no|nb|nn|fi|hu|lb|et|is|af|en)\b/.test(language ?? '')
}

function isDateline(place: string, after: string, mark: string, next: string): boolean {
  if (place.split(' ').some((word) => NOT_A_PLACE.has(word.toUpperCase()))) return false
  const inBrackets = /^\((.+)\)$/.exec(after)?.[1] ?? after.replace(/^,\s?/, '')
  const hasAgency = after !== '' && (isAgency(inBrackets) || /\.(?:com|id|co|net|org|news)$/i.test(inBrackets))
  const isUpper = place === place.toUpperCase() && place.length >= 3
  if (hasAgency) return true
  // Without an agency only capitals tell a place from the first words of a sentence with a dash.
  if (!isUpper || mark === '|' || mark === ':') return false
  return mark !== '-' || next !== ' ' || after === '' || /^\(|^,/.test(after)
}
