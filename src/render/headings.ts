import type { Block } from '../types.ts'

/** Markdown has six levels. */
const MAX_DEPTH = 6

/**
 * Depths of the body's headings under the title, which is the only one of depth 1: without jumps, and siblings on a
 * page remain siblings.
 *
 * @returns One entry a block: 2..6 for headings, 0 for others.
 */
export function headingDepths(blocks: readonly Block[]): number[] {
  /** Levels, on the page, of the sections around the current block. */
  const open: number[] = []
  return blocks.map(({ kind, level }) => {
    if (kind !== 'heading') return 0
    while ((open.at(-1) ?? 0) >= level && open.length > 0) open.pop()
    open.push(level)
    return Math.min(open.length + 1, MAX_DEPTH)
  })
}

/** Blocks and characters of one heading: where there are more, an end tag is missing. */
const MAX_PARTS = 4
const MAX_CHARS = 300

/** Makes one block of the blocks of each heading, in the place of the first: in Markdown a heading is a line. */
export function joinHeadings(blocks: readonly Block[]): Block[] {
  const joined: Block[] = []
  for (let i = 0; i < blocks.length; ) {
    const first = blocks[i] as Block
    let end = i + 1
    while (isOfHeading(blocks[end], first)) end++
    const parts = blocks.slice(i, end)
    const chars = parts.reduce((sum, { text }) => sum + text.length, 0)
    if (parts.length > 1 && parts.length <= MAX_PARTS && chars <= MAX_CHARS) joined.push(parts.reduce(append))
    else for (const part of parts) joined.push(part)
    i = end
  }
  return joined
}

function isOfHeading(block: Block | undefined, { kind, heading, containers }: Block): boolean {
  if (block?.kind !== 'heading' || kind !== 'heading' || heading === undefined || block.heading !== heading)
    return false
  return block.containers.at(-1)?.id === containers.at(-1)?.id
}

function append(before: Block, block: Block): Block {
  const shift = before.text.length + 1
  const moved = block.marks.map((mark) => ({ ...mark, start: mark.start + shift, end: mark.end + shift }))
  return { ...before, text: `${before.text} ${block.text}`, marks: [...before.marks, ...moved] }
}
