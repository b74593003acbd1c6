import { words } from '../text/words.ts'

/** Bag-of-words F1 of a body, 0..1: the measure of the WCXB benchmark; each CJK character is a word. */
export function wordF1(body: string, gold: string): number {
  const left = count(body)
  const right = count(gold)
  if (left.total === 0 || right.total === 0) return left.total === right.total ? 1 : 0
  let common = 0
  for (const [word, times] of left.counts) common += Math.min(times, right.counts.get(word) ?? 0)
  return (2 * common) / (left.total + right.total)
}

function count(text: string): { readonly counts: ReadonlyMap<string, number>; readonly total: number } {
  const counts = new Map<string, number>()
  const list = words(text.normalize('NFC'))
  for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { counts, total: list.length }
}
