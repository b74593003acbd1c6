import { toNfc } from '../text/normal.ts'
import { scanWords, words } from '../text/words.ts'
import { hasWord, makeWordTable, type WordTable } from '../text/wordTable.ts'
import { type LanguageProfile, PROFILES } from './functionWords.ts'

const NONE: ReadonlySet<string> = new Set()

/** Share of function words in prose that `stopShare` is scaled to: that of English. */
const COMMON_SHARE = 0.4

/** Memo of the tables below, filled language by language. */
const sets = new Map<string, ReadonlySet<string>>()

/** `en-GB` has the table of `en`. */
function primaryOf(language: string): string {
  const hyphen = language.indexOf('-')
  return hyphen < 0 ? language : language.slice(0, hyphen)
}

function profileOf(primary: string): LanguageProfile | undefined {
  return Object.hasOwn(PROFILES, primary) ? PROFILES[primary] : undefined
}

/** The most frequent function words of a language (BCP 47), in lower case and NFC; empty where there is no table. */
export function functionWordsOf(language: string): ReadonlySet<string> {
  const primary = primaryOf(language)
  const known = sets.get(primary)
  if (known !== undefined) return known
  const profile = profileOf(primary)
  if (profile === undefined) return NONE
  const set = new Set(profile.words.normalize('NFC').split(' '))
  sets.set(primary, set)
  return set
}

/** Memo of the same as tables, filled likewise. */
const tables = new Map<string, WordTable>()

function tableOf(language: string): WordTable {
  const primary = primaryOf(language)
  const known = tables.get(primary)
  if (known !== undefined) return known
  const table = makeWordTable([...functionWordsOf(language)])
  tables.set(primary, table)
  return table
}

/** As `shareOfWords` of the words of a text; NaN for a text without words. */
function shareInText(text: string, table: WordTable): number {
  const lower = text.toLowerCase()
  let total = 0
  let count = 0
  scanWords(lower, (start, end) => {
    total++
    if (hasWord(table, lower, start, end)) count++
  })
  return count / total
}

function shareOfWords(tokens: readonly string[], set: ReadonlySet<string>): number {
  let count = 0
  for (const token of tokens) if (set.has(token)) count++
  return count / tokens.length
}

function shareOfEndings(tokens: readonly string[], set: ReadonlySet<string>): number {
  let count = 0
  for (const token of tokens) if (token.length > 1 && set.has(token.slice(-1))) count++
  return count / tokens.length
}

/** Longest-first matching at every place: pieces are at most a few characters, so this is linear. */
function shareOfPieces(tokens: readonly string[], set: ReadonlySet<string>): number {
  const text = tokens.join('')
  const longest = Math.max(...[...set].map((piece) => piece.length))
  let covered = 0
  for (let index = 0; index < text.length; ) {
    let size = Math.min(longest, text.length - index)
    while (size > 0 && !set.has(text.slice(index, index + size))) size--
    covered += size
    index += Math.max(size, 1)
  }
  return covered / text.length
}

const SHARES: Readonly<
  Record<LanguageProfile['match'], (tokens: readonly string[], set: ReadonlySet<string>) => number>
> = { word: shareOfWords, character: shareOfWords, ending: shareOfEndings, piece: shareOfPieces }

/**
 * How much of a text is function words, 0..1. What is counted depends on the language: words; characters (Chinese,
 * Japanese); words with a particle or ending (Korean); characters inside frequent pieces (Thai, Lao, Khmer, Burmese).
 * The share is divided by that of the language's ordinary prose and scaled so that prose is near .4 in every
 * language. 0 for a language without a table and for a text without words.
 *
 * @param text A text, or its words as `words` gives them (in NFC).
 * @param language BCP 47.
 */
export function stopShare(text: string | readonly string[], language: string): number {
  const profile = profileOf(primaryOf(language))
  if (profile === undefined) return 0
  const share = shareOf(text, language, profile.match)
  return Number.isNaN(share) ? 0 : Math.min(1, (share / profile.proseShare) * COMMON_SHARE)
}

/** NaN for a text without words. */
function shareOf(text: string | readonly string[], language: string, match: LanguageProfile['match']): number {
  // Every block of a page is asked, most of them in languages with whole words: those are counted where they stand.
  if (typeof text === 'string' && SHARES[match] === shareOfWords) return shareInText(toNfc(text), tableOf(language))
  const tokens = typeof text === 'string' ? words(toNfc(text)) : text
  return tokens.length === 0 ? Number.NaN : SHARES[match](tokens, functionWordsOf(language))
}
