/** A column with the value of each item: `Float64Array.from` goes through an iterator, at ten times the cost. */
export function columnOf<Item>(items: ArrayLike<Item>, value: (item: Item, index: number) => number): Float64Array {
  const column = new Float64Array(items.length)
  for (let i = 0; i < items.length; i++) column[i] = value(items[i] as Item, i)
  return column
}
