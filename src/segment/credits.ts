import { countLetters, isSmall } from '../text/letters.ts'
import type { Block } from '../types.ts'

/** Names of a list with slashes, and letters of each. */
const MAX_NAMES = 6
const MAX_LETTERS = 12
/** Letters of initials without a slash. */
const MIN_SMALL = 2
const MAX_SMALL = 4
const MAX_CHARS = 60
const MIN_PROSE_CHARS = 40
const AFTER_SENTENCE = /[.!?…。！？"”»’]$/

/** Cuts the credits off the ends of paragraphs, so that they can be judged for themselves. */
export function splitCredits(blocks: readonly Block[], source: string): readonly Block[] {
  // Few pages have any.
  if (!blocks.some((block) => creditStart(block) >= 0)) return blocks
  return blocks.flatMap((block) => {
    const at = creditStart(block)
    return at < 0 ? [block] : split(block, at, source)
  })
}

function creditStart(block: Block): number {
  const { text } = block
  if (block.kind !== 'paragraph' || !text.endsWith(')')) return -1
  const at = text.lastIndexOf('(')
  if (at < MIN_PROSE_CHARS || text.length - at > MAX_CHARS || !isCredit(text.slice(at + 1, -1))) return -1
  return AFTER_SENTENCE.test(text.slice(0, at).trimEnd()) ? at : -1
}

/**
 * Initials or desks in brackets at the end of a paragraph: `(abc/def)`, `(abc)`. Letters with at least one slash, or two
 * to four lower-case letters: words of a sentence in brackets are longer or capitalised, abbreviations are upper case.
 */
function isCredit(inner: string): boolean {
  const names = inner.split('/').map((name) => name.replace(/^ | $/g, ''))
  const letters = names.map((name) => countLetters(name))
  if (names.length === 1) return isSmall(inner) && (letters[0] ?? 0) >= MIN_SMALL && (letters[0] ?? 0) <= MAX_SMALL
  return names.length <= MAX_NAMES && letters.every((count) => count > 0 && count <= MAX_LETTERS)
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
