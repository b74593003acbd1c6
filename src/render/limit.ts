import type { Block, Container, Mark, Warning } from '../types.ts'

/**
 * What keeps the Markdown of any page within 4 times the page. Text alone grows to 2.3 times at most (each character
 * escaped, a heading a character). What a page says once and Markdown repeats has no such bound: the marks of an element
 * around many blocks, the address of a page before each relative link, the marks of a quotation before each of its lines,
 * the end tags of a table in HTML. All of that together gets a room of its own; real pages need a tenth of it.
 */
export interface Room {
  /** Characters that may still be written beside the text. */
  left: number
  /** Whatever found no place. */
  readonly refused: Set<string>
}

/** Characters beside the text, to those of the page. */
const SHARE = 1.5
/** Of a shorter page so much may be taken for its length. */
const MIN_PAGE_CHARS = 4096

/** @param blocks All that is written; the last place in the page that they tell stands for its length. */
export function roomFor(blocks: readonly Block[]): Room {
  const chars = blocks.reduce((most, { span }) => Math.max(most, span.end), MIN_PAGE_CHARS)
  return { left: SHARE * chars, refused: new Set() }
}

/** Takes room; where there is not enough it takes none. @param what As the user is told. */
export function take(room: Room, chars: number, what: string): boolean {
  const fits = chars <= room.left
  if (fits) room.left -= chars
  else room.refused.add(what)
  return fits
}

const SPANS_SHARE = 0.25
/** Characters that a cell adds which nothing but a span asks for, with its column's cells in the head of the table. */
const SPANNED_CELL_CHARS = 12

/** Gives a share of the room to the cells that spans ask for. @returns Their number. */
export function takeSpannedCells(room: Room): number {
  const chars = room.left * SPANS_SHARE
  room.left -= chars
  return Math.floor(chars / SPANNED_CELL_CHARS)
}

export function limitWarnings({ refused }: Room): Warning[] {
  if (refused.size === 0) return []
  const what = [...refused].sort().join(', ')
  return [{ code: 'output-limit', message: `left out, as the body would be too long for the page: ${what}` }]
}

/** Characters that a mark adds, beside an address. */
const MARK_CHARS: Readonly<Record<Mark['type'], number>> = {
  strong: 4,
  emphasis: 2,
  code: 4,
  delete: 4,
  link: 4,
  image: 5,
  break: 1,
  superscript: 11,
  subscript: 11,
  math: 2,
  note: 4,
}

/** Blocks without the marks and pictures for which there is no room, the first ones first. Text is never left out. */
export function fitMarks(blocks: readonly Block[], room: Room): readonly Block[] {
  const chars = blocks.reduce(
    (sum, block) => block.marks.reduce((all, mark) => all + charsOf(mark), sum + ownChars(block)),
    0,
  )
  if (chars <= room.left) {
    room.left -= chars
    return blocks
  }
  return blocks.flatMap((block): Block[] => {
    if (!take(room, ownChars(block), 'pictures')) return []
    const marks = block.marks.filter((mark) => take(room, charsOf(mark), mark.type === 'link' ? 'links' : 'marks'))
    return [marks.length === block.marks.length ? block : { ...block, marks }]
  })
}

/** Of a picture or an embed. */
function ownChars({ image, embed }: Block): number {
  if (image !== null) return image.src.length + image.alt.length + MARK_CHARS.image
  return embed === undefined ? 0 : embed.url.length + embed.title.length + MARK_CHARS.link
}

function charsOf({ type, url = '', alt = '', link = '', tex = '' }: Mark): number {
  return MARK_CHARS[type] + url.length + alt.length + link.length + tex.length
}

/** Columns before each line of what is in a container. */
const COLUMNS: Readonly<Partial<Record<Container['type'], number>>> = { quote: 2, callout: 2, item: 2 }
/** Of an item with a number, beside the number of its list: a stop, a space, and one digit more at the end. */
const NUMBER_COLUMNS = 3
const NOTE_COLUMNS = 4

/** How many of the containers around a block find room, the outermost first: deeper ones are told as plain blocks. */
export function fitDepth(blocks: readonly Block[], room: Room): number {
  const charsAt: number[] = []
  for (const { containers, kind, text, note } of blocks) {
    const lines = countLines(text) + (kind === 'code' ? 3 : 1)
    for (const [depth, container] of containers.entries()) {
      const columns = columnsOf(container, containers[depth - 1])
      charsAt[depth] = (charsAt[depth] ?? 0) + lines * columns
    }
    if (note !== undefined) charsAt[0] = (charsAt[0] ?? 0) + lines * NOTE_COLUMNS
  }
  const depth = charsAt.findIndex((chars) => !take(room, chars, 'nesting'))
  return depth < 0 ? Number.POSITIVE_INFINITY : depth
}

function countLines(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

function columnsOf({ type }: Container, outer: Container | undefined): number {
  if (type === 'item' && outer?.ordered === true) return String(outer.first ?? 1).length + NUMBER_COLUMNS
  return COLUMNS[type] ?? 0
}
