import type { Shape } from '../text/shape.ts'
import type { Page } from '../types.ts'

/** What is known of each block before blocks are put in relation. All arrays have an entry a block. */
export interface Measured {
  readonly page: Page
  readonly shapes: readonly Shape[]
  /** How much a block reads like running prose, 0..1. */
  readonly prose: Float64Array
  /** Share of the characters inside links, 0..1; 0 for text pages. */
  readonly linkShares: Float64Array
}

/** Sums over the blocks of some part of a page. */
export interface Part {
  blocks: number
  words: number
  proseWords: number
  linkWords: number
}

export function emptyPart(): Part {
  return { blocks: 0, words: 0, proseWords: 0, linkWords: 0 }
}

export function addBlock(part: Part, { shapes, prose, linkShares }: Measured, block: number): void {
  const { words } = shapes[block] as Shape
  part.blocks++
  part.words += words
  part.proseWords += words * (prose[block] as number)
  part.linkWords += words * (linkShares[block] as number)
}

export const proseShare = (part: Part): number => part.proseWords / Math.max(1, part.words)
export const linkShare = (part: Part): number => part.linkWords / Math.max(1, part.words)
export const logWords = (part: Part): number => Math.log2(1 + part.words)
