import { expect, test } from 'vitest'
import { parseDates } from '../../src/dates/parse.ts'

const read = (text: string, language: string, order: 'dmy' | 'mdy' | null, region: string | null = null) =>
  parseDates(text, { language, region, order })[0]

test.each([
  ['Friday, 03/05/2024', null, '2024-05-03', 'dmy'],
  ['Tuesday 03/05/2024', null, '2024-03-05', 'mdy'],
  ['03/05/2024 (Tue)', null, '2024-03-05', 'mdy'],
  ['Tuesday 03/05/2024', 'dmy', '2024-03-05', 'mdy'],
  ['Tuesday 03/05/2024', 'mdy', '2024-03-05', 'mdy'],
] as const)('the weekday tells how to read %s (%s)', (text, order, day, shows) => {
  expect(read(text, 'en', order)).toMatchObject({ day, shows, ambiguous: false })
})

test('a weekday that neither reading has tells nothing', () => {
  expect(read('Sunday, 03/05/2024', 'en', null)).toMatchObject({ ambiguous: true, shows: null })
  expect(read('Sunday, 03/05/2024', 'en', 'dmy')).toMatchObject({ day: '2024-05-03', ambiguous: false })
})

test('the weekday tells when a month of the Hijra began', () => {
  expect(read('السبت 24 شوال 1445', 'ar', 'dmy')).toMatchObject({ day: '2024-05-04', ambiguous: false })
  expect(read('الاثنين 24 شوال 1445', 'ar', 'dmy')).toMatchObject({ ambiguous: true })
  expect(read('24 شوال 1445', 'ar', 'dmy')).toMatchObject({ day: '2024-05-03', ambiguous: true })
  expect(read('24 شوال 1445', 'ar', 'dmy', 'SA')).toMatchObject({ day: '2024-05-03', ambiguous: false })
})
