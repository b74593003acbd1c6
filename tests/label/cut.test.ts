import { expect, test } from 'vitest'
import { chooseCut } from '../../src/label/cut.ts'

test('sure blocks: the cut parts them', () => {
  expect(chooseCut([0.95, 0.9, 0.05, 0.02], [100, 80, 40, 60])).toMatchObject({ threshold: 0.9 })
})

test('an unsure page gets a lower cut than one half', () => {
  const { threshold, expectedF1 } = chooseCut([0.4, 0.4, 0.1], [50, 50, 50])
  expect(threshold).toBe(0.4)
  // kept 100 words, 40 of them right, 45 expected in all
  expect(expectedF1).toBeCloseTo((2 * 40) / (100 + 45), 10)
})

test('a page without words', () => {
  expect(chooseCut([], [])).toEqual({ threshold: 1, expectedF1: 0 })
})
