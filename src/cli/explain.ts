import { styleText } from 'node:util'
import type { Article, Block, Outcome, Verdict } from '../types.ts'
import { printable } from './printable.ts'

export interface ExplainOptions {
  readonly color: boolean
  /** Width of a line, in characters. */
  readonly columns: number
}

type Marker = 'keep' | 'field' | 'remove'

const COLORS = { keep: 'green', field: 'cyan', remove: 'dim' } as const

/** Narrower than this, the text of a line tells nothing. */
const MIN_TEXT_CHARS = 20

/**
 * Every block of a page with what was decided of it, one aligned line each, then the fields of the article.
 *
 * Blocks are numbered by their line in text pages, else one after the other.
 */
export function explain({ page, scores, verdicts, article }: Outcome, options: ExplainOptions): string {
  const rows = page.blocks.map((block, index) => {
    const { marker, why } = describe(verdicts[index])
    const number = String(block.span.line ?? index + 1)
    return { number, marker, why, score: (scores[index] ?? 0).toFixed(2), text: printable(textOf(block)) }
  })
  const numberWidth = widest(rows.map(({ number }) => number))
  const whyWidth = widest(rows.map(({ why }) => why))
  const textWidth = Math.max(MIN_TEXT_CHARS, options.columns - numberWidth - whyWidth - '  remove    0.00  '.length)
  const lines = rows.map(({ number, marker, why, score, text }) => {
    const columns = [number.padStart(numberWidth), marker.padEnd(6), why.padEnd(whyWidth), score, clip(text, textWidth)]
    return paint(columns.join('  '), COLORS[marker], options.color)
  })
  return `${[...lines, '', ...fieldLines(article, options)].join('\n')}\n`
}

function describe(verdict: Verdict | undefined): { marker: Marker; why: string } {
  if (verdict === undefined || verdict.label === 'body') return { marker: 'keep', why: 'body' }
  if (verdict.label === 'field') return { marker: 'field', why: verdict.field }
  return { marker: 'remove', why: verdict.reason }
}

function textOf(block: Block): string {
  if (block.kind === 'image') return `[image] ${block.image?.alt || block.image?.src || ''}`.trimEnd()
  if (block.kind === 'embed') return `[embed] ${block.embed?.title ?? ''}`.trimEnd()
  return block.kind === 'rule' ? '[rule]' : block.text
}

/** Fields as the article has them; those it lacks are shown as missing, which is what one looks for. */
function fieldLines(article: Article, options: ExplainOptions): string[] {
  const fields: readonly (readonly [string, string])[] = [
    ['title', article.title ?? ''],
    ['date', article.date ?? ''],
    ['modified', article.modified ?? ''],
    ['authors', article.authors.join(', ')],
    ['editor', article.editor ?? ''],
    ['credits', article.credits.map(({ role, name }) => `${name} (${role})`).join(', ')],
    ['site', article.site ?? ''],
    ['url', article.url ?? ''],
    ['section', article.section ?? ''],
    ['tags', article.tags.join(', ')],
    ['language', article.language ?? ''],
    ['dateline', article.dateline ?? ''],
    ['images', article.images.map(({ caption, alt, src }) => caption ?? alt ?? src ?? '').join(' | ')],
    ['pageType', article.pageType],
    ['confidence', article.confidence.toFixed(2)],
  ]
  const width = widest(fields.map(([name]) => name))
  return fields.map(([name, value]) => {
    const shown = value === '' ? '-' : printable(value)
    return `${paint(name.padEnd(width), 'bold', options.color)}  ${shown}`
  })
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, text.length), 0)
}

function clip(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1).toWellFormed()}…`
}

function paint(text: string, style: 'green' | 'cyan' | 'dim' | 'bold', color: boolean): string {
  return color ? styleText(style, text, { validateStream: false }) : text
}
