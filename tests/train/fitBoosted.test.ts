import { expect, test } from 'vitest'
import { scoreTrees } from '../../src/model/trees.ts'
import { type BoostOptions, fitBoosted } from '../../src/train/fitBoosted.ts'

const OPTIONS: BoostOptions = {
  trees: 40,
  leaves: 4,
  rate: 0.3,
  lambda: 1,
  minHessian: 0.1,
  featureShare: 1,
  rowShare: 1,
  seed: 7,
}

/** Content where exactly one of two figures is high: no sum of weights can tell. */
function exclusiveOr(count: number) {
  const first = Float32Array.from({ length: count }, (_, i) => i % 10)
  const second = Float32Array.from({ length: count }, (_, i) => Math.floor(i / 10) % 10)
  const targets = first.map((x, i) => Number(x >= 5 !== (second[i] as number) >= 5))
  return { names: ['first', 'second'], columns: [first, second], targets, weights: new Float32Array(count).fill(1) }
}

test('learns what depends on two features together', () => {
  const sample = exclusiveOr(400)
  const scores = scoreTrees(sample, fitBoosted(sample, { ...OPTIONS, rowShare: 0.7 }))
  expect(Array.from(scores, (score) => Number(score > 0.5))).toEqual([...sample.targets])
})

test('missing values go where they fit', () => {
  const figures = Float32Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? Number.NaN : i % 3))
  const targets = figures.map((x) => Number(Number.isNaN(x) || x === 2))
  const sample = { names: ['x'], columns: [figures], targets, weights: new Float32Array(300).fill(1) }
  const model = fitBoosted(sample, OPTIONS)
  const [missing, one, two] = scoreTrees({ names: ['x'], columns: [[Number.NaN, 1, 2]] }, model)
  expect(missing).toBeGreaterThan(0.9)
  expect(one).toBeLessThan(0.1)
  expect(two).toBeGreaterThan(0.9)
})

test('rows weigh what they are given: contradicting rows are parted by weight', () => {
  const sample = {
    names: ['x'],
    columns: [new Float32Array(100).fill(1)],
    targets: Float32Array.from({ length: 100 }, (_, i) => i % 2),
    weights: Float32Array.from({ length: 100 }, (_, i) => (i % 2 === 1 ? 3 : 1)),
  }
  expect(scoreTrees({ names: ['x'], columns: [[1]] }, fitBoosted(sample, OPTIONS))[0]).toBeCloseTo(0.75, 2)
})

test('no tree has more leaves than it may', () => {
  const { trees } = fitBoosted(exclusiveOr(400), { ...OPTIONS, leaves: 3, rowShare: 0.7 })
  expect(Math.max(...trees.map((tree) => tree.value.length))).toBe(3)
})
