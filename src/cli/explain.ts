import type { Block, Outcome, Verdict } from '../types.ts'
import { clip, type ExplainOptions, numberOf, paint, widest } from './columns.ts'
import { fieldLines } from './explainFields.ts'
import { ruleLines } from './explainRules.ts'
import { printable } from './printable.ts'

type Marker = 'keep' | 'field' | 'remove'

const COLORS = { keep: 'green', field: 'cyan', remove: 'dim' } as const

/**
 * Every block of a page with what was decided of it, one aligned line each, then the fields of the article, with what
 * they were chosen among, then the user's rules.
 *
 * Blocks are numbered by their line in text pages, else one after the other.
 */
export function explain(outcome: Outcome, options: ExplainOptions): string {
  const { page, scores, verdicts } = outcome
  const rows = page.blocks.map((block, index) => {
    const { marker, why } = describe(verdicts[index])
    const number = numberOf(block, index)
    return { number, marker, why, score: (scores[index] ?? 0).toFixed(2), text: printable(textOf(block)) }
  })
  const numberWidth = widest(rows.map(({ number }) => number))
  const whyWidth = widest(rows.map(({ why }) => why))
  const textWidth = options.columns - numberWidth - whyWidth - '  remove    0.00  '.length
  const lines = rows.map(({ number, marker, why, score, text }) => {
    const columns = [number.padStart(numberWidth), marker.padEnd(6), why.padEnd(whyWidth), score, clip(text, textWidth)]
    return paint(columns.join('  '), COLORS[marker], options.color)
  })
  return `${[...lines, '', ...fieldLines(outcome, options), ...ruleLines(page, options)].join('\n')}\n`
}

function describe(verdict: Verdict | undefined): { marker: Marker; why: string } {
  if (verdict === undefined || verdict.label === 'body')
    return { marker: 'keep', why: verdict?.evidence.rule === undefined ? 'body' : 'site-rule' }
  if (verdict.label === 'field') return { marker: 'field', why: verdict.field }
  return { marker: 'remove', why: verdict.reason }
}

function textOf(block: Block): string {
  if (block.kind === 'image') return `[image] ${block.image?.alt || block.image?.src || ''}`.trimEnd()
  if (block.kind === 'embed') return `[embed] ${block.embed?.title ?? ''}`.trimEnd()
  return block.kind === 'rule' ? '[rule]' : block.text
}
