import { describe, expect, test } from 'vitest'
import { orderOf } from '../../src/dates/order.ts'
import { type DateMatch, parseDates } from '../../src/dates/parse.ts'

/**
 * Locales whose ICU formats are read back: every language that ICU has names of months for and newspapers are printed in,
 * with the regions and scripts that write dates in a way of their own. See names.data.json for how the names came about.
 */
const LOCALES =
  `af ak am ar ar-AE ar-DZ ar-EG ar-IQ ar-MA ar-SA ar-SY ar-TN as ast az az-Cyrl ba be bg bgc bho bm bn bn-IN br brx bs
  bs-Cyrl ca ce ceb ckb cs cv cy da de de-AT de-CH doi dsb ee el en-AU en-CA en-GB en-IE en-IN en-KE en-NZ en-US en-ZA eo es
  es-AR es-CO es-MX es-PE es-PR es-US et eu fa fa-AF ff ff-Adlm fi fil fo fr fr-CA fr-CH fur fy ga gd gl gsw gu ha haw he hi
  hr hsb hu hy ia id ig is it it-CH ja jv ka kab kea kk kk-Arab kl km kn ko kok ks ksh ku ky lb lg lij lmo ln lo lt lv mai mg
  mi mk ml mn mni mr ms mt my nb nds ne nl nl-BE nn no nqo nso oc om or os pa pa-Arab pcm pl pms ps pt pt-PT qu raj rm rn ro
  ru rw sa sah sat sc scn sd se sk sl smn sn so sq sr sr-Latn st su sv sw szl ta te tg th tk tn to tr tt tyv tzm ug uk ur uz
  uz-Cyrl vec vi wo xh xnr yi yo zgh zh zh-HK zh-TW zu`.split(/\s+/)

/** Formats that can't be read, by locale and style, with the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'brx full': 'October has a quotation mark inside, where words are cut',
  'brx long': 'October has a quotation mark inside, where words are cut',
  'sa medium': 'a colon stands between month and year, as between a month and what is told of it',
  'si full': 'ICU has the lunar months for the Gregorian ones; newspapers write others, which are in the table by hand',
  'si long': 'as si full',
  'si medium': 'as si full',
  'ti full': 'ICU has the months of the Ethiopian calendar for the Gregorian ones: a week off in Ethiopia',
  'ti long': 'as ti full',
  'ti medium': 'as ti full',
  'dz full': 'months are counted in Tibetan words between which there is no space',
  'dz long': 'as dz full',
  'dz medium': 'a word stands before each figure and nothing after it',
  'bo full': 'as dz full',
  'bo long': 'as dz full',
  'bo medium': 'as dz medium',
  'yo medium': 'three figures with spaces between may be anything',
}

/** Other calendars of the languages that write them. */
const CALENDARS: readonly (readonly [locale: string, calendar: string])[] = [
  ...['fa', 'fa-AF', 'ps', 'ckb'].map((locale) => [locale, 'persian'] as const),
  ...['th', 'lo', 'km'].map((locale) => [locale, 'buddhist'] as const),
  ['ja', 'japanese'],
  ['zh-TW', 'roc'],
  ['zh-Hant', 'roc'],
  ['ar-SA', 'islamic-umalqura'],
]
/** Outside of Saudi Arabia a month may begin a day earlier or later: only the weekday makes sure of a day. */
const MOON_LOCALES = ['ar', 'fa', 'id', 'ms', 'tr', 'ur']

const STYLES = ['full', 'long', 'medium'] as const
type Style = (typeof STYLES)[number]

/** Each month, figures below and above 12, the ends of years and a leap day. */
const DAYS =
  `2020-01-03 2024-02-14 2020-02-29 2022-03-25 2019-04-09 2024-05-30 2021-06-17 2025-07-04 2023-08-21 2018-09-12
  2022-10-31 2021-11-11 2024-12-26 2019-12-31`.split(/\s+/)

function write(tag: string, style: Style, day: string): string {
  return new Intl.DateTimeFormat(tag, { dateStyle: style, timeZone: 'UTC' }).format(Date.parse(day))
}

function read(written: string, locale: string): readonly DateMatch[] {
  return parseDates(written, { language: locale, region: null, order: orderOf(locale, null) })
}

/** What is read of all days in the formats of a locale that is not what was written. */
function misread(locale: string, extension: string, styles: readonly Style[]): string[] {
  return styles.flatMap((style) => {
    const format = new Intl.DateTimeFormat(`${locale}${extension}`, { dateStyle: style, timeZone: 'UTC' })
    return DAYS.flatMap((day) => {
      const written = format.format(Date.parse(day))
      const found = read(written, locale).map((match) => `${match.day}${match.ambiguous ? ' or not' : ''}`)
      return found.join() === day ? [] : [`${written}: ${found.join()}, not ${day}`]
    })
  })
}

/** The calendar and digits that a locale has by default, and those of the rest of the world. */
function extensionsOf(locale: string): string[] {
  const { calendar, numberingSystem } = new Intl.DateTimeFormat(locale).resolvedOptions()
  const extensions = ['']
  if (calendar !== 'gregory') extensions.push('-u-ca-gregory')
  if (numberingSystem !== 'latn') extensions.push('-u-ca-gregory-nu-latn')
  return extensions
}

test('there are 100 locales at least', () => {
  expect(new Set(LOCALES).size).toBeGreaterThanOrEqual(100)
})

describe('what Intl writes is read as the same day', () => {
  test.each(LOCALES)('%s', (locale) => {
    const styles = STYLES.filter((style) => !Object.hasOwn(EXCEPTIONS, `${locale} ${style}`))
    const wrong = extensionsOf(locale).flatMap((extension) => misread(locale, extension, styles))
    expect(wrong).toEqual([])
  })

  test.each(CALENDARS)('%s, %s', (locale, calendar) => {
    const wrong = ['', '-nu-latn'].flatMap((digits) => misread(locale, `-u-ca-${calendar}${digits}`, STYLES))
    expect(wrong).toEqual([])
  })

  test.each(Object.keys(EXCEPTIONS))('but not %s', (exception) => {
    const [locale = '', style] = exception.split(' ')
    expect(misread(locale, '', [style as Style])).not.toEqual([])
  })
})

describe('days of the Hijra', () => {
  test.each(MOON_LOCALES)('are sure in %s with the weekday only', (locale) => {
    const tag = `${locale}-u-ca-islamic-umalqura`
    expect(misread(locale, '-u-ca-islamic-umalqura', ['full'])).toEqual([])
    for (const day of DAYS) {
      expect(read(write(tag, 'long', day), locale)).toEqual([expect.objectContaining({ day, ambiguous: true })])
    }
  })
})

describe('numbering systems', () => {
  /** They are for ideographs: `二〇二四年`. */
  const NOT_POSITIONAL = new Set(['hanidec'])
  const systems = Intl.supportedValuesOf('numberingSystem').filter((system) => !NOT_POSITIONAL.has(system))

  test.each(systems)('%s', (system) => {
    expect(misread('en-GB', `-u-nu-${system}`, STYLES)).toEqual([])
  })

  test('Chinese numerals are read before units', () => {
    expect(misread('zh', '-u-nu-hanidec', STYLES)).toEqual([])
  })
})
