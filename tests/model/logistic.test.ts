import { expect, test } from 'vitest'
import { scoreLogistic } from '../../src/model/logistic.ts'

const model = { bias: 0, weights: { length: { mean: 2, scale: 4, weight: 2 } } }

test('a score is the logistic function of the weighted sum', () => {
  const [low, mean, high] = scoreLogistic(
    {
      names: ['length', 'unknown'],
      columns: [
        [0, 2, 4],
        [9, 9, 9],
      ],
    },
    model,
  )
  expect(mean).toBe(0.5)
  expect(high).toBeCloseTo(1 / (1 + Math.exp(-1)), 12)
  expect(low).toBeCloseTo(1 - 1 / (1 + Math.exp(-1)), 12)
})

test('a missing value counts as the mean', () => {
  expect([...scoreLogistic({ names: ['length'], columns: [[Number.NaN]] }, model)]).toEqual([0.5])
})
