import { flagsAt, LETTER } from '../text/characters.ts'
import { countLetters } from '../text/letters.ts'
import { matchPhrase, mayNamePhotographer, type PhraseMatch } from '../text/lexicon.ts'
import { isAgency } from './agencies.ts'
import { isPersonName } from './names.ts'

export interface Caption {
  readonly text: string
  readonly credit: string | null
}

/** Characters at the end of a caption in which its credit starts. */
const REACH = 110
const MAX_CREDIT_CHARS = 80
const MAX_CREDIT_WORDS = 10

/**
 * Takes the photographer off a caption.
 *
 * @param isCaption The page marks the text as a caption: then a name or an agency after its last sentence is a credit
 *   even if nothing says so.
 */
export function splitCaption(text: string, language: string | null, isCaption = false): Caption {
  const trimmed = text.trim()
  return (
    creditInBrackets(trimmed, language, isCaption) ??
    creditAtEnd(trimmed, language, isCaption) ?? { text: trimmed, credit: null }
  )
}

/** By the closing one. */
const BRACKETS: ReadonlyMap<string, string> = new Map(
  ['()', '（）', '[]', '【】'].map((pair) => [pair.charAt(1), pair.charAt(0)]),
)

/** `(ANISA RAHMAWATI/KABAR TELAGA)`, `(Foto: Anna Berg)`, `（山岸千夏撮影）` */
function creditInBrackets(text: string, language: string | null, isCaption: boolean): Caption | null {
  const last = text.at(-1) ?? ''
  const opening = BRACKETS.get(last)
  const open = opening === undefined ? -1 : text.lastIndexOf(opening)
  if (open < 0 || text.length - open > MAX_CREDIT_CHARS + 2) return null
  const inner = text.slice(open + 1, -1).trim()
  const before = trimTail(text.slice(0, open))
  const said = creditOf(inner, language, { opens: true, isCaption: false })
  if (said !== null) return { text: before, credit: said }
  // In square brackets stand remarks of all kinds.
  if (last === ']' || last === '】') return null
  const isSetOff = isCaption || endsSentence(before)
  const isCredit =
    startsLikeCredit(inner) || isUpperCredit(inner) || isPath(inner, isSetOff) || (isCaption && isAgency(inner))
  return isCredit ? { text: before, credit: cleanCredit(inner) } : null
}

/** Words that open a credit without a colon: `(Photo courtesy of the council)`, `(via Getty)`. */
const OPENERS = new Set(['photo', 'photos', 'foto', 'fotos', 'image', 'bild', 'via', 'credit', 'фото', '©'])

function startsLikeCredit(inner: string): boolean {
  const first = inner.split(/[\s:]/, 1)[0] ?? ''
  const isCompound = inner.charAt(first.length) === ':' && /(?:foto|bild|photo)s?$/i.test(first)
  return isCompound || OPENERS.has(first.toLowerCase()) || /^(?:©|写真|사진)/.test(inner)
}

/** Two words or more in capitals, one of them no abbreviation: `ANISA RAHMA/KABAR TELAGA`, but not `AI/ML`. */
function isUpperCredit(inner: string): boolean {
  if (inner !== inner.toUpperCase() || NOT_IN_NAMES.test(inner)) return false
  const words = inner.split(/[\s/]/)
  return words.length > 1 && words.some((word) => word.length >= 4 && countLetters(word) >= 4 && !isCaseless(word))
}

const NOT_IN_NAMES = /[\d,;:—–]/

/**
 * `Anna Berg/dpa`, `imago/Xinhua`, but not `CDU/CSU` or `temporary/in-transit storage`: an agency on one side, or, after
 * a sentence, a full name.
 */
function isPath(inner: string, isSetOff: boolean): boolean {
  const parts = inner.split('/').map((part) => part.trim())
  if (parts.length < 2 || /[;:—–]/.test(inner) || parts.some((part) => !/[\p{L}\d.]$/u.test(part))) return false
  return parts.some(isAgency) || (isSetOff && !inner.includes(',') && parts.some(isPersonName))
}

/** What stands at the end of a sentence, a part of one, or a quotation. */
const BOUNDARY = new Set('.。．!！?？…"”»’」』)）]】|｜/／、，,;；·•—–-।۔＝='.split(''))
const OPENING = new Set('(（[【「『'.split(''))

/** `... on Monday. Photo: Anna Berg`, `... ya limpia. J. L. Pardo`, `...新貌。吴晓峰 摄` */
function creditAtEnd(text: string, language: string | null, isCaption: boolean): Caption | null {
  // Without a phrase or a sign before it, a credit is told by the place of its caption, or by what the text ends in.
  const needsSign = !isCaption && !text.endsWith(PROVIDED)
  for (let at = Math.max(0, text.length - REACH); at < text.length; at++) {
    if (isInsideWord(text, at) || text.charCodeAt(at) === 32) continue
    const end = trimmedEnd(text, at)
    const previous = end === 0 ? '.' : text.charAt(end - 1)
    const opens = BOUNDARY.has(previous)
    const isStart = end < at || opens || OPENING.has(previous)
    // In the middle of a sentence a credit starts with a capital, where the script has them.
    if (!isStart || !(opens || startsBig(text, at))) continue
    if (needsSign && !CREDIT_SIGNS.has(text.charAt(at)) && !mayNamePhotographer(text, at)) continue
    const before = text.slice(0, end)
    const credit = creditOf(text.slice(at), language, {
      opens,
      isCaption: isCaption && endsSentence(before),
    })
    if (credit !== null) return { text: trimTail(before), credit }
  }
  return null
}

