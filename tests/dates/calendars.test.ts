import { describe, expect, test } from 'vitest'
import { formatDay, fromBuddhist, fromDayNumber, fromPersian, isDay, toDayNumber } from '../../src/dates/calendars.ts'

describe('fromPersian', () => {
  test.each([
    [1300, 1, 1, '1921-03-21'],
    [1357, 11, 22, '1979-02-11'],
    [1399, 12, 30, '2021-03-20'],
    [1400, 1, 1, '2021-03-21'],
    [1403, 1, 1, '2024-03-20'],
    [1403, 12, 30, '2025-03-20'],
    [1404, 7, 1, '2025-09-23'],
  ])('%i-%i-%i', (year, month, day, expected) => {
    const found = fromPersian(year, month, day)
    expect(found === null ? null : formatDay(found)).toBe(expected)
  })

  test('knows the lengths of months', () => {
    expect(fromPersian(1400, 12, 30)).toBeNull()
    expect(fromPersian(1400, 7, 31)).toBeNull()
    expect(fromPersian(1400, 13, 1)).toBeNull()
    expect(fromPersian(2024, 1, 1)).toBeNull()
  })
})

test('fromBuddhist shifts years that can be nothing else', () => {
  expect(fromBuddhist(2567)).toBe(2024)
  expect(fromBuddhist(2024)).toBe(2024)
})

test('isDay knows leap years', () => {
  expect(isDay({ year: 2024, month: 2, day: 29 })).toBe(true)
  expect(isDay({ year: 2023, month: 2, day: 29 })).toBe(false)
  expect(isDay({ year: 2000, month: 2, day: 29 })).toBe(true)
  expect(isDay({ year: 1900, month: 2, day: 29 })).toBe(false)
  expect(isDay({ year: 3024, month: 1, day: 1 })).toBe(false)
})

test('day numbers count from 1970', () => {
  expect(toDayNumber({ year: 1970, month: 1, day: 2 })).toBe(1)
  expect(fromDayNumber(-1)).toEqual({ year: 1969, month: 12, day: 31 })
})
