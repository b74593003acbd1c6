import type { Hints } from '../types.ts'

/** A text page declares nothing. */
export const NO_HINTS: Hints = {
  title: null,
  meta: [],
  jsonLd: [],
  canonical: null,
  language: null,
  times: [],
  people: [],
  tags: [],
  breadcrumbs: [],
}
