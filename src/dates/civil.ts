import { toDayNumber } from './calendars.ts'
import { formatOffset } from './zones.ts'

/** Minutes east of UTC in winter, and whether clocks go by the summer time of the European Union. */
type Law = readonly [minutes: number, summer: boolean]

const CENTRAL: Law = [60, true]
const EASTERN: Law = [120, true]
const WESTERN: Law = [0, true]

/**
 * Countries where one time holds everywhere, islands far away aside, and has held since 2000 at least. Not: Turkey and
 * Russia, whose laws changed, and countries with several zones.
 */
const COUNTRIES: Readonly<Record<string, Law>> = {
  ...of('DE AT CH LI LU FR BE NL IT SM VA MT ES AD MC DK NO SE PL CZ SK HU SI HR BA RS ME MK AL XK', CENTRAL),
  ...of('FI EE LV LT GR CY BG RO MD UA', EASTERN),
  ...of('GB IE', WESTERN),
  ...of('JP KR', [540, false]),
  ...of('TW HK SG MY PH', [480, false]),
  ...of('CN', [480, false]),
  ...of('VN TH KH LA', [420, false]),
  ...of('BD', [360, false]),
  ...of('NP', [345, false]),
  ...of('IN LK', [330, false]),
  ...of('AE OM', [240, false]),
  ...of('KE TZ UG ET SA KW QA BH', [180, false]),
  ...of('ZA LS SZ BW ZW ZM MW MZ RW', [120, false]),
  ...of('NG CM BJ NE GA', [60, false]),
  ...of('GH SN CI ML BF IS', [0, false]),
  ...of('CO PE EC PA', [-300, false]),
  ...of('BO PR DO', [-240, false]),
}

/** Languages whose papers are printed in countries with the time of one of them. */
const LANGUAGES: Readonly<Record<string, string>> = {
  de: 'DE',
  it: 'IT',
  pl: 'PL',
  cs: 'CZ',
  sk: 'SK',
  hu: 'HU',
  sl: 'SI',
  hr: 'HR',
  sq: 'AL',
  nb: 'NO',
  nn: 'NO',
  no: 'NO',
  sv: 'SE',
  fi: 'FI',
  et: 'EE',
  lv: 'LV',
  lt: 'LT',
  el: 'GR',
  bg: 'BG',
  ro: 'RO',
  uk: 'UA',
  ja: 'JP',
  ko: 'KR',
  vi: 'VN',
  th: 'TH',
  hi: 'IN',
  is: 'IS',
}

function of(countries: string, law: Law): Readonly<Record<string, Law>> {
  return Object.fromEntries(countries.split(' ').map((country) => [country, law]))
}

/** What is known of where a page comes from. */
export interface Home {
  /** Country, ISO 3166, or null. */
  readonly region: string | null
  /** BCP 47 of the text, or null. */
  readonly language: string | null
}

/**
 * The offset that a time of day has by law where the page comes from: `+02:00`, or null where several could be meant.
 *
 * @param day `2020-02-25`, from 1996 on: since then summer time is the same all over the European Union.
 * @param time `16:41` or `16:41:50`, local.
 */
export function civilOffset(day: string, time: string, { region, language }: Home): string | null {
  const base = (language ?? '').split('-', 1)[0] ?? ''
  const country = region ?? (Object.hasOwn(LANGUAGES, base) ? (LANGUAGES[base] as string) : null)
  if (country === null || day < '1996' || !Object.hasOwn(COUNTRIES, country)) return null
  const [minutes, hasSummer] = COUNTRIES[country] as Law
  return formatOffset(minutes + (hasSummer && isSummer(day, time, minutes) ? 60 : 0))
}

/** From the last Sunday of March to that of October, both at one o'clock UTC (directive 2000/84/EC). */
function isSummer(day: string, time: string, minutes: number): boolean {
  const year = Number(day.slice(0, 4))
  const number = toDayNumber({ year, month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) })
  const local = number * 1440 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  const change = 60 + minutes
  // The hour that is there twice in October is taken for the first of them.
  return local >= lastSunday(year, 3) * 1440 + change && local < lastSunday(year, 10) * 1440 + change + 60
}

/** In days since 1970-01-01. */
function lastSunday(year: number, month: number): number {
  const last = toDayNumber({ year, month, day: 31 })
  // 1970-01-04 was a Sunday.
  return last - ((((last - 3) % 7) + 7) % 7)
}
