import type { PhraseRole } from './roles.ts'

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

/** A role of a phrase, with the keys of the lexicon that know it. */
export interface Entry {
  readonly role: PhraseRole
  readonly languages: readonly string[]
}

/** Longer lines are prose; a whole phrase of the lexicon has at most 60 characters. */
export const MAX_PHRASE_CHARS = 80

/** Key of the lexicon for a language tag. */
export function lexiconKey(language: string): string {
  if (/^zh[-_](?:hant|tw|hk|mo)/i.test(language)) return 'zh-Hant'
  const base = (language.split(/[-_]/, 1)[0] ?? '').toLowerCase()
  return base === 'nb' || base === 'nn' ? 'no' : base === 'fil' ? 'tl' : base
}

/** The role that a phrase has in a language, or else its safest. */
export function choose(entries: readonly Entry[], language: string | null): Entry | null {
  const first = entries[0] ?? null
  if (language === null || entries.length < 2) return first
  const key = lexiconKey(language)
  return entries.find((entry) => entry.languages.includes(key)) ?? first
}

/** `tags=en de;share=en`: the entries as the data hold them. */
export function parseEntries(serialized: string): Entry[] {
  return serialized.split(';').map((entry) => {
    const at = entry.indexOf('=')
    return { role: entry.slice(0, at) as PhraseRole, languages: entry.slice(at + 1).split(' ') }
  })
}
