import { firstInner, foldPhrase, isDigitAt, isSeparator, isSpaceAt, stripEdges, tokenEnd } from './fold.ts'
import data from './phrases.data.json' with { type: 'json' }
import type { PhraseRole } from './roles.ts'

export { foldPhrase } from './fold.ts'
export { PHRASE_ROLES, type PhraseRole } from './roles.ts'

export interface PhraseMatch {
  readonly role: PhraseRole
  /** The phrase as folded by `foldPhrase`. */
  readonly phrase: string
  /** Keys of the lexicon that know the phrase in this role. */
  readonly languages: readonly string[]
  /** What follows the phrase, as written, or the name that a `{}` pattern found; '' for whole lines. */
  readonly rest: string
  /** The line is the phrase and nothing else, apart from punctuation and counts. */
  readonly whole: boolean
  /** The phrase and the rest are parted by a colon, slash, bar or the like. */
  readonly separated: boolean
}

interface Entry {
  readonly role: PhraseRole
  readonly languages: readonly string[]
}

/** A phrase with places for names: `記者{}／{}報導` has the parts `記者`, `／`, `報導`. */
interface Pattern {
  readonly phrase: string
  readonly parts: readonly string[]
  readonly entries: readonly Entry[]
}

/** Longer lines are prose; a whole phrase of the lexicon has at most 60 characters. */
const MAX_PHRASE_CHARS = 80
/** Ends of words, in characters of the line, at which a phrase may end: six tokens and some separators. */
const MAX_CUTS = 10
/** Longest name that a `{}` pattern takes. */
const MAX_NAME_CHARS = 40

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
  const isKnown = isDigitAt(text, 0) || startsPhrase(foldPhrase(text.slice(0, tokenEnd(text, 0))))
  const found = isKnown ? (matchWhole(text, language) ?? matchPrefix(text, language)) : null
  return found ?? matchPattern(text, language)
}

function matchWhole(text: string, language: string | null): PhraseMatch | null {
  if (text.length > MAX_PHRASE_CHARS) return null
  const phrase = foldPhrase(text)
  const entry = choose(entriesOf(phrase), language)
  return entry === null ? null : { ...entry, phrase, rest: '', whole: true, separated: false }
}

function matchPrefix(text: string, language: string | null): PhraseMatch | null {
  const counted = isDigitAt(text, 0) ? matchCounted(text) : null
  if (counted !== null) return counted
  const cuts = phraseEnds(text)
  for (let i = cuts.length - 1; i >= 0; i--) {
    const cut = cuts[i] as number
    const phrase = foldPhrase(text.slice(0, cut))
    const entries = entriesOf(phrase)
    if (entries.length === 0) continue
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

/** Where a phrase at the start of a line may end. */
function phraseEnds(text: string): number[] {
  const cuts: number[] = []
  const limit = Math.min(text.length, MAX_PHRASE_CHARS)
  for (let at = 0; at < limit && cuts.length < MAX_CUTS; ) {
    const end = tokenEnd(text, at)
    if (end >= text.length) break
    if (end > at) cuts.push(end)
    at = Math.max(end, at + 1)
    while (at < limit && (isSpaceAt(text, at) || isSeparator(text.charAt(at)))) at++
  }
  return cuts
}

function splitRest(text: string, cut: number): { rest: string; separated: boolean } {
  let at = cut
  let separated = false
  while (at < text.length && (isSpaceAt(text, at) || isSeparator(text.charAt(at)))) {
    separated ||= isSeparator(text.charAt(at))
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

function matchPattern(text: string, language: string | null): PhraseMatch | null {
  if (text.length > MAX_PHRASE_CHARS) return null
  const bare = stripEdges(text.normalize('NFKC'))
  for (const { parts, phrase, entries } of PATTERNS) {
    const name = nameIn(bare, parts)
    const entry = name === null ? null : choose(entries, language)
    if (name === null || entry === null) continue
    if (language !== null && !entry.languages.includes(lexiconKey(language))) continue
    return { ...entry, phrase, rest: name, whole: false, separated: true }
  }
  return null
}

/** Text at the first place of a pattern, if the line is the pattern. */
function nameIn(text: string, parts: readonly string[]): string | null {
  const [head = '', second = ''] = parts
  const tail = parts.at(-1) ?? ''
  if (text.length <= head.length + tail.length || !text.endsWith(tail) || !text.startsWith(head)) return null
  const to = parts.length === 2 ? text.length - tail.length : text.indexOf(second, head.length)
  if (to <= head.length || to > text.length - tail.length) return null
  const name = text.slice(head.length, to).trim()
  return name !== '' && name.length <= MAX_NAME_CHARS && !/[.!?:,、。]\s|[。，]/.test(name) ? name : null
}

/** Key of the lexicon for a language tag. */
export function lexiconKey(language: string): string {
  if (/^zh[-_](?:hant|tw|hk|mo)/i.test(language)) return 'zh-Hant'
  const base = (language.split(/[-_]/, 1)[0] ?? '').toLowerCase()
  return base === 'nb' || base === 'nn' ? 'no' : base === 'fil' ? 'tl' : base
}

function choose(entries: readonly Entry[], language: string | null): Entry | null {
  const first = entries[0] ?? null
  if (language === null || entries.length < 2) return first
  const key = lexiconKey(language)
  return entries.find((entry) => entry.languages.includes(key)) ?? first
}

/** Roles of a phrase, the safest first; none where the lexicon does not know it. */
function entriesOf(phrase: string): readonly Entry[] {
  const line = data.phrases[lowerBound(`${phrase}\t`)] ?? ''
  return line.startsWith(`${phrase}\t`) ? parseEntries(line.slice(phrase.length + 1)) : []
}

function startsPhrase(token: string): boolean {
  return (data.phrases[lowerBound(token)] ?? '').startsWith(token)
}

/** Index of the first line that does not sort before `key`: a search in the file as it is saves building a map of it. */
function lowerBound(key: string): number {
  let from = 0
  let to = data.phrases.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((data.phrases[middle] as string) < key) from = middle + 1
    else to = middle
  }
  return from
}

function parseEntries(serialized: string): Entry[] {
  return serialized.split(';').map((entry) => {
    const at = entry.indexOf('=')
    return { role: entry.slice(0, at) as PhraseRole, languages: entry.slice(at + 1).split(' ') }
  })
}

/** Where several fit, the longest says most. */
const PATTERNS: readonly Pattern[] = data.patterns
  .map((line) => {
    const [phrase = '', serialized = ''] = line.split('\t')
    return { phrase, parts: phrase.split('{}'), entries: parseEntries(serialized) }
  })
  .sort((a, b) => b.phrase.length - a.phrase.length)
