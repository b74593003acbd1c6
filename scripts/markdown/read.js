/** What a CommonMark parser with GFM finds in Markdown. */
import { load } from 'cheerio/slim'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { addressOf, KINDS, lineOf, NUMBER, wordsOf } from './compare.js'
import { marksOfHtml } from './html.js'

const parser = unified().use(remarkParse).use(remarkGfm)

const CALLOUT = /\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/gi

/** Marks by their kind, those of HTML in the Markdown as well. */
export function marksOfMarkdown(markdown) {
  const nodes = nodesOf(parser.parse(markdown))
  const of = (type) => nodes.filter((node) => node.type === type)
  const html = marksOfHtml(
    of('html')
      .map(({ value }) => value)
      .join('\n'),
  )
  const own = {
    headings: [...of('heading').map((node) => lineOf(textOf(node))), ...titlesOf(markdown)],
    // A note is an item of a list of notes.
    'list items': [...of('listItem'), ...of('footnoteDefinition')].map(() => 'item'),
    links: of('link').map(({ url }) => addressOf(url)),
    images: of('image').map(({ url }) => addressOf(url)),
    tables: of('table').map(() => 'table'),
    code: of('code').map(() => 'code'),
    languages: of('code')
      .filter(({ lang }) => Boolean(lang))
      .map(() => 'language'),
    footnotes: of('footnoteReference').map(() => 'note'),
  }
  return Object.fromEntries(KINDS.map((kind) => [kind, [...own[kind], ...html[kind].flat()]]))
}

/** All nodes in document order. @param enters Whether a node is looked into; else it is left out. */
function nodesOf(root, enters = () => true) {
  const nodes = []
  for (const todo = [root]; todo.length > 0; ) {
    const node = todo.pop()
    if (!enters(node)) continue
    nodes.push(node)
    for (let i = (node.children?.length ?? 0) - 1; i >= 0; i--) todo.push(node.children[i])
  }
  return nodes
}

const BORDERS = new Set(
  'paragraph heading code tableCell break listItem blockquote footnoteDefinition image'.split(' '),
)

/** @param enters As of `nodesOf`. */
function textOf(root, enters) {
  const pieces = nodesOf(root, enters).map((node) => {
    if (node.type === 'text' || node.type === 'inlineCode') return node.value
    if (node.type === 'code') return ` ${node.value} `
    if (node.type === 'html') return textOfHtml(node.value)
    return BORDERS.has(node.type) ? ' ' : ''
  })
  return pieces.join('')
}

function textOfHtml(html) {
  if (/^<\/?su[bp]>$/.test(html)) return ''
  const apart = html.replaceAll(/<\/?(?:td|th|li|p|br|tr|pre)\b/g, ' $&')
  return ` ${load(apart, null, false).root().text()} `
}

const FORMULA = /\$\$[^$]*\$\$|\$[^$\n]*\$/g

/** The kinds of its callouts, which readers show as titles. */
export function titlesOf(markdown) {
  return (markdown.match(CALLOUT) ?? []).map(lineOf)
}

/** All words, without formulas, the kinds of callouts and the numbers of notes. */
export function wordsOfMarkdown(markdown, hasFormulas) {
  const root = parser.parse((hasFormulas ? markdown.replaceAll(FORMULA, ' ') : markdown).replaceAll(CALLOUT, ' '))
  const isNumber = (node) => node.type === 'link' && node.url.includes('#') && NUMBER.test(textOf(node).trim())
  return wordsOf(textOf(root, (node) => !isNumber(node)))
}
