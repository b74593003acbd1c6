import type { Shape } from '../text/shape.ts'
import type { Block } from '../types.ts'
import { columnOf } from './columns.ts'
import type { Context } from './context.ts'
import { type Feature, perBlock } from './feature.ts'

/** Words that a line of menu costs the interval: without it, runs of one-word lines would be free. */
const SHORT_COST = 4

/**
 * Body text extraction (Finn, Kushmerick and Smyth 2001) over blocks: the interval with the greatest surplus of prose
 * words over other words.
 *
 * @returns `[start, end)`, block indices.
 */
function bodyInterval(context: Context): readonly [number, number] {
  let best = 0
  let bestStart = 0
  let bestEnd = 0
  let sum = 0
  let start = 0
  for (let i = 0; i < context.count; i++) {
    const prose = context.prose[i] as number
    sum += prose * (context.shapes[i] as Shape).words - (1 - prose) * SHORT_COST
    if (sum <= 0) {
      sum = 0
      start = i + 1
    } else if (sum > best) {
      best = sum
      bestStart = start
      bestEnd = i + 1
    }
  }
  return [bestStart, bestEnd]
}

/** Blocks outside of the interval, as log distance to its nearer end; 0 inside. */
function intervalDistance(context: Context): Float64Array {
  const [start, end] = bodyInterval(context)
  return columnOf(context.page.blocks, (_, i) =>
    i < start ? Math.log2(1 + start - i) : i >= end ? Math.log2(2 + i - end) : 0,
  )
}

/** How often the same text stands on the page, digits taken as equal. */
function repetition(context: Context): Float64Array {
  const keys = context.page.blocks.map((block: Block) => block.text.toLowerCase().replace(/\d/g, '0'))
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return columnOf(keys, (key) => (key === '' ? 0 : Math.log2(counts.get(key) ?? 1)))
}

const maxWords = (context: Context): number => context.shapes.reduce((max, form) => Math.max(max, form.words), 0)

const constant = (value: (context: Context) => number) => (context: Context) =>
  new Float64Array(context.count).fill(value(context))

/** Where the block stands in the page, and what kind of page it is. */
export const PAGE_FEATURES: readonly Feature[] = [
  perBlock(
    'position',
    'boilerplate frames the article',
    (c, i) => (c.charsBefore[i] as number) / Math.max(1, c.totalChars),
  ),
  perBlock('blocksBefore', 'the head of a page is boilerplate', (_, i) => Math.log2(1 + i)),
  perBlock('blocksAfter', 'so is its foot', (c, i) => Math.log2(c.count - i)),
  {
    name: 'bodyInterval',
    why: 'distance to the interval of body text extraction (best single text feature)',
    column: intervalDistance,
  },
  { name: 'repetition', why: 'labels and teasers occur more than once', column: repetition },
  { name: 'pageBlocks', why: 'long pages hold more boilerplate', column: constant((c) => Math.log2(1 + c.count)) },
  { name: 'pageWords', why: 'likewise, in words', column: constant((c) => Math.log2(1 + c.totalChars)) },
  {
    name: 'pageLongest',
    why: 'the longest block: pages without prose are lists or products',
    column: constant((c) => Math.log2(1 + maxWords(c))),
  },
  {
    name: 'pageProse',
    why: 'share of blocks that are prose',
    column: constant((c) => c.prose.reduce((a, b) => a + b, 0) / Math.max(1, c.count)),
  },
]
