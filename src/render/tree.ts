import type { BlockContent, Blockquote, FootnoteDefinition, Html, ListItem, Root } from 'mdast'
import type { Article, Block, Container, Warning } from '../types.ts'
import { toCallout } from './callouts.ts'
import { withCaptions } from './captions.ts'
import { headingDepths, joinHeadings } from './headings.ts'
import { contentChars, needsHtml, toHtmlTable } from './htmlTables.ts'
import { LEAVES } from './leaves.ts'
import { fitDepth, fitMarks, limitWarnings, type Room, roomFor, take, takeSpannedCells } from './limit.ts'
import { gatherNotes } from './notes.ts'
import type { RenderSettings } from './settings.ts'
import { type Cell, MAX_SPANNED_CELLS, type SpanBudget, toTable, unwrapLayoutTables } from './tables.ts'

/** Containers around a block that are rebuilt; the writer recurses into them. */
const MAX_DEPTH = 32

/** A container while its blocks arrive, and a part of a table or list until the whole is known. */
interface Frame {
  readonly container: Container
  readonly children: Piece[]
}

type Piece = BlockContent | Frame

/** What the parts of a tree share while it is built. */
interface Building {
  readonly budget: SpanBudget
  readonly room: Room
  /** Containers around a block that are rebuilt. */
  readonly depth: number
  readonly settings: RenderSettings
}

/**
 * Rebuilds the tree of the body from the paths of its blocks; its notes come last.
 *
 * @param article With printable text.
 */
export function toTree(
  article: Article,
  settings: RenderSettings,
): { readonly root: Root; readonly warnings: readonly Warning[] } {
  const captioned = withCaptions(article.blocks, article.images, settings.images)
  const room = roomFor([...captioned, ...article.notes])
  const blocks = fitMarks([...captioned, ...article.notes], room)
  const depth = Math.min(MAX_DEPTH, fitDepth(blocks, room))
  const cells = Math.min(MAX_SPANNED_CELLS, takeSpannedCells(room))
  const budget = { left: cells }
  const building: Building = { budget, room, depth, settings }
  const { body, notes } = gatherNotes(blocks)
  const children = dropOuterRules(toFlow(body, building))
  const definitions = notes.map(
    ({ label, blocks }): FootnoteDefinition => ({
      type: 'footnoteDefinition',
      identifier: label,
      label,
      children: toFlow(blocks, building),
    }),
  )
  const warnings = [...tableWarnings(budget, cells), ...limitWarnings(room)]
  return { root: { type: 'root', children: [...children, ...definitions] }, warnings }
}

function toFlow(paths: readonly Block[], building: Building): BlockContent[] {
  const blocks = joinHeadings(unwrapLayoutTables(paths))
  const depths = headingDepths(blocks)
  const root: Piece[] = []
  const stack: Frame[] = []
  const close = () => {
    const frame = stack.pop()
    if (frame !== undefined) pushAll(stack.at(-1)?.children ?? root, CLOSE[frame.container.type](frame, building))
  }
  for (const [i, block] of blocks.entries()) {
    const path = block.containers.slice(0, building.depth)
    const shared = sharedLength(stack, path)
    while (stack.length > shared) close()
    for (const container of path.slice(shared)) stack.push({ container, children: [] })
    pushAll(stack.at(-1)?.children ?? root, LEAVES[block.kind](block, building.settings, depths[i] ?? 0))
  }
  while (stack.length > 0) close()
  return flow(root)
}

function sharedLength(stack: readonly Frame[], path: readonly Container[]): number {
  let length = 0
  while (length < stack.length && stack[length]?.container.id === path[length]?.id) length++
  return length
}

function pushAll(to: Piece[], pieces: readonly Piece[]): void {
  for (const piece of pieces) to.push(piece)
}

/** @param cells That spans were allowed. */
function tableWarnings({ left }: SpanBudget, cells: number): Warning[] {
  if (left > 0 || cells === 0) return []
  return [{ code: 'table-limit', message: `spans of table cells beyond ${cells} cells were ignored` }]
}

type Close = (frame: Frame, building: Building) => Piece[]

const keep: Close = (frame) => [frame]
const unwrap: Close = ({ children }) => flow(children)

/** What becomes of a container whose content is complete. */
const CLOSE: Readonly<Record<Container['type'], Close>> = {
  list: ({ container, children }) => list(container, children),
  item: keep,
  quote: ({ children }) => quote(dropOuterRules(flow(children))),
  table: ({ children }, building) => table(children, building),
  row: keep,
  cell: keep,
  figure: unwrap,
  caption: unwrap,
  definitions: ({ children }) => definitions(children),
  term: keep,
  definition: keep,
  details: unwrap,
  summary: unwrap,
  callout: ({ container, children }) => toCallout(container.callout ?? 'note', dropOuterRules(flow(children))),
}

