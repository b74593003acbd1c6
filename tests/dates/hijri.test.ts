import { expect, test } from 'vitest'
import { formatDay } from '../../src/dates/calendars.ts'
import { fromHijri, isHijriYear } from '../../src/dates/hijri.ts'

test.each([
  [1420, 1, 1, '1999-04-17'],
  [1432, 1, 1, '2010-12-07'],
  [1445, 9, 1, '2024-03-11'],
  [1445, 10, 24, '2024-05-03'],
  [1446, 2, 30, '2024-09-03'],
])('%i-%i-%i', (year, month, day, expected) => {
  const found = fromHijri(year, month, day)
  expect(found === null ? null : formatDay(found)).toBe(expected)
})

test('agrees with ICU on every day of a hundred years', () => {
  const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', { timeZone: 'UTC' })
  for (let day = Date.UTC(1950, 0, 1); day < Date.UTC(2050, 0, 1); day += 86_400_000 * 13) {
    const part = Object.fromEntries(
      format.formatToParts(day).map(({ type, value }) => [type, Number.parseInt(value, 10)]),
    )
    const found = fromHijri(part.year as number, part.month as number, part.day as number)
    expect(found === null ? null : formatDay(found)).toBe(new Date(day).toISOString().slice(0, 10))
  }
})

test('knows the lengths of months and its own end', () => {
  expect(fromHijri(1445, 9, 31)).toBeNull()
  expect(fromHijri(1445, 13, 1)).toBeNull()
  expect(fromHijri(1342, 1, 1)).toBeNull()
  expect(isHijriYear(1500)).toBe(true)
  expect(isHijriYear(1501)).toBe(false)
  expect(isHijriYear(2024)).toBe(false)
})
