import type { Table } from './table.ts'

/**
 * A decision tree in parallel arrays. A node is an index; a leaf is the complement `~k` of an index into `value`, so a
 * child is a leaf where it is negative. The root is node 0; a tree without nodes is its first value.
 */
export interface Tree {
  /** Index into the model's `names`. */
  readonly feature: readonly number[]
  /** Values up to it go left. */
  readonly threshold: readonly number[]
  /** 1 where a missing value (NaN) goes left. */
  readonly missingLeft: readonly number[]
  readonly left: readonly number[]
  readonly right: readonly number[]
  /** Log odds that a leaf adds. */
  readonly value: readonly number[]
}

/** Boosted decision trees over named features (Friedman 2001): the log odds are the sum of a leaf a tree. */
export interface TreeModel {
  readonly bias: number
  readonly names: readonly string[]
  readonly trees: readonly Tree[]
}

/**
 * Scores every row of a table.
 *
 * @returns Probabilities, 0..1, one a row.
 * @throws Error where the table lacks a feature of the model.
 */
export function scoreTrees(table: Table, model: TreeModel): Float64Array {
  const count = table.columns[0]?.length ?? 0
  const columns = model.names.map((name, f) => {
    // Nearly always the table is the one that the model was fitted on.
    const column = table.columns[table.names[f] === name ? f : table.names.indexOf(name)]
    if (column === undefined) throw new Error(`Expected a feature of the registry, not: ${name}`)
    return column
  })
  const sums = new Float64Array(count).fill(model.bias)
  for (const { feature, threshold, missingLeft, left, right, value } of model.trees) {
    const root = feature.length > 0 ? 0 : -1
    for (let i = 0; i < count; i++) {
      let node = root
      while (node >= 0) {
        const x = (columns[feature[node] as number] as ArrayLike<number>)[i] as number
        const isLeft = x <= (threshold[node] as number) || (Number.isNaN(x) && missingLeft[node] === 1)
        node = (isLeft ? left[node] : right[node]) as number
      }
      sums[i] = (sums[i] as number) + (value[~node] as number)
    }
  }
  return sums.map((sum) => 1 / (1 + Math.exp(-sum)))
}
