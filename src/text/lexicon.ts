import { firstInner, foldPhrase, isDigitAt, isSeparatorAt, isSpaceAt, tokenEnd } from './fold.ts'
import { lowerBound } from './lowerBound.ts'
import { choose, type Entry, MAX_PHRASE_CHARS, type PhraseMatch, parseEntries } from './phraseEntries.ts'
import { matchPattern, mayBePattern } from './phrasePatterns.ts'
import { endOfStart, indexStarts, mayStartPhrase, type PhraseStarts } from './phraseStarts.ts'
import data from './phrases.data.json' with { type: 'json' }
import type { PhraseRole } from './roles.ts'

export { foldPhrase } from './fold.ts'
export { lexiconKey, type PhraseMatch } from './phraseEntries.ts'
export { PHRASE_ROLES, type PhraseRole } from './roles.ts'

/** Ends of words, in characters of the line, at which a phrase may end: six tokens and some separators. */
const MAX_CUTS = 10
const ROLES_OF_PEOPLE = new Set<PhraseRole>(['byline', 'editor', 'reporter', 'photographer', 'translator'])
const ROLES_OF_DATES = new Set<PhraseRole>(['published', 'updated'])
/** Roles whose phrase is often followed by a count: `Comments (12)`, `Share 5`. */
const COUNTED = new Set<PhraseRole>(['comments', 'share', 'print', 'tags', 'related'])

/**
 * The phrase of the lexicon that a line is or starts with.
 *
 * A phrase with something after it counts where a separator stands between them (`Editor: X`, `文/X`), or, for people,
 * a space and a name (`Von X`), or, for dates, a figure (`Updated 3 May`). The longest phrase wins, then the safest role.
 *
 * @param language Of the page. Roles that the phrase has in this language go before those of others.
 */
export function matchPhrase(line: string, language: string | null = null): PhraseMatch | null {
  const text = line.slice(firstInner(line)).trimEnd()
  if (text === '') return null
  if (!mayStartPhrase(indexed().starts, text, 0)) return matchPattern(text, language)
  const { found, isKnown } = readPrefixes(text)
  const whole = isKnown ? matchWhole(text, language) : null
  const counted = whole === null && isDigitAt(text, 0) ? matchCounted(text) : null
  return whole ?? counted ?? matchPrefix(text, found, language) ?? matchPattern(text, language)
}

/**
 * Whether `matchPhrase` may find the phrase of a photographer in the text from `at` on: false only where it finds none for
 * sure. Captions ask this at the start of each part of a sentence.
 */
export function mayNamePhotographer(text: string, at: number): boolean {
  const from = firstInner(text, at)
  return mayStartPhrase(indexed().photographers, text, from) || mayBePattern(text, from)
}

function matchWhole(text: string, language: string | null): PhraseMatch | null {
  if (text.length > MAX_PHRASE_CHARS) return null
  const phrase = foldPhrase(text)
  const entry = choose(entriesOf(phrase), language)
  return entry === null ? null : { ...entry, phrase, rest: '', whole: true, separated: false }
}

/** A phrase that a line starts with. */
interface Prefix {
  readonly phrase: string
  readonly entries: readonly Entry[]
  /** Where it ends in the line. */
  readonly cut: number
}

/**
 * The phrases that a line starts with, the shortest first. Most lines are done with after a word or two, which no phrase
 * starts with.
 *
 * @returns `isKnown` where a phrase may be as long as the line.
 */
function readPrefixes(text: string): { readonly found: readonly Prefix[]; readonly isKnown: boolean } {
  const found: Prefix[] = []
  const limit = Math.min(text.length, MAX_PHRASE_CHARS)
  let cuts = 0
  for (let at = 0; at < limit && cuts < MAX_CUTS; ) {
    const end = tokenEnd(text, at)
    if (end >= text.length) break
    if (end > at) {
      const phrase = foldPhrase(text.slice(0, end))
      const index = lineOf(phrase)
      if (!(data.phrases[index] ?? '').startsWith(phrase)) return { found, isKnown: false }
      const entries = entriesAt(index, phrase)
      if (entries.length > 0) found.push({ phrase, entries, cut: end })
      cuts++
    }
    at = Math.max(end, at + 1)
    while (at < limit && (isSpaceAt(text, at) || isSeparatorAt(text, at))) at++
  }
  return { found, isKnown: true }
}

