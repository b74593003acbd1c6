import { expect, test } from 'vitest'
import { countLetters, isSmall, startsUpper } from '../../src/text/letters.ts'

test.each([
  ['abc', 3],
  ['Ümläut', 6],
  ['e\u0301a', 2],
  ['\u{10400}a', 2],
  ['東京', 2],
  ['ab1', 0],
  ['a b', 0],
  ['', 0],
])('letters of %j', (text, count) => {
  expect(countLetters(text)).toBe(count)
})

test('other characters may be allowed, but are no letters', () => {
  expect(countLetters("d'Or.", "'.")).toBe(3)
  expect(countLetters('..', '.')).toBe(0)
})

test('capitals', () => {
  expect([startsUpper('Ä'), startsUpper('ä'), startsUpper('東'), startsUpper('')]).toEqual([true, false, false, false])
  expect([isSmall('ab'), isSmall('aB'), isSmall('東京'), isSmall('')]).toEqual([true, false, false, false])
})
