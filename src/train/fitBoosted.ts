import type { Tree, TreeModel } from '../model/trees.ts'
import { BINS, type Binned, MISSING, toBins } from './bins.ts'
import { generator } from './random.ts'
import type { Sample } from './sample.ts'

export interface BoostOptions {
  readonly trees: number
  /** Most leaves of a tree. */
  readonly leaves: number
  /** Learning rate. */
  readonly rate: number
  /** L2 penalty on the values of leaves. */
  readonly lambda: number
  /** Least sum of second derivatives in a leaf; rows weigh 1 on the average. */
  readonly minHessian: number
  /** Share of the features that a tree may use, and of the rows that it is grown on. */
  readonly featureShare: number
  readonly rowShare: number
  readonly seed: number
}

/**
 * Fits boosted trees with logistic loss (Friedman 2001), grown leaf by leaf over histograms as LightGBM does (Ke et al.
 * 2017); missing values go where they fit best. Same sample, options and seed, same trees.
 */
export function fitBoosted(sample: Sample, options: BoostOptions): TreeModel {
  const rows = sample.targets.length
  const binned = toBins(sample.columns)
  const weights = normalised(sample.weights)
  const bias = round(logOdds(sample.targets, weights))
  const sums = new Float64Array(rows).fill(bias)
  const gradients = new Float64Array(rows)
  const hessians = new Float64Array(rows)
  const random = generator(options.seed)
  const trees: Tree[] = []
  for (let t = 0; t < options.trees; t++) {
    for (let i = 0; i < rows; i++) {
      const p = 1 / (1 + Math.exp(-(sums[i] as number)))
      gradients[i] = (p - (sample.targets[i] as number)) * (weights[i] as number)
      hessians[i] = Math.max(1e-6, p * (1 - p)) * (weights[i] as number)
    }
    const picked = pickRows(rows, options.rowShare, random)
    const features = pickFeatures(sample.columns.length, options.featureShare, random)
    const grown = growTree({ binned, gradients, hessians, features, options }, picked)
    trees.push(toTree(grown, binned))
    addTree(sums, grown, binned)
  }
  return { bias, names: sample.names, trees }
}

function normalised(weights: Float32Array): Float64Array {
  let total = 0
  for (const weight of weights) total += weight
  return Float64Array.from(weights, (weight) => (weight * weights.length) / total)
}

function logOdds(targets: Float32Array, weights: Float64Array): number {
  let positive = 0
  let total = 0
  for (let i = 0; i < weights.length; i++) {
    positive += (weights[i] as number) * (targets[i] as number)
    total += weights[i] as number
  }
  return Math.log(positive / (total - positive))
}

function pickRows(count: number, share: number, random: () => number): Int32Array {
  const picked: number[] = []
  for (let i = 0; i < count; i++) if (share >= 1 || random() < share) picked.push(i)
  return Int32Array.from(picked)
}

function pickFeatures(count: number, share: number, random: () => number): number[] {
  const all = Array.from({ length: count }, (_, f) => f)
  const picked = all.filter(() => share >= 1 || random() < share)
  return picked.length > 0 ? picked : all
}

interface Split {
  readonly feature: number
  /** Last bin that goes left. */
  readonly bin: number
  readonly missingLeft: boolean
  readonly gain: number
}

/** A leaf that may still be split: the rows `order[from..to)`. */
interface Leaf {
  readonly from: number
  readonly to: number
  readonly histogram: Float64Array
  readonly gradient: number
  readonly hessian: number
  readonly split: Split | null
  /** Where the tree refers to this leaf: node and side; node -1 for the root. */
  readonly node: number
  readonly isLeft: boolean
}

/** What a tree is grown on. */
interface Ground {
  readonly binned: Binned
  readonly gradients: Float64Array
  readonly hessians: Float64Array
  readonly features: readonly number[]
  readonly options: BoostOptions
}

/** A tree over bins instead of values. */
interface BinTree {
  readonly feature: number[]
  readonly bin: number[]
  readonly missingLeft: boolean[]
  readonly left: number[]
  readonly right: number[]
  readonly value: number[]
}

function growTree(ground: Ground, order: Int32Array): BinTree {
  const tree: BinTree = { feature: [], bin: [], missingLeft: [], left: [], right: [], value: [] }
  const leaves: Leaf[] = [openLeaf(ground, order, { from: 0, to: order.length, node: -1, isLeft: false })]
  while (leaves.length < ground.options.leaves) {
    let best = -1
    leaves.forEach((leaf, k) => {
      if (leaf.split !== null && leaf.split.gain > (leaves[best]?.split?.gain ?? 0)) best = k
    })
    const leaf = leaves[best]
    if (leaf === undefined) break
    leaves.splice(best, 1, ...splitLeaf(ground, order, leaf, tree))
  }
  for (const leaf of leaves) closeLeaf(leaf, tree, ground.options)
  return tree
}

/** Adds the value of a finished leaf and points its node to it. */
function closeLeaf(leaf: Leaf, tree: BinTree, { lambda, rate }: BoostOptions): void {
  const index = tree.value.push(round((-leaf.gradient / (leaf.hessian + lambda)) * rate)) - 1
  if (leaf.node >= 0) (leaf.isLeft ? tree.left : tree.right)[leaf.node] = ~index
}

