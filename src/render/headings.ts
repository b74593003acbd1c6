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
