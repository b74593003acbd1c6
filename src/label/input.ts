import type { PhraseMatch } from '../text/lexicon.ts'
import type { Page } from '../types.ts'

/**
 * What the model is sure of is not overruled by the name of an element or by its shape: +.001 word F1 on wcxb-dev, no
 * change elsewhere.
 */
export const SURE_SCORE = 0.8

/** What the label stage decides on. All arrays have an entry a block. */
export interface LabelInput {
  readonly page: Page
  /** Content probability, 0..1. */
  readonly scores: ArrayLike<number>
  readonly words: readonly number[]
  readonly phrases: readonly (PhraseMatch | null)[]
  /** Share of the characters inside links, 0..1. */
  readonly linkShares: ArrayLike<number>
  /** Probability that the page is an article, 0..1, and not a forum, a shop, a list. */
  readonly articleShare: number
}