function splitLeaf(ground: Ground, order: Int32Array, leaf: Leaf, tree: BinTree): [Leaf, Leaf] {
  const split = leaf.split as Split
  const node = tree.feature.push(split.feature) - 1
  tree.bin.push(split.bin)
  tree.missingLeft.push(split.missingLeft)
  if (leaf.node >= 0) (leaf.isLeft ? tree.left : tree.right)[leaf.node] = node
  const middle = partition(order, leaf, split, ground.binned.columns[split.feature] as Uint8Array)
  const left = { from: leaf.from, to: middle, node, isLeft: true }
  const right = { from: middle, to: leaf.to, node, isLeft: false }
  const leftIsSmall = middle - leaf.from < leaf.to - middle
  // Only the smaller side is counted; the larger one is what remains of the parent.
  const small = openLeaf(ground, order, leftIsSmall ? left : right)
  for (let k = 0; k < leaf.histogram.length; k++)
    leaf.histogram[k] = (leaf.histogram[k] as number) - (small.histogram[k] as number)
  const large = closeOver(ground, leftIsSmall ? right : left, {
    histogram: leaf.histogram,
    gradient: leaf.gradient - small.gradient,
    hessian: leaf.hessian - small.hessian,
  })
  return [small, large]
}

type Place = Pick<Leaf, 'from' | 'to' | 'node' | 'isLeft'>
type Sums = Pick<Leaf, 'histogram' | 'gradient' | 'hessian'>

function openLeaf(ground: Ground, order: Int32Array, place: Place): Leaf {
  const { from, to } = place
  const size = to - from
  const gradients = new Float64Array(size)
  const hessians = new Float64Array(size)
  let gradient = 0
  let hessian = 0
  for (let k = 0; k < size; k++) {
    const row = order[from + k] as number
    gradients[k] = ground.gradients[row] as number
    hessians[k] = ground.hessians[row] as number
    gradient += gradients[k] as number
    hessian += hessians[k] as number
  }
  const histogram = new Float64Array(ground.features.length * BINS * 2)
  ground.features.forEach((feature, slot) => {
    const column = ground.binned.columns[feature] as Uint8Array
    const base = slot * BINS * 2
    for (let k = 0; k < size; k++) {
      const at = base + (column[order[from + k] as number] as number) * 2
      histogram[at] = (histogram[at] as number) + (gradients[k] as number)
      histogram[at + 1] = (histogram[at + 1] as number) + (hessians[k] as number)
    }
  })
  return closeOver(ground, place, { histogram, gradient, hessian })
}

function closeOver(ground: Ground, place: Place, sums: Sums): Leaf {
  return { ...place, ...sums, split: bestSplit(ground, sums) }
}

function bestSplit({ features, options }: Ground, { histogram, gradient, hessian }: Sums): Split | null {
  const { lambda, minHessian } = options
  const parent = (gradient * gradient) / (hessian + lambda)
  let best: Split | null = null
  features.forEach((feature, slot) => {
    const base = slot * BINS * 2
    const missingGradient = histogram[base + MISSING] as number
    const missingHessian = histogram[base + MISSING + 1] as number
    for (const missingLeft of missingHessian > 1e-9 ? [true, false] : [false]) {
      let g = missingLeft ? missingGradient : 0
      let h = missingLeft ? missingHessian : 0
      for (let bin = 1; bin < BINS - 1; bin++) {
        g += histogram[base + bin * 2] as number
        h += histogram[base + bin * 2 + 1] as number
        if (h < minHessian) continue
        if (hessian - h < minHessian) break
        const rest = gradient - g
        const gain = (g * g) / (h + lambda) + (rest * rest) / (hessian - h + lambda) - parent
        if (gain > (best?.gain ?? 1e-6)) best = { feature, bin, missingLeft, gain }
      }
    }
  })
  return best
}

/** Puts the rows that go left before those that go right, both in their old order. */
function partition(order: Int32Array, leaf: Leaf, split: Split, column: Uint8Array): number {
  const right = new Int32Array(leaf.to - leaf.from)
  let rights = 0
  let at = leaf.from
  for (let k = leaf.from; k < leaf.to; k++) {
    const row = order[k] as number
    const bin = column[row] as number
    if (bin === MISSING ? split.missingLeft : bin <= split.bin) order[at++] = row
    else right[rights++] = row
  }
  order.set(right.subarray(0, rights), at)
  return at
}

function addTree(sums: Float64Array, tree: BinTree, { columns }: Binned): void {
  const root = tree.feature.length > 0 ? 0 : -1
  for (let i = 0; i < sums.length; i++) {
    let node = root
    while (node >= 0) {
      const bin = columns[tree.feature[node] as number]?.[i] as number
      const isLeft = bin === MISSING ? tree.missingLeft[node] === true : bin <= (tree.bin[node] as number)
      node = (isLeft ? tree.left[node] : tree.right[node]) as number
    }
    sums[i] = (sums[i] as number) + (tree.value[~node] as number)
  }
}

function toTree(tree: BinTree, { ends }: Binned): Tree {
  return {
    feature: tree.feature,
    // A split after the last bin tells missing values from all others.
    threshold: tree.feature.map((f, n) => ends[f]?.[(tree.bin[n] as number) - 1] ?? ends[f]?.at(-1) ?? 0),
    missingLeft: tree.missingLeft.map(Number),
    left: tree.left,
    right: tree.right,
    value: tree.value,
  }
}

/** Four digits are enough, and keep the model's file short. */
function round(value: number): number {
  return Number(value.toPrecision(4))
}
