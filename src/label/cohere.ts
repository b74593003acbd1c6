import type { Block } from '../types.ts'
import type { LabelInput } from './input.ts'

/** A heading over nothing stays from this score on: items of a list of names are headings too. */
const ORPHAN_SCORE = 0.5
/** Headings in a row that may stand over one paragraph. */
const MAX_STACKED = 3
/** Blocks that may lie between the picture at the head of an article and its first paragraph: byline, date, share. */
const HERO_REACH = 8

/**
 * Makes the choice of blocks hang together: headings go with what they head, pictures and rules with what is around
 * them. `may[i]` is false for blocks that are out of the question.
 */
export function cohere(
  { page: { blocks }, scores, linkShares }: LabelInput,
  keep: boolean[],
  may: readonly boolean[],
): void {
  keepHeadings(blocks, keep, may, linkShares)
  dropOrphans(blocks, keep, scores)
  const first = keep.indexOf(true)
  const last = keep.lastIndexOf(true)
  blocks.forEach((block, i) => {
    if (block.text !== '' || !may[i] || first < 0) return
    if (block.kind === 'rule') keep[i] = i > first && i < last && keep[i - 1] === true && keep[i + 1] === true
    if (block.kind === 'image' || block.kind === 'embed') keep[i] = isInside(blocks, keep, i, first, last)
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
    if (may[i] === true && headsContent && i > first && i < last) keep[i] = true
  }
}

/** A heading whose section, down to the next one of its level, has nothing that is kept. */
function dropOrphans(blocks: readonly Block[], keep: boolean[], scores: ArrayLike<number>): void {
  // The highest heading since kept text, from the end: the text belongs to what stands above that heading only.
  let highest = 0
  for (let i = blocks.length - 1; i >= 0; i--) {
    const { kind, level, text } = blocks[i] as Block
    if (kind !== 'heading') {
      if (keep[i] && text !== '') highest = Number.POSITIVE_INFINITY
      continue
    }
    if (keep[i] && level >= highest && (scores[i] as number) < ORPHAN_SCORE) keep[i] = false
    highest = Math.min(highest, level)
  }
}

function nextText(blocks: readonly Block[], index: number): number {
  for (let i = index + 1; i < Math.min(blocks.length, index + 1 + MAX_STACKED); i++)
    if (blocks[i]?.text !== '') return i
  return -1
}

/** A picture or an embed belongs to the article between two blocks of its body, or as the one picture at its head. */
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
