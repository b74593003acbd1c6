import { NO_HINTS } from '../../src/segment/noHints.ts'
import type { Block, Hints, Page, Verdict } from '../../src/types.ts'
import { block } from './blocks.ts'

/** A text page with a block for each line. */
export function textPage(lines: readonly string[], language: string | null = null): Page {
  let at = 0
  const blocks = lines.map((line) => {
    const start = at
    at += line.length + 1
    return block(line, { span: { start, end: start + line.length } })
  })
  return { kind: 'text', url: null, language, blocks, outline: null, hints: NO_HINTS, warnings: [] }
}

/** An HTML page that shows `blocks` and declares `hints`. */
export function htmlPage(blocks: readonly Block[], hints: Partial<Hints>, language: string | null = null): Page {
  return { ...textPage([], language), kind: 'html', blocks, hints: { ...NO_HINTS, ...hints } }
}

/** Preliminary verdicts with a body from `first` to `last`, both included. */
export function bodyFrom(page: Page, first: number, last: number): Verdict[] {
  return page.blocks.map((_, i) =>
    i >= first && i <= last
      ? { label: 'body', evidence: {} }
      : { label: 'boilerplate', reason: i < first ? 'before-article' : 'after-article', evidence: {} },
  )
}
