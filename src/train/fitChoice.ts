import type { Weights } from '../types.ts'

/** A candidate as the fit sees it. */
export interface Option {
  readonly features: Readonly<Record<string, number>>
  /** It is the value of the gold; several may be. */
  readonly right: boolean
}

/** The candidates of a page. */
export interface Options {
  /** How much the page counts, 1 being the rule. */
  readonly weight: number
  readonly options: readonly Option[]
}

/** Steps of the descent, and its rate: coarse at first, fine at the end. */
const STEPS = 300
const COARSE = 0.08
const FINE = 0.02
const FINE_FROM = 200
/** Penalty on large weights: with .5 to 2 the same pages are right, and the weights are easier to read with 2. */
const PENALTY = 2
const DECIMALS = 100

/**
 * Fits what features are worth so that the right one of a page's candidates weighs most: a conditional logit (McFadden
 * 1974), by Adam (Kingma & Ba 2015) over all pages at once.
 *
 * @param pages Candidates page by page; pages without a right one teach nothing.
 * @returns Weights to two decimals, those of nothing left out.
 */
export function fitChoice(pages: readonly Options[]): Weights {
  const usable = pages.filter(({ options }) => options.some((option) => option.right))
  const names = [
    ...new Set(usable.flatMap(({ options }) => options.flatMap((option) => Object.keys(option.features)))),
  ].sort()
  const index = new Map(names.map((name, i) => [name, i]))
  const sparse = usable.map(({ weight, options }) => ({
    weight,
    options: options.map((option) => toSparse(option, index)),
  }))
  const weights = new Float64Array(names.length)
  const mean = new Float64Array(names.length)
  const square = new Float64Array(names.length)
  for (let step = 1; step <= STEPS; step++) {
    const slope = weights.map((weight) => PENALTY * weight)
    for (const page of sparse) addSlope(page, weights, slope)
    const rate = step < FINE_FROM ? COARSE : FINE
    for (let j = 0; j < weights.length; j++) {
      const g = slope[j] as number
      mean[j] = 0.9 * (mean[j] as number) + 0.1 * g
      square[j] = 0.99 * (square[j] as number) + 0.01 * g * g
      const size = Math.sqrt((square[j] as number) / (1 - 0.99 ** step)) + 1e-8
      weights[j] = (weights[j] as number) - (rate * ((mean[j] as number) / (1 - 0.9 ** step))) / size
    }
  }
  const rounded = names.map((name, j) => [name, Math.round((weights[j] as number) * DECIMALS) / DECIMALS] as const)
  return Object.fromEntries(rounded.filter(([, weight]) => weight !== 0))
}

interface Sparse {
  readonly at: readonly number[]
  readonly values: readonly number[]
  readonly right: boolean
}

function toSparse({ features, right }: Option, index: ReadonlyMap<string, number>): Sparse {
  return { at: Object.keys(features).map((name) => index.get(name) as number), values: Object.values(features), right }
}

/** Adds the slope of minus the log probability that a right option is chosen. */
function addSlope(
  { weight, options }: { readonly weight: number; readonly options: readonly Sparse[] },
  weights: Float64Array,
  slope: Float64Array,
): void {
  const sums = options.map(({ at, values }) =>
    at.reduce((sum, j, k) => sum + (weights[j] as number) * (values[k] as number), 0),
  )
  const most = Math.max(...sums)
  const shares = sums.map((sum) => Math.exp(sum - most))
  const all = shares.reduce((a, b) => a + b, 0)
  const right = options.reduce((sum, option, i) => sum + (option.right ? (shares[i] as number) : 0), 0)
  options.forEach(({ at, values, right: isRight }, i) => {
    const share = shares[i] as number
    const difference = weight * (share / all - (isRight ? share / right : 0))
    if (difference !== 0)
      at.forEach((j, k) => {
        slope[j] = (slope[j] as number) + difference * (values[k] as number)
      })
  })
}
