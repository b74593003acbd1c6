// Writes src/dates/names.data.json: how ~200 locales write months and weekdays, from the ICU data of the Node that runs
// this. The result is committed because ICU differs from one Node to the next. A line is `name<TAB>key=language ...`,
// key 1..12 for months, `w1`..`w7` for weekdays from Monday on, `p1`..`p12` for the months of the Persian calendar and
// `h1`..`h12` for those of the Hijri one; sorted by code units.
//
//     node scripts/date-names.js
import { writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { casesOf, MONTHS, ROMAN_MONTHS, WEEKDAYS } from './date-names.hand.js'

const MS_PER_DAY = 86_400_000
const source = new URL('../src/dates/', import.meta.url)
const { outputFiles } = await build({ entryPoints: [new URL('fold.ts', source).pathname], write: false, format: 'esm' })
const { foldName } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)

/** Languages with newspapers or news sites. Not `ti`, whose months ICU has are those of the Ethiopian calendar. */
const LOCALES =
  `af ak am ar ar-DZ ar-TN ar-IQ ar-SY ar-MA ar-EG as ast az az-Cyrl ba be bg bgc bho bm bn bn-IN br brx bs bs-Cyrl ca ce
  ceb ckb cs cv cy da de de-AT de-CH doi dsb ee el en en-AU en-CA en-GB en-IN en-ZA eo es es-AR es-CO es-ES es-MX es-PE et eu fa
  fa-AF ff ff-Adlm fi fil fo fr fr-CA fr-CH fur fy ga gd gl gsw gu ha haw he hi hr hsb hu hy ia id ig is it jv ka kab kea kk kk-Arab
  kl km kn ko kok ks ksh ku ky lb lg lij lmo ln lo lt lv mai mg mi mk ml mn mni mr ms mt my nb nds ne nl nn nqo nso oc om or os pa
  pa-Arab pcm pl pms ps pt pt-PT qu raj rm rn ro ru rw sa sah sat sc scn sd se shi sk sl smn sn so sq sr sr-Latn st su sv sw
  szl ta te tg th tk tn to tr tt tyv tzm ug uk ur uz uz-Cyrl vec vi wo xh xnr yi yo zgh zu`.split(/\s+/)
/** Languages whose pages write days of the Hijra, in names of their own. */
const HIJRI_LOCALES = 'ar bn en fa fr id ms tr ur'.split(' ')
const PERSIAN_LOCALES = ['fa', 'fa-AF', 'ps', 'ckb']
/** What the detection of languages makes of a tag. */
const LANGUAGES = { nb: 'no', nn: 'no' }

const LONG = { month: 'long' }
const SHORT = { month: 'short' }
/** Format and standalone forms differ in Slavic, Baltic, Celtic, Caucasian languages and Greek, Finnish, Catalan. */
const MONTH_FORMS = [
  LONG,
  SHORT,
  { ...LONG, year: 'numeric' },
  { ...SHORT, year: 'numeric' },
  { ...LONG, year: 'numeric', day: 'numeric' },
  { ...SHORT, year: 'numeric', day: 'numeric' },
  { dateStyle: 'full' },
  { dateStyle: 'long' },
  { dateStyle: 'medium' },
]
/** Node 20 breaks off at a month with a year in Scottish Gaelic, which writes no other form there. */
const monthFormsOf = (locale) =>
  locale === 'gd' ? MONTH_FORMS.filter((form) => !('year' in form) || 'day' in form) : MONTH_FORMS
const WEEKDAY_FORMS = [
  { weekday: 'long' },
  { weekday: 'short' },
  { weekday: 'long', day: 'numeric', month: 'long' },
  { dateStyle: 'full' },
]
/** What ICU puts before a name or at its end, and no text cut into words has there. */
const AROUND = /^(?:de |di |d['’]|o |ng |mis |dhen t-|dhen |t-)|[.:'’]+$/g

const names = new Map()

function note(name, key, language) {
  const folded = foldName(name.trim().replaceAll(AROUND, ''))
  // One letter of an alphabet is no name but in Roman figures, one sign of the Burmese is.
  if (!/\p{L}/u.test(folded) || (folded.length < 2 && folded < 'ဥ' && !/[vx]/.test(folded))) return
  const keys = names.get(folded) ?? new Map()
  names.set(folded, keys)
  const languages = keys.get(key) ?? new Set()
  keys.set(key, languages.add(LANGUAGES[language] ?? language))
}

function noteMonth(name, key, language) {
  note(name, key, language)
  for (const other of casesOf(foldName(name.trim().replaceAll(AROUND, '')), language)) note(other, key, language)
}

function partsOf(locale, options, date, type) {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  return format
    .formatToParts(date)
    .filter((part) => part.type === type)
    .map((part) => part.value)
}

function languageOf(locale) {
  return locale.split('-', 1)[0]
}

function noteGregorian(locale) {
  const tag = `${locale}-u-ca-gregory-nu-latn`
  if (Intl.DateTimeFormat.supportedLocalesOf(tag).length === 0) return
  for (let month = 1; month <= 12; month++) {
    const date = Date.UTC(2021, month - 1, 15)
    for (const form of monthFormsOf(locale))
      for (const name of partsOf(tag, form, date, 'month')) noteMonth(name, month, languageOf(locale))
  }
  // The first of February 2021 was a Monday.
  for (let day = 1; day <= 7; day++) {
    for (const form of WEEKDAY_FORMS)
      for (const name of partsOf(tag, form, Date.UTC(2021, 1, day), 'weekday'))
        note(name, `w${day}`, languageOf(locale))
  }
}

/** @param dayOf Some day in a month, in days since 1970. */
function noteCalendar(locale, calendar, prefix, dayOf) {
  for (let month = 1; month <= 12; month++) {
    for (const form of [LONG, { ...LONG, year: 'numeric', day: 'numeric' }, { dateStyle: 'medium' }])
      for (const name of partsOf(`${locale}-u-ca-${calendar}-nu-latn`, form, dayOf(month) * MS_PER_DAY, 'month'))
        noteMonth(name, `${prefix}${month}`, languageOf(locale))
  }
}

function noteByHand(table, take) {
  for (const [number, byLanguage] of Object.entries(table)) {
    for (const [language, list] of Object.entries(byLanguage))
      for (const name of list.split(' ')) take(name, Number(number), language)
  }
}

for (const locale of LOCALES) noteGregorian(locale)
noteByHand(MONTHS, noteMonth)
noteByHand(ROMAN_MONTHS, note)
noteByHand(WEEKDAYS, (name, day, language) => note(name, `w${day}`, language))
const day = (year, month, date) => Date.UTC(year, month - 1, date) / MS_PER_DAY
// The 10th of Persian month m of 1400 is (m - 1) months of 30 or 31 days after 30 March 2021.
for (const locale of PERSIAN_LOCALES)
  noteCalendar(locale, 'persian', 'p', (month) => day(2021, 3, 21) + (month - 1) * 30 + Math.min(month - 1, 6) + 9)
// 1 Muharram 1443 was the 9th of August 2021; a lunar month has 29.5 days.
for (const locale of HIJRI_LOCALES)
  noteCalendar(locale, 'islamic-umalqura', 'h', (month) => day(2021, 8, 9) + Math.floor((month - 1) * 29.5) + 14)

const lines = [...names].map(([name, keys]) => {
  const entries = [...keys].map(([key, languages]) => `${key}=${[...languages].join(' ')}`)
  return `${name}\t${entries.join(';')}`
})
writeFileSync(
  new URL('names.data.json', source),
  `${JSON.stringify(lines.sort(), null, 0).replaceAll('","', '",\n"')}\n`,
)
