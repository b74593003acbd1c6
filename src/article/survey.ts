import { mayHaveNumbers } from '../dates/figures.ts'
import type { Order } from '../dates/finish.ts'
import { orderOf, orderShown, orderWritten } from '../dates/order.ts'
import type { DateMatch } from '../dates/parse.ts'
import { countWords, scanWords } from '../text/words.ts'
import type { Block, Page, Verdict } from '../types.ts'
import { type BylineRead, type NamesAlone, namesAlone, readByline } from './bylines.ts'
import { datesOf } from './dateLines.ts'
import { bare } from './fields.ts'
import { type Declared, readJsonLd } from './jsonld.ts'
import { indexMeta, type MetaIndex } from './meta.ts'
import { remember } from './remember.ts'

/** What all fields want to know of a page, found out once. */
export interface Survey {
  readonly page: Page
  readonly blocks: readonly Block[]
  /** Words of a block, counted when they are asked for: few blocks are. */
  readonly wordsOf: (block: number) => number
  /** Preliminary ones, one a block. */
  readonly verdicts: readonly Verdict[]
  readonly isBody: readonly boolean[]
  /** First block of the body; the number of blocks where there is no body. */
  readonly start: number
  /** First block of the body that is a paragraph of prose, where headlines, bylines and captions are over. */
  readonly prose: number
  /** Last block of the body; -1 where there is none. */
  readonly end: number
  /** The telling words of the body, to know its headline by; found when they are first asked for. */
  readonly headWords: () => ReadonlySet<string>
  /** Whether the page writes a word small somewhere, so that it is no name. */
  readonly isCommonWord: (word: string) => boolean
  /** What lines say, read once: several fields ask for the same lines. */
  readonly lines: Lines
  readonly url: string | null
  readonly language: string | null
  /** Country of the site, ISO 3166, or null. */
  readonly region: string | null
  readonly order: Order | null
  readonly meta: MetaIndex
  readonly declared: Declared
}

/** Readings of a line as other modules define them, each remembered. */
export interface Lines {
  readonly bare: (line: string) => string
  readonly dates: (line: string) => readonly DateMatch[]
  readonly byline: (line: string) => BylineRead
  readonly namesAlone: (line: string) => NamesAlone
}

/** A block from this many words on is prose, or fewer if it ends like a sentence. */
const PROSE_WORDS = 25
const SENTENCE_WORDS = 12
const SENTENCE_END = /[.!?…。！？।۔؟]["'”’»」』)）\]]{0,3}$/

export function surveyPage(page: Page, verdicts: readonly Verdict[], url: string | null): Survey {
  const { blocks, hints, language } = page
  const wordsOf = (block: number) => countWords(blocks[block]?.text ?? '')
  const isBody = blocks.map((_, i) => verdicts[i]?.label === 'body')
  const first = isBody.indexOf(true)
  const start = first < 0 ? blocks.length : first
  const prose = blocks.findIndex((block, i) => i >= start && isBody[i] === true && isProse(block, wordsOf(i)))
  const meta = indexMeta(hints.meta)
  const region = regionOf(url, [language, hints.language, meta.first('og:locale')])
  const titles = [hints.title ?? '', ...blocks.filter((block) => block.level === 1).map((block) => block.text)]
  const from = prose < 0 ? start : prose
  const order = orderOf(language, region) ?? orderOnPage(blocks, language)
  const dates = remember((line) => datesOf(line, { language, region, order }))
  const reading = { language, dates }
  return {
    page,
    blocks,
    wordsOf,
    verdicts,
    isBody,
    start,
    prose: from,
    end: isBody.lastIndexOf(true),
    headWords: bodyWords(blocks, isBody, from),
    isCommonWord: commonWords(blocks),
    lines: {
      bare: remember(bare),
      dates,
      byline: remember((line) => readByline(line, reading)),
      namesAlone: remember((line) => namesAlone(line, reading)),
    },
    url,
    language,
    region,
    order,
    meta,
    declared: readJsonLd(hints.jsonLd, titles, url),
  }
}

function bodyWords(blocks: readonly Block[], isBody: readonly boolean[], from: number): () => ReadonlySet<string> {
  let words: ReadonlySet<string> | null = null
  return () => {
    words ??= new Set(longWords(bodyText(blocks, isBody, from)))
    return words
  }
}

function bodyText(blocks: readonly Block[], isBody: readonly boolean[], from: number): string {
  let text = ''
  for (let i = from; i < blocks.length && text.length <= MAX_BODY_CHARS; i++) {
    if (isBody[i] === true) text += `${(blocks[i] as Block).text} `
  }
  return text.slice(0, MAX_BODY_CHARS)
}

/** Words that start small, found when the first one is asked for. */
function commonWords(blocks: readonly Block[]): (word: string) => boolean {
  let words: ReadonlySet<string> | null = null
  return (word) => {
    words ??= new Set(
      blocks
        .map((block) => block.text)
        .filter((text) => text.length >= MIN_PROSE_CHARS)
        .join(' ')
        .slice(0, MAX_BODY_CHARS * 2)
        .match(SMALL_WORD),
    )
    return words.has(word.toLowerCase())
  }
}

const SMALL_WORD = /(?<![\p{L}\p{M}@._-])\p{Ll}[\p{L}\p{M}]{0,30}/gu
/** Shorter lines are menus and tags. */
const MIN_PROSE_CHARS = 80

/** Enough of the body to know its words. */
const MAX_BODY_CHARS = 20_000

/** Words that tell something: four letters or more, or a character of Chinese or Japanese. */
export function longWords(text: string): string[] {
  const lower = text.toLowerCase()
  const found: string[] = []
  scanWords(lower, (start, end) => {
    if (end - start >= 4 || isEastern(lower, start, end)) found.push(lower.slice(start, end))
  })
  return found
}

/** Whether a piece of a text has a Chinese character or kana. */
function isEastern(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x3040 && code <= 0x9fff && (code <= 0x30ff || code >= 0x3400)) return true
  }
  return false
}

