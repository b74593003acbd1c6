import { expect, test } from 'vitest'
import { weigh } from '../../src/article/weigh.ts'
import { fitChoice } from '../../src/train/fitChoice.ts'

const page = (right: Record<string, number>, ...wrong: Record<string, number>[]) => ({
  weight: 1,
  options: [{ features: right, right: true }, ...wrong.map((features) => ({ features, right: false }))],
})

test('learns what the right ones have and the others have not', () => {
  const weights = fitChoice([
    page({ heading: 1, dated: 1 }, { heading: 1 }, { dated: 1 }),
    page({ heading: 1, dated: 1 }, { heading: 1, menu: 1 }),
    page({ heading: 1 }, { menu: 1 }),
  ])
  expect(weights.heading).toBeGreaterThan(0)
  expect(weights.menu).toBeLessThan(0)
  expect(weigh({ heading: 1, dated: 1 }, weights)).toBeGreaterThan(weigh({ heading: 1, menu: 1 }, weights))
})

test('of several right options one is enough, and pages without any teach nothing', () => {
  const either = { weight: 1, options: ['a', 'b'].map((name) => ({ features: { [name]: 1 }, right: true })) }
  const none = { weight: 1, options: [{ features: { c: 1 }, right: false }] }
  expect(fitChoice([either, none])).toEqual({})
})

test('a page of more weight has more say', () => {
  const forA = page({ a: 1 }, { b: 1 })
  const forB = page({ b: 1 }, { a: 1 })
  const weights = fitChoice([forA, { ...forB, weight: 0.5 }])
  expect(weights.a).toBeGreaterThan(0)
  expect(weights.b).toBe(-(weights.a as number))
})
