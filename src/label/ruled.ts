import type { Block, Page, Verdict } from '../types.ts'
import type { Removal } from './vetoes.ts'

/** The user's reason to remove a block. */
export function ruledRemoval({ rule }: Block): Removal | null {
  return rule?.verdict === 'remove' ? { reason: 'site-rule', evidence: { rule: rule.rule } } : null
}

/**
 * The page as the readers of fields see it: nothing is left of what the user removes, and all else has its place.
 */
export function withoutRemoved(page: Page): Page {
  if (!page.blocks.some((block) => block.rule?.verdict === 'remove')) return page
  const blocks = page.blocks.map((block): Block => {
    if (block.rule?.verdict !== 'remove') return block
    const { embed: _, ...rest } = block
    const dom = block.dom === null ? null : { ...block.dom, linkChars: 0 }
    return { ...rest, kind: 'paragraph', text: '', level: 0, marks: [], image: null, dom }
  })
  return { ...page, blocks }
}

/**
 * The last word is the user's: what is kept is body, what is removed is not. A field that was read from one of many blocks
 * that are kept together still takes it out of the body, so that a headline does not stand there twice; a block that is
 * named by itself stays.
 *
 * @param verdicts One a block, fields included.
 */
export function enforceRules(blocks: readonly Block[], verdicts: readonly Verdict[]): readonly Verdict[] {
  if (!blocks.some(({ rule }) => rule !== undefined)) return verdicts
  return verdicts.map((verdict, i): Verdict => {
    const block = blocks[i]
    const rule = block?.rule
    if (block === undefined || rule === undefined) return verdict
    const evidence = { ...verdict.evidence, rule: rule.rule }
    const isField = verdict.label === 'field'
    if (rule.verdict === 'keep') return isField && !rule.alone ? verdict : { label: 'body', evidence }
    return isField ? verdict : { label: 'boilerplate', reason: 'site-rule', evidence }
  })
}