function isProse(block: Block, words: number): boolean {
  if (block.kind !== 'paragraph') return false
  return words >= PROSE_WORDS || (words >= SENTENCE_WORDS && SENTENCE_END.test(block.text))
}

/** Top-level domains of countries that are used for other things. */
const GENERIC = new Set([
  'io',
  'co',
  'tv',
  'me',
  'ai',
  'ly',
  'fm',
  'cc',
  'to',
  'gl',
  'eu',
  'ws',
  'nu',
  'la',
  'vc',
  'gg',
  'sh',
  'so',
  'st',
  'am',
  'su',
])

/** The order of day and month that the other dates of the page tell; null where they tell none. */
function orderOnPage(blocks: readonly Block[], language: string | null): Order | null {
  const dated = blocks.map((block) => block.text).filter(isDated)
  if (dated.length === 0) return null
  return orderShown(dated, language) ?? orderWritten(blocks.map(({ text }) => text).filter(isShort))
}

function isShort(text: string): boolean {
  return text.length <= MAX_DATED_CHARS && mayHaveNumbers(text, 3)
}

/** Whether a line may show in which order the page writes day and month. */
function isDated(text: string): boolean {
  return isShort(text) && FIGURES.test(text)
}

const FIGURES = /\p{Nd}\s?[./-]\s?\p{Nd}+\s?[./-]\s?\p{Nd}/u
const MAX_DATED_CHARS = 160

function regionOf(url: string | null, tags: readonly (string | null)[]): string | null {
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname : ''
  const domain = host.split('.').at(-1) ?? ''
  if (/^[a-z]{2}$/.test(domain) && !GENERIC.has(domain)) return domain === 'uk' ? 'GB' : domain.toUpperCase()
  for (const tag of tags) {
    const region = /[-_]([A-Z]{2})(?![A-Za-z])/.exec(tag ?? '')?.[1]
    if (region !== undefined) return region
  }
  const language = tags.find((tag) => tag !== null)?.split(/[-_]/, 1)[0] ?? ''
  return COUNTRIES.get(language) ?? null
}

/** Languages that are written in one country for the most part, where a name of a time zone hangs on it: `IST`. */
const COUNTRIES = new Map([
  ...['hi', 'mr', 'gu', 'kn', 'ml', 'te'].map((language) => [language, 'IN'] as const),
  ['he', 'IL'],
  ['ga', 'IE'],
])
