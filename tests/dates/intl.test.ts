import { expect, test } from 'vitest'
import { parseDates } from '../../src/dates/parse.ts'

/** Locales whose ICU formats are read back, one tag a language or script; see names.data.json for how they came about. */
const LOCALES =
  `af am ar ar-DZ ar-TN ar-IQ ast az be bg bn br bs ca ceb cs cy da de de-AT dsb el en-GB en-US es es-MX et fa fi fil
  fo fr fr-CA fur fy ga gl gu ha he hi hr hsb hu hy ia id ig is it ja jv ka kk km kn ko lb lo lt lv mg mi mk ml mn mr ms mt nb
  ne nl nn or pa pl ps pt pt-PT qu rm ro ru sc sd sk sl so sq sr sr-Latn sv sw ta te tg th tk to tr tt uk ur uz vi wo xh zh
  zh-TW zu`.split(/\s+/)
const DAYS = [
  '01-03',
  '02-14',
  '03-25',
  '04-09',
  '05-30',
  '06-17',
  '07-04',
  '08-21',
  '09-12',
  '10-31',
  '11-11',
  '12-26',
]

test.each(LOCALES)('what Intl writes in %s is read as the same day', (locale) => {
  for (const digits of ['', '-nu-latn']) {
    for (const dateStyle of ['long', 'full'] as const) {
      const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory${digits}`, { dateStyle, timeZone: 'UTC' })
      for (const day of DAYS) {
        const written = format.format(Date.UTC(2021, Number(day.slice(0, 2)) - 1, Number(day.slice(3))))
        const order = locale === 'en-US' || locale === 'fil' ? 'mdy' : 'dmy'
        const read = parseDates(written, { language: locale, region: null, order })
        expect({ written, read: read.map((match) => match.day) }).toEqual({ written, read: [`2021-${day}`] })
      }
    }
  }
})
