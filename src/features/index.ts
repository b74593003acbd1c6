import type { Page } from '../types.ts'
import { COHESION_FEATURES } from './cohesion.ts'
import { buildContext, type Context } from './context.ts'
import { DOM_FEATURES } from './dom.ts'
import type { Feature } from './feature.ts'
import { LINK_FEATURES } from './links.ts'
import { MARKER_FEATURES } from './markers.ts'
import { NEIGHBOUR_FEATURES } from './neighbours.ts'
import { PAGE_FEATURES } from './page.ts'
import { PAGE_KIND_FEATURES } from './pageKind.ts'
import { PHRASE_FEATURES } from './phrases.ts'
import { REPEAT_FEATURES } from './repeats.ts'
import { SECTION_FEATURES } from './sections.ts'
import { SHAPE_FEATURES } from './shape.ts'
import { SLOT_FEATURES } from './slots.ts'

/** The features by what they look at. */
export const FEATURE_GROUPS: Readonly<Record<string, readonly Feature[]>> = {
  shape: SHAPE_FEATURES,
  neighbours: NEIGHBOUR_FEATURES,
  page: PAGE_FEATURES,
  phrases: PHRASE_FEATURES,
  markers: MARKER_FEATURES,
  cohesion: COHESION_FEATURES,
  sections: SECTION_FEATURES,
  pageKind: PAGE_KIND_FEATURES,
  dom: DOM_FEATURES,
  links: LINK_FEATURES,
  repeats: REPEAT_FEATURES,
  slots: SLOT_FEATURES,
}

/** Every feature, in the order of the model's input. New ones go to the end of their group; models name what they use. */
export const FEATURES: readonly Feature[] = Object.values(FEATURE_GROUPS).flat()

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