function matchPrefix(text: string, found: readonly Prefix[], language: string | null): PhraseMatch | null {
  for (let i = found.length - 1; i >= 0; i--) {
    const { phrase, entries, cut } = found[i] as Prefix
    const { rest, separated } = splitRest(text, cut)
    const fitting = entries.filter(({ role }) => accepts(role, rest, separated))
    const entry = choose(fitting, language)
    if (entry === null) continue
    const isCount = COUNTED.has(entry.role) && COUNT.test(rest)
    return { ...entry, phrase, rest: isCount ? '' : rest, whole: isCount, separated }
  }
  return null
}

/** `12 Comments` */
function matchCounted(text: string): PhraseMatch | null {
  const digits = /^\d{1,6}[.,]?\d{0,3}\s?/.exec(text)?.[0] ?? ''
  if (text.length - digits.length > MAX_PHRASE_CHARS) return null
  const phrase = foldPhrase(text.slice(digits.length))
  const entry = entriesOf(phrase).find(({ role }) => role === 'comments' || role === 'share')
  return entry === undefined ? null : { ...entry, phrase, rest: '', whole: true, separated: false }
}

function splitRest(text: string, cut: number): { rest: string; separated: boolean } {
  let at = cut
  let separated = false
  while (at < text.length && (isSpaceAt(text, at) || isSeparatorAt(text, at))) {
    separated ||= isSeparatorAt(text, at)
    at++
  }
  return { rest: text.slice(at).trim(), separated }
}

const COUNT = /^[\d\s().,+]*$/
const NAME_START = /^[\p{Lu}\p{Lt}\p{Lo}@]/u
const NAME_OR_FIGURE_START = /^[\p{Lu}\p{Lt}\p{Lo}\p{Nd}]/u

function accepts(role: PhraseRole, rest: string, separated: boolean): boolean {
  if (separated || (COUNTED.has(role) && COUNT.test(rest))) return true
  if (ROLES_OF_DATES.has(role)) return NAME_OR_FIGURE_START.test(rest)
  return ROLES_OF_PEOPLE.has(role) && NAME_START.test(rest)
}

/** Roles of a phrase, the safest first; none where the lexicon does not know it. */
function entriesOf(phrase: string): readonly Entry[] {
  return entriesAt(lineOf(phrase), phrase)
}

/** Of the line at `index`, if it is that of the phrase: a tab sorts before all that a longer phrase could go on with. */
function entriesAt(index: number, phrase: string): readonly Entry[] {
  const line = data.phrases[index] ?? ''
  return line.charAt(phrase.length) === '\t' && line.startsWith(phrase)
    ? parseEntries(line.slice(phrase.length + 1))
    : []
}

/**
 * Index of the first line that does not sort before `key`, if one starts like it; else of any line. A search in the file
 * as it is saves building a map of its phrases.
 */
function lineOf(key: string): number {
  const range = key.length < 2 ? WHOLE : indexed().byStart.get(key.slice(0, 2))
  return range === undefined ? data.phrases.length : lowerBound(data.phrases, key, range.from, range.to)
}

interface Range {
  readonly from: number
  readonly to: number
}

const WHOLE: Range = { from: 0, to: data.phrases.length }

interface Ranges {
  /** For each first two characters the lines that start with them. */
  readonly byStart: ReadonlyMap<string, Range>
  readonly starts: PhraseStarts
  /** Of the phrases that may stand before a photographer. */
  readonly photographers: PhraseStarts
}

/** Memo: where the phrases are that start with some characters. */
let ranges: Ranges | null = null

function indexed(): Ranges {
  ranges ??= indexRanges()
  return ranges
}

function indexRanges(): Ranges {
  const found = new Map<string, Range>()
  for (let from = 0; from < data.phrases.length; ) {
    const start = (data.phrases[from] as string).slice(0, 2)
    const to = endOfStart(data.phrases, from)
    found.set(start, { from, to })
    from = to
  }
  const photographers = data.phrases.filter((line) => line.includes('photographer='))
  return { byStart: found, starts: indexStarts(data.phrases), photographers: indexStarts(photographers) }
}
