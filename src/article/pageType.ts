import type { PageType, TypeShares } from '../types.ts'

/** What kind of page it is: the likeliest type, and `other` where there is no body that could be of one. */
export function likeliestType(types: TypeShares, bodyWords: number): PageType {
  if (bodyWords === 0) return 'other'
  let best: keyof TypeShares = 'article'
  for (const type of Object.keys(types) as (keyof TypeShares)[]) if (types[type] > types[best]) best = type
  return best
}
