import type { Claim, Verdict } from '../types.ts'

/** Share of the body's words that may stand before its title and still be a kicker, a label or a teaser. */
const MAX_SHARE = 0.15

/**
 * Takes what stands before the title out of the body: an article starts with its headline. Where much of the body
 * stands before it, the title was found in the wrong place and nothing is done.
 *
 * @param words Words of each block.
 */
export function trimBeforeTitle(
  verdicts: readonly Verdict[],
  claims: readonly Claim[],
  words: readonly number[],
): readonly Verdict[] {
  const title = Math.max(-1, ...claims.filter((claim) => claim.field === 'title').map((claim) => claim.block))
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
