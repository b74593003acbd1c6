import type { Article, Block } from '../types.ts'
import { isCaption } from './captions.ts'
import { printableArticle } from './printable.ts'
import { unwrapLayoutTables } from './tables.ts'

/**
 * The body as plain text: blocks parted by one blank line, without title, captions and metadata. The rows of a table
 * are lines, their cells parted by ` | `.
 */
export function toText(article: Article): string {
  return bodyText(printableArticle(article))
}

/** As `toText`. @param article With printable text. */
export function bodyText(article: Article): string {
  const blocks = unwrapLayoutTables(article.blocks).filter((block) => block.text.trim() !== '' && !isCaption(block))
  const parts: string[] = []
  for (const [i, block] of blocks.entries()) {
    if (i > 0) parts.push(separator(blocks[i - 1] as Block, block))
    parts.push(idOf(block, 'cell') > 0 ? block.text.replaceAll('\n', ' ') : block.text)
  }
  return parts.join('').trim()
}

/** The article as plain text for a reader: title, blank line, text. */
export function toPlain(article: Article): string {
  const { title } = printableArticle(article)
  const parts = [title ?? '', toText(article)].filter((part) => part !== '')
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`
}

function separator(before: Block, block: Block): string {
  const within = (type: 'cell' | 'row' | 'table') => idOf(block, type) > 0 && idOf(block, type) === idOf(before, type)
  if (within('cell')) return ' '
  if (within('row')) return ' | '
  return within('table') && idOf(block, 'row') > 0 && idOf(before, 'row') > 0 ? '\n' : '\n\n'
}

/** The innermost container of a type around a block; 0 for none. Data tables hold no other tables. */
function idOf(block: Block, type: 'cell' | 'row' | 'table'): number {
  return block.containers.findLast((container) => container.type === type)?.id ?? 0
}
