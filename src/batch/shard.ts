import { createHash } from 'node:crypto'

/** A share of all pages: the `index`-th, from 1, of `count`. */
export interface Shard {
  readonly index: number
  readonly count: number
}

/**
 * Whether a page belongs to a shard, by a hash of its id or path: adding a page moves no other, and the shards are
 * disjoint and together everything.
 */
export function inShard(key: string, { index, count }: Shard): boolean {
  return createHash('sha256').update(key).digest().readUInt32BE(0) % count === index - 1
}
