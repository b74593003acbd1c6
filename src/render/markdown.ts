import type { Heading, Root } from 'mdast'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import type { Article, Mark, Warning } from '../types.ts'
import type { Syntax } from './escape.ts'
import { frontMatter } from './frontMatter.ts'
import { handlersFor } from './handlers.ts'
import { joinBlocks } from './join.ts'
import { printableArticle } from './printable.ts'
import { completeSettings, type RenderWishes } from './settings.ts'
import { toTree } from './tree.ts'

/** Most documents have neither formulas nor notes. */
const PLAIN: Syntax = { math: false, notes: false }
const plainWriter = writerFor(PLAIN)

function writerFor(syntax: Syntax) {
  return unified()
    .use(remarkStringify, {
      bullet: '-',
      emphasis: '*',
      rule: '-',
      listItemIndent: 'one',
      fences: true,
      resourceLink: true,
      join: [joinBlocks],
      handlers: handlersFor(syntax),
    })
    .freeze()
}

/** An article's body as Markdown (CommonMark and GFM). */
export interface Body {
  /** Without a final line break; '' if there is no body. */
  readonly markdown: string
  readonly warnings: readonly Warning[]
}

/** Writes the body, without front matter and title. @param article With printable text. */
export function renderBody(article: Article, wishes: RenderWishes = {}): Body {
  const { root, warnings } = toTree(article, completeSettings(wishes))
  return { markdown: closeFrontMatter(stringify(root, syntaxOf(article))), warnings }
}

/** The body as Markdown, without front matter and title. */
export function toBody(article: Article, wishes?: RenderWishes): string {
  return renderBody(printableArticle(article), wishes).markdown
}

/** The article as a Markdown file: YAML front matter, the title as its only heading of depth 1, the body. */
export function toMarkdown(article: Article, wishes: RenderWishes = {}): string {
  const shown = printableArticle(article)
  const head = completeSettings(wishes).frontMatter === 'yaml' ? frontMatter(shown).trimEnd() : ''
  const title = titleLine(shown.title, syntaxOf(shown))
  const written = [head, title, renderBody(shown, wishes).markdown].filter((part) => part !== '')
  return written.length === 0 ? '' : `${written.join('\n\n')}\n`
}

function titleLine(title: string | null, syntax: Syntax): string {
  if (title === null || title === '') return ''
  const children: Heading['children'] = [{ type: 'text', value: title }]
  return stringify({ type: 'root', children: [{ type: 'heading', depth: 1, children }] }, syntax)
}

/** What the blocks of an article make readers look for. */
function syntaxOf({ blocks, notes }: Article): Syntax {
  const all = [...blocks, ...notes]
  const has = (wanted: Mark['type']) => all.some(({ marks }) => marks.some(({ type }) => type === wanted))
  return { math: has('math'), notes: has('note') }
}

function stringify(root: Root, syntax: Syntax): string {
  const isPlain = !syntax.math && !syntax.notes
  return (isPlain ? plainWriter : writerFor(syntax)).stringify(root).trimEnd()
}

/** What opens front matter of TOML, JSON or other kinds in the first line of a file. */
const OPENS_FRONT_MATTER = /^(?:---|\+\+\+|;;;|\{)/

/** The body may be written to a file of its own, and its first line is text. */
function closeFrontMatter(body: string): string {
  return OPENS_FRONT_MATTER.test(body) ? `\\${body}` : body
}
