import { DIGIT, flagsAt, LETTER } from '../text/characters.ts'
import { countLetters, startsUpper } from '../text/letters.ts'
import { matchPhrase } from '../text/lexicon.ts'
import { isAgency } from './agencies.ts'
import { bare } from './fields.ts'
import type { Survey } from './survey.ts'

/** A dateline is this long at most, in characters. */
const MAX_CHARS = 90
/** Paragraphs of the body that may open with it, and blocks among which they are. */
const PARAGRAPHS = 3
const REACH = 14

/** The place that the text opens with, or null. The dateline stays in the body. */
export function readDateline({ blocks, isBody, prose, language }: Survey): string | null {
  let seen = 0
  for (let i = prose; i < Math.min(blocks.length, prose + REACH) && seen < PARAGRAPHS; i++) {
    if (isBody[i] !== true || blocks[i]?.kind !== 'paragraph') continue
    seen++
    const recurs = (place: string) => occursBeside(blocks, i, place)
    const place = datelineOf(blocks[i]?.text ?? '', language, recurs)
    if (place !== null) return place
  }
  return null
}

/** Whether another line of the page, or the rest of this one, has the words of a place. */
function occursBeside(blocks: readonly { readonly text: string }[], index: number, place: string): boolean {
  const folded = bare(place)
  if (folded.length < MIN_RECURRING_CHARS) return false
  return blocks.some(({ text }, i) => bare(i === index ? text.slice(place.length + 2) : text).includes(folded))
}

const MIN_RECURRING_CHARS = 4

/**
 * The place of a dateline at the start of a paragraph, or null.
 *
 * @param recurs Whether the page names a place once more. Only then words that are not in capitals are taken for one
 *   without an agency: `Talbach - Es riecht`.
 */
export function datelineOf(
  paragraph: string,
  language: string | null = null,
  recurs: (place: string) => boolean = () => false,
): string | null {
  return easternPlace(paragraph.slice(0, MAX_CHARS)) ?? westernPlace(paragraph, language, recurs)
}

const CHINESE =
  /^据?(?:新华社|新華社|中新社|中新网|本报|本報)?(?:记者|記者)?([\u3400-\u9fff]{2,6}?)(?:\d{1,2}月)?\d{1,2}日(?:电|電|讯|訊)/
