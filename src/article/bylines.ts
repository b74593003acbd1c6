import type { DateMatch } from '../dates/parse.ts'
import { matchPhrase, type PhraseMatch, type PhraseRole } from '../text/lexicon.ts'
import type { Credit } from '../types.ts'
import { isAgency } from './agencies.ts'
import { isRoleLike, mayNamePerson, splitNames } from './names.ts'

/** A person that a line names, and how sure the line is. */
export interface Named {
  readonly credit: Credit
  readonly block: number
  /** `phrase`: the line says so. `pattern`: a form such as `X 기자`. `name`: nothing but a name beside a date. */
  readonly by: 'phrase' | 'pattern' | 'name'
}

/** What a line tells of people: empty where it tells nothing. */
export interface BylineRead {
  readonly people: readonly Omit<Named, 'block'>[]
  /** A byline phrase stands alone: the name is on the next line. */
  readonly opens: Credit['role'] | null
}

const ROLES: Partial<Readonly<Record<PhraseRole, Credit['role']>>> = {
  byline: 'author',
  editor: 'editor',
  reporter: 'reporter',
  photographer: 'photographer',
  translator: 'translator',
}

const MAX_LINE_CHARS = 240
/** Parts of a byline: `Penulis: X | Editor: Y`, `9. September 2025 / X`, `X – Updated ... – Fact-checked by Y`. */
export const PARTS =
  /\s{0,4}[|｜•·⋅]\s{0,4}|\s+[–—-]\s+|\s\/\s|\s{2,}|[;；]\s?|\s(?=\S{1,20}[:：]\s?\S)|\s(?=(?:By|Von|Par|Por|Oleh|Door)\s\p{Lu})/u

/** What reading a line takes. */
export interface Reading {
  readonly language: string | null
  readonly dates: (line: string) => readonly DateMatch[]
}

/** Reads the people of a line. */
export function readByline(line: string, { language, dates }: Reading): BylineRead {
  if (line.length > MAX_LINE_CHARS) return { people: [], opens: null }
  const whole = matchPhrase(line, language)
  if (whole?.whole === true) return { people: [], opens: ROLES[whole.role] ?? null }
  const withoutDates = cutDates(line, dates(line))
  const people = withoutDates.split(PARTS).flatMap((part) => readPart(part, language))
  return { people, opens: null }
}

/** With a separator in place of each date. */
export function cutDates(line: string, dates: readonly { readonly start: number; readonly end: number }[]): string {
  let out = ''
  let from = 0
  for (const { start, end } of dates) {
    out += `${line.slice(from, start)} | `
    from = end
  }
  return out + line.slice(from)
}

function readPart(part: string, language: string | null): Omit<Named, 'block'>[] {
  const text = part.trim()
  if (text === '') return []
  const special = readPattern(text)
  if (special.length > 0) return special
  const phrase = matchPhrase(text, language)
  if (phrase === null || phrase.whole) return []
  if (phrase.role === 'source') return readSource(phrase, language)
  const role = ROLES[phrase.role]
  if (role === undefined || !isAboutPeople(phrase, language)) return []
  // `Written by Kristin`: a phrase of two words is followed by a name, whatever it looks like.
  const names = splitNames(phrase.rest, phrase.separated || phrase.phrase.includes(' '))
  return names.map((name) => ({ credit: { role, name }, by: 'phrase' as const }))
}

const MAX_SOURCE_CHARS = 20

/** `来源：临湖日报`: Chinese papers print whom they took a text from; elsewhere only agencies are meant by it. */
function readSource({ rest, separated }: PhraseMatch, language: string | null): Omit<Named, 'block'>[] {
  const name = rest.trim()
  const isOutlet = isAgency(name) || (/^zh\b/.test(language ?? '') && name.length <= MAX_SOURCE_CHARS)
  return separated && isOutlet ? [{ credit: { role: 'agency', name }, by: 'phrase' }] : []
}

/** Phrases such as `Text` or `Interview` name people only before a colon; `By` and `Von` before any name. */
const BY = new Set(
  `by von par por di de da oleh door av af deur przez від од от by: words by written by story by posted by text von ein artikel von
  escrito por scritto da écrit par από by the fra`.split(/\s+/),
)

function isAboutPeople(phrase: PhraseMatch, language: string | null): boolean {
  if (phrase.separated) return true
  const isOwn =
    language === null || phrase.languages.includes(language.split('-')[0] ?? '') || phrase.languages.includes('en')
  return isOwn && (phrase.phrase.includes(' ') || BY.has(phrase.phrase))
}

// Ranges rather than properties of scripts: those cost tens of milliseconds when they first run.
const KOREAN =
  /(?:^|[\s\])=])([가-힣]{2,4})\s?(?:인턴|선임|수습|객원|전문|논설위원)?\s?(?:기자|특파원|통신원)(?![가-힣])/g
const CHINESE =
  /(?:记者|記者|通讯员|编译|編譯)[:：\s]?([\u3400-\u9fff]{2,4}(?:[、\s][\u3400-\u9fff]{2,4}){0,4})(?=[／/｜|\s）)】］\]]|$)/
const JAPANESE = /^【([\u3005\u3040-\u30ff\u3400-\u9fff]{2,8})】$/

/** `문가람 기자`, `記者王小明／台北報導`, `【青木遥斗】` */
function readPattern(text: string): Omit<Named, 'block'>[] {
  const tell = (names: readonly string[]) =>
    names.map((name) => ({ credit: { role: 'author' as const, name }, by: 'pattern' as const }))
  const korean = Array.from(text.matchAll(KOREAN), (match) => match[1] as string)
  if (korean.length > 0 && text.length <= 100) return tell(korean)
  const chinese = text.length <= 60 ? CHINESE.exec(text)?.[1] : undefined
  if (chinese !== undefined) return tell(chinese.split(/[、\s]/))
  const japanese = JAPANESE.exec(text)?.[1]
  return japanese === undefined ? [] : tell([japanese])
}

export interface NamesAlone {
  readonly names: readonly string[]
  /** The line tells when the text was published as well, be it `4 months ago`. */
  readonly dated: boolean
  /** Several names with separators between them, or one twice: hardly a label or a headline. */
  readonly listed: boolean
}

/** A line that is nothing but names of persons, dates aside: none where it is anything else. */
export function namesAlone(line: string, { language, dates: datesIn }: Reading): NamesAlone {
  const none = { names: [], dated: false, listed: false }
  if (line.length > 140 || !mayNamePerson(line)) return none
  const dates = datesIn(line)
  const parts = cutDates(line, dates)
    .split(PARTS)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const roles = parts.map((part) => matchPhrase(part, language)?.role ?? null)
  const others = parts.filter((_, i) => roles[i] === null)
  const isSaid = roles.some((role) => role !== null && role !== 'published' && role !== 'updated')
  if (others.length === 0 || others.length > 6 || isSaid) return none
  const names = others.flatMap((part) => splitNames(part, false)).filter((name) => name !== name.toUpperCase())
  const isDoubled = others.length === 1 && names.length === 1 && others[0] === `${names[0]} ${names[0]}`
  const told = others.map(withoutRoles).join('').length
  if (names.length === 0 || (!isDoubled && names.join('').length < told * 0.75)) return none
  const dated = dates.length > 0 || others.length < parts.length
  return { names, dated, listed: names.length > 1 || isDoubled }
}

/** `Odette Lang, Print Managing Editor` */
function withoutRoles(text: string): string {
  const parts = text.split(/[,，]/)
  return parts.filter((part, i) => i === 0 || !isRoleLike(part)).join(',')
}
