import { isAscii } from '../text/fold.ts'
import { OWN_LETTERS, SHARED_LETTERS } from './alphabets.ts'
import { PROFILES } from './functionWords.ts'
import { type Script, scriptOf } from './scripts.ts'

/** How well a text fits a language: 1 is ordinary prose of it, 0 nothing of it. */
export interface Fit {
  readonly language: string
  readonly score: number
}

/**
 * How much a letter that a language does not write speaks against it. Chosen so that 1 % of such letters, as in a
 * text with foreign names, costs a quarter, and Danish read as German (2.5 % å, æ, ø) half.
 */
const FOREIGN_LETTER_WEIGHT = 35

/**
 * How much a letter that only this language writes speaks for it; one that n languages write speaks an n-th of it.
 * Vietnamese, a quarter of such letters, is known by them alone; others gain little.
 */
const OWN_LETTER_WEIGHT = 4

/** A one-letter word is half a word: they are initials, sizes and the `s` of `today's` as well. */
const LETTER_WORD_WEIGHT = 0.5

/** Share of a text that one word counts for at most: more of it is a table, code or a refrain. */
const MAX_WORD_SHARE = 0.08

/** Memo: for each function word the languages that have it. */
let languagesOfWord: ReadonlyMap<string, readonly string[]> | null = null

function wordIndex(): ReadonlyMap<string, readonly string[]> {
  if (languagesOfWord !== null) return languagesOfWord
  const index = new Map<string, string[]>()
  for (const [language, profile] of Object.entries(PROFILES)) {
    if (profile.match !== 'word') continue
    for (const word of new Set(profile.words.normalize('NFC').split(' '))) {
      const languages = index.get(word)
      if (languages === undefined) index.set(word, [language])
      else languages.push(language)
    }
  }
  languagesOfWord = index
  return index
}

/** How many words of each language occur, under the weights and the limit above. */
function functionWordCounts(tokens: readonly string[]): ReadonlyMap<string, number> {
  const index = wordIndex()
  const occurrences = new Map<string, number>()
  for (const token of tokens) if (index.has(token)) occurrences.set(token, (occurrences.get(token) ?? 0) + 1)
  const limit = Math.max(2, tokens.length * MAX_WORD_SHARE)
  const counts = new Map<string, number>()
  for (const [word, occurrence] of occurrences) {
    const weight = Math.min(occurrence, limit) * (word.length > 1 ? 1 : LETTER_WORD_WEIGHT)
    for (const language of index.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + weight)
  }
  return counts
}

/** Occurrences of each letter that not all languages of a script have; empty where its languages share all letters. */
function ownLetterCounts(tokens: readonly string[], script: Script): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const shared = SHARED_LETTERS[script]
  if (shared === undefined) return counts
  const common = new Set(shared)
  for (const token of tokens) {
    // ASCII letters are common to all Latin alphabets and foreign to the other scripts.
    if (isAscii(token)) continue
    for (const letter of token) {
      if (common.has(letter) || scriptOf(letter.charCodeAt(0)) !== script) continue
      counts.set(letter, (counts.get(letter) ?? 0) + 1)
    }
  }
  return counts
}

/** A letter that not all languages of the script write: how often it occurs, and who writes it. */
interface OwnLetter {
  readonly count: number
  readonly writers: readonly string[]
}

/** Shares of a text's letters that are foreign to a language, and that speak for it. */
function letterShares(
  letters: readonly OwnLetter[],
  letterCount: number,
  language: string,
): { readonly foreign: number; readonly own: number } {
  let foreign = 0
  let own = 0
  for (const { count, writers } of letters) {
    if (writers.includes(language)) own += count / writers.length
    else foreign += count
  }
  return { foreign: foreign / letterCount, own: own / letterCount }
}

/**
 * Fit of a text to each language of a script, the best first.
 *
 * The score is the share of function words, relative to that in the language's prose, made greater by letters that
 * few languages write and smaller by letters that the language does not write.
 *
 * @param tokens Its words in that script, lower case, NFC; at least one.
 */
export function rank(tokens: readonly string[], script: Script, languages: readonly string[]): Fit[] {
  const hits = functionWordCounts(tokens)
  let letterCount = 0
  for (const token of tokens) letterCount += token.length
  const ownLetters = [...ownLetterCounts(tokens, script)].map(
    ([letter, count]): OwnLetter => ({
      count,
      writers: languages.filter((language) => OWN_LETTERS[language]?.includes(letter)),
    }),
  )
  const fits = languages.map((language): Fit => {
    const letters = letterShares(ownLetters, letterCount, language)
    const share = (hits.get(language) ?? 0) / tokens.length
    const positive = share / (PROFILES[language]?.proseShare ?? 1) + OWN_LETTER_WEIGHT * letters.own
    return { language, score: positive / (1 + FOREIGN_LETTER_WEIGHT * letters.foreign) }
  })
  return fits.sort((a, b) => b.score - a.score || (a.language < b.language ? -1 : 1))
}
