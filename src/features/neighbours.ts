import type { Shape } from '../text/shape.ts'
import type { Context } from './context.ts'
import type { Feature } from './feature.ts'
import { windowMean } from './windows.ts'

/** Blocks further away than this are as far as any. */
const FAR = 40

/** Blocks since (`step` 1) or until (`step` -1) the last block of prose. */
function distance(context: Context, step: 1 | -1): Float64Array {
  const column = new Float64Array(context.count)
  let since = FAR
  for (let k = 0; k < context.count; k++) {
    const i = step === 1 ? k : context.count - 1 - k
    column[i] = since
    since = (context.prose[i] as number) > 0.5 ? 1 : Math.min(FAR, since + 1)
  }
  return column.map((blocks) => Math.log2(1 + blocks))
}

/** Share of the page's prose, by words, before the block, itself not counted. */
function proseBefore(context: Context): Float64Array {
  const column = new Float64Array(context.count)
  let sum = 0
  for (let i = 0; i < context.count; i++) {
    column[i] = sum
    sum += (context.prose[i] as number) * (context.shapes[i] as Shape).words
  }
  return column.map((before) => (sum > 0 ? before / sum : 0))
}

/** Length of the run of short blocks that a block stands in; 0 for long blocks. */
function shortRun(context: Context): Float64Array {
  const column = new Float64Array(context.count)
  for (let i = 0; i < context.count; ) {
    let end = i
    while (end < context.count && (context.shapes[end] as Shape).words < 10) end++
    column.fill(Math.log2(1 + end - i), i, end)
    i = Math.max(end, i + 1)
  }
  return column
}

/** What stands around a block: an article is a run of paragraphs, boilerplate comes in runs of short lines. */
export const NEIGHBOUR_FEATURES: readonly Feature[] = [
  { name: 'prose1', why: 'the two blocks next to it', column: (c) => windowMean(c.prose, 1, 1, false) },
  { name: 'prose3', why: 'the six blocks around it', column: (c) => windowMean(c.prose, 3, 3, false) },
  { name: 'prose10', why: 'the region of the page', column: (c) => windowMean(c.prose, 10, 10, false) },
  { name: 'proseNext5', why: 'what it introduces', column: (c) => windowMean(c.prose, 0, 5, false) },
  { name: 'prosePast5', why: 'what it follows', column: (c) => windowMean(c.prose, 5, 0, false) },
  {
    name: 'length3',
    why: 'mean log length around (among the best in docs/quality.md)',
    column: (c) => windowMean(c.logWords, 3, 3, true),
  },
  {
    name: 'lengthNext10',
    why: 'long lines ahead: the article is not over',
    column: (c) => windowMean(c.logWords, 0, 10, false),
  },
  { name: 'sinceProse', why: 'distance to the last paragraph', column: (c) => distance(c, 1) },
  { name: 'untilProse', why: 'distance to the next paragraph', column: (c) => distance(c, -1) },
  { name: 'proseBefore', why: 'share of the prose that is past: 0 in the head, 1 in the foot', column: proseBefore },
  { name: 'shortRun', why: 'menus and link lists are long runs of short lines', column: shortRun },
]
