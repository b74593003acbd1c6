import type { BlockContent, Link, ListItem, Paragraph, Root } from 'mdast'
import type { Article, Block, Container, Warning } from '../types.ts'
import { withCaptions } from './captions.ts'
import { headingDepths } from './headings.ts'
import { toPhrasing } from './inline.ts'
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

/**
 * Rebuilds the tree of the body from the paths of its blocks.
 *
 * @param article With printable text.
 */
export function toTree(article: Article): { readonly root: Root; readonly warnings: readonly Warning[] } {
  const blocks = unwrapLayoutTables(withCaptions(article.blocks, article.images))
  const depths = headingDepths(blocks)
  const budget: SpanBudget = { left: MAX_SPANNED_CELLS }
  const root: Piece[] = []
  const stack: Frame[] = []
  const close = () => {
    const frame = stack.pop()
    if (frame !== undefined) pushAll(stack.at(-1)?.children ?? root, CLOSE[frame.container.type](frame, budget))
  }
  for (const [i, block] of blocks.entries()) {
    const path = block.containers.slice(0, MAX_DEPTH)
    const shared = sharedLength(stack, path)
    while (stack.length > shared) close()
    for (const container of path.slice(shared)) stack.push({ container, children: [] })
    pushAll(stack.at(-1)?.children ?? root, LEAVES[block.kind](block, depths[i] ?? 0))
  }
  while (stack.length > 0) close()
  const children = flow(root)
  return { root: { type: 'root', children: dropOuterRules(children) }, warnings: warningsOf(budget) }
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
  rule: () => [{ type: 'thematicBreak' }],
}

/** Terms and summaries are set off as bold lines: Markdown has no word for them. */
function paragraph(block: Block): BlockContent[] {
  const type = block.containers.at(-1)?.type
  const bold = type === 'term' || type === 'summary'
  const marks = bold ? [...block.marks, { type: 'strong' as const, start: 0, end: block.text.length }] : block.marks
  const inCell = block.containers.some((container) => container.type === 'cell')
  const children = toPhrasing({ text: block.text, marks }, !inCell)
  return children.length === 0 ? [] : [{ type: 'paragraph', children }]
}

function image(block: Block): Paragraph[] {
  const url = safeImage(block.image?.src)
  if (url === null) return []
  const picture = { type: 'image' as const, url, alt: printableLine(block.image?.alt ?? '') }
  const target = safeLink(block.marks.find((mark) => mark.type === 'link')?.url)
  const link = (to: string): Link => ({ type: 'link', url: to, children: [picture] })
  return [{ type: 'paragraph', children: [target === null ? picture : link(target)] }]
}

type Close = (frame: Frame, budget: SpanBudget) => Piece[]

const keep: Close = (frame) => [frame]
const unwrap: Close = ({ children }) => flow(children)

/** What becomes of a container whose content is complete. */
const CLOSE: Readonly<Record<Container['type'], Close>> = {
  list: ({ container, children }) => list(container, children),
  item: keep,
  quote: ({ children }) => [{ type: 'blockquote', children: flow(children) }],
  table: ({ children }, budget) => table(children, budget),
  row: keep,
  cell: keep,
  figure: unwrap,
  caption: unwrap,
  definitions: unwrap,
  term: unwrap,
  definition: unwrap,
  details: unwrap,
  summary: unwrap,
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

/** Captions and whatever else stands between the rows come first. */
function table(pieces: readonly Piece[], budget: SpanBudget): BlockContent[] {
  const isRow = (piece: Piece): piece is Frame => isFrame(piece) && piece.container.type === 'row'
  const rows = pieces.filter(isRow).map((row) => row.children.map(toCell))
  const others = flow(pieces.filter((piece) => !isRow(piece)))
  return rows.length === 0 ? others : [...others, toTable(rows, budget)]
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
