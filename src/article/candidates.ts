import type { Candidate, Origin } from '../types.ts'
import { bare } from './fields.ts'
import { NOWHERE, type Told } from './origins.ts'

/** The weight of a source that decides without weighing. */
export const SURE = Number.POSITIVE_INFINITY

/** A value with all places that tell it, the best first. */
export interface Weighed {
  readonly value: string
  readonly weight: number
  readonly origins: readonly Origin[]
}

/** Candidates, the heaviest first; those that say the same are one, of the weight of the best. */
export function byWeight(found: readonly Weighed[]): Candidate[] {
  const sorted = [...found].sort((a, b) => (a.weight === b.weight ? 0 : b.weight > a.weight ? 1 : -1))
  const merged = new Map<string, Weighed>()
  for (const one of sorted) {
    const key = bare(one.value)
    const same = merged.get(key)
    merged.set(key, same === undefined ? one : { ...same, origins: [...same.origins, ...one.origins] })
  }
  return [...merged.values()].map(toCandidate)
}

/** Candidates of a field that takes the first source: each weighs as much as there are values that are not better. */
export function inOrder(told: readonly Told[]): Candidate[] {
  const list = told.map(({ value, ...origin }, i) => ({ value, weight: -i, origins: [origin] }))
  const merged = byWeight(list.filter(({ value }) => value !== ''))
  return merged.map((one, i) => ({ ...one, weight: merged.length - i }))
}

/** Where the page tells nothing, nothing tells so. */
const NOTHING: Origin = { source: 'none', place: NOWHERE }

function toCandidate({ value, weight, origins }: Weighed): Candidate {
  const places = new Map(origins.map(({ source, place }) => [`${source}\t${place}`, { source, place }]))
  const [first = NOTHING, ...also] = places.values()
  return { value, ...first, weight, also }
}
