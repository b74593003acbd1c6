import type { Nodes } from 'mdast'
import type { Cell, SpanBudget } from './tables.ts'

/** What no cell of a GFM table can tell: a list, code of several lines. */
export function needsHtml(rows: readonly (readonly Cell[])[]): boolean {
  return rows.some((row) => row.some(({ content }) => content.some(isBeyondGfm)))
}

/** Characters of a table that are written in any form: its text and its addresses. */
export function contentChars(rows: readonly (readonly Cell[])[]): number {
  let chars = 0
  const todo: Nodes[] = rows.flatMap((row) => row.flatMap(({ content }) => content))
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if ('value' in node) chars += node.value.length
    if ('url' in node) chars += node.url.length
    if ('children' in node) for (const child of node.children) todo.push(child)
  }
  return chars
}

function isBeyondGfm(node: Nodes): boolean {
  if (node.type === 'list' || node.type === 'table') return true
  if (node.type === 'code') return node.value.includes('\n')
  return node.type === 'blockquote' && node.children.some(isBeyondGfm)
}

/**
 * A table as HTML, a row a line, without blank lines, which would end it in Markdown.
 *
 * @param budget Empty cells that may still be written; once it is spent, one stands for all those in a row.
 */
export function toHtmlTable(rows: readonly (readonly Cell[])[], budget: SpanBudget): string {
  const isHead = (row: readonly Cell[] | undefined) => row?.every(({ facts }) => facts.header === true) === true
  const [first, ...rest] = rows
  const [head, body] = first !== undefined && isHead(first) ? [[first], rest] : [[], rows]
  const section = (name: string, lines: readonly (readonly Cell[])[]) =>
    lines.length === 0 ? [] : [`<${name}>`, ...lines.map((line) => rowHtml(line, budget)), `</${name}>`]
  return ['<table>', ...section('thead', head), ...section('tbody', body), '</table>'].join('\n')
}

function rowHtml(cells: readonly Cell[], budget: SpanBudget): string {
  let written = ''
  let column = 0
  for (const { facts, content } of cells) {
    // Empty cells have no content to come from.
    for (; column < (facts.column ?? 0) && budget.left > 0; column++, budget.left--) written += '<td></td>'
    if (column < (facts.column ?? 0)) written += `<td${span('colspan', (facts.column ?? 0) - column)}></td>`
    const name = facts.header === true ? 'th' : 'td'
    written += `<${name}${span('colspan', facts.colSpan)}${span('rowspan', facts.rowSpan)}>${contentHtml(content)}</${name}>`
    column = (facts.column ?? column) + (facts.colSpan ?? 1)
  }
  return `<tr>${written}</tr>`
}

function span(name: string, count: number | undefined): string {
  return (count ?? 1) > 1 ? ` ${name}="${count}"` : ''
}

/** A cell with one paragraph is its text. */
function contentHtml(content: readonly Nodes[]): string {
  const [only, second] = content
  if (only?.type === 'paragraph' && second === undefined) return inner(only)
  return content.map(toHtml).join('')
}

type Write<Type extends Nodes['type']> = (node: Extract<Nodes, { type: Type }>) => string

const element = (name: string) => (node: Nodes) => `<${name}>${inner(node)}</${name}>`

/** The depth of the tree is bounded, so these may call each other. */
const WRITERS: { readonly [Type in Nodes['type']]?: Write<Type> } = {
  paragraph: element('p'),
  heading: (node) => `<h${node.depth}>${inner(node)}</h${node.depth}>`,
  blockquote: element('blockquote'),
  list: (node) => {
    const start = node.ordered === true && (node.start ?? 1) !== 1 ? ` start="${node.start}"` : ''
    const name = node.ordered === true ? 'ol' : 'ul'
    return `<${name}${start}>${inner(node)}</${name}>`
  },
  listItem: (node) => {
    const box = typeof node.checked === 'boolean' ? `[${node.checked ? 'x' : ' '}] ` : ''
    return `<li>${box}${contentHtml(node.children)}</li>`
  },
  code: (node) => `<pre><code>${escapeHtml(node.value).replaceAll('\n', '&#10;')}</code></pre>`,
  thematicBreak: () => '<hr>',
  text: (node) => escapeHtml(node.value),
  strong: element('strong'),
  emphasis: element('em'),
  delete: element('del'),
  inlineCode: (node) => `<code>${escapeHtml(node.value)}</code>`,
  inlineMath: (node) => `$${escapeHtml(node.value)}$`,
  math: (node) => `$$${escapeHtml(node.value)}$$`,
  footnoteReference: (node) => `<sup>${escapeHtml(node.label ?? node.identifier)}</sup>`,
  link: (node) => `<a href="${escapeHtml(node.url)}">${inner(node)}</a>`,
  image: (node) => `<img src="${escapeHtml(node.url)}" alt="${escapeHtml(node.alt ?? '')}">`,
  break: () => '<br>',
  html: (node) => node.value,
}

function toHtml(node: Nodes): string {
  const write = WRITERS[node.type] as ((node: Nodes) => string) | undefined
  return write === undefined ? inner(node) : write(node)
}

function inner(node: Nodes): string {
  return 'children' in node ? (node.children as readonly Nodes[]).map(toHtml).join('') : ''
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
}
