import type { Weights } from '../types.ts'

/** The weight of a candidate: its features times what each was learned to be worth. A feature unheard of is worth 0. */
export function weigh(features: Readonly<Record<string, number>>, weights: Weights): number {
  let sum = 0
  for (const name in features) sum += (features[name] as number) * (weights[name] ?? 0)
  return sum
}
