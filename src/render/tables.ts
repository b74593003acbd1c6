import type { Nodes, Paragraph, PhrasingContent, RootContent, Table, TableCell, TableRow } from 'mdast'
import type { Block, Container } from '../types.ts'
import { appendText } from './inline.ts'

/** Blocks of one cell from which a table without header cells is taken for layout. */
const LAYOUT_CELL_BLOCKS = 3
/** Cells that only spans put there, over all of a page's tables: a few bytes of attributes can ask for millions. */
export const MAX_SPANNED_CELLS = 20_000
/** Columns or rows that one cell may span. */
const MAX_SPAN = 50

interface TableFacts {
  readonly parent: number
  readonly rows: Set<number>
  /** Largest number of cells in a row. */
  columns: number
  hasHeader: boolean
  /** Content that a cell of a GFM table holds badly, and what none can hold. */
  hasBlocks: boolean
  hasTable: boolean
  row: number
  rowCells: number
  cell: number
  cellBlocks: number
}

/** Takes the tables that only arrange a page out of the paths of its blocks: what stands in them is told in order. */
export function unwrapLayoutTables(blocks: readonly Block[]): Block[] {
  const layout = layoutTables(blocks)
  if (layout.size === 0) return [...blocks]
  return blocks.map((block) => {
    let table = 0
    const containers = block.containers.filter(({ type, id }) => {
      if (type === 'table') table = id
      return !(TABLE_PARTS.has(type) && layout.has(table))
    })
    return containers.length === block.containers.length ? block : { ...block, containers }
  })
}

const TABLE_PARTS: ReadonlySet<Container['type']> = new Set<Container['type']>(['table', 'row', 'cell'])

/**
 * Tables of one row or column, with other tables inside, or with headings, quotes or much text in cells.
 *
 * @returns Their container ids.
 */
function layoutTables(blocks: readonly Block[]): ReadonlySet<number> {
  const tables = new Map<number, TableFacts>()
  for (const block of blocks) observe(block, tables)
  const layout = new Set<number>()
  // Inner tables come after outer ones: judged first, they decide on their parents.
  for (const [id, facts] of [...tables].reverse()) {
    const single = facts.columns <= 1 || (facts.rows.size <= 1 && !facts.hasHeader)
    const parent = tables.get(facts.parent)
    if (single || facts.hasTable || (facts.hasBlocks && !facts.hasHeader)) layout.add(id)
    else if (parent !== undefined) parent.hasTable = true
  }
  return layout
}

function observe(block: Block, tables: Map<number, TableFacts>): void {
  let facts: TableFacts | undefined
  let parent = 0
  for (const container of block.containers) {
    const { type, id } = container
    if (type === 'table') {
      facts = tables.get(id) ?? newFacts(parent)
      tables.set(id, facts)
      parent = id
    } else if (facts !== undefined && type === 'row') {
      facts.rows.add(id)
      if (facts.row !== id) facts.rowCells = 0
      facts.row = id
    } else if (facts !== undefined && type === 'cell') {
      if (facts.cell !== id) {
        facts.rowCells = Math.max(facts.rowCells, container.column ?? 0) + 1
        facts.cellBlocks = 0
      }
      facts.cell = id
      facts.columns = Math.max(facts.columns, facts.rowCells)
      facts.hasHeader ||= container.header === true
    } else if (facts !== undefined && type === 'quote') facts.hasBlocks = true
  }
  if (facts === undefined) return
  facts.cellBlocks++
  facts.hasBlocks ||= block.kind === 'heading' || block.kind === 'code' || facts.cellBlocks >= LAYOUT_CELL_BLOCKS
}

function newFacts(parent: number): TableFacts {
  return {
    parent,
    rows: new Set(),
    columns: 0,
    hasHeader: false,
    hasBlocks: false,
    hasTable: false,
    row: 0,
    rowCells: 0,
    cell: 0,
    cellBlocks: 0,
  }
}

