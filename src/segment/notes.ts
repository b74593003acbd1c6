import type { Element } from 'domhandler'
import type { Block, Mark } from '../types.ts'

/** The blocks that an anchor of the page stands before: those in its element, or the one that it stands in. */
export interface Anchor {
  readonly first: number
  /** After the last one; equal to `first` for anchors within a line. */
  end: number
}

/** What refers to a note: `1`, `[12]`, `*`, `(a)`, `[note 3]`. */
const MARKER = /^[[(]?(?:(?:note|nb|n|fn|anm|ref)\.?\s?)?(?:\d{1,4}|[a-z]{1,2}|[ivxl]{1,6}|[*†‡§‖]{1,4})[\])]?$/i
const BRACKETED = /^[[(].{1,12}[\])]$/
/** Names that pages give to their notes. */
const NOTE_NAME =
  /^[^a-z]{0,3}(?:user-content-)?(?:fn|ftn|edn|sdfootnote|footnote|endnote|note|cite|reference|ref|easy-footnote|rf|en)[^a-z]/i
/** Blocks and characters of one note. More is a section of the page that a link leads to. */
const MAX_NOTE_BLOCKS = 12
const MAX_NOTE_CHARS = 4000

const PERMALINK = /^(?:[#¶§\u{1F517}\u2693\u221E\s]|\ufe0e|\ufe0f){1,4}$/u

/** Whether an element is the mark that links to its own heading: browsers show it under the mouse only. */
export function isPermalink(element: Element): boolean {
  const [only, second] = element.children
  if (second !== undefined || only?.type !== 'text' || element.attribs.href?.includes('#') !== true) return false
  return PERMALINK.test(only.data)
}

/** The name that an element gives to its place; '' for none. */
export function anchorName({ name, attribs }: Element): string {
  return attribs.id ?? (name === 'a' ? (attribs.name ?? '') : '')
}

/**
 * Tells references to notes from other links within the page: they are short, raised or in brackets, and lead to a
 * short text further down. Their marks stay, and the blocks of the notes are named; the other ones become links.
 */
export function resolveNotes(blocks: readonly Block[], anchors: ReadonlyMap<string, Anchor>): readonly Block[] {
  if (!blocks.some(hasReference)) return blocks
  const noteOf = new Map<number, string>()
  const resolved = blocks.map((block, i): Block => {
    if (!hasReference(block)) return block
    const isRaised = raisedTo(block.marks)
    const marks = block.marks.map((mark): Mark => {
      if (mark.type !== 'note' || mark.note === undefined) return mark
      const found = refersToNote(block.text, mark, isRaised(mark))
        ? noteBlocks(blocks, anchors.get(mark.note), i)
        : null
      if (found === null) return linkTo(mark, anchors.has(mark.note))
      for (let at = found.first; at < found.end; at++) if (!noteOf.has(at)) noteOf.set(at, mark.note)
      return { type: 'note', note: mark.note, ...widened(block.text, mark) }
    })
    return { ...block, marks }
  })
  return resolved.map((block, i) => {
    const note = noteOf.get(i)
    return note === undefined ? block : { ...block, note }
  })
}

/** What turned out to be no reference. @param isPlace Whether the page has a place of that name. */
function linkTo({ start, end, url, local }: Mark, isPlace: boolean): Mark {
  const isLocal = isPlace || local === true
  return { type: 'link', start, end, ...(url === undefined ? {} : { url }), ...(isLocal ? { local: true } : {}) }
}

function hasReference({ marks }: Block): boolean {
  return marks.some(({ type }) => type === 'note')
}

function refersToNote(text: string, mark: Mark, isRaised: boolean): boolean {
  const { start, end } = widened(text, mark)
  const shown = text.slice(start, end)
  return MARKER.test(shown) && (isRaised || BRACKETED.test(shown) || NOTE_NAME.test(mark.note ?? ''))
}

/** Whether a mark lies within superscript, for marks in the order of the text. */
function raisedTo(marks: readonly Mark[]): (mark: Mark) => boolean {
  const raised = marks.filter(({ type }) => type === 'superscript')
  let next = 0
  let reach = 0
  return ({ start, end }) => {
    for (let mark = raised[next]; mark !== undefined && mark.start <= start; mark = raised[++next])
      reach = Math.max(reach, mark.end)
    return end <= reach
  }
}

/** The place of a mark with the brackets around it. */
function widened(text: string, { start, end }: Mark): Pick<Mark, 'start' | 'end'> {
  const isBracketed = text[start - 1] === '[' && text[end] === ']'
  return isBracketed ? { start: start - 1, end: end + 1 } : { start, end }
}

/** The blocks of a note, after the block that refers to it; null where there is no such note. */
function noteBlocks(blocks: readonly Block[], anchor: Anchor | undefined, reference: number): Anchor | null {
  if (anchor === undefined || anchor.first <= reference) return null
  const first = blocks[anchor.first]
  if (first === undefined) return null
  let { end } = anchor
  if (end <= anchor.first) {
    // An anchor within a line stands for the item of the list that it is in, else for its paragraph.
    const item = first.containers.findLast(({ type }) => type === 'item')
    end = anchor.first + 1
    while (item !== undefined && blocks[end]?.containers.some(({ id }) => id === item.id)) end++
  }
  if (end - anchor.first > MAX_NOTE_BLOCKS) return null
  let chars = 0
  for (let i = anchor.first; i < end; i++) chars += blocks[i]?.text.length ?? 0
  return chars > 0 && chars <= MAX_NOTE_CHARS && first.kind !== 'heading' ? { first: anchor.first, end } : null
}
