// Writes src/dates/digits.data.json, the code points of the zeros of all decimal numbering systems, and
// src/dates/hijri.data.json, the lengths of the months of the Umm al-Qura calendar, from the Unicode and ICU data of the
// Node that runs this. Both are committed, so that every Node reads a page alike.
//
//     node scripts/date-tables.js
import { writeFileSync } from 'node:fs'

const MS_PER_DAY = 86_400_000
/** Years of the Hijra: 1924 to 2077, which the civil year 1500 ends. */
const FIRST_YEAR = 1343
const LAST_YEAR = 1500

/** The ten digits of a system stand in a row, from its zero on. */
function zeros() {
  const found = []
  for (let code = 0; code <= 0x1ffff; code++) {
    if (!/\p{Nd}/u.test(String.fromCodePoint(code))) continue
    found.push(code)
    code += 9
  }
  return found
}

/** Day number since 1970 of the first day, and for each year the months of 30 days as bits, the first month lowest. */
function hijri() {
  const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  })
  const years = []
  let start = null
  for (let day = Math.floor(Date.UTC(1924, 6, 1) / MS_PER_DAY); years.length <= LAST_YEAR - FIRST_YEAR + 1; day++) {
    const parts = Object.fromEntries(
      format.formatToParts(day * MS_PER_DAY).map(({ type, value }) => [type, Number.parseInt(value, 10)]),
    )
    if (parts.year < FIRST_YEAR) continue
    start ??= day
    const at = parts.year - FIRST_YEAR
    years[at] ??= 0
    if (parts.day === 30) years[at] |= 1 << (parts.month - 1)
  }
  return { year: FIRST_YEAR, start, long: years.slice(0, LAST_YEAR - FIRST_YEAR + 1) }
}

function write(name, data) {
  writeFileSync(new URL(`../src/dates/${name}.data.json`, import.meta.url), `${JSON.stringify(data)}\n`)
}

write('digits', zeros())
write('hijri', hijri())
