import type { PageScore } from './scorer.ts'

/** Figures of a group of pages, 0..1; null where no page has gold for one. */
export interface GroupFigures {
  /** Pages with a gold body. */
  readonly pages: number
  readonly wordF1: number | null
  readonly shingleF1: number | null
  /** Pages with snippets. */
  readonly snippetPages: number
  readonly with: number | null
  readonly without: number | null
}

/** Figures of some pages, computed as the scorer does for a whole set. */
export function summarize(rows: readonly PageScore[]): GroupFigures {
  const bodies = rows.flatMap(({ word }) => (word === undefined ? [] : [word.f]))
  const kept = rows.flatMap((row) => (row.with === undefined ? [] : [row.with]))
  const left = rows.flatMap((row) => (row.without === undefined ? [] : [row.without]))
  return {
    pages: bodies.length,
    wordF1: mean(bodies),
    shingleF1: shingleF1(rows),
    snippetPages: rows.filter((row) => row.with !== undefined || row.without !== undefined).length,
    with: mean(kept),
    without: mean(left),
  }
}

/** F1 of the mean precision and the mean recall, over the pages where they are defined. */
function shingleF1(rows: readonly PageScore[]): number | null {
  const counts = rows.flatMap(({ shingle }) => (shingle === undefined ? [] : [shingle]))
  if (counts.length === 0) return null
  const precision = mean(counts.filter(({ tp, fp }) => tp + fp > 0).map(({ tp, fp }) => tp / (tp + fp))) ?? 0
  const recall = mean(counts.filter(({ tp, fn }) => tp + fn > 0).map(({ tp, fn }) => tp / (tp + fn))) ?? 0
  return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0
}

/** Null for nothing. */
export function mean(list: readonly number[]): number | null {
  return list.length === 0 ? null : list.reduce((sum, value) => sum + value, 0) / list.length
}

/** Pages by a name of their own, the largest group first; pages without a name are left out. */
export function groupBy<Page>(pages: readonly Page[], nameOf: (page: Page) => string | null): Map<string, Page[]> {
  const groups = new Map<string, Page[]>()
  for (const page of pages) {
    const name = nameOf(page)
    if (name === null) continue
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [page])
    else group.push(page)
  }
  return new Map([...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1)))
}
