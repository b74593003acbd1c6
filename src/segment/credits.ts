import type { Block } from '../types.ts'

/**
 * Initials or desks in brackets at the end of a paragraph: `(rpp/vga)`, `(abc)`. Letters with at least one slash, or two
 * to four lower-case letters: words of a sentence in brackets are longer or capitalised, abbreviations are upper case.
 */
const TRAILING = /^\((?:\p{L}{1,12}(?:\s?\/\s?\p{L}{1,12}){1,5}|\p{Ll}{2,4})\)$/u
const MAX_CHARS = 60
const MIN_PROSE_CHARS = 40
const AFTER_SENTENCE = /[.!?…。！？"”»’]$/

/** Cuts the credits off the ends of paragraphs, so that they can be judged for themselves. */
export function splitCredits(blocks: readonly Block[], source: string): Block[] {
  return blocks.flatMap((block) => {
    const at = creditStart(block)
    return at < 0 ? [block] : split(block, at, source)
  })
}

function creditStart(block: Block): number {
  const { text } = block
  if (block.kind !== 'paragraph' || !text.endsWith(')')) return -1
  const at = text.lastIndexOf('(')
  if (at < MIN_PROSE_CHARS || text.length - at > MAX_CHARS || !TRAILING.test(text.slice(at))) return -1
  return AFTER_SENTENCE.test(text.slice(0, at).trimEnd()) ? at : -1
}

function split(block: Block, at: number, source: string): Block[] {
  const { span } = block
  const found = source.lastIndexOf('(', span.end - 1)
  const cut = found > span.start ? found : span.end
  const kept = block.text.slice(0, at).trimEnd()
  const tail = block.text.slice(at)
  const line = span.line === undefined ? {} : { line: span.line + newLines(source, span.start, cut) }
  return [
    {
      ...block,
      text: kept,
      span: { ...span, end: Math.max(span.start, trimEnd(source, span.start, cut)) },
      marks: block.marks
        .filter((mark) => mark.start < kept.length)
        .map((mark) => ({ ...mark, end: Math.min(mark.end, kept.length) })),
    },
    {
      ...block,
      text: tail,
      span: { start: cut, end: span.end, ...line },
      marks: [],
      gap: false,
      continues: true,
      dom: block.dom === null ? null : { ...block.dom, linkChars: 0 },
    },
  ]
}

function trimEnd(source: string, start: number, end: number): number {
  let at = end
  while (at > start && source.charCodeAt(at - 1) <= 32) at--
  return at
}

function newLines(source: string, start: number, end: number): number {
  let count = 0
  for (let at = source.indexOf('\n', start); at >= 0 && at < end; at = source.indexOf('\n', at + 1)) count++
  return count
}
