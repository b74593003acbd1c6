/** A value that a field may take, with where it comes from. */
export interface Candidate<Value> {
  readonly value: Value
  /** What says so: `jsonld`, `og:title`, `h1`, `head-line` ... */
  readonly source: string
  /** Block that it was read from, where it was read from one. */
  readonly block?: number
  /** The heaviest candidate wins, the first of equals. */
  readonly weight: number
}

/** The heaviest candidate, the first of equals; null where there is none. */
export function heaviest<Value>(candidates: readonly Candidate<Value>[]): Candidate<Value> | null {
  let best: Candidate<Value> | null = null
  for (const candidate of candidates) if (best === null || candidate.weight > best.weight) best = candidate
  return best
}

const ASCII = /^[ -~]*$/

/** Letters and digits of a text in lower case: equal for headlines that differ in punctuation and spaces only. */
export function bare(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '')
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '')
}

/** Values that templates leave behind. */
const PLACEHOLDER =
  /^(?:undefined|null|none|n\/a|nan|false|true|untitled|home|index|\[object object\])$|\{\{|\}\}|<%|%>/i

/** Whether a declared value says nothing. */
export function isPlaceholder(value: string): boolean {
  return value === '' || PLACEHOLDER.test(value)
}
