import { expect, test } from 'vitest'
import { orderOf, orderShown, orderWritten } from '../../src/dates/order.ts'

test.each([
  ['en', 'US', 'mdy'],
  ['en-US', null, 'mdy'],
  ['en-GB', null, 'dmy'],
  ['en', 'IN', 'dmy'],
  ['en', null, null],
  ['es', 'PR', 'mdy'],
  ['es', 'ES', 'dmy'],
  ['fil', null, 'mdy'],
  ['de', null, 'dmy'],
  [null, null, null],
])('orderOf(%s, %s) is %s', (language, region, expected) => {
  expect(orderOf(language, region)).toBe(expected)
})

test('orderShown reads it off a figure greater than 12', () => {
  expect(orderShown(['05/03/2024', '25/03/2024'], 'en')).toBe('dmy')
  expect(orderShown(['05/03/2024', '03/25/2024'], 'en')).toBe('mdy')
  expect(orderShown(['03/25/2024', '25/03/2024'], 'en')).toBeNull()
  expect(orderShown(['05/03/2024'], 'en')).toBeNull()
})

test('orderShown reads it off the zone', () => {
  expect(orderShown(['06/01/2026 - 13:55 GMT+1'], 'en')).toBe('dmy')
  expect(orderShown(['06/01/2026 1:55 PM EDT'], 'en')).toBe('mdy')
})

test('orderWritten reads it off dates in words', () => {
  expect(orderWritten(['Opened on 31 January 2023', '03/10/2023'])).toBe('dmy')
  expect(orderWritten(['Updated Jan. 3rd, 2023', '03/10/2023'])).toBe('mdy')
  expect(orderWritten(['31 January 2023', 'January 31, 2023'])).toBeNull()
  expect(orderWritten(['03/10/2023', 'In May 2023'])).toBeNull()
})
