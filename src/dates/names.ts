import data from './names.data.json' with { type: 'json' }
import type { Token } from './tokens.ts'

/** A month of the Gregorian calendar or, with `persian`, of the Persian one. */
export interface MonthName {
  readonly month: number
  readonly persian: boolean
  /** Tokens that the name takes. */
  readonly length: number
}

/** A name has up to three tokens: `كانون الثاني`, `deireadh fomhair`, `tháng 5`. */
const MAX_TOKENS = 3
/** Short forms of other languages than the page's are words of it: `set`, `mar`, `sen`. English is everywhere. */
const MAX_SHORT_CHARS = 3

/** Keys of a name (`1`..`12`, `w`, `p1`..`p12`) with their languages; none where it is unknown. */
function keysOf(name: string): readonly (readonly [string, readonly string[]])[] {
  const line = data[lowerBound(`${name}\t`)] ?? ''
  if (!line.startsWith(`${name}\t`)) return []
  return line
    .slice(name.length + 1)
    .split(';')
    .map((entry) => {
      const at = entry.indexOf('=')
      return [entry.slice(0, at), entry.slice(at + 1).split(' ')] as const
    })
}

function lowerBound(key: string): number {
  let from = 0
  let to = data.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((data[middle] as string) < key) from = middle + 1
    else to = middle
  }
  return from
}

/** The month that the tokens at `index` name, the longest name first. */
export function monthAt(tokens: readonly Token[], index: number, language: string | null): MonthName | null {
  if (!mayStartName(tokens[index])) return null
  for (let length = Math.min(MAX_TOKENS, tokens.length - index); length > 0; length--) {
    const month = monthOf(joined(tokens, index, length), language)
    if (month !== null) return { ...month, length }
  }
  return null
}

/** Most words start no name, and are done with after one look instead of one for each number of tokens. */
function mayStartName(token: Token | undefined): token is Token {
  if (token?.kind !== 'word') return false
  return (data[lowerBound(token.text)] ?? '').startsWith(token.text) || token.text.startsWith(HEBREW_IN)
}

/** Hebrew glues `in` to the month: במאי. */
const HEBREW_IN = 'ב'

function joined(tokens: readonly Token[], index: number, length: number): string {
  let name = ''
  for (let i = index; i < index + length; i++) {
    const token = tokens[i] as Token
    if (token.kind === 'sign') return ''
    name += `${i > index ? ' ' : ''}${token.kind === 'number' ? token.value : token.text}`
  }
  return name
}

function monthOf(name: string, language: string | null): Omit<MonthName, 'length'> | null {
  let months = keysOf(name).filter(([key]) => key !== 'w')
  if (months.length === 0 && name.startsWith(HEBREW_IN)) months = keysOf(name.slice(1)).filter(([key]) => key !== 'w')
  if (months.length === 0) return null
  const own = language === null ? undefined : months.find(([, languages]) => languages.includes(language))
  if (own === undefined && language !== null && name.length <= MAX_SHORT_CHARS && !months[0]?.[1].includes('en'))
    return null
  const [key, languages] = own ?? months.reduce((most, next) => (next[1].length > most[1].length ? next : most))
  if (own === undefined && months.length > 1 && languages.length === 1) return null
  return key.startsWith('p') ? { month: Number(key.slice(1)), persian: true } : { month: Number(key), persian: false }
}

/** Number of tokens of the weekday at `index`; 0 where there is none. */
export function weekdayLength(tokens: readonly Token[], index: number): number {
  if (!mayStartName(tokens[index])) return 0
  for (let length = Math.min(MAX_TOKENS, tokens.length - index); length > 0; length--) {
    if (keysOf(joined(tokens, index, length)).some(([key]) => key === 'w')) return length
  }
  return 0
}
