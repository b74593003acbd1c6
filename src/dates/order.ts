import type { Order } from './finish.ts'
import { baseLanguage, countryOf } from './home.ts'
import { parseDates } from './parse.ts'

const MONTH_FIRST_LANGUAGES = new Set(['fil', 'ceb'])
const MONTH_FIRST_REGIONS = new Set(['US', 'PH', 'PR', 'PA'])

/**
 * Which of two small figures is the day on pages of a language and country. Null for English pages of an unknown
 * country: `03/05/2024` can't be read there.
 */
export function orderOf(language: string | null, region: string | null): Order | null {
  const base = baseLanguage(language) ?? ''
  const country = countryOf(language, region)
  if (MONTH_FIRST_LANGUAGES.has(base)) return 'mdy'
  if (country !== null && MONTH_FIRST_REGIONS.has(country) && /^(?:en|es|)$/.test(base)) return 'mdy'
  if (language === null || base === 'en') return country === null ? null : 'dmy'
  return 'dmy'
}

/**
 * The order that the dates of a page show: one of their figures is greater than 12, or their time is told in a zone of
 * America or of the rest of the world. Null without such a date, or if they disagree.
 */
export function orderShown(texts: readonly string[], language: string | null): Order | null {
  const shown = new Set<Order>()
  for (const text of texts) {
    for (const { shows, offset, ambiguous } of parseDates(text, { language, region: null, order: null })) {
      if (shows !== null) shown.add(shows)
      else if (ambiguous && offset !== null) shown.add(offset.startsWith('-') ? 'mdy' : 'dmy')
    }
  }
  return shown.size === 1 ? ([...shown][0] as Order) : null
}

const DAY_FIRST =
  /\b\d{1,2}(?:st|nd|rd|th)?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?\s(?:19|20)\d\d\b/i
const MONTH_FIRST =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d\b/i

/**
 * The order in which a page writes English dates out: who writes `31 January 2023` writes `03/10/2023` for the third of
 * October. Null without such a date, or if they disagree.
 */
export function orderWritten(texts: readonly string[]): Order | null {
  const isDayFirst = texts.some((text) => DAY_FIRST.test(text))
  const isMonthFirst = texts.some((text) => MONTH_FIRST.test(text))
  return isDayFirst === isMonthFirst ? null : isDayFirst ? 'dmy' : 'mdy'
}
