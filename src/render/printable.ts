import type { Article, Block, Mark } from '../types.ts'

/** Line and paragraph separators other than `\n`: they part words, so a space takes their place. */
const SEPARATORS = /[\u000b\u000c\r\u0085\u2028\u2029]/g
/** C0 but `\t` and `\n`, DEL, C1, byte-order marks, Unicode tag characters: invisible, and escapes on a terminal. */
const UNPRINTABLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff]|[\u{e0000}-\u{e007f}]/gu
const SUSPECT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/

/** Text as it may be written to a file: well-formed UTF-16 without control characters; white space is kept. */
export function printable(text: string): string {
  return SUSPECT.test(text) ? text.toWellFormed().replace(SEPARATORS, ' ').replace(UNPRINTABLE, '') : text
}

/** As `printable`, on one line. */
export function printableLine(text: string): string {
  return printable(text)
    .replace(/\s{2,}|[\t\n]/g, ' ')
    .trim()
}

/** A block with printable text; its marks move along. */
export function printableBlock(block: Block): Block {
  if (!SUSPECT.test(block.text)) return block
  const source = block.kind === 'code' ? block.text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : block.text
  const moved = movedOffsets(source, block.marks)
  const marks = block.marks.map((mark) => ({ ...mark, start: moved(mark.start), end: moved(mark.end) }))
  return { ...block, text: printable(source), marks }
}

/** Where the ends of marks are in the printable text: piece by piece, so that many marks cost no more than the text. */
function movedOffsets(source: string, marks: readonly Mark[]): (offset: number) => number {
  const offsets = marks.flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b)
  const moved = new Map<number, number>([[0, 0]])
  let at = 0
  let length = 0
  for (const offset of offsets) {
    length += printable(source.slice(at, offset)).length
    moved.set(offset, length)
    at = offset
  }
  return (offset) => moved.get(offset) ?? offset
}

/** An article whose every string is printable. */
export function printableArticle(article: Article): Article {
  const orNull = (text: string | null) => (text === null ? null : printableLine(text))
  return {
    ...article,
    url: orNull(article.url),
    site: orNull(article.site),
    title: orNull(article.title),
    date: orNull(article.date),
    modified: orNull(article.modified),
    authors: article.authors.map(printableLine),
    editor: orNull(article.editor),
    credits: article.credits.map(({ role, name }) => ({ role, name: printableLine(name) })),
    section: orNull(article.section),
    tags: article.tags.map(printableLine),
    language: orNull(article.language),
    dateline: orNull(article.dateline),
    images: article.images.map(({ src, alt, caption, credit }) => ({
      src: orNull(src),
      alt: orNull(alt),
      caption: orNull(caption),
      credit: orNull(credit),
    })),
    blocks: article.blocks.map(printableBlock),
    notes: article.notes.map(printableBlock),
  }
}
