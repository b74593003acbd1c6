import type { Table } from './table.ts'

/** A fitted weight: the feature is standardised, a missing value counts as its mean. */
export interface Weight {
  readonly mean: number
  readonly scale: number
  readonly weight: number
}

/** A logistic regression over named features. */
export interface LogisticModel {
  readonly bias: number
  readonly weights: Readonly<Record<string, Weight>>
}

/**
 * Scores every block of a page.
 *
 * @returns Content probabilities, 0..1, one a block.
 */
export function scoreLogistic(table: Table, model: LogisticModel): Float64Array {
  const count = table.columns[0]?.length ?? 0
  const sums = new Float64Array(count).fill(model.bias)
  table.names.forEach((name, f) => {
    const weight = Object.hasOwn(model.weights, name) ? model.weights[name] : undefined
    const column = table.columns[f]
    if (weight === undefined || column === undefined) return
    for (let i = 0; i < count; i++) {
      const value = column[i] as number
      if (!Number.isNaN(value)) sums[i] = (sums[i] as number) + (weight.weight * (value - weight.mean)) / weight.scale
    }
  })
  return sums.map((sum) => 1 / (1 + Math.exp(-sum)))
}
