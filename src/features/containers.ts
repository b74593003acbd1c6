import type { Shape } from '../text/shape.ts'
import type { Block, Outline } from '../types.ts'

/** How far up the tree a paragraph speaks for its ancestors. */
const REACH = 6

/** What is measured, an entry a block. */
export interface ContainerInput {
  readonly blocks: readonly Block[]
  readonly shapes: readonly Shape[]
  readonly prose: Float64Array
  readonly linkShares: Float64Array
}

/** The elements of an HTML page, with what their blocks add up to. Arrays have an entry an element of the outline. */
export interface Containers {
  readonly depth: Int32Array
  /** Words of prose inside. */
  readonly proseWords: Float64Array
  readonly words: Float64Array
  /** Words inside links. */
  readonly linkWords: Float64Array
  /** The element that is most likely the article's, by Readability's measure; -1 without any. */
  readonly best: number
}

/**
 * Sums the blocks up over their ancestors and finds the best container: each paragraph gives its score to its parent
 * element in full, to the next one by half, then a third of it and so on, lowered by the share of links (the measure of
 * Arc90's Readability).
 */
export function measureContainers(context: ContainerInput, outline: Outline): Containers {
  const count = outline.parent.length
  const depth = new Int32Array(count)
  const proseWords = new Float64Array(count)
  const words = new Float64Array(count)
  const linkWords = new Float64Array(count)
  const score = new Float64Array(count)
  for (let i = 1; i < count; i++) depth[i] = (depth[outline.parent[i] as number] as number) + 1
  context.blocks.forEach((block: Block, i) => {
    if (block.dom === null) return
    const form = context.shapes[i] as Shape
    const prose = context.prose[i] as number
    const { element } = block.dom
    add(words, element, form.words)
    add(proseWords, element, prose * form.words)
    add(linkWords, element, (context.linkShares[i] as number) * form.words)
    let up = outline.parent[element] ?? -1
    const points = prose * (1 + Math.min(6, form.words / 20))
    for (let level = 1; up >= 0 && level <= REACH; level++) {
      add(score, up, points / level)
      up = outline.parent[up] ?? -1
    }
  })
  // Children come after their parents, so one pass from the end sums every subtree.
  for (let i = count - 1; i > 0; i--) {
    const parent = outline.parent[i] as number
    add(words, parent, words[i] as number)
    add(proseWords, parent, proseWords[i] as number)
    add(linkWords, parent, linkWords[i] as number)
  }
  let best = -1
  let bestScore = 0
  for (let i = 0; i < count; i++) {
    const value = (score[i] as number) * (1 - (linkWords[i] as number) / Math.max(1, words[i] as number))
    if (value > bestScore) {
      bestScore = value
      best = i
    }
  }
  return { depth, proseWords, words, linkWords, best }
}

function add(sums: Float64Array, index: number, value: number): void {
  sums[index] = (sums[index] as number) + value
}
