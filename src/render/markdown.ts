import type { Root } from 'mdast'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import type { Article, Warning } from '../types.ts'
import { frontMatter } from './frontMatter.ts'
import { HANDLERS } from './handlers.ts'
import { printableArticle } from './printable.ts'
import { toTree } from './tree.ts'

const processor = unified()
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    listItemIndent: 'one',
    fences: true,
    resourceLink: true,
    handlers: HANDLERS,
  })
  .freeze()

/** An article's body as Markdown (CommonMark and GFM). */
export interface Body {
  /** Without a final line break; '' if there is no body. */
  readonly markdown: string
  readonly warnings: readonly Warning[]
}

/** Writes the body, without front matter and title. @param article With printable text. */
export function renderBody(article: Article): Body {
  const { root, warnings } = toTree(article)
  return { markdown: closeFrontMatter(stringify(root)), warnings }
}

/** The body as Markdown, without front matter and title. */
export function toBody(article: Article): string {
  return renderBody(printableArticle(article)).markdown
}

/** The article as a Markdown file: YAML front matter, the title as its only heading of depth 1, the body. */
export function toMarkdown(article: Article): string {
  const parts = [frontMatter(article).trimEnd(), titleLine(printableArticle(article).title), toBody(article)]
  const written = parts.filter((part) => part !== '')
  return written.length === 0 ? '' : `${written.join('\n\n')}\n`
}

function titleLine(title: string | null): string {
  if (title === null || title === '') return ''
  return stringify({
    type: 'root',
    children: [{ type: 'heading', depth: 1, children: [{ type: 'text', value: title }] }],
  })
}

function stringify(root: Root): string {
  return processor.stringify(root).trimEnd()
}

/** What opens front matter of TOML, JSON or other kinds in the first line of a file. */
const OPENS_FRONT_MATTER = /^(?:---|\+\+\+|;;;|\{)/

/** The body may be written to a file of its own, and its first line is text. */
function closeFrontMatter(body: string): string {
  return OPENS_FRONT_MATTER.test(body) ? `\\${body}` : body
}
