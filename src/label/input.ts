import type { PhraseMatch } from '../text/lexicon.ts'
import type { Page } from '../types.ts'

/** What the label stage decides on. All arrays have an entry a block. */
export interface LabelInput {
  readonly page: Page
  /** Content probability, 0..1. */
  readonly scores: ArrayLike<number>
  readonly words: readonly number[]
  readonly phrases: readonly (PhraseMatch | null)[]
  /** Share of the characters inside links, 0..1. */
  readonly linkShares: ArrayLike<number>
}
