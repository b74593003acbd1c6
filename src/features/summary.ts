import { columnOf } from './columns.ts'
import type { Rows } from './index.ts'
import { pageScores } from './scores.ts'

/**
 * A page as a table of one row: the mean of every feature, weighted by expected words of content, and how that content
 * lies on the page.
 *
 * @param rows Features with whatever learned tables add to them.
 * @param scores Content probability of each block, 0..1.
 */
export function summarise(
  rows: Rows,
  scores: ArrayLike<number>,
): { readonly names: readonly string[]; readonly columns: readonly (readonly [number])[] } {
  const weights = columnOf(rows.context.shapes, (form, i) => form.words * (scores[i] as number))
  const ofPage = pageScores(rows.context, scores)
  return {
    names: [...rows.names, ...ofPage.map(([name]) => name)],
    columns: [
      ...rows.columns.map((column): [number] => [
        column === rows.context.missing ? Number.NaN : weightedMean(column, weights),
      ]),
      ...ofPage.map(([, value]): [number] => [value]),
    ],
  }
}

/** Missing values do not count; missing where all are. */
function weightedMean(values: ArrayLike<number>, weights: Float64Array): number {
  let sum = 0
  let total = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) continue
    sum += value * (weights[i] as number)
    total += weights[i] as number
  }
  return total > 0 ? sum / total : Number.NaN
}
