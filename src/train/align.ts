import { words } from '../text/words.ts'

/** Lengths of the word sequences that anchor the alignment, longest first. */
const ANCHOR_WORDS = [8, 5, 3, 2, 1] as const
/** Gaps are searched word by word only while they are this small: a menu word must not match across the page. */
const MAX_SMALL_GAP = 400
/** Blocks of at least this many words that stand elsewhere in the gold are found by their 3-grams. */
const MIN_MOVED_WORDS = 12
const MOVED_SHARE = 0.8

/** A stretch of the page's words [a0, a1) and of the gold's words [b0, b1) that still has to be aligned. */
interface Gap {
  readonly a0: number
  readonly a1: number
  readonly b0: number
  readonly b1: number
  readonly level: number
}

/**
 * The share of each block's words that belong to the article, by monotone alignment with the gold text: word sequences
 * that occur once on both sides anchor it (patience diff), the gaps between are aligned with ever shorter ones.
 *
 * @param texts Texts of the blocks of the page, in order.
 * @param gold Text of the article.
 * @returns Shares, 0..1, one a block.
 */
export function alignBlocks(texts: readonly string[], gold: string): Float64Array {
  const blockWords = texts.map((text) => words(text.normalize('NFC')))
  const page = blockWords.flat()
  const body = words(gold.normalize('NFC'))
  const matched = align(page, body)
  const grams = new Set<string>()
  for (let i = 0; i + 3 <= body.length; i++) grams.add(`${body[i]} ${body[i + 1]} ${body[i + 2]}`)
  let at = 0
  return Float64Array.from(blockWords, (list) => {
    let count = 0
    for (let i = 0; i < list.length; i++) count += matched[at + i] as number
    at += list.length
    const share = list.length > 0 ? count / list.length : 0
    return share < 0.5 && list.length >= MIN_MOVED_WORDS && containment(list, grams) >= MOVED_SHARE ? 1 : share
  })
}

function containment(list: readonly string[], grams: ReadonlySet<string>): number {
  let found = 0
  for (let i = 0; i + 3 <= list.length; i++) if (grams.has(`${list[i]} ${list[i + 1]} ${list[i + 2]}`)) found++
  return found / Math.max(1, list.length - 2)
}

/** @returns 1 for each word of `a` that is aligned with one of `b`, else 0. */
function align(a: readonly string[], b: readonly string[]): Uint8Array {
  const matched = new Uint8Array(a.length)
  const gaps: Gap[] = [{ a0: 0, a1: a.length, b0: 0, b1: b.length, level: 0 }]
  for (let gap = gaps.pop(); gap !== undefined; gap = gaps.pop()) {
    if (gap.a0 >= gap.a1 || gap.b0 >= gap.b1 || gap.level >= ANCHOR_WORDS.length) continue
    const size = ANCHOR_WORDS[gap.level] as number
    if (size === 1 && gap.a1 - gap.a0 > MAX_SMALL_GAP) continue
    const pairs = increasing(uniquePairs(a, b, gap, size))
    let { a0, b0 } = gap
    for (const [i, k] of pairs) {
      if (i < a0 || k < b0) continue
      let startA = i
      let startB = k
      while (startA > a0 && startB > b0 && a[startA - 1] === b[startB - 1]) {
        startA--
        startB--
      }
      let endA = i
      let endB = k
      while (endA < gap.a1 && endB < gap.b1 && a[endA] === b[endB]) {
        endA++
        endB++
      }
      matched.fill(1, startA, endA)
      gaps.push({ a0, a1: startA, b0, b1: startB, level: gap.level + 1 })
      a0 = endA
      b0 = endB
    }
    gaps.push({ a0, a1: gap.a1, b0, b1: gap.b1, level: gap.level + 1 })
  }
  return matched
}

/** Positions of word sequences that occur exactly once in the gap on either side, in the order of `a`. */
function uniquePairs(a: readonly string[], b: readonly string[], gap: Gap, size: number): [number, number][] {
  const inA = positions(a, gap.a0, gap.a1, size)
  const inB = positions(b, gap.b0, gap.b1, size)
  const pairs: [number, number][] = []
  for (const [key, i] of inA) {
    const k = inB.get(key)
    if (i >= 0 && k !== undefined && k >= 0) pairs.push([i, k])
  }
  return pairs.sort((x, y) => x[0] - y[0])
}

/** First position of each sequence; -1 for those that occur again. */
function positions(list: readonly string[], from: number, to: number, size: number): Map<string, number> {
  const found = new Map<string, number>()
  for (let i = from; i + size <= to; i++) {
    const key = size === 1 ? (list[i] as string) : list.slice(i, i + size).join(' ')
    found.set(key, found.has(key) ? -1 : i)
  }
  return found
}

/** The longest subsequence of pairs whose second member increases. */
function increasing(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = []
  const previous = new Int32Array(pairs.length).fill(-1)
  pairs.forEach(([, k], i) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] as number]?.[1] ?? 0) < k) low = middle + 1
      else high = middle
    }
    previous[i] = low > 0 ? (tails[low - 1] as number) : -1
    tails[low] = i
  })
  const chain: [number, number][] = []
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i] as number) chain.push(pairs[i] as [number, number])
  return chain.reverse()
}
