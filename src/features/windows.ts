/** Mean of `values` over `before` blocks before and `after` blocks after each block, itself included where `self`. */
export function windowMean(values: ArrayLike<number>, before: number, after: number, self: boolean): Float64Array {
  const { length } = values
  const sums = new Float64Array(length + 1)
  for (let i = 0; i < length; i++) sums[i + 1] = (sums[i] as number) + (values[i] as number)
  const means = new Float64Array(length)
  for (let i = 0; i < length; i++) {
    const from = Math.max(0, i - before)
    const to = Math.min(length, i + after + 1)
    const sum = (sums[to] as number) - (sums[from] as number) - (self ? 0 : (values[i] as number))
    const count = to - from - (self ? 0 : 1)
    if (count > 0) means[i] = sum / count
  }
  return means
}
