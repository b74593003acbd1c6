import type { Weights } from '../types.ts'

/** The weight of a candidate: its features times what each was learned to be worth. A feature unheard of is worth 0. */
export function weigh(features: Readonly<Record<string, number>>, weights: Weights): number {
  let sum = 0
  for (const name in features) sum += (features[name] as number) * (weights[name] ?? 0)
  return sum
}

/** The candidate that weighs most, the first of equals; null where there is none. */
export function heaviest<Candidate extends { readonly features: Readonly<Record<string, number>> }>(
  candidates: readonly Candidate[],
  weights: Weights,
): Candidate | null {
  let best: Candidate | null = null
  let most = Number.NEGATIVE_INFINITY
  for (const candidate of candidates) {
    const weight = weigh(candidate.features, weights)
    if (weight > most) [best, most] = [candidate, weight]
  }
  return best
}
