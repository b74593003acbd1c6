import { matchPhrase } from '../text/lexicon.ts'
import type { Block, Claim, Verdict } from '../types.ts'

/** Share of the body's words that may stand before its title and still be a kicker, a label or a teaser. */
const MAX_SHARE = 0.15

/**
 * Takes what stands before the title out of the body: an article starts with its headline. Where much of the body
 * stands before it, the title was found in the wrong place and nothing is done.
 *
 * @param title Block of the headline, or -1.
 * @param words Words of each block.
 */
export function trimBeforeTitle(
  verdicts: readonly Verdict[],
  title: number,
  words: readonly number[],
): readonly Verdict[] {
  const sum = (from: number, to: number): number => {
    let count = 0
    for (let i = from; i < to; i++) if (verdicts[i]?.label === 'body') count += words[i] ?? 0
    return count
  }
  const before = sum(0, title)
  if (title < 0 || before > MAX_SHARE * (before + sum(title, verdicts.length))) return verdicts
  return verdicts.map((verdict, i) =>
    i < title && verdict.label === 'body'
      ? { label: 'boilerplate', reason: 'before-article', evidence: verdict.evidence }
      : verdict,
  )
}

/** A standfirst is a sentence or two. */
const MIN_STANDFIRST_WORDS = 8
const MAX_STANDFIRST_WORDS = 70
/** Below this score it is something else: share buttons, a notice. */
const MIN_STANDFIRST_SCORE = 0.02
/** Labels that may stand between the headline and the standfirst: reading time, section. */
const MAX_LABELS = 2
/** Reasons that say only where a block stands or how it reads, not what it is. */
const WEAK_REASONS: ReadonlySet<string> = new Set(['before-article', 'low-score', 'short-text', 'navigation'])

/** What is known of the top of an article. */
export interface Top {
  /** Block of the headline, or -1. */
  readonly title: number
  readonly claims: readonly Claim[]
  /** Words of each block. */
  readonly words: readonly number[]
}

/** Keeps the standfirst: the paragraph right under the title, which the scores of a page often leave out. */
export function keepStandfirst(
  blocks: readonly Block[],
  verdicts: readonly Verdict[],
  { title, claims, words }: Top,
): readonly Verdict[] {
  const claimed = new Set(claims.map((claim) => claim.block))
  const following = blocks.flatMap((block, i) => (i > title && block.text !== '' && !claimed.has(i) ? [i] : []))
  const isLong = (i: number) => (words[i] ?? 0) >= MIN_STANDFIRST_WORDS
  const next = following.slice(0, MAX_LABELS + 1).find((i) => isLong(i) && !isOther(blocks, i)) ?? -1
  const verdict = verdicts[next]
  const count = words[next] ?? 0
  const block = blocks[next]
  if (title < 0 || verdict?.label !== 'boilerplate' || !WEAK_REASONS.has(verdict.reason)) return verdicts
  if (count < MIN_STANDFIRST_WORDS || count > MAX_STANDFIRST_WORDS) return verdicts
  if (Number(verdict.evidence.score) < MIN_STANDFIRST_SCORE) return verdicts
  if (block?.dom != null && (block.dom.hidden || block.dom.linkChars > 0)) return verdicts
  return verdicts.map((entry, i) => (i === next ? { label: 'body', evidence: verdict.evidence } : entry))
}

const MIN_COPY_CHARS = 20

/** A line that tells when the page was published, the text of a picture that the caption under it repeats, or that caption. */
function isOther(blocks: readonly Block[], index: number): boolean {
  const text = blocks[index]?.text ?? ''
  const role = matchPhrase(text)?.role
  if (role === 'published' || role === 'updated') return true
  const before = blocks[index - 1]?.text ?? ''
  const repeats = before.length >= MIN_COPY_CHARS && text.startsWith(before)
  return repeats || blocks[index + 1]?.text.startsWith(text) === true
}

/** Keeps the pictures of the article, of which the scores say little: a picture has no words. */
export function keepPictures(verdicts: readonly Verdict[], pictures: readonly number[]): readonly Verdict[] {
  const own = new Set(pictures)
  return verdicts.map((verdict, i) =>
    own.has(i) && verdict.label === 'boilerplate' ? { label: 'body', evidence: verdict.evidence } : verdict,
  )
}