/** Korean: `provided`. */
const PROVIDED = '제공'
/** What `creditOf` takes for the sign of a credit, or the first character of it. */
const CREDIT_SIGNS = new Set('©ⓒ('.split(''))

/** Right after a letter or figure of ASCII: nothing starts there, which is the answer for most places of a line. */
function isInsideWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1)
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
}

/** Where a text ends that is cut off at `at`, without the white space before. */
function trimmedEnd(text: string, at: number): number {
  const code = text.charCodeAt(at - 1)
  return code > 32 && code < 128 ? at : text.slice(0, at).trimEnd().length
}

interface Place {
  /** A sentence, or a part of one, ends before it. */
  readonly opens: boolean
  /** It stands after the last sentence of what is known to be a caption. */
  readonly isCaption: boolean
}

/** Whom a text credits with a picture, if it does nothing else. */
function creditOf(text: string, language: string | null, { opens, isCaption }: Place): string | null {
  const marked = text.replace(opens ? /^(?:[©ⓒ]|\([cC]\)(?=\s[\p{Lu}\d]))\s?/u : /^[©ⓒ]\s?/, '')
  const phrase = matchPhrase(marked, language)
  const isSaid =
    phrase?.role === 'photographer' && !phrase.whole && accepts(phrase, marked, opens || marked.length < text.length)
  const credit = isSaid
    ? phrase.rest
    : marked.length < text.length
      ? marked
      : opens
        ? (providerOf(marked) ?? (isCaption ? nameAlone(marked) : null))
        : null
  return credit !== null && isCreditText(credit) ? cleanCredit(credit) : null
}

function accepts({ phrase, rest, separated }: PhraseMatch, text: string, opens: boolean): boolean {
  // `大庭由紀撮影`: the pattern takes whatever stands before its last word.
  if (phrase.includes('{}')) return opens && (isPersonName(rest) || rest.length <= MAX_UNSPACED_CHARS)
  if (separated) return opens || startsBig(text, 0)
  return opens && (phrase.includes(' ') || isPersonName(rest) || isAgency(rest))
}

const MAX_UNSPACED_CHARS = 8

/** `달빛시 제공`: who provided the picture. */
function providerOf(text: string): string | null {
  if (!text.endsWith(PROVIDED)) return null
  const name = /^(.{2,24}) ?제공$/.exec(text)?.[1]
  return name === undefined || name.split(' ').length > 3 ? null : name.trim()
}

/** `J. L. Pardo`, `REUTERS` */
function nameAlone(text: string): string | null {
  const name = text.replace(/^[[(]|[\])]$/g, '').trim()
  return isPersonName(name) || isAgency(name) ? name : null
}

/** Before a full stop, fewer characters are an abbreviation. */
const MIN_WORD_CHARS = 4

/** A full stop after a word, not after an initial or a title: `... with Dr. Anna Berg`. */
function endsSentence(text: string): boolean {
  const last = text.at(-1) ?? ''
  if (last !== '.') return /[!?…。！？।۔"”»]/.test(last)
  const word = text.slice(text.lastIndexOf(' ') + 1, -1)
  return word.length >= MIN_WORD_CHARS && word === word.toLowerCase()
}

function isCaseless(text: string): boolean {
  return text.toLowerCase() === text.toUpperCase()
}

/** Whether a capital stands at a place of a text, or a letter of a script that has none. */
function startsBig(text: string, at: number): boolean {
  const first = text.charAt(at)
  return first === first.toUpperCase() && first !== '' && (flagsAt(text, at) & LETTER) !== 0
}

/** Credits name people and agencies in a few words, and hold no sentences. */
function isCreditText(text: string): boolean {
  if (text.length < 2 || text.length > MAX_CREDIT_CHARS || text.split(/\s/).length > MAX_CREDIT_WORDS) return false
  if (/[|。！？]/.test(text) || !/\p{L}/u.test(text)) return false
  if (text.split('(').length !== text.split(')').length) return false
  if (text.split('[').length !== text.split(']').length) return false
  for (let at = text.indexOf('. '); at >= 0; at = text.indexOf('. ', at + 1)) {
    if (endsSentence(text.slice(0, at + 1))) return false
  }
  return true
}

/** Words for the trade around a name: `박도현 기자`, `本报记者 张三`. */
const TRADE = /^(?:本报|本報)?(?:记者|記者|通讯员)\s?|\s?(?:기자|记者|記者)$/g

function cleanCredit(credit: string): string {
  const clean = credit.trim().replaceAll(TRADE, '').trim()
  const last = clean.slice(clean.lastIndexOf(' ') + 1)
  // Shorter words with a full stop are abbreviations: `Jr.`, `Ltd.`
  return last.endsWith('.') && last.length > MIN_WORD_CHARS ? clean.slice(0, -1) : clean
}

const TAIL = new Set(' \t\u00a0\u3000/／|｜-–—·•,，、＝=([（【'.split(''))

/** Takes off what parted the caption from its credit. */
function trimTail(text: string): string {
  let to = text.length
  while (to > 0 && TAIL.has(text.charAt(to - 1))) to--
  return text.slice(0, to)
}
