import type { Block } from '../types.ts'
import type { LabelInput } from './input.ts'

/** Words of a cell or an item, on the average, from which a table or a list is a layout: its parts stand alone. */
const MAX_MEAN_WORDS = 40
/** Blocks between which a group may lie inside of the body. */
const MIN_BLOCKS = 3
/** More of it in links: a menu or a list of teasers. */
const MAX_LINK_SHARE = 0.5

interface Group {
  readonly first: number
  last: number
  count: number
  words: number
  keptWords: number
  linkedWords: number
  vetoed: number
  /** A table inside of a table: the outer one lays out the page. */
  isLayout: boolean
}

/**
 * Keeps tables and lists whole: a cell or an item alone says too little to be judged, so the group goes with most of
 * its words, and with the paragraphs around it where it stands between two of them.
 */
export function keepGroupsWhole(input: LabelInput, keep: boolean[], may: readonly boolean[]): void {
  const { blocks } = input.page
  for (const group of findGroups(input, keep, may)) {
    if (group.isLayout || group.count < MIN_BLOCKS || group.words > MAX_MEAN_WORDS * group.count) continue
    if (group.vetoed > group.count / 3 || group.linkedWords > MAX_LINK_SHARE * group.words) continue
    const isInside = keep[textBefore(blocks, group.first)] === true && keep[textAfter(blocks, group.last)] === true
    if (group.keptWords < group.words / 2 && !isInside) continue
    for (let i = group.first; i <= group.last; i++) if (may[i] && blocks[i]?.text !== '') keep[i] = true
  }
}

/** The outermost tables and lists of the page. */
function findGroups(
  { page, words, linkShares }: LabelInput,
  keep: readonly boolean[],
  may: readonly boolean[],
): Group[] {
  const groups = new Map<number, Group>()
  page.blocks.forEach((block, i) => {
    const outer = block.containers.find((container) => container.type === 'table' || container.type === 'list')
    if (outer === undefined) return
    const group = groups.get(outer.id) ?? {
      first: i,
      last: i,
      count: 0,
      words: 0,
      keptWords: 0,
      linkedWords: 0,
      vetoed: 0,
      isLayout: false,
    }
    groups.set(outer.id, group)
    const count = words[i] ?? 0
    group.last = i
    group.count++
    group.words += count
    group.keptWords += keep[i] ? count : 0
    group.linkedWords += count * (linkShares[i] as number)
    group.vetoed += may[i] ? 0 : 1
    group.isLayout ||= block.containers.filter((container) => container.type === 'table').length > 1
  })
  return [...groups.values()]
}

function textBefore(blocks: readonly Block[], index: number): number {
  let i = index - 1
  while (i >= 0 && blocks[i]?.text === '') i--
  return i
}

function textAfter(blocks: readonly Block[], index: number): number {
  let i = index + 1
  while (i < blocks.length && blocks[i]?.text === '') i++
  return i
}
