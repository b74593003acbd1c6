/** A share of all pages: the `index`-th, from 1, of `count`. */
export interface Shard {
  readonly index: number
  readonly count: number
}

/**
 * Whether a page belongs to a shard, by a hash of its id or path: adding a page moves no other, and the shards are
 * disjoint and together everything.
 */
export async function inShard(key: string, { index, count }: Shard): Promise<boolean> {
  const { spread } = await import('./hash.ts')
  return spread(key) % count === index - 1
}
