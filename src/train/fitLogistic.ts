import type { LogisticModel, Weight } from '../model/logistic.ts'
import type { Sample } from './sample.ts'

/** Strength of the L2 penalty on standardised weights. */
const L2 = 1e-4
const STEPS = 400
const RATE = 0.05

/** Fits a logistic regression by full-batch Adam (Kingma and Ba 2015): no randomness, same sample, same weights. */
export function fitLogistic(sample: Sample): LogisticModel {
  const moments = sample.columns.map(moment)
  const used = sample.names.map((_, f) => f).filter((f) => (moments[f]?.scale ?? 0) > 1e-6)
  const inputs = used.map((f) => standardise(sample.columns[f] as Float32Array, moments[f] as Moment))
  const count = sample.targets.length
  const total = sample.weights.reduce((a, b) => a + b, 0)
  const weights = new Float64Array(used.length + 1)
  const m = new Float64Array(weights.length)
  const v = new Float64Array(weights.length)
  for (let step = 1; step <= STEPS; step++) {
    const sums = new Float64Array(count).fill(weights[used.length] as number)
    inputs.forEach((input, k) => {
      const weight = weights[k] as number
      for (let i = 0; i < count; i++) sums[i] = (sums[i] as number) + weight * (input[i] as number)
    })
    const errors = sums
    for (let i = 0; i < count; i++)
      errors[i] =
        (1 / (1 + Math.exp(-(sums[i] as number))) - (sample.targets[i] as number)) * (sample.weights[i] as number)
    for (let k = 0; k <= used.length; k++) {
      const input = inputs[k]
      let gradient = 0
      if (input === undefined) for (let i = 0; i < count; i++) gradient += errors[i] as number
      else for (let i = 0; i < count; i++) gradient += (errors[i] as number) * (input[i] as number)
      gradient = gradient / total + (input === undefined ? 0 : L2 * (weights[k] as number))
      m[k] = 0.9 * (m[k] as number) + 0.1 * gradient
      v[k] = 0.999 * (v[k] as number) + 0.001 * gradient * gradient
      const rate = RATE * Math.min(1, (2 * (STEPS - step)) / STEPS)
      weights[k] =
        (weights[k] as number) -
        (rate * ((m[k] as number) / (1 - 0.9 ** step))) / (Math.sqrt((v[k] as number) / (1 - 0.999 ** step)) + 1e-8)
    }
  }
  const named: Record<string, Weight> = {}
  used.forEach((f, k) => {
    const { mean, scale } = moments[f] as Moment
    named[sample.names[f] as string] = { mean: round(mean), scale: round(scale), weight: round(weights[k] as number) }
  })
  return { bias: round(weights[used.length] as number), weights: named }
}

interface Moment {
  readonly mean: number
  readonly scale: number
}

function moment(column: Float32Array): Moment {
  let sum = 0
  let squares = 0
  let count = 0
  for (const value of column) {
    if (Number.isNaN(value)) continue
    sum += value
    squares += value * value
    count++
  }
  const mean = count > 0 ? sum / count : 0
  return { mean, scale: Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean)) }
}

function standardise(column: Float32Array, { mean, scale }: Moment): Float32Array {
  return column.map((value) => (Number.isNaN(value) ? 0 : (value - mean) / scale))
}

/** Four digits are enough, and make the weights file readable. */
function round(value: number): number {
  return Number(value.toPrecision(4))
}
