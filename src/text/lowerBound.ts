/**
 * Index of the first of the sorted keys between `from` and `to` that does not sort before `key`, by code units; `to` where
 * all do.
 */
export function lowerBound(keys: readonly string[], key: string, from = 0, to: number = keys.length): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if ((keys[middle] as string) < key) low = middle + 1
    else high = middle
  }
  return low
}
