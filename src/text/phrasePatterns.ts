import { innerEnd, stripEdges } from './fold.ts'
import { toNfkc } from './normal.ts'
import { choose, type Entry, lexiconKey, MAX_PHRASE_CHARS, type PhraseMatch, parseEntries } from './phraseEntries.ts'
import data from './phrases.data.json' with { type: 'json' }

/** A phrase with places for names: `記者{}／{}報導` has the parts `記者`, `／`, `報導`. */
interface Pattern {
  readonly phrase: string
  readonly parts: readonly string[]
  readonly entries: readonly Entry[]
}

/** Longest name that a `{}` pattern takes. */
const MAX_NAME_CHARS = 40

/** Where several fit, the longest says most. */
const PATTERNS: readonly Pattern[] = data.patterns
  .map((line) => {
    const [phrase = '', serialized = ''] = line.split('\t')
    return { phrase, parts: phrase.split('{}'), entries: parseEntries(serialized) }
  })
  .sort((a, b) => b.phrase.length - a.phrase.length)

/** Without a fixed text at their end. */
const OPEN_PATTERNS: readonly Pattern[] = PATTERNS.filter(({ parts }) => parts.at(-1) === '')

/** By their last character, together with those that may end anyhow. */
const PATTERNS_BY_END: ReadonlyMap<string, readonly Pattern[]> = new Map(
  PATTERNS.filter((pattern) => !OPEN_PATTERNS.includes(pattern)).map(({ phrase }) => [
    phrase.slice(-1),
    PATTERNS.filter(({ parts }) => parts.at(-1) === '' || parts.at(-1)?.endsWith(phrase.slice(-1))),
  ]),
)

/** Those that end in ASCII. */
const PATTERN_TAILS: readonly string[] = [...new Set(PATTERNS.map(({ parts }) => parts.at(-1) ?? ''))].filter(
  (tail) => tail.charCodeAt(tail.length - 1) < 128,
)
const OPEN_PATTERN_STARTS: ReadonlySet<number> = new Set(OPEN_PATTERNS.map(({ phrase }) => phrase.charCodeAt(0)))

/** The `{}` pattern that a whole line is, with the name in it. */
export function matchPattern(text: string, language: string | null): PhraseMatch | null {
  if (text.length > MAX_PHRASE_CHARS || !mayBePattern(text, 0)) return null
  const bare = stripEdges(toNfkc(text))
  for (const { parts, phrase, entries } of PATTERNS_BY_END.get(bare.slice(-1)) ?? OPEN_PATTERNS) {
    const name = nameIn(bare, parts)
    const entry = name === null ? null : choose(entries, language)
    if (name === null || entry === null) continue
    if (language !== null && !entry.languages.includes(lexiconKey(language))) continue
    return { ...entry, phrase, rest: name, whole: false, separated: true }
  }
  return null
}

/**
 * Whether the text from `from` on, which is no punctuation, may be a pattern: nearly all texts start and end in other
 * characters than those do. Characters beyond ASCII may become others when they are folded, so they are left to that.
 */
export function mayBePattern(text: string, from: number): boolean {
  if (!(text.charCodeAt(from) < 128 && text.charCodeAt(from + 1) < 128)) return true
  if (OPEN_PATTERN_STARTS.has(text.charCodeAt(from))) return true
  const to = innerEnd(text, from)
  return text.charCodeAt(to - 1) > 127 || PATTERN_TAILS.some((tail) => mayEndWith(text, to, tail))
}

/** Whether the text before `to` ends like a pattern, as far as it is ASCII. */
function mayEndWith(text: string, to: number, tail: string): boolean {
  for (let back = 1; back <= tail.length; back++) {
    const code = text.charCodeAt(to - back)
    if (code > 127) return true
    if (code !== tail.charCodeAt(tail.length - back)) return false
  }
  return true
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
