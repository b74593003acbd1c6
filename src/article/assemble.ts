import type { Article, ArticleImage, Block, Claim, Evidence, Metadata, Page, TypeShares, Verdict } from '../types.ts'
import { likeliestType } from './pageType.ts'

/** Lets the blocks that fields were read from leave the body, so that each block keeps exactly one verdict. */
export function applyClaims(verdicts: readonly Verdict[], claims: readonly Claim[]): Verdict[] {
  const fields = new Map(claims.map((claim) => [claim.block, claim.field]))
  return verdicts.map((verdict, i) => {
    const field = fields.get(i)
    const evidence: Evidence = verdict.evidence
    return field === undefined ? verdict : { label: 'field', field, evidence }
  })
}

/** What an article is put together from beside the page and its verdicts. */
export interface Parts {
  readonly metadata: Metadata
  /** Words of each block. */
  readonly words: readonly number[]
  readonly types: TypeShares
  /** 0..1 */
  readonly confidence: number
}

/**
 * Puts the article together.
 *
 * @param verdicts Final verdicts, one a block.
 */
export function assemble(page: Page, verdicts: readonly Verdict[], parts: Parts): Article {
  const { metadata, words, types, confidence } = parts
  const kept = page.blocks.map((_, i) => i).filter((i) => verdicts[i]?.label === 'body')
  const blocks = trimRules(kept.map((i) => page.blocks[i] as Block))
  const bodyWords = kept.reduce((sum, i) => sum + (words[i] ?? 0), 0)
  return {
    ...metadata,
    images: shownImages(metadata, page, blocks),
    pageType: likeliestType(types, bodyWords),
    confidence,
    blocks,
    notes: page.blocks.filter((_, i) => isNote(verdicts[i])),
  }
}

function isNote(verdict: Verdict | undefined): boolean {
  return verdict?.label === 'field' && verdict.field === 'note'
}

/** Of an HTML page, the pictures that are left in its body; a text page has captions only. */
function shownImages({ images }: Metadata, page: Page, blocks: readonly Block[]): readonly ArticleImage[] {
  if (page.kind === 'text') return images
  const shown = new Set(blocks.map(({ image }) => image?.src))
  return images.filter(({ src }) => src === null || shown.has(src))
}

/** A rule parts two things: not at the ends of an article, and not twice. */
function trimRules(blocks: readonly Block[]): Block[] {
  return blocks.filter(
    (block, i) => block.kind !== 'rule' || (i > 0 && i < blocks.length - 1 && blocks[i - 1]?.kind !== 'rule'),
  )
}