/** A cell as the tree has collected it. */
export interface Cell {
  readonly facts: Container
  readonly content: readonly RootContent[]
}

/** Counts the cells that spans have asked for. */
export interface SpanBudget {
  left: number
}

/**
 * Lays cells out as a GFM table: the first row is the header if it has only header cells, else the header is empty.
 * The text of a spanning cell stands in the first place that it covers, the other places are empty.
 *
 * @param budget Empty cells that may still be written for spans; once it is spent, spans count as 1.
 */
export function toTable(rows: readonly (readonly Cell[])[], budget: SpanBudget): Table {
  const covered = new Map<number, number>()
  const laidOut = rows.map((row) => layOutRow(row, covered, budget))
  const width = laidOut.reduce((most, row) => Math.max(most, row.length), 0)
  const hasHeader = rows[0]?.every((cell) => cell.facts.header === true) ?? false
  const head = hasHeader ? (laidOut.shift() ?? []) : []
  while (head.length < width) head.push(tableCell([]))
  return { type: 'table', children: [head, ...laidOut].map((children): TableRow => ({ type: 'tableRow', children })) }
}

/** @param covered Columns that cells above cover, with the number of rows that they still reach down; updated. */
function layOutRow(row: readonly Cell[], covered: Map<number, number>, budget: SpanBudget): TableCell[] {
  const cells: TableCell[] = []
  const skipCovered = () => {
    while (reachesDown(covered, cells.length)) cells.push(tableCell([]))
  }
  let written = 0
  for (const { facts, content } of row) {
    for (; written < (facts.column ?? 0) && budget.left > 0; written++, budget.left--) {
      skipCovered()
      cells.push(tableCell([]))
    }
    skipCovered()
    const columns = spend(facts.colSpan, budget)
    const rows = spend(facts.rowSpan, budget)
    for (let i = 0; i < columns; i++) {
      if (rows > 1) covered.set(cells.length, rows)
      cells.push(tableCell(i === 0 ? joinPhrasing(content) : []))
    }
    written += facts.colSpan ?? 1
  }
  for (const column of [...covered.keys()]) if (column > cells.length) reachesDown(covered, column)
  skipCovered()
  return cells
}

/** Whether a cell above covers this column; uses up one of its rows. */
function reachesDown(covered: Map<number, number>, column: number): boolean {
  const rows = (covered.get(column) ?? 0) - 1
  if (rows > 0) covered.set(column, rows)
  else covered.delete(column)
  return rows > 0
}

/** A span as far as the budget allows. */
function spend(span: number | undefined, budget: SpanBudget): number {
  const asked = Math.min(Math.max(span ?? 1, 1), MAX_SPAN)
  if (asked - 1 > budget.left) {
    budget.left = 0
    return 1
  }
  budget.left -= asked - 1
  return asked
}

function tableCell(children: PhrasingContent[]): TableCell {
  return { type: 'tableCell', children }
}

const TEXT_BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell'])

/** Everything said in some blocks on one line, the blocks parted by line breaks; depth-first without recursion. */
function joinPhrasing(content: readonly RootContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = []
  const todo: Nodes[] = content.toReversed()
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (TEXT_BLOCKS.has(node.type)) appendAll(joined, (node as Paragraph).children)
    else if (node.type === 'code')
      appendAll(joined, [{ type: 'inlineCode', value: node.value.replaceAll(/\s{1,}/g, ' ') }])
    else if (node.type === 'math') appendAll(joined, [{ type: 'inlineMath', value: node.value }])
    else if ('children' in node)
      for (let i = node.children.length - 1; i >= 0; i--) todo.push(node.children[i] as Nodes)
  }
  return joined
}

function appendAll(joined: PhrasingContent[], children: readonly PhrasingContent[]): void {
  if (joined.length > 0) joined.push({ type: 'break' })
  for (const child of children) {
    if (child.type === 'text') appendText(joined, child.value)
    else joined.push(child)
  }
}
