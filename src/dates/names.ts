import { withoutAffix } from './affixes.ts'
import type { Calendar } from './calendars.ts'
import { type Meaning, meaningsOf, startsName } from './lookup.ts'
import type { Token } from './tokens.ts'

/** A month of a calendar. */
export interface MonthName {
  readonly month: number
  readonly calendar: Calendar
  /** Tokens that the name takes. */
  readonly length: number
}

export interface WeekdayName {
  /** 1 is Monday, 7 Sunday; null where it is one of other languages than the page's, and may be a word of that: `dia`. */
  readonly weekday: number | null
  /** Tokens that the name takes. */
  readonly length: number
}

/** The longest names: `كانون الثاني`, `deireadh fomhair`, `tháng 5`, `sánzá ya zómi na míbalé`. */
const MAX_TOKENS = 5
/** Short forms of other languages than the page's are words of it: `set`, `mar`, `sen`. */
const MAX_SHORT_CHARS = 3
const CALENDARS: Readonly<Record<string, Calendar>> = { p: 'persian', h: 'hijri' }

/** The month that the tokens at `index` name, the longest name first. */
export function monthAt(tokens: readonly Token[], index: number, language: string | null): MonthName | null {
  return longest(tokens, index, (name) => monthOf(name, language))
}

/** The weekday that the tokens at `index` name. */
export function weekdayAt(tokens: readonly Token[], index: number, language: string | null): WeekdayName | null {
  return longest(tokens, index, (name) => weekdayOf(name, language))
}

/** What the longest of the names that start at a token stands for. */
function longest<Named extends object>(
  tokens: readonly Token[],
  index: number,
  read: (name: string) => Named | null,
): (Named & { readonly length: number }) | null {
  if (!mayStartName(tokens[index])) return null
  let found: (Named & { readonly length: number }) | null = null
  let name = ''
  for (let length = 1; length <= MAX_TOKENS; length++) {
    const token = tokens[index + length - 1]
    if (token === undefined || token.kind === 'sign') break
    name += token.kind === 'number' ? token.value : token.text
    const named = read(name)
    if (named !== null) found = { ...named, length }
    name += ' '
    if (!startsName(name)) break
  }
  return found
}

/** Most words start no name, and are done with after one look. */
function mayStartName(token: Token | undefined): token is Token {
  if (token?.kind !== 'word') return false
  return startsName(token.text) || withoutAffix(token.text) !== null
}

function weekdayOf(name: string, language: string | null): Omit<WeekdayName, 'length'> | null {
  const days = meaningsOf(name).filter(isWeekday)
  if (days.length === 0) return null
  const own = days.find(([, languages]) => isKnownIn(languages, language)) ?? null
  const only = language === null && days.length === 1 && name.length > MAX_SHORT_CHARS ? (days[0] as Meaning) : null
  const sure = own ?? only
  return { weekday: sure === null ? null : Number(sure[0].slice(1)) }
}

/** English is everywhere. */
function isKnownIn(languages: readonly string[], language: string | null): boolean {
  return languages.includes('en') || (language !== null && languages.includes(language))
}

function isWeekday([key]: Meaning): boolean {
  return key.startsWith('w')
}

function monthsOf(name: string): readonly Meaning[] {
  return meaningsOf(name).filter((meaning) => !isWeekday(meaning))
}

function monthOf(name: string, language: string | null): Omit<MonthName, 'length'> | null {
  let months = monthsOf(name)
  const stem = months.length === 0 ? withoutAffix(name) : null
  if (stem !== null) months = monthsOf(stem)
  if (months.length === 0) return null
  const own = language === null ? undefined : months.find(([, languages]) => languages.includes(language))
  if (own === undefined && name.length <= (language === null ? 1 : MAX_SHORT_CHARS) && !months[0]?.[1].includes('en'))
    return null
  const [key, languages] = own ?? months.reduce((most, next) => (next[1].length > most[1].length ? next : most))
  if (own === undefined && months.length > 1 && languages.length === 1) return null
  const calendar = CALENDARS[key.charAt(0)]
  return calendar === undefined
    ? { month: Number(key), calendar: 'gregorian' }
    : { month: Number(key.slice(1)), calendar }
}
