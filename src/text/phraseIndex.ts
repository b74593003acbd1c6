import { foldPhrase, stripEdges } from './fold.ts'
import { PHRASE_ROLES, type PhraseRole } from './roles.ts'

/** Phrases by language and role, as people write them. */
export type Lexicon = Readonly<Record<string, Partial<Readonly<Record<PhraseRole, readonly string[]>>>>>

/**
 * The lexicon turned inside out, for look-ups. A line is `phrase<TAB>role=language language;role=language`, with the
 * roles of a phrase in the order of `PHRASE_ROLES`, and the lines sorted by code units.
 */
export interface PhraseIndex {
  readonly phrases: readonly string[]
  /** Phrases with `{}` for names, likewise. */
  readonly patterns: readonly string[]
}

/** Folds and inverts a lexicon. */
export function indexPhrases(lexicon: Lexicon): PhraseIndex {
  const phrases = new Map<string, Map<PhraseRole, Set<string>>>()
  const patterns = new Map<string, Map<PhraseRole, Set<string>>>()
  for (const [language, byRole] of Object.entries(lexicon)) {
    for (const role of PHRASE_ROLES) {
      for (const phrase of byRole[role] ?? []) {
        const isPattern = phrase.includes('{}')
        const key = isPattern ? stripEdges(phrase.normalize('NFKC').toLowerCase()) : foldPhrase(phrase)
        // `【{}】` alone would take every bracketed heading.
        if (key !== '' && key !== '{}') note(isPattern ? patterns : phrases, key, role, language)
      }
    }
  }
  return { phrases: serialize(phrases), patterns: serialize(patterns) }
}

function note(into: Map<string, Map<PhraseRole, Set<string>>>, key: string, role: PhraseRole, language: string): void {
  const roles = into.get(key) ?? new Map<PhraseRole, Set<string>>()
  const languages = roles.get(role) ?? new Set<string>()
  into.set(key, roles.set(role, languages.add(language)))
}

function serialize(phrases: ReadonlyMap<string, ReadonlyMap<PhraseRole, ReadonlySet<string>>>): string[] {
  return Array.from(phrases, ([phrase, roles]) => {
    const sorted = [...roles].sort(([a], [b]) => PHRASE_ROLES.indexOf(a) - PHRASE_ROLES.indexOf(b))
    return `${phrase}\t${sorted.map(([role, languages]) => `${role}=${[...languages].join(' ')}`).join(';')}`
  }).sort()
}
