import { segment } from '../extract.ts'
import { computeRows, type Rows } from '../features/index.ts'
import type { Page, PageKind } from '../types.ts'
import { alignBlocks } from './align.ts'
import { type Example, foldOf } from './corpora.ts'

/** A block is the article's when at least this share of its words is in the gold. */
const BODY_SHARE = 0.5
/** Rows of one page that are fitted on: long pages would drown the rest. Text is there in three renderings. */
const MAX_ROWS: Readonly<Record<PageKind, number>> = { html: 100, text: 60 }

/** Rows of many pages: column-wise features, with a target and a weight a row. */
export interface Sample {
  readonly names: readonly string[]
  readonly columns: readonly Float32Array[]
  readonly targets: Float32Array
  readonly weights: Float32Array
}

/** A page with its features and its labels, as the fit and the evaluation need it. */
export interface PreparedPage {
  readonly id: string
  readonly set: string
  readonly site: string
  readonly fold: number
  readonly gold: string
  readonly pageType: string
  /** Null where it is not annotated. */
  readonly title: string | null
  readonly date: string | null
  readonly authors: readonly string[] | null
  readonly page: Page
  readonly rows: Rows
  /** Share of each block's words in the gold, 0..1. */
  readonly shares: Float64Array
  /** How much the page counts in a fit; 1 where nothing is said. */
  readonly weight?: number
}

export async function preparePage(example: Example, set: string, folds: number): Promise<PreparedPage> {
  const page = await segment(example.source)
  const rows = computeRows(page)
  const shares = alignBlocks(
    page.blocks.map((block) => block.text),
    example.gold,
  )
  return {
    id: example.id,
    set,
    site: example.site,
    fold: foldOf(example.site, folds),
    gold: example.gold,
    pageType: example.pageType,
    title: example.title,
    date: example.date,
    authors: example.authors,
    page,
    rows,
    shares,
  }
}

/** Puts the rows of pages under each other; each page counts by its weight, its longer blocks more. */
export function toSample(pages: readonly PreparedPage[]): Sample {
  const names = pages[0]?.rows.names ?? []
  const picked = pages.map((page) => ({ page, indices: pickRows(page) }))
  const count = picked.reduce((sum, { indices }) => sum + indices.length, 0)
  const columns = names.map(() => new Float32Array(count))
  const targets = new Float32Array(count)
  const weights = new Float32Array(count)
  let at = 0
  for (const { page, indices } of picked) {
    const shapes = page.rows.context.shapes
    const total = indices.reduce((sum, i) => sum + Math.sqrt(shapes[i]?.words ?? 0), 0)
    for (const i of indices) {
      columns.forEach((column, f) => {
        column[at] = page.rows.columns[f]?.[i] as number
      })
      targets[at] = Number((page.shares[i] as number) >= BODY_SHARE)
      weights[at] = ((page.weight ?? 1) * Math.sqrt(shapes[i]?.words ?? 0)) / Math.max(1e-9, total)
      at++
    }
  }
  return { names, columns, targets, weights }
}

/** Blocks with text, evenly thinned. */
function pickRows(page: PreparedPage): number[] {
  const all = page.page.blocks.map((_, i) => i).filter((i) => (page.rows.context.shapes[i]?.words ?? 0) > 0)
  const most = MAX_ROWS[page.page.kind]
  const step = Math.max(1, all.length / most)
  return Array.from({ length: Math.min(all.length, most) }, (_, k) => all[Math.floor(k * step)] as number)
}
