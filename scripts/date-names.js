// Writes src/dates/names.data.json: how ~100 locales write months and weekdays, from the ICU data of the Node that runs
// this. The result is committed because ICU differs from one Node to the next. A line is `name<TAB>key=language ...`,
// key 1..12 for months, `w` for weekdays, `p1`..`p12` for the months of the Persian calendar; sorted by code units.
//
//     node scripts/date-names.js
import { writeFileSync } from 'node:fs'
import { build } from 'esbuild'

const source = new URL('../src/dates/', import.meta.url)
const { outputFiles } = await build({ entryPoints: [new URL('fold.ts', source).pathname], write: false, format: 'esm' })
const { foldName } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)

const LOCALES =
  `af am ar ar-DZ ar-TN ar-IQ ar-SY ar-MA ar-EG as ast az az-Cyrl be bg bn bn-IN br bs bs-Cyrl ca ceb cs cy da de
  de-AT de-CH dsb el en en-AU en-CA en-GB en-IN en-ZA eo es es-AR es-CO es-ES es-MX es-PE et eu fa fa-AF fi fil fo fr fr-CA
  fr-CH fur fy ga gl gsw gu ha he hi hr hsb hu hy ia id ig is it jv ka kk km kn ko ku ky lb lo lt lv mg mi mk ml mn mr ms
  mt my nb ne nl nn or pa pl ps pt pt-PT qu rm ro ru sc sd sk sl so sq sr sr-Latn su sv sw ta te tg th tk to tr tt uk ur uz
  uz-Cyrl vi wo xh yo zu`.split(/\s+/)

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
  { dateStyle: 'long' },
  { dateStyle: 'medium' },
]
const WEEKDAY_FORMS = [{ weekday: 'long' }, { weekday: 'short' }, { weekday: 'long', day: 'numeric', month: 'long' }]

/** What ICU does not have but newspapers write. */
const BY_HAND = {
  1: { ar: 'جانفي', de: 'Jänner', pt: 'jan', id: 'Januari', te: 'జనవరి', hi: 'जन' },
  2: { de: 'Feber', id: 'Pebruari Peb', ar: 'فيفري', en: 'Febr', hu: 'febr', mr: 'फेब्रु' },
  3: { ar: 'مارس', de: 'Mrz', ms: 'Mac' },
  4: { ar: 'أفريل' },
  5: { ar: 'ماي' },
  6: { ar: 'جوان' },
  7: { ar: 'جويلية' },
  8: { fr: 'aout', id: 'agt ags agust', ar: 'أوت' },
  9: { en: 'sept', hi: 'सितम्बर', es: 'setiembre set', id: 'sept' },
  10: { hi: 'अक्तूबर अक्टूबर' },
  11: { id: 'Nopember nop', hi: 'नवम्बर' },
  12: { hi: 'दिसम्बर', id: 'Des' },
}

const names = new Map()

function note(name, key, language) {
  const folded = foldName(name.trim().replace(/\.$/, '')).replace(/^(?:de |d['’]|o |ng )/, '')
  if (folded.length < 2 || !/\p{L}/u.test(folded)) return
  const keys = names.get(folded) ?? new Map()
  const languages = keys.get(key) ?? new Set()
  names.set(folded, keys.set(key, languages.add(language)))
  // Mongolian puts the month before the day: `нэгдүгээр сарын 3`.
  if (language === 'mn' && key !== 'w' && folded.endsWith('сар')) note(`${folded}ын`, key, language)
  // Basque declines the month: `martxoaren 14a`, `urtarrilak 3`.
  if (language === 'eu' && key !== 'w' && folded.endsWith('a'))
    for (const end of ['ren', 'k']) note(folded + end, key, language)
}

function partsOf(locale, options, date, type) {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  return format
    .formatToParts(date)
    .filter((part) => part.type === type)
    .map((part) => part.value)
}

for (const locale of LOCALES) {
  const tag = `${locale}-u-ca-gregory-nu-latn`
  if (Intl.DateTimeFormat.supportedLocalesOf(tag).length === 0) continue
  const language = locale.split('-')[0]
  for (let month = 1; month <= 12; month++) {
    const date = Date.UTC(2021, month - 1, 15)
    for (const form of MONTH_FORMS) for (const name of partsOf(tag, form, date, 'month')) note(name, month, language)
  }
  for (let day = 1; day <= 7; day++) {
    for (const form of WEEKDAY_FORMS)
      for (const name of partsOf(tag, form, Date.UTC(2021, 1, day), 'weekday')) note(name, 'w', language)
  }
}
for (const [month, byLanguage] of Object.entries(BY_HAND)) {
  for (const [language, list] of Object.entries(byLanguage))
    for (const name of list.split(' ')) note(name, Number(month), language)
}
// Weekdays that CJK pages put in brackets need no table: one Han character is skipped by the grammar.
for (let month = 1; month <= 12; month++) {
  // The 10th of Persian month m of 1400 is (m - 1) months of 30 or 31 days after 30 March 2021.
  const days = (month - 1) * 30 + Math.min(month - 1, 6) + 9
  for (const locale of ['fa', 'fa-AF', 'ps', 'ckb']) {
    const date = Date.UTC(2021, 2, 21 + days)
    for (const name of partsOf(`${locale}-u-ca-persian-nu-latn`, { month: 'long' }, date, 'month'))
      note(name, `p${month}`, locale.split('-')[0])
  }
}

const lines = [...names].map(([name, keys]) => {
  const entries = [...keys].map(([key, languages]) => `${key}=${[...languages].join(' ')}`)
  return `${name}\t${entries.join(';')}`
})
writeFileSync(
  new URL('names.data.json', source),
  `${JSON.stringify(lines.sort(), null, 0).replaceAll('","', '",\n"')}\n`,
)
