import { expect, test } from 'vitest'
import { lowerBound } from '../../src/text/lowerBound.ts'

const KEYS = ['ant', 'bee', 'bee', 'cat', 'emu']

test.each([
  ['', 0],
  ['ant', 0],
  ['bee', 1],
  ['beetle', 3],
  ['dog', 4],
  ['fox', 5],
])('%j goes before index %i', (key, index) => {
  expect(lowerBound(KEYS, key)).toBe(index)
})

test('looks at a part of the keys only', () => {
  expect(lowerBound(KEYS, 'ant', 1, 3)).toBe(1)
  expect(lowerBound(KEYS, 'emu', 1, 3)).toBe(3)
  expect(lowerBound([], 'ant')).toBe(0)
})