const TAIWAN = /^[（(]中央社(?:記者[\u3400-\u9fff]{2,4})?([\u3400-\u9fff]{2,4})\d{1,2}日/
const JAPANESE = /^【([\u3400-\u9fff\u30a0-\u30ff]{2,8})[＝=][\u3005\u3040-\u30ff\u3400-\u9fff]{2,24}】/
const KOREAN = /^[（([]([가-힣]{2,6})\s?=\s?[가-힣\d]{2,8}[）)\]]/

/** `新华社北京4月24日电`, `【ソウル＝小池和樹】`, `(서울=연합뉴스)` */
function easternPlace(text: string): string | null {
  const opening = text.charCodeAt(0)
  // Brackets and characters of these scripts only: most texts are done with here.
  if (opening < 0x3000 && opening !== 0x28 && opening !== 0x5b) return null
  const match = CHINESE.exec(text) ?? TAIWAN.exec(text) ?? JAPANESE.exec(text) ?? KOREAN.exec(text)
  return match === null ? null : (match[1] as string)
}

/** Place of `TELAGASARI-Harga ...`, `MOSCOW (AP) — ...`, `JAKARTA, KOMPAS.com - ...`, `PARIS, 3 May 2024 – ...`. */
function westernPlace(paragraph: string, language: string | null, recurs: (place: string) => boolean): string | null {
  if (paragraph === '' || (flagsAt(paragraph, 0) & LETTER) === 0) return null
  const end = Math.min(MAX_CHARS, paragraph.length - MIN_REST_CHARS)
  for (let at = 1; at < end; at++) {
    if (!MARKS.has(paragraph.charAt(at))) continue
    const dashes = paragraph.startsWith('--', at) ? 2 : 1
    const head = readHead(paragraph.slice(0, at).trimEnd())
    if (head === null) continue
    const isSpaced = paragraph.charAt(at + dashes) === ' '
    const rest = paragraph.slice(at + dashes).trimStart()
    const mark = paragraph.slice(at, at + dashes)
    const isGlued = mark === '-' && !isSpaced && paragraph.charAt(at - 1) !== ' '
    if (isGlued ? !mayGlue(rest, language) : !opensSentence(rest)) continue
    if (isDateline(head, mark, rest, recurs)) return head.place
  }
  return null
}

const MIN_REST_CHARS = 20
const MARKS = new Set('—–-|:'.split(''))

interface Head {
  readonly place: string
  /** Agency, outlet or date after the place; '' where there is none. */
  readonly after: string
}

/** `JAKARTA, KOMPAS.com` and the like, cut at a comma, a bracket, or before a last word that is an agency. */
function readHead(text: string): Head | null {
  const [, before = text, bracket = ''] = /^([^()]*)\(([^()]{2,30})\)$/.exec(text) ?? []
  const [place = '', ...parts] = before.split(',').map((part) => part.trim())
  if (parts.length > 2 || parts.some((part) => part.length > MAX_PART_CHARS)) return null
  if (parts.length === 0 && bracket === '') {
    const space = place.lastIndexOf(' ')
    const last = place.slice(space + 1)
    if (space > 0 && isOutlet(last))
      return isPlace(place.slice(0, space)) ? { place: place.slice(0, space), after: last } : null
  }
  return isPlace(place) ? { place, after: bracket || parts.join(', ') } : null
}

const MAX_PART_CHARS = 30
const MAX_WORDS = 4
/** Words of a script without capitals say less, so fewer of them make a place. */
const MAX_CASELESS_WORDS = 3
/** Small words in names of places: `Rio de Janeiro`, `Frankfurt am Main`. */
const PARTICLES = new Set(
  'de del la le les los las el al am an der den do da dos das di du of the upon sur sous en'.split(' '),
)

/** One to four words of letters, capitalised where the script has capitals. */
function isPlace(text: string): boolean {
  const words = text.split(/[ /-]/)
  if (words.length > MAX_WORDS || text.length > MAX_PLACE_CHARS || text.length < 2) return false
  const isCaseless = text.toLowerCase() === text.toUpperCase()
  if (isCaseless) return words.length <= MAX_CASELESS_WORDS && words.every((word) => hasOnlyLetters(word))
  return words.every((word, i) => hasOnlyLetters(word) && (startsUpper(word) || (i > 0 && PARTICLES.has(word))))
}

const MAX_PLACE_CHARS = 50

function hasOnlyLetters(word: string): boolean {
  return countLetters(word, ".'’") > 0
}

/** `TELAGASARI-Harga` is a dateline, but `NATO-Staaten` and `COVID-19` are words of languages that write compounds so. */
function mayGlue(rest: string, language: string | null): boolean {
  const isSentence = /^\p{Lu}\p{Ll}/u.test(rest)
  return isSentence && !/^(?:de|nl|da|sv|no|nb|nn|fi|hu|lb|et|is|af|en)\b/.test(language ?? '')
}

const QUOTES = new Set(`"“„«‘'([`.split(''))

/** A letter, a figure or a quotation follows. */
function opensSentence(rest: string): boolean {
  const at = QUOTES.has(rest.charAt(0)) ? 1 : 0
  return at < rest.length && (flagsAt(rest, at) & (LETTER | DIGIT)) !== 0
}

/** Capitals that open a text but name no place. */
const NOT_A_PLACE = new Set(
  'UPDATE UPDATED EXCLUSIVE EXKLUSIV BREAKING VIDEO FOTO FOTOS PHOTO PHOTOS LIVE OPINION ANALYSIS WATCH QUIZ PODCAST NEWS NOTE TIPS Q A FAQ'.split(
    ' ',
  ),
)

function isDateline({ place, after }: Head, mark: string, rest: string, recurs: (place: string) => boolean): boolean {
  if (place.split(' ').some((word) => NOT_A_PLACE.has(word.toUpperCase()))) return false
  if (isOutlet(after)) return true
  if (mark === '|' || mark === ':') return false
  const isUpper = place === place.toUpperCase() && place !== place.toLowerCase()
  if (isUpper) return place.length >= 3
  // The first words of a sentence with a dash look the same, compounds most of all.
  const opensBig = rest.charAt(0) !== rest.charAt(0).toUpperCase() ? false : (flagsAt(rest, 0) & DIGIT) === 0
  return after === '' && opensBig && !place.includes('-') && matchPhrase(place) === null && recurs(place)
}

/** `dpa`, `KOMPAS.com` */
function isOutlet(text: string): boolean {
  return text !== '' && (isAgency(text) || /\.(?:com|id|co|net|org|news)$/i.test(text))
}
