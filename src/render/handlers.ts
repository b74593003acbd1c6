import type {
  Break,
  Delete,
  Emphasis,
  FootnoteDefinition,
  FootnoteReference,
  Image,
  InlineCode,
  Link,
  List,
  ListItem,
  Paragraph,
  Parents,
  Strong,
  Table,
  TableCell,
  TableRow,
  Text,
} from 'mdast'
import type { Options } from 'remark-stringify'
import { escapeText, type Syntax } from './escape.ts'
import type { DisplayMath, InlineMath } from './math.ts'
import { destination } from './urls.ts'

type Handlers = NonNullable<Options['handlers']>
type Handle = NonNullable<Handlers[keyof Handlers]>
type State = Parameters<Handle>[2]
type Info = Parameters<Handle>[3]

/** Constructs that GFM's own extensions use; the types of the writer do not know them. */
const CELL = 'tableCell' as State['stack'][number]
const NOTE = 'footnoteDefinition' as State['stack'][number]

const HANDLERS = {
  paragraph,
  emphasis: delimited('*'),
  strong: delimited('**'),
  delete: delimited('~~'),
  inlineCode,
  link,
  image,
  break: lineBreak,
  listItem,
  table,
  footnoteReference,
  footnoteDefinition,
  inlineMath,
  math: displayMath,
}

/**
 * How remark-stringify writes the nodes whose defaults escape more than needed, go quadratic on hostile text, or know
 * no GFM. All of them are linear in what they write.
 *
 * @param syntax What means something in the document that is written.
 */
export function handlersFor(syntax: Syntax) {
  const text = (node: Text, parent: Parents | undefined, state: State, info: Info): string =>
    escapeText(node.value, {
      before: info.before,
      after: info.after,
      label: state.stack.includes('label'),
      cell: state.stack.includes(CELL),
      heading: state.stack.includes('headingAtx'),
      alone: parent?.children.length === 1 && BLOCKS_OF_TEXT.has(parent.type),
      syntax,
    })
  /** Lets the node before it know its first character without writing the node. */
  text.peek = (node: Text): string => node.value.slice(0, 1)
  return { ...HANDLERS, text }
}

const BLOCKS_OF_TEXT: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell'])

/** Nearly all content is one text, which needs none of what the writer does to keep nodes side by side apart. */
function phrasing(node: Emphasis | Strong | Delete | Link | Paragraph | TableCell, state: State, info: Info): string {
  const [only, second] = node.children
  return only?.type === 'text' && second === undefined
    ? state.handle(only, node, state, info)
    : state.containerPhrasing(node, info)
}

function paragraph(node: Paragraph, _: Parents | undefined, state: State, info: Info): string {
  const exits = [state.enter('paragraph'), state.enter('phrasing')]
  const written = phrasing(node, state, info)
  for (const exit of exits.reverse()) exit()
  return written
}

/** The tree is built so that delimiters form where they stand. */
function delimited(delimiter: string) {
  const handle = (node: Emphasis | Strong | Delete, _: Parents | undefined, state: State, info: Info): string => {
    const inner = { ...info, before: delimiter, after: delimiter }
    return delimiter + phrasing(node, state, inner) + delimiter
  }
  handle.peek = () => delimiter
  return handle
}

inlineCode.peek = () => '`'

