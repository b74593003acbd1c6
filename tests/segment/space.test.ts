import { expect, test } from 'vitest'
import { isFolded, isSpace } from '../../src/segment/space.ts'

test('white space is what regexes take for it, and two invisible characters', () => {
  const wrong: number[] = []
  for (let code = 0; code <= 0xffff; code++)
    if (isSpace(code) !== /[\s\u200b\ufeff]/.test(String.fromCharCode(code))) wrong.push(code)
  expect(wrong).toEqual([])
})

test.each([
  ['one two three', true],
  ['“é” 漢字', true],
  ['one  two', false],
  ['one\ntwo', false],
  ['one\u00a0two', false],
  ['soft\u00adhyphen', false],
  ['zero\u200bwidth', false],
])('%j is folded: %s', (text, expected) => expect(isFolded(text, 0, text.length)).toBe(expected))
