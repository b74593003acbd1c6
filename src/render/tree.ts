import type { BlockContent, FootnoteDefinition, Link, ListItem, Paragraph, PhrasingContent, Root } from 'mdast'
import type { Article, Block, Container, Warning } from '../types.ts'
import { toCallout } from './callouts.ts'
import { withCaptions } from './captions.ts'
import { codeOfLines } from './codeLines.ts'
import { headingDepths } from './headings.ts'
import { needsHtml, toHtmlTable } from './htmlTables.ts'
import { toPhrasing } from './inline.ts'
import type { DisplayMath } from './math.ts'
import { gatherNotes } from './notes.ts'
import { printableLine } from './printable.ts'
import { type Cell, MAX_SPANNED_CELLS, type SpanBudget, toTable, unwrapLayoutTables } from './tables.ts'
import { safeImage, safeLink } from './urls.ts'

/** Containers around a block that are rebuilt; the writer recurses into them. */
const MAX_DEPTH = 32

/** A container while its blocks arrive, and a part of a table or list until the whole is known. */
interface Frame {
  readonly container: Container
  readonly children: Piece[]
}

type Piece = BlockContent | Frame

/** How tables are written: `auto` is GFM, and HTML for those that GFM cannot tell. */
export type TableStyle = 'gfm' | 'html' | 'auto'

/** What the parts of a tree share while it is built. */
interface Building {
  readonly budget: SpanBudget
  readonly tables: TableStyle
}

/**
 * Rebuilds the tree of the body from the paths of its blocks; its notes come last.
 *
 * @param article With printable text.
 */
export function toTree(
  article: Article,
  tables: TableStyle,
): { readonly root: Root; readonly warnings: readonly Warning[] } {
  const building: Building = { budget: { left: MAX_SPANNED_CELLS }, tables }
  const { body, notes } = gatherNotes([...withCaptions(article.blocks, article.images), ...article.notes])
  const children = dropOuterRules(toFlow(body, building))
  const definitions = notes.map(
    ({ label, blocks }): FootnoteDefinition => ({
      type: 'footnoteDefinition',
      identifier: label,
      label,
      children: toFlow(blocks, building),
    }),
  )
  return { root: { type: 'root', children: [...children, ...definitions] }, warnings: warningsOf(building.budget) }
}

function toFlow(paths: readonly Block[], building: Building): BlockContent[] {
  const blocks = unwrapLayoutTables(paths)
  const depths = headingDepths(blocks)
  const root: Piece[] = []
  const stack: Frame[] = []
  const close = () => {
    const frame = stack.pop()
    if (frame !== undefined) pushAll(stack.at(-1)?.children ?? root, CLOSE[frame.container.type](frame, building))
  }
  for (const [i, block] of blocks.entries()) {
    const path = block.containers.slice(0, MAX_DEPTH)
    const shared = sharedLength(stack, path)
    while (stack.length > shared) close()
    for (const container of path.slice(shared)) stack.push({ container, children: [] })
    pushAll(stack.at(-1)?.children ?? root, LEAVES[block.kind](block, depths[i] ?? 0))
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

function warningsOf(budget: SpanBudget): Warning[] {
  if (budget.left > 0) return []
  return [{ code: 'table-limit', message: `spans of table cells beyond ${MAX_SPANNED_CELLS} cells were ignored` }]
}

const LEAVES: Readonly<Record<Block['kind'], (block: Block, depth: number) => BlockContent[]>> = {
  paragraph: (block) => paragraph(block),
  heading: (block, depth) => {
    const children = toPhrasing(block, false)
    return children.length === 0 ? [] : [{ type: 'heading', depth: depth as 2, children }]
  },
  code: (block) => (block.text === '' ? [] : [{ type: 'code', lang: block.codeLanguage ?? null, value: block.text }]),
  image: (block) => image(block),
  embed: ({ embed }) => {
    const url = safeLink(embed?.url)
    const value = printableLine(embed?.title ?? '')
    return url === null || value === '' ? [] : [lineOf({ type: 'link', url, children: [{ type: 'text', value }] })]
  },
  rule: () => [{ type: 'thematicBreak' }],
}

/** Terms and summaries are set off as bold lines: Markdown has no word for them. */
function paragraph(block: Block): BlockContent[] {
  const math = displayMath(block)
  if (math !== null) return [math]
  const code = codeOfLines(block)
  if (code !== null) return [{ type: 'code', lang: null, value: code }]
  const type = block.containers.at(-1)?.type
  const bold = type === 'term' || type === 'summary'
  const marks = bold ? [...block.marks, { type: 'strong' as const, start: 0, end: block.text.length }] : block.marks
  const children = toPhrasing({ text: block.text, marks }, true)
  return children.length === 0 ? [] : [{ type: 'paragraph', children }]
}

/** A formula that is a paragraph. */
function displayMath({ text, marks }: Block): DisplayMath | null {
  const [only, second] = marks
  if (only?.type !== 'math' || only.display !== true || second !== undefined) return null
  return only.start === 0 && only.end === text.length ? { type: 'math', value: text } : null
}

function lineOf(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children }
}

function image(block: Block): Paragraph[] {
  const url = safeImage(block.image?.src)
  if (url === null) return []
  const picture = { type: 'image' as const, url, alt: printableLine(block.image?.alt ?? '') }
  const target = safeLink(block.marks.find((mark) => mark.type === 'link')?.url)
  const link = (to: string): Link => ({ type: 'link', url: to, children: [picture] })
  return [lineOf(target === null ? picture : link(target))]
}

type Close = (frame: Frame, building: Building) => Piece[]

const keep: Close = (frame) => [frame]
const unwrap: Close = ({ children }) => flow(children)

/** What becomes of a container whose content is complete. */
const CLOSE: Readonly<Record<Container['type'], Close>> = {
  list: ({ container, children }) => list(container, children),
  item: keep,
  quote: ({ children }) => [{ type: 'blockquote', children: flow(children) }],
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
  callout: ({ container, children }) => toCallout(container.callout ?? 'note', flow(children)),
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
    const children = flow([piece])
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
    const children = flow([piece])
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

/** Captions and whatever else stands between the rows come first. */
function table(pieces: readonly Piece[], { budget, tables }: Building): BlockContent[] {
  const isRow = (piece: Piece): piece is Frame => isFrame(piece) && piece.container.type === 'row'
  const rows = pieces.filter(isRow).map((row) => row.children.map(toCell))
  const others = flow(pieces.filter((piece) => !isRow(piece)))
  if (rows.length === 0) return others
  const isHtml = tables === 'html' || (tables === 'auto' && needsHtml(rows))
  return [...others, isHtml ? { type: 'html', value: toHtmlTable(rows) } : toTable(rows, budget)]
}

function toCell(piece: Piece): Cell {
  if (isFrame(piece)) return { facts: piece.container, content: flow([piece]) }
  return { facts: { type: 'cell', id: 0 }, content: [piece] }
}

/** A rule parts two things, and as a first line it would open front matter. */
function dropOuterRules(blocks: readonly BlockContent[]): BlockContent[] {
  const isRule = (block: BlockContent) => block.type === 'thematicBreak'
  const first = blocks.findIndex((block) => !isRule(block))
  return first < 0 ? [] : blocks.slice(first, blocks.findLastIndex((block) => !isRule(block)) + 1)
}
