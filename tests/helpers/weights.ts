import { loadModel } from '../../src/model/score.ts'
import type { FieldWeights, PageKind } from '../../src/types.ts'

/** What candidates of fields are worth to the models of the package. */
export const WEIGHTS: Readonly<Record<PageKind, FieldWeights>> = {
  html: (await loadModel('html')).fields,
  text: (await loadModel('text')).fields,
}
