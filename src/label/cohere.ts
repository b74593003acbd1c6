import type { Block } from '../types.ts'

/** Headings in a row that may stand over one paragraph. */
const MAX_STACKED = 3
/** Blocks that may lie between the picture at the head of an article and its first paragraph: byline, date, share. */
const HERO_REACH = 8

/**
 * Makes the choice of blocks hang together: headings go with what they head, pictures and rules with what is around
 * them. `may[i]` is false for blocks that are out of the question.
 */
export function cohere(
  blocks: readonly Block[],
  keep: boolean[],
  may: readonly boolean[],
  linkShares: ArrayLike<number>,
): void {
  keepHeadings(blocks, keep, may, linkShares)
  const first = keep.indexOf(true)
  const last = keep.lastIndexOf(true)
  blocks.forEach((block, i) => {
    if (block.text !== '' || !may[i] || first < 0) return
    if (block.kind === 'rule') keep[i] = i > first && i < last && keep[i - 1] === true && keep[i + 1] === true
    if (block.kind === 'image') keep[i] = isInside(blocks, keep, i, first, last)
  })
}

/** From the end, so that a heading over a heading that is kept is kept as well. */
function keepHeadings(
  blocks: readonly Block[],
  keep: boolean[],
  may: readonly boolean[],
  linkShares: ArrayLike<number>,
): void {
  const last = keep.lastIndexOf(true)
  const first = keep.indexOf(true)
  for (let i = blocks.length - 1; i >= 0; i--) {
    // A heading that is a link is an item of a listing: it heads nothing.
    if (blocks[i]?.kind !== 'heading' || (linkShares[i] as number) > 0.5) continue
    const next = nextText(blocks, i)
    const headsContent = next >= 0 && keep[next] === true
    const inside = i > first && i < last
    keep[i] = may[i] === true && headsContent && (keep[i] === true || inside)
  }
}

function nextText(blocks: readonly Block[], index: number): number {
  for (let i = index + 1; i < Math.min(blocks.length, index + 1 + MAX_STACKED); i++)
    if (blocks[i]?.text !== '') return i
  return -1
}

/** A picture belongs to the article between two blocks of its body, or as the one picture at its head. */
function isInside(
  blocks: readonly Block[],
  keep: readonly boolean[],
  index: number,
  first: number,
  last: number,
): boolean {
  if (blocks[index]?.dom?.hidden === true || index > last) return false
  if (index < first)
    return first - index <= HERO_REACH && blocks[index]?.containers.some((c) => c.type === 'figure') === true
  let before = index - 1
  while (before > first && blocks[before]?.text === '') before--
  let after = index + 1
  while (after < last && blocks[after]?.text === '') after++
  return keep[before] === true || keep[after] === true
}
