/** Mean of `values` over `before` blocks before and `after` blocks after each block, itself included where `self`. */
export function windowMean(values: ArrayLike<number>, before: number, after: number, self: boolean): Float64Array {
  const sums = new Float64Array(values.length + 1)
  for (let i = 0; i < values.length; i++) sums[i + 1] = (sums[i] as number) + (values[i] as number)
  return Float64Array.from(values, (value, i) => {
    const from = Math.max(0, i - before)
    const to = Math.min(values.length, i + after + 1)
    const sum = (sums[to] as number) - (sums[from] as number) - (self ? 0 : value)
    const count = to - from - (self ? 0 : 1)
    return count > 0 ? sum / count : 0
  })
}
