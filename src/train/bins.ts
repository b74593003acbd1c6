/** Bins of a feature, the one for missing values included. */
export const BINS = 64
/** The bin of missing values. */
export const MISSING = 0
/** Values that the quantiles of a column are taken from. */
const MAX_VALUES = 50_000

/** Columns cut into bins: rows of a bin have like values, so a split is searched over bins instead of values. */
export interface Binned {
  readonly columns: readonly Uint8Array[]
  /** Upper ends of the bins of each column, ascending; bin `k` ends at `ends[k - 1]`. */
  readonly ends: readonly Float64Array[]
}

export function toBins(columns: readonly Float32Array[]): Binned {
  const ends = columns.map(binEnds)
  return { ends, columns: columns.map((column, f) => binAll(column, ends[f] as Float64Array)) }
}

function binAll(column: Float32Array, ends: Float64Array): Uint8Array {
  const bins = new Uint8Array(column.length)
  for (let i = 0; i < column.length; i++) bins[i] = binOf(column[i] as number, ends)
  return bins
}

/** Quantiles of the values, or the values themselves where they are few. */
function binEnds(column: Float32Array): Float64Array {
  const step = Math.max(1, Math.floor(column.length / MAX_VALUES))
  const sample = new Float64Array(Math.ceil(column.length / step))
  let count = 0
  for (let i = 0; i < column.length; i += step) {
    const value = column[i] as number
    if (!Number.isNaN(value)) sample[count++] = value
  }
  const values = sample.subarray(0, count).sort()
  const distinct = firstDistinct(values, BINS - 1)
  const cuts =
    distinct.length <= BINS - 2
      ? distinct
      : Array.from({ length: BINS - 2 }, (_, k) => values[Math.floor(((k + 1) * values.length) / (BINS - 1))] ?? 0)
  // Five digits keep the model's file short.
  return Float64Array.from(new Set(cuts.map((cut) => Number(cut.toPrecision(5))))).sort()
}

/** The first different ones of sorted values, at most so many. */
function firstDistinct(values: Float64Array, most: number): number[] {
  const found: number[] = []
  for (let i = 0; i < values.length && found.length < most; i++)
    if (i === 0 || values[i] !== values[i - 1]) found.push(values[i] as number)
  return found
}

function binOf(value: number, ends: Float64Array): number {
  if (Number.isNaN(value)) return MISSING
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low + 1
}
