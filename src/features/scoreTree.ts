import { columnOf } from './columns.ts'
import type { Scored } from './scores.ts'

/** Steps up from a block's element at which the share of content is looked at. */
const LEVELS = [0, 1, 2, 3, 5] as const
/** Steps up at which the share of the page's content is. */
const SHARE_LEVELS = [1, 3] as const
/** An element with this share of the page's content holds the article. */
const HOLDING_SHARE = 0.7

const NAMES: readonly string[] = [
  ...LEVELS.map((level) => `s.up${level}`),
  ...SHARE_LEVELS.map((level) => `s.shareUp${level}`),
  's.holding',
  's.inBest',
  's.best',
]

/** What first scores add up to in the elements around each block. Missing for text pages. */
export function ofElements(scored: Scored): { names: readonly string[]; columns: readonly Float64Array[] } {
  const { context, count, content, words, totalContent } = scored
  const { outline, blocks } = context.page
  if (outline === null) return { names: NAMES, columns: NAMES.map(() => context.missing) }
  const elements = blocks.map((block) => block.dom?.element ?? 0)
  const size = outline.parent.length
  const inside = new Float64Array(size)
  const wordsInside = new Float64Array(size)
  elements.forEach((element, i) => {
    inside[element] = (inside[element] as number) + (content[i] as number)
    wordsInside[element] = (wordsInside[element] as number) + (words[i] as number)
  })
  for (let i = size - 1; i > 0; i--) {
    const parent = outline.parent[i] as number
    inside[parent] = (inside[parent] as number) + (inside[i] as number)
    wordsInside[parent] = (wordsInside[parent] as number) + (wordsInside[i] as number)
  }
  const climb = (element: number, steps: number): number => {
    let at = element
    for (let k = 0; k < steps && at > 0; k++) at = outline.parent[at] as number
    return at
  }
  const perBlock = (value: (element: number, block: number) => number): Float64Array => columnOf(elements, value)
  const shares = LEVELS.map((level) =>
    perBlock((element, i) => {
      const at = climb(element, level)
      const others = (wordsInside[at] as number) - (words[i] as number)
      return others > 0 ? ((inside[at] as number) - (content[i] as number)) / others : Number.NaN
    }),
  )
  const pageShares = SHARE_LEVELS.map((level) =>
    perBlock((element) => (inside[climb(element, level)] as number) / Math.max(1, totalContent)),
  )
  // Steps up to an element that holds most of the content; children come after their parents.
  const holding = new Float64Array(size)
  for (let i = 1; i < size; i++)
    holding[i] =
      (inside[i] as number) >= HOLDING_SHARE * totalContent ? 0 : (holding[outline.parent[i] as number] as number) + 1
  const best = bestElement(inside, wordsInside, totalContent)
  const inBest = new Uint8Array(size)
  for (let i = 0; i < size; i++) inBest[i] = i === best.element ? 1 : (inBest[outline.parent[i] as number] ?? 0)
  return {
    names: NAMES,
    columns: [
      ...shares,
      ...pageShares,
      perBlock((element) => holding[element] as number),
      perBlock((element) => inBest[element] as number),
      new Float64Array(count).fill(best.f1),
    ],
  }
}

/** The element whose words alone would make the best page, by expected F1; of equals the innermost. */
function bestElement(inside: Float64Array, words: Float64Array, total: number): { element: number; f1: number } {
  let element = 0
  let f1 = 0
  inside.forEach((content, i) => {
    const value = (2 * content) / Math.max(1e-9, (words[i] as number) + total)
    if (value >= f1) {
      f1 = value
      element = i
    }
  })
  return { element, f1 }
}
