import type { Shape } from '../text/shape.ts'
import type { Context } from './context.ts'
import { type Feature, perBlock } from './feature.ts'
import type { Terms } from './terms.ts'
import { windowMean } from './windows.ts'

/** How rare each word is on the page, in bits: words of one block tell more than words of all. */
function rarity({ blocks, vocabulary }: Terms): Float64Array {
  const blocksWith = new Float64Array(vocabulary.length)
  for (const ids of blocks)
    for (let k = 0; k < ids.length; k++) {
      const id = ids[k] as number
      blocksWith[id] = (blocksWith[id] as number) + 1
    }
  return blocksWith.map((count) => Math.log2((1 + blocks.length) / Math.max(1, count)))
}

/**
 * Share of a block's words, weighted by rarity, that also stand in other blocks of prose: a teaser for another story
 * shares few words with the story that it stands under.
 */
export function readCohesion(terms: Terms, prose: Float64Array): Float64Array {
  const { blocks, vocabulary } = terms
  const rare = rarity(terms)
  const support = new Float64Array(vocabulary.length)
  for (let i = 0; i < blocks.length; i++) {
    const ids = blocks[i] as Int32Array
    for (let k = 0; k < ids.length; k++) {
      const id = ids[k] as number
      support[id] = (support[id] as number) + (prose[i] as number)
    }
  }
  const column = new Float64Array(blocks.length)
  for (let i = 0; i < blocks.length; i++) {
    const ids = blocks[i] as Int32Array
    let shared = 0
    let all = 0
    for (let k = 0; k < ids.length; k++) {
      const id = ids[k] as number
      const others = (support[id] as number) - (prose[i] as number)
      shared += (rare[id] as number) * Math.min(1, Math.max(0, others))
      all += rare[id] as number
    }
    column[i] = all > 0 ? shared / all : Number.NaN
  }
  return column
}

/** Share of the words of `set` that a block has; NaN where the set is empty. */
function cover(ids: Int32Array, set: ReadonlySet<number>, size: number): number {
  if (size === 0) return Number.NaN
  let found = 0
  for (const id of ids) if (set.has(id)) found++
  return found / size
}

function within(ids: Int32Array, set: ReadonlySet<number> | null): number {
  return set === null || ids.length === 0 ? Number.NaN : cover(ids, set, ids.length)
}

/** A block with so much of the page's title is its headline. */
const MIN_COVER = 0.5
const MAX_HEADLINE_WORDS = 40
const FAR = 100

/**
 * Signed log distance from the headline: the last short block that has most of the page's title and stands before most
 * of the prose. NaN without a title.
 */
function sinceHeadline(context: Context): Float64Array {
  const { title, titleCount, blocks } = context.terms
  const column = new Float64Array(context.count).fill(Number.NaN)
  const total = context.prose.reduce((sum, prose, i) => sum + prose * (context.shapes[i] as Shape).words, 0)
  let headline = -1
  let best = MIN_COVER
  let before = 0
  const start = context.page.kind === 'text' ? 1 : 0
  for (let i = start; i < context.count && before <= total / 2; i++) {
    const { words } = context.shapes[i] as Shape
    before += (context.prose[i] as number) * words
    const covered = words <= MAX_HEADLINE_WORDS ? cover(blocks[i] as Int32Array, title, titleCount) : 0
    if (covered >= best) {
      best = covered
      headline = i
    }
  }
  if (headline < 0) return column
  return column.map((_, i) => Math.sign(i - headline) * Math.log2(1 + Math.min(FAR, Math.abs(i - headline))))
}

/** How a block's words relate to the rest of the page and to what the page says that it is about. */
export const COHESION_FEATURES: readonly Feature[] = [
  { name: 'cohesion', why: 'words shared with other paragraphs: teasers share few', column: (c) => c.cohesion },
  { name: 'cohesion3', why: 'the same around it', column: (c) => windowMean(zeroed(c.cohesion), 3, 3, true) },
  perBlock('titleCover', 'share of the words of the page title: the headline, its copies', ({ terms }, i) =>
    cover(terms.blocks[i] as Int32Array, terms.title, terms.titleCount),
  ),
  perBlock('titleWords', 'share of the block that is title', ({ terms }, i) =>
    within(terms.blocks[i] as Int32Array, terms.title),
  ),
  { name: 'sinceHeadline', why: 'the article starts at its headline', column: sinceHeadline },
  perBlock('descriptionCover', 'the declared description is the lead or a summary of it', ({ terms }, i) =>
    cover(terms.blocks[i] as Int32Array, terms.description, terms.descriptionCount),
  ),
  perBlock('declaredBody', 'share of the block in the body that the page declares', ({ terms }, i) =>
    within(terms.blocks[i] as Int32Array, terms.declaredBody),
  ),
]

const zeroed = (column: Float64Array): Float64Array => column.map((value) => (Number.isNaN(value) ? 0 : value))
