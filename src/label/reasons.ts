import type { PhraseRole } from '../text/lexicon.ts'
import type { Block, Evidence, ReasonCode } from '../types.ts'
import type { LabelInput } from './input.ts'

/** Where the body starts and ends, as block indices: `[first, last]`; `first > last` without a body. */
export interface Extent {
  readonly first: number
  readonly last: number
}

type Test = (input: LabelInput, index: number, block: Block, extent: Extent) => boolean

const BREADCRUMB = /\S\s{0,3}(?:[>›»→]|::)\s{0,3}\S/
const DATE_LIKE = /(?:^|\D)(?:19|20)\d\d(?:\D|$)/
const TRACKER = /^[a-z][a-z0-9._-]{5,40}$/

const role =
  (...roles: PhraseRole[]): Test =>
  ({ phrases }, i) =>
    phrases[i] !== null && roles.includes((phrases[i] as { role: PhraseRole }).role)

/** Shorter than this, in words, a block is a label. */
const SHORT_WORDS = 6

/** Why a block that is no content is none, the most telling reason first. */
const REASONS: readonly (readonly [ReasonCode, Test])[] = [
  ['share', role('share')],
  ['subscribe', role('subscribe')],
  ['cookies', role('cookies')],
  ['back-to-top', role('backToTop')],
  ['print', role('print')],
  ['advertisement', role('advertisement')],
  ['comments', role('comments')],
  ['related', role('related')],
  ['read-also', role('readAlso')],
  ['tags', role('tags')],
  ['copyright', role('copyright')],
  ['media', (_, __, block) => block.kind === 'image' || block.kind === 'embed'],
  ['form-control', (_, __, block) => block.dom?.control === true],
  ['hidden', (_, __, block) => block.dom?.hidden === true],
  ['breadcrumb', ({ words }, i, block) => (words[i] ?? 0) <= 20 && BREADCRUMB.test(block.text)],
  ['navigation', role('home')],
  ['tracker', (_, i, block, { first }) => i < first && i < 5 && TRACKER.test(block.text)],
  ['crawl-date', ({ words }, i, block, { first }) => i < first && (words[i] ?? 0) <= 8 && DATE_LIKE.test(block.text)],
  ['link-list', ({ linkShares }, i) => (linkShares[i] as number) > 0.5],
  ['navigation', ({ words }, i, _, { first }) => i < first && (words[i] ?? 0) < SHORT_WORDS],
  ['before-article', (_, i, __, { first }) => i < first],
  ['after-article', (_, i, __, { last }) => i > last],
  ['short-text', ({ words }, i) => (words[i] ?? 0) < SHORT_WORDS],
]

/** @returns The stable code of the reason why a block was removed, with the figures behind it. */
export function reasonFor(
  input: LabelInput,
  index: number,
  extent: Extent,
): { reason: ReasonCode; evidence: Evidence } {
  const block = input.page.blocks[index] as Block
  const found = REASONS.find(([, test]) => test(input, index, block, extent))
  const phrase = input.phrases[index] ?? null
  return {
    reason: found?.[0] ?? 'low-score',
    evidence: { score: round(input.scores[index] as number), ...(phrase === null ? {} : { phrase: phrase.phrase }) },
  }
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000
}
