import { describe, expect, test } from 'vitest'
import { minutesOf, parseIso, toIso } from '../../src/dates/iso.ts'

describe('parseIso', () => {
  test.each([
    ['2024-05-03', '2024-05-03'],
    ['20240503', '2024-05-03'],
    ['2024-05-03T10:00', '2024-05-03T10:00:00'],
    ['2024-05-03 10:00:00 +0200', '2024-05-03T10:00:00+02:00'],
    ['2024-05-03T10:00:00.000Z', '2024-05-03T10:00:00Z'],
    ['2018-05-03T10:00:00-0400', '2018-05-03T10:00:00-04:00'],
    ['2024-05-03T10:00+02', '2024-05-03T10:00:00+02:00'],
    ['Fri, 03 May 2024 10:00:00 GMT', '2024-05-03T10:00:00+00:00'],
    ['Fri May 03 2024 10:00:00 GMT+0200 (CEST)', '2024-05-03T10:00:00+02:00'],
    ['1714723200', '2024-05-03T08:00:00Z'],
    ['1714723200000', '2024-05-03T08:00:00Z'],
    ['May 3, 2024', '2024-05-03'],
    [' 2024-05-03 ', '2024-05-03'],
  ])('%s', (value, expected) => {
    const moment = parseIso(value)
    expect(moment === null ? null : toIso(moment)).toBe(expected)
  })

  test.each(['', 'yesterday', '2024-13-03', '2023-02-29', '03/05/2024', '{{date}}', '0000-00-00', '12345'])(
    'reads nothing in %j',
    (value) => {
      expect(parseIso(value)).toBeNull()
    },
  )
})

test('minutesOf compares moments of different offsets', () => {
  const utc = { day: '2024-05-03', time: '10:00', offset: 'Z' }
  expect(minutesOf({ day: '2024-05-03', time: '12:00', offset: '+02:00' })).toBe(minutesOf(utc))
  expect(minutesOf({ day: '2024-05-03', time: '04:30', offset: '-05:30' })).toBe(minutesOf(utc))
  expect(minutesOf({ day: '2024-05-04', time: null, offset: null }) - minutesOf(utc)).toBe(14 * 60)
})
