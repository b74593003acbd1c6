import type { Nodes, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const parser = unified().use(remarkParse).use(remarkGfm)

/** Markdown as a CommonMark parser with GFM reads it. */
export function parse(markdown: string): Root {
  return parser.parse(markdown)
}

/** Each node, in document order. */
export function walk(root: Nodes): Nodes[] {
  const nodes: Nodes[] = []
  const todo: Nodes[] = [root]
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    nodes.push(node)
    if ('children' in node) for (let i = node.children.length - 1; i >= 0; i--) todo.push(node.children[i] as Nodes)
  }
  return nodes
}

const BLOCKS = new Set(['paragraph', 'heading', 'code', 'tableCell'])

/** The text that a reader sees, white space folded. */
export function textOf(root: Nodes): string {
  const pieces = walk(root).map((node) => {
    if (node.type === 'text' || node.type === 'inlineCode') return node.value
    if (node.type === 'code') return ` ${node.value} `
    return isBreak(node) || BLOCKS.has(node.type) ? ' ' : ''
  })
  return fold(pieces.join(''))
}

/** Cells of tables hold line breaks as HTML. */
export function isBreak(node: Nodes): boolean {
  return node.type === 'break' || (node.type === 'html' && node.value === '<br>')
}

/** The structure without text, and without links, as GFM makes links of bare URLs. */
export function shapeOf(root: Root): string[] {
  return walk(root)
    .map((node) => (isBreak(node) ? 'break' : node.type))
    .filter((type) => type !== 'text' && type !== 'link')
}

export function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** What must not be in Markdown made of a page: live HTML, links that run code, references out of nothing. */
export function problems(root: Root): string[] {
  return walk(root).flatMap((node) => {
    if (node.type === 'html') return /^<(?:\/?su[bp]|br)>$/.test(node.value) ? [] : [`html: ${node.value}`]
    if (node.type === 'link' || node.type === 'image')
      return /^(?:https?:|mailto:|(?![a-z][a-z0-9+.-]*:))/i.test(node.url) ? [] : [`url: ${node.url}`]
    return ['definition', 'footnoteDefinition', 'footnoteReference', 'linkReference', 'imageReference'].includes(
      node.type,
    )
      ? [node.type]
      : []
  })
}
