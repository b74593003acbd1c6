import type { Block, BlockKind, Container } from '../types.ts'
import { type Line, splitLines } from './lines.ts'
import { isUnspacedText } from './scripts.ts'
import { isFolded } from './space.ts'
import { isWrapped, wrapWidth } from './wrap.ts'

/** Bullets that a text page shows; a hyphen needs a second item to count. */
const BULLET = /^(?:[•◦▪‣∙●○■□·]|[*+–-](?=\s))\s{0,8}/
const NUMBER = /^(\d{1,3})[.)]\s{1,8}(?=\S)/
/** Longest line that may head a section. */
const MAX_HEADING_CHARS = 100
/** A section starts with a paragraph of prose, not with another short line. */
const MIN_PROSE_CHARS = 120
const SENTENCE_ENDS = new Set('.!?…:;,。！？：；，、؟।"”»)]')

/** A paragraph of a text page: lines that belong together. */
interface Paragraph {
  readonly text: string
  readonly first: Line
  readonly last: Line
  readonly gap: boolean
}

/** Cuts a text page into blocks: a line each, or a paragraph each where the page wraps its lines. */
export function segmentText(page: string): Block[] {
  const lines = splitLines(page)
  const paragraphs = joinLines(lines, wrapWidth(lines))
  const items = findItems(paragraphs)
  return paragraphs.map((paragraph, i) => toBlock(paragraph, paragraphs, i, items[i] ?? null))
}

function joinLines(lines: readonly Line[], width: number): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let open: { text: string; first: Line; last: Line; gap: boolean } | null = null
  let gap = true
  for (const line of lines) {
    if (line.text === '') {
      gap = true
      continue
    }
    const goesOn: boolean =
      open !== null && !gap && width > 0 && isWrapped(open.last, line, width) && !startsItem(line.text)
    if (goesOn && open !== null) {
      open.text = joinWrapped(open.text, line.text)
      open.last = line
    } else {
      if (open !== null) paragraphs.push(open)
      open = { text: line.text, first: line, last: line, gap }
    }
    gap = false
  }
  if (open !== null) paragraphs.push(open)
  return paragraphs
}

function joinWrapped(before: string, line: string): string {
  return isUnspacedText(line) ? before + line : `${before} ${line}`
}

function startsItem(text: string): boolean {
  return BULLET.test(text) || NUMBER.test(text)
}

interface Item {
  readonly containers: readonly Container[]
  /** Characters of the bullet or number. */
  readonly markerChars: number
}

/** Runs of at least two lines with the same kind of marker, numbers counting up, are lists. */
function findItems(paragraphs: readonly Paragraph[]): (Item | null)[] {
  const markers = paragraphs.map((paragraph) => markerOf(paragraph.text))
  const items: (Item | null)[] = paragraphs.map(() => null)
  let id = 0
  for (let i = 0; i < paragraphs.length; ) {
    const marker = markers[i] ?? null
    let end = i + 1
    while (marker !== null && end < paragraphs.length && follows(markers[end - 1] ?? null, markers[end] ?? null)) end++
    if (marker !== null && end - i > 1) {
      const list: Container = { type: 'list', id: ++id, ordered: marker.number >= 0, first: Math.max(marker.number, 0) }
      for (let k = i; k < end; k++)
        items[k] = { containers: [list, { type: 'item', id: ++id }], markerChars: markers[k]?.chars ?? 0 }
    }
    i = end
  }
  return items
}

interface Marker {
  /** -1 for a bullet. */
  readonly number: number
  readonly bullet: string
  readonly chars: number
}

function markerOf(text: string): Marker | null {
  const bullet = BULLET.exec(text)
  if (bullet !== null && bullet[0].length < text.length)
    return { number: -1, bullet: text.charAt(0), chars: bullet[0].length }
  const number = NUMBER.exec(text)
  return number === null ? null : { number: Number(number[1]), bullet: '', chars: number[0].length }
}

function follows(before: Marker | null, marker: Marker | null): boolean {
  if (before === null || marker === null) return false
  return marker.number < 0 ? before.bullet === marker.bullet : marker.number === before.number + 1
}

function toBlock(paragraph: Paragraph, all: readonly Paragraph[], index: number, item: Item | null): Block {
  const kind: BlockKind = item === null && isHeading(paragraph, all[index + 1]) ? 'heading' : 'paragraph'
  const skipped = item?.markerChars ?? 0
  return {
    kind,
    text: fold(paragraph.text.slice(skipped)),
    span: { start: paragraph.first.start + skipped, end: paragraph.last.end, line: paragraph.first.number },
    level: kind === 'heading' ? 2 : 0,
    containers: item?.containers ?? [],
    marks: [],
    image: null,
    gap: paragraph.gap,
    continues: false,
    dom: null,
  }
}

/** A short line that ends no sentence and stands right before a paragraph of prose. */
function isHeading(paragraph: Paragraph, next: Paragraph | undefined): boolean {
  const { text } = paragraph
  return (
    paragraph.gap &&
    text.length >= 3 &&
    text.length <= MAX_HEADING_CHARS &&
    !SENTENCE_ENDS.has(text.charAt(text.length - 1)) &&
    next !== undefined &&
    next.text.length >= (isUnspacedText(next.text) ? MIN_PROSE_CHARS / 3 : MIN_PROSE_CHARS) &&
    /\p{L}/u.test(text)
  )
}

/** Folds white space, and drops invisible characters that part no words. */
function fold(text: string): string {
  if (isFolded(text, 0, text.length) && !text.startsWith(' ') && !text.endsWith(' ')) return text
  return text
    .replace(/[\u200b\u00ad\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
