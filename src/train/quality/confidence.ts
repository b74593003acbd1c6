import { mean } from './groups.ts'

/** A page that was judged. */
export interface Assessed {
  /** As the record says it, 0..1. */
  readonly confidence: number
  /** Word F1 of its body, 0..1. */
  readonly wordF1: number
}

/** Pages with less word F1 are those that the confidence has to find. */
export const BAD_BELOW = 0.8
const BINS = 10

/**
 * How well a low confidence finds the bad pages: the chance that a bad page has less confidence than a good one, ties
 * counting half (Mann and Whitney's U over the pairs).
 *
 * @returns 0..1, .5 is guessing; null where all pages are good or all are bad.
 */
export function areaUnderCurve(pages: readonly Assessed[]): number | null {
  const sorted = pages.toSorted((a, b) => a.confidence - b.confidence)
  let badCount = 0
  let pairs = 0
  for (let at = 0; at < sorted.length; ) {
    let end = at
    let bad = 0
    while (end < sorted.length && sorted[end]?.confidence === sorted[at]?.confidence) {
      bad += Number((sorted[end] as Assessed).wordF1 < BAD_BELOW)
      end++
    }
    // Each good page of this tie has won against the bad ones below it.
    pairs += (end - at - bad) * (badCount + bad / 2)
    badCount += bad
    at = end
  }
  const all = badCount * (pages.length - badCount)
  return all === 0 ? null : pairs / all
}

/** Pages of like confidence. */
export interface Bin {
  /** Lower end of the bin; it is a tenth wide. */
  readonly from: number
  readonly pages: number
  /** Means; 0 in an empty bin. */
  readonly confidence: number
  readonly wordF1: number
}

/** Ten bins of equal width; a confidence on an edge is in the upper one, 1 in the last. */
export function calibrationBins(pages: readonly Assessed[]): readonly Bin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    // Of thousandths, as records have them, the product is exact enough: .3 * 10 is 3.
    const inside = pages.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin)
    return {
      from: bin / BINS,
      pages: inside.length,
      confidence: mean(inside.map((page) => page.confidence)) ?? 0,
      wordF1: mean(inside.map((page) => page.wordF1)) ?? 0,
    }
  })
}

/** Mean distance of confidence and word F1 over the bins, weighted by their pages; 0 is best; null without pages. */
export function calibrationError(bins: readonly Bin[]): number | null {
  const pages = bins.reduce((sum, bin) => sum + bin.pages, 0)
  if (pages === 0) return null
  return bins.reduce((sum, bin) => sum + bin.pages * Math.abs(bin.confidence - bin.wordF1), 0) / pages
}
