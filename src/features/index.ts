import type { Page } from '../types.ts'
import { buildContext, type Context } from './context.ts'
import { DOM_FEATURES } from './dom.ts'
import type { Feature } from './feature.ts'
import { NEIGHBOUR_FEATURES } from './neighbours.ts'
import { PAGE_FEATURES } from './page.ts'
import { PHRASE_FEATURES } from './phrases.ts'
import { SHAPE_FEATURES } from './shape.ts'

/** Every feature, in the order of the model's input. New ones go to the end of their group; models name what they use. */
export const FEATURES: readonly Feature[] = [
  ...SHAPE_FEATURES,
  ...NEIGHBOUR_FEATURES,
  ...PAGE_FEATURES,
  ...PHRASE_FEATURES,
  ...DOM_FEATURES,
]

/** The features of a page: `columns[f][i]` is feature `names[f]` of block `i`; NaN is missing. */
export interface Rows {
  readonly context: Context
  readonly names: readonly string[]
  readonly columns: readonly ArrayLike<number>[]
}

/** Computes the features of every block of a page. */
export function computeRows(page: Page): Rows {
  const context = buildContext(page)
  return {
    context,
    names: FEATURES.map((feature) => feature.name),
    columns: FEATURES.map((feature) => feature.column(context)),
  }
}
