import { matchPhrase } from '../text/lexicon.ts'
import { isAgency } from './agencies.ts'
import type { Others } from './authorSources.ts'
import { bare } from './fields.ts'
import { isPersonName, isRoleLike } from './names.ts'
import { isSiteName } from './site.ts'
import type { Survey } from './survey.ts'

/** Longer lines are no names. */
const MAX_NAME_CHARS = 60

/** Lines of a page that tell something of the names on it. */
export interface KnownLines {
  /** Names and labels, bare, with how often the page shows them. */
  readonly short: ReadonlyMap<string, number>
  /** Texts after the first prose that may be about a person. */
  readonly long: readonly string[]
  /** Notices of copyright after the body, bare. */
  readonly copyright: readonly string[]
  /** The page's own title, bare. */
  readonly title: string
}

const MIN_BIO_CHARS = 60
const MAX_COPYRIGHT_CHARS = 200

export function knownLines(survey: Survey): KnownLines {
  const { page, blocks, prose, end } = survey
  const texts = (from: number, isMeant: (text: string) => boolean) =>
    blocks.slice(from).flatMap(({ text }) => (isMeant(text) ? [text] : []))
  return {
    short: shortLines(survey),
    long: texts(prose + 1, (text) => text.length > MIN_BIO_CHARS),
    copyright: texts(end + 1, (text) => text.length < MAX_COPYRIGHT_CHARS && /©|copyright/i.test(text)).map(bare),
    title: bare(page.kind === 'html' ? (page.hints.title ?? '') : (blocks[0]?.text ?? '')),
  }
}

function shortLines({ blocks, lines }: Survey): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { text } of blocks) {
    if (text.length > MAX_NAME_CHARS || text.length < 2) continue
    const key = lines.bare(text)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** Names with what is known of them so far. */
export interface Traits {
  readonly names: readonly string[]
  readonly features: Record<string, number>
}

interface Around {
  readonly survey: Survey
  readonly others: Others
  readonly lines: KnownLines
}

/** What the names themselves are like, and where else the page has them. */
export function describe({ names, features }: Traits, { survey, others, lines }: Around): void {
  const set = (name: string, is: boolean): void => {
    if (is) features[name] = 1
  }
  const first = names[0] ?? ''
  const key = bare(first)
  const words = first.split(' ')
  const persons = names.filter(isPersonName).length
  set('persons', persons === names.length)
  set('no-person', persons === 0)
  set('several', names.length > 1)
  set('many', names.length > 3)
  set('one-word', words.length === 1)
  set('many-words', words.length > 3)
  set('small', !/\p{Lu}/u.test(first) && /\p{Ll}/u.test(first))
  set('capitals', first.length > 3 && first === first.toUpperCase() && /\p{Lu}/u.test(first))
  set('digits', /\d/.test(first))
  set('signs', /[?!:…+<>=]/.test(names.join('')))
  set('agency', names.some(isAgency))
  set('role', names.some(isRoleLike))
  set(
    'phrase-like',
    names.some((name) => matchPhrase(name) !== null),
  )
  set(
    'site',
    names.some((name) => isSiteName(name, others.sites)),
  )
  set(
    'common',
    names.some((name) => isCommon(name, survey)),
  )
  const count = lines.short.get(key) ?? 0
  set('shown', count > 0)
  set('shown-twice', count === 2)
  set('shown-often', count > 4)
  set('pictured', PICTURES.some((kind) => lines.short.has(kind + key)) || lines.short.has(`${key}simage`))
  set('bio', key.length > 4 && lines.long.some((text) => text.startsWith(`${first} `)))
  set('ends-title', key.length > 3 && lines.title.endsWith(key))
  set('copyright', key.length > 3 && lines.copyright.some((text) => text.includes(key)))
}

const PICTURES = [
  'pictureof',
  'photoof',
  'avatarof',
  'imageof',
  'avatar',
  'headshotof',
  'profilepictureof',
  'profilephotoof',
  'photode',
  'bildvon',
  'avatarfor',
]

/** `Marketing Strategy`: words that the page writes small in its prose. */
function isCommon(name: string, { isCommonWord }: Survey): boolean {
  const words = name.split(' ')
  return isCommonWord(words.at(-1) ?? '') || words.filter(isCommonWord).length > words.length / 2
}

/** Two candidates that share a name speak for each other. */
export function markOverlaps(found: readonly Traits[]): void {
  const keys = found.map((entry) => new Set(entry.names.map(bare)))
  found.forEach((entry, i) => {
    const mine = keys[i] as Set<string>
    for (let j = 0; j < found.length; j++) {
      if (j === i) continue
      const other = keys[j] as Set<string>
      const shared = [...mine].filter((name) => other.has(name)).length
      if (shared === 0) continue
      const from = found[j]?.features ?? {}
      if (from.declared === 1) entry.features['with-declared'] = 1
      if (from.phrase === 1) entry.features['with-phrase'] = 1
      if (from.element === 1) entry.features['with-element'] = 1
      if (other.size > mine.size && shared === mine.size) entry.features['part-of'] = 1
      if (other.size < mine.size && shared === other.size) entry.features['more-than'] = 1
    }
  })
}
