/**
 * Park and Miller's generator (1988): small, seeded, the same on every machine.
 *
 * @param seed 1 to 2147483646.
 * @returns Numbers in (0, 1).
 */
export function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
