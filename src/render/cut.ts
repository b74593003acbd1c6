import type { Block, Mark } from '../types.ts'

/** A stretch of the text of a block. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A block without some stretches of its text; its marks move along, and white space is trimmed at its ends. */
export function cutText(block: Block, stretches: readonly Stretch[]): Block {
  if (stretches.length === 0) return block
  const { text } = block
  const sorted = stretches.toSorted((a, b) => a.start - b.start)
  /** New positions of the old ones. */
  const moved = new Uint32Array(text.length + 1)
  let kept = ''
  let from = 0
  const keepUntil = (end: number) => {
    for (let at = from; at < end; at++) moved[at] = kept.length + at - from
    kept += text.slice(from, end)
  }
  for (const { start, end } of sorted) {
    if (end <= from) continue
    keepUntil(Math.max(start, from))
    moved.fill(kept.length, Math.max(start, from), end)
    from = end
  }
  keepUntil(text.length)
  moved[text.length] = kept.length
  const lead = kept.length - kept.trimStart().length
  const trimmed = kept.trim()
  const place = (at: number) => Math.min(Math.max((moved[at] ?? 0) - lead, 0), trimmed.length)
  const marks = block.marks.flatMap((mark): Mark[] => {
    const start = place(mark.start)
    const end = place(mark.end)
    return start === end && mark.start < mark.end ? [] : [{ ...mark, start, end }]
  })
  return { ...block, text: trimmed, marks }
}
