import { expect, test } from 'vitest'
import { foldName } from '../../src/dates/fold.ts'

test.each([
  ['ΜΑΪΟΥ', 'Μαΐου'],
  ['AOÛT', 'aout'],
  ['ŞUBAT', 'şubat'],
  ['أبريل', 'ابريل'],
  ['ارديبهشت', 'اردیبهشت'],
  ['شَعْبان', 'شعبان'],
  ['फ़रवरी', 'फरवरी'],
  ['เม.ย', 'เม.ย'],
])('%s and %s are one name', (one, other) => {
  expect(foldName(one)).toBe(foldName(other))
})

test('different names stay so', () => {
  expect(foldName('juni')).not.toBe(foldName('juli'))
  expect(foldName('মার্চ')).not.toBe(foldName('মে'))
})
