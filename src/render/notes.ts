import type { Block, Container, Mark } from '../types.ts'
import { cutText, type Stretch } from './cut.ts'

/** A note of the body, to be written at its end. */
export interface Note {
  /** As it is referred to: `1` in `[^1]`. */
  readonly label: string
  readonly blocks: readonly Block[]
}

/** A body without its notes, and the notes in the order of their first reference. */
export interface Noted {
  readonly body: readonly Block[]
  readonly notes: readonly Note[]
}

/**
 * Takes the notes that the body refers to out of it, wherever they stand, with the marks that lead back to the text and
 * a heading that they leave behind alone. References to what is not in the body become plain text.
 */
export function gatherNotes(blocks: readonly Block[]): Noted {
  if (!blocks.some(({ marks }) => marks.some(isReference))) return { body: blocks, notes: [] }
  const blocksOf = groupNotes(blocks)
  const references = findReferences(blocks, blocksOf)
  const labels = labelNotes(references)
  const relabelled = (block: Block): Block => relabel(block, labels)
  const notes = [...labels].map(([name, label]): Note => {
    const own = (blocksOf.get(name) ?? []).map(relabelled)
    return { label, blocks: withoutPath(tidyNote(own, references.get(name) ?? '')) }
  })
  const isTaken = (block: Block) => block.note !== undefined && labels.has(block.note)
  return { body: withoutIdleHeadings(blocks, isTaken).map(relabelled), notes }
}

function isReference({ type }: Mark): boolean {
  return type === 'note'
}

function groupNotes(blocks: readonly Block[]): ReadonlyMap<string, readonly Block[]> {
  const groups = new Map<string, Block[]>()
  for (const block of blocks) {
    if (block.note === undefined) continue
    const group = groups.get(block.note)
    if (group === undefined) groups.set(block.note, [block])
    else group.push(block)
  }
  return groups
}

const BRACKETS = /^[[(]|[\])]$/g

/** What first refers to each note that is there, without brackets, by the name of the note. */
function findReferences(blocks: readonly Block[], notes: ReadonlyMap<string, unknown>): ReadonlyMap<string, string> {
  const references = new Map<string, string>()
  for (const { text, marks } of blocks) {
    for (const { type, note, start, end } of marks) {
      if (type !== 'note' || note === undefined || references.has(note) || !notes.has(note)) continue
      references.set(note, text.slice(start, end).replace(BRACKETS, '').trim())
    }
  }
  return references
}

const LABEL = /^[0-9A-Za-z]{1,12}$/

/** The page's own numbers where they are numbers or letters and differ, else the next ones that are free. */
function labelNotes(references: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const used = new Set<string>()
  const labels = new Map<string, string>()
  let next = 1
  for (const [name, shown] of references) {
    let label = LABEL.test(shown) && !used.has(shown.toLowerCase()) ? shown : ''
    while (label === '') {
      if (!used.has(String(next))) label = String(next)
      next++
    }
    used.add(label.toLowerCase())
    labels.set(name, label)
  }
  return labels
}

function relabel(block: Block, labels: ReadonlyMap<string, string>): Block {
  if (!block.marks.some(isReference)) return block
  const marks = block.marks.flatMap((mark): Mark[] => {
    if (mark.type !== 'note') return [mark]
    const label = labels.get(mark.note ?? '')
    return label === undefined ? [] : [{ ...mark, note: label }]
  })
  return { ...block, marks }
}

/** What leads back to the text: arrows, the letters of several references, a word. */
const BACKLINK =
  /^(?:(?:[\s^«<↩↑⤴↵⏎⇧⬆↥⮐⇑]|\ufe0e|\ufe0f){1,4}|[a-z]{1,2}|\d{1,4}(?:\.\d{1,2})?|(?:jump )?(?:back|up|return)(?: to (?:content|text|top))?)(?:\s|\ufe0e|\ufe0f){0,2}$/i
/** What stands before or after the links back, without being one. */
const BESIDE_BACKLINK = /^[\s^,↑;]{0,8}$/

/** A note without its own number and without what leads back to the text. */
function tidyNote(blocks: readonly Block[], shown: string): Block[] {
  const [first, ...rest] = blocks
  if (first === undefined) return []
  const whole = stripBrackets(first.text)
  // A cell or a line of its own that holds the number.
  if (rest.length > 0 && whole === shown) return tidyNote(rest, '')
  return [first, ...rest].flatMap((block, i) => {
    const cut = cutText(block, [...backlinks(block), ...(i === 0 ? ownNumber(block, shown) : [])])
    return cut.text === '' && block.text !== '' ? [] : [cut]
  })
}

function stripBrackets(text: string): string {
  return text.replace(BRACKETS, '').trim()
}

/** Links within the page that lead back, and at the start of a note what stands between them. */
function backlinks({ text, marks }: Block): Stretch[] {
  const links = marks.filter(
    ({ type, local, start, end }) => type === 'link' && local === true && BACKLINK.test(text.slice(start, end)),
  )
  const found: Stretch[] = []
  let at = 0
  for (const { start, end } of links) {
    const isLeading = at >= 0 && BESIDE_BACKLINK.test(text.slice(at, start))
    found.push({ start: isLeading ? at : start, end })
    at = isLeading ? end : -1
  }
  return found
}

/** The number of the note before its text, where something sets it off: a mark, brackets or a stop. */
function ownNumber({ text, marks }: Block, shown: string): Stretch[] {
  const bracketed = /^[[(]/.test(text) ? 1 : 0
  if (shown === '' || !text.startsWith(shown, bracketed)) return []
  const end = bracketed + shown.length
  const isMarked = marks.some(
    (mark) => mark.start <= bracketed && mark.end >= end && (mark.type === 'superscript' || mark.type === 'link'),
  )
  const after = /^[\])]?[.:)]?(?=\s|$)/.exec(text.slice(end))?.[0]
  if (isMarked) return [{ start: 0, end: end + (after?.length ?? 0) }]
  const isSetOff = after !== undefined && (after !== '' || !/[\p{L}\p{N}]/u.test(shown))
  return isSetOff ? [{ start: 0, end: end + after.length }] : []
}

/** Without the containers that all blocks of a note are in: the list of notes, its item. */
function withoutPath(blocks: readonly Block[]): Block[] {
  const [first, ...rest] = blocks
  if (first === undefined) return []
  let shared = first.containers.length
  for (const { containers } of rest) shared = Math.min(shared, sharedLength(first.containers, containers))
  return blocks.map((block) => ({ ...block, containers: block.containers.slice(shared) }))
}

function sharedLength(a: readonly Container[], b: readonly Container[]): number {
  let length = 0
  while (length < a.length && a[length]?.id === b[length]?.id) length++
  return length
}

/** The blocks that are not taken, without headings over nothing but what is taken. */
function withoutIdleHeadings(blocks: readonly Block[], isTaken: (block: Block) => boolean): Block[] {
  const kept: Block[] = []
  let tookNotes = false
  /** Level of what is kept next: 0 at the end of the body, that of a heading, CONTENT for others. */
  let next = 0
  // From the end: what stands in the section of a heading comes first.
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i] as Block
    const isHeading = block.kind === 'heading'
    if (isTaken(block)) tookNotes = true
    else if (!(isHeading && tookNotes && next <= block.level)) {
      kept.push(block)
      if (block.kind === 'rule') continue
      next = isHeading ? block.level : CONTENT
      tookNotes = false
    }
  }
  return kept.reverse()
}

const CONTENT = 7
