import { splitCaption } from './captionCredit.ts'

/** Characters from which one line is told to be the beginning of another. */
const MIN_CHARS = 20
/** Of the lines, the last ones, each of which is held against each other: pages may have any number of them. */
const MAX_LINES = 60

interface Line {
  readonly block: number
  readonly text: string
}

/**
 * Lines that are a caption with its credit, or the beginning of one cut off: text pages print what a picture is called
 * over its caption, where a headline would be.
 */
export function cutCaptions(lines: readonly Line[], language: string | null): ReadonlySet<number> {
  const found = new Set<number>()
  const near = lines.slice(-MAX_LINES)
  for (const { block, text } of near) {
    const start = text.replace(/\s?(?:…|\.{3})$/, '')
    if (start.length < MIN_CHARS) continue
    for (const other of near) {
      if (other.block === block || other.text.length <= text.length || !other.text.startsWith(start)) continue
      // A headline with a remark in brackets has all of it before the brackets.
      const caption = splitCaption(other.text, language)
      if (caption.credit === null || caption.text.length <= start.length) continue
      found.add(block).add(other.block)
    }
  }
  return found
}