function inlineCode(node: InlineCode, _: Parents | undefined, state: State, { before, after }: Info): string {
  const cell = state.stack.includes(CELL)
  // A backslash before a pipe has no way to be told in the code of a cell.
  if (cell && node.value.includes('\\|')) {
    const label = state.stack.includes('label')
    return escapeText(node.value, { before, after, label, cell, heading: false, alone: false, syntax: WARY })
  }
  const fence = '`'.repeat(unusedLength(node.value, /`+/g))
  const padding = /^`|`$|^ .* $/.test(node.value) ? ' ' : ''
  const code = fence + padding + node.value + padding + fence
  return cell ? code.replace(/\|/g, '\\|') : code
}

/** Whatever may mean something does. */
const WARY: Syntax = { math: true, notes: true }

/** The smallest length that none of the runs has. */
function unusedLength(code: string, runs: RegExp): number {
  const used = new Set([...code.matchAll(runs)].map((run) => run[0].length))
  let length = 1
  while (used.has(length)) length++
  return length
}

inlineMath.peek = () => '$'

function inlineMath(node: InlineMath, _: Parents | undefined, state: State): string {
  const fence = '$'.repeat(unusedLength(node.value, /\$+/g))
  const value = inert(node.value)
  const tex = state.stack.includes(CELL) ? withoutPipes(value) : value
  // Runs of dollars that touch are one.
  const padding = /^\$|\$$/.test(tex) ? ' ' : ''
  return fence + padding + tex + padding + fence
}

/** TeX has names for pipes, which part the cells of a table. */
function withoutPipes(tex: string): string {
  return tex.replaceAll('\\|', '\\Vert ').replaceAll('|', '\\vert ')
}

/** A blank line, or a fence, would end it; TeX of the page is one line. */
function displayMath(node: DisplayMath): string {
  return `$$\n${inert(node.value)}\n$$`
}

/** The beginnings of a tag, and of the address of a link. */
const LIVE_TEX = /<(?=[a-z/!?])|\](?=\()/gi

/**
 * TeX that is nothing but text to readers who know no formulas: `a<b` would be a tag to them. TeX does not see the blank,
 * and what it has for escaping (`\lt`) would be none within `\text`.
 */
function inert(tex: string): string {
  return tex.replace(LIVE_TEX, '$& ')
}

footnoteReference.peek = () => '['

function footnoteReference(node: FootnoteReference): string {
  return `[^${node.label ?? node.identifier}]`
}

/** Columns that belong to a note after its first line. */
const NOTE_INDENT = ' '.repeat(4)

function footnoteDefinition(node: FootnoteDefinition, _: Parents | undefined, state: State, info: Info): string {
  const exit = state.enter(NOTE)
  const content = state.indentLines(state.containerFlow(node, info), (line, index, blank) =>
    index === 0 || blank ? line : NOTE_INDENT + line,
  )
  exit()
  const isText = node.children[0]?.type === 'paragraph'
  const start = content === '' ? '' : isText ? ' ' : `\n${NOTE_INDENT}`
  return `[^${node.label ?? node.identifier}]:${start}${content}`
}

link.peek = () => '['

function link(node: Link, _: Parents | undefined, state: State, info: Info): string {
  const exit = state.enter('label')
  const label = phrasing(node, state, { ...info, before: '[', after: ']' })
  exit()
  return `[${label}](${destination(node.url)})`
}

/** In labels brackets are escaped anyhow, and dollar signs mean nothing. */
const PLAIN: Syntax = { math: false, notes: false }

image.peek = () => '!'

function image(node: Image, _: Parents | undefined, state: State): string {
  const cell = state.stack.includes(CELL)
  const place = { before: '[', after: ']', label: true, cell, heading: false, alone: false, syntax: PLAIN }
  return `![${escapeText(node.alt ?? '', place)}](${destination(node.url)})`
}

lineBreak.peek = () => '\\'

/** A row of a table is one line. */
function lineBreak(_node: Break, _: Parents | undefined, state: State): string {
  return state.stack.includes(CELL) ? '<br>' : '\\\n'
}

/** The default looks up each item's number with `indexOf`, quadratic in the items. */
function listItem(node: ListItem, parent: Parents | undefined, state: State, info: Info): string {
  const { ordered, start } = parent as List
  const number = ordered ? (start ?? 1) + (state.indexStack.at(-1) ?? 0) : ''
  const bullet = `${number}${state.bulletCurrent ?? '-'} `
  const exit = state.enter('listItem')
  const content = checkBox(node) + state.containerFlow(node, info)
  exit()
  const indent = ' '.repeat(bullet.length)
  return state.indentLines(content, (line, index, blank) => (index === 0 ? bullet : blank ? '' : indent) + line)
}

function checkBox({ checked, children }: ListItem): string {
  if (typeof checked !== 'boolean' || children[0]?.type !== 'paragraph') return ''
  return checked ? '[x] ' : '[ ] '
}

/** Cells are not padded: one long cell would widen its whole column. */
function table(node: Table, _: Parents | undefined, state: State, info: Info): string {
  const [head, ...body] = node.children.map((row) => tableRow(row, state, info))
  const delimiters = `|${' --- |'.repeat(node.children[0]?.children.length ?? 0)}`
  return [head, delimiters, ...body].join('\n')
}

function tableRow(row: TableRow, state: State, info: Info): string {
  const exit = state.enter(CELL)
  const cells = row.children.map((cell) => phrasing(cell, state, { ...info, before: ' ', after: ' ' }))
  exit()
  return `| ${cells.join(' | ')} |`
}