function quote(children: BlockContent[]): Blockquote[] {
  return children.length === 0 ? [] : [{ type: 'blockquote', children }]
}

/** The content of pieces whose list or table is missing: blocks after each other. */
function flow(pieces: readonly Piece[]): BlockContent[] {
  const blocks: BlockContent[] = []
  const todo = pieces.toReversed()
  for (let piece = todo.pop(); piece !== undefined; piece = todo.pop()) {
    if (isFrame(piece)) for (let i = piece.children.length - 1; i >= 0; i--) todo.push(piece.children[i] as Piece)
    else blocks.push(piece)
  }
  return blocks
}

function isFrame(piece: Piece): piece is Frame {
  return 'container' in piece
}

/** Largest number that an ordered list may start with: CommonMark allows nine digits. */
const MAX_FIRST = 900_000_000

function list(container: Container, pieces: readonly Piece[]): BlockContent[] {
  const items: ListItem[] = []
  for (const piece of pieces) {
    const own = isFrame(piece) && piece.container.type === 'item'
    const children = dropOuterRules(flow([piece]))
    const last = items.at(-1)
    // A list right in a list belongs to the item before it.
    if (!own && last !== undefined) pushAll(last.children as Piece[], children)
    else if (children.length > 0) {
      const checked = own ? (piece.container.checked ?? null) : null
      items.push({ type: 'listItem', spread: false, checked, children })
    }
  }
  if (items.length === 0) return []
  const first = container.first ?? 1
  const start = first >= 0 && first <= MAX_FIRST ? first : 1
  return [{ type: 'list', ordered: container.ordered === true, start, spread: false, children: items }]
}

/** Terms with what is said of each as a list. Without terms it is no list of definitions. */
function definitions(pieces: readonly Piece[]): BlockContent[] {
  const isPart = (piece: Piece, type: Container['type']): piece is Frame =>
    isFrame(piece) && piece.container.type === type
  if (!pieces.some((piece) => isPart(piece, 'term'))) return flow(pieces)
  const blocks: BlockContent[] = []
  let items: ListItem[] = []
  const endList = () => {
    if (items.length > 0) blocks.push({ type: 'list', ordered: false, start: null, spread: false, children: items })
    items = []
  }
  for (const piece of pieces) {
    const children = dropOuterRules(flow([piece]))
    if (isPart(piece, 'definition') && children.length > 0)
      items.push({ type: 'listItem', spread: false, checked: null, children })
    else {
      endList()
      for (const child of children) blocks.push(child)
    }
  }
  endList()
  return blocks
}

/** What stands before the rows, such as a caption, comes first; whatever else is not of them comes after the table. */
function table(pieces: readonly Piece[], building: Building): BlockContent[] {
  const { budget, settings } = building
  if (settings.tables === 'none') return flow(pieces)
  const isRow = (piece: Piece): piece is Frame => isFrame(piece) && piece.container.type === 'row'
  const cells = pieces.filter(isRow).map((row) => row.children.map(toCell))
  // Pictures that are not written leave rows of nothing behind.
  const rows = cells.filter((row) => row.some(({ content }) => content.length > 0))
  if (rows.length === 0) return flow(pieces.filter((piece) => !isRow(piece)))
  const first = pieces.findIndex(isRow)
  const before = flow(pieces.slice(0, first))
  const after = flow(pieces.slice(first).filter((piece) => !isRow(piece)))
  return [...before, htmlTable(rows, building) ?? toTable(rows, budget), ...after]
}

/** The table as HTML where that is wanted and finds room, else null. */
function htmlTable(rows: readonly (readonly Cell[])[], { budget, room, settings }: Building): Html | null {
  if (settings.tables !== 'html' && (settings.tables !== 'auto' || !needsHtml(rows))) return null
  const value = toHtmlTable(rows, budget)
  return take(room, value.length - contentChars(rows), 'tables as HTML') ? { type: 'html', value } : null
}

function toCell(piece: Piece): Cell {
  if (isFrame(piece)) return { facts: piece.container, content: flow([piece]) }
  return { facts: { type: 'cell', id: 0 }, content: [piece] }
}

/** A rule parts two things; as a first line it would open front matter, or turn the bullet of its item into a rule. */
function dropOuterRules(blocks: readonly BlockContent[]): BlockContent[] {
  const isRule = (block: BlockContent) => block.type === 'thematicBreak'
  const first = blocks.findIndex((block) => !isRule(block))
  return first < 0 ? [] : blocks.slice(first, blocks.findLastIndex((block) => !isRule(block)) + 1)
}
