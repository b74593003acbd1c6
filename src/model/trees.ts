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

/** The trees of a model one after the other, which is what the processor likes to walk through. */
interface Forest {
  /** First node of each tree. A tree without nodes has the leaf itself, `~k`. */
  readonly roots: Int32Array
  readonly feature: Uint16Array
  readonly threshold: Float64Array
  readonly missingLeft: Uint8Array
  readonly left: Int32Array
  readonly right: Int32Array
  readonly value: Float64Array
}

/** Memo: a model is laid out when it first scores a page. */
const forests = new WeakMap<TreeModel, Forest>()

function forestOf(model: TreeModel): Forest {
  const known = forests.get(model)
  if (known !== undefined) return known
  const forest = layOut(model.trees)
  forests.set(model, forest)
  return forest
}

function layOut(trees: readonly Tree[]): Forest {
  const nodes = trees.reduce((sum, tree) => sum + tree.feature.length, 0)
  const leaves = trees.reduce((sum, tree) => sum + tree.value.length, 0)
  const forest: Forest = {
    roots: new Int32Array(trees.length),
    feature: new Uint16Array(nodes),
    threshold: new Float64Array(nodes),
    missingLeft: new Uint8Array(nodes),
    left: new Int32Array(nodes),
    right: new Int32Array(nodes),
    value: new Float64Array(leaves),
  }
  let node = 0
  let leaf = 0
  trees.forEach((tree, t) => {
    const { feature, threshold, missingLeft, left, right, value } = tree
    const moved = (child: number): number => (child < 0 ? child - leaf : child + node)
    forest.roots[t] = feature.length > 0 ? node : ~leaf
    forest.feature.set(feature, node)
    forest.threshold.set(threshold, node)
    forest.missingLeft.set(missingLeft, node)
    forest.left.set(left.map(moved), node)
    forest.right.set(right.map(moved), node)
    forest.value.set(value, leaf)
    node += feature.length
    leaf += value.length
  })
  return forest
}

/**
 * Scores every row of a table.
 *
 * @returns Probabilities, 0..1, one a row.
 * @throws Error where the table lacks a feature of the model.
 */
export function scoreTrees(table: Table, model: TreeModel): Float64Array {
  const { roots, feature, threshold, missingLeft, left, right, value } = forestOf(model)
  const width = model.names.length
  const count = table.columns[0]?.length ?? 0
  const rows = toRows(table, model.names, count)
  const scores = new Float64Array(count)
  for (let i = 0, base = 0; i < count; i++, base += width) {
    let sum = model.bias
    for (let t = 0; t < roots.length; t++) {
      let node = roots[t] as number
      while (node >= 0) {
        const x = rows[base + (feature[node] as number)] as number
        const isLeft = x <= (threshold[node] as number) || (Number.isNaN(x) && missingLeft[node] === 1)
        node = (isLeft ? left[node] : right[node]) as number
      }
      sum += value[~node] as number
    }
    scores[i] = 1 / (1 + Math.exp(-sum))
  }
  return scores
}

/** The features of a model row by row: a row is read a hundred times, a column would be far away each time. */
function toRows(table: Table, names: readonly string[], count: number): Float64Array {
  const width = names.length
  const rows = new Float64Array(count * width)
  for (let f = 0; f < width; f++) {
    const name = names[f] as string
    // Nearly always the table is the one that the model was fitted on.
    const column = table.columns[table.names[f] === name ? f : table.names.indexOf(name)]
    if (column === undefined) throw new Error(`Expected a feature of the registry, not: ${name}`)
    for (let i = 0, at = f; i < count; i++, at += width) rows[at] = column[i] as number
  }
  return rows
}
