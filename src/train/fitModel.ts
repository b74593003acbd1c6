import { createHash } from 'node:crypto'
import { type BlockModel, withOdds } from '../model/score.ts'
import { type BoostOptions, fitBoosted } from './fitBoosted.ts'
import { fitOdds } from './fitOdds.ts'
import { type PreparedPage, toSample } from './sample.ts'

/** Parts of the sites that the tables for the rest are made without: a page must not be told by its own site. */
const PARTS = 5

/**
 * Chosen on the development sets: 150 trees at a rate of .1 over twice the rows were within .002 of this on wcxb-dev, took
 * three times as long, and gained on some of the small sets what they lost on others.
 */
export const BOOST: BoostOptions = {
  trees: 80,
  leaves: 31,
  rate: 0.12,
  lambda: 1,
  minHessian: 5,
  featureShare: 0.5,
  rowShare: 0.7,
  seed: 7,
}

/** Fits the learned tables and the trees that read them, on pages whose gold is on the page. */
export function fitModel(pages: readonly PreparedPage[]): BlockModel {
  const usable = pages.filter(hasBody)
  const parts = usable.map((page) => partOf(page.site))
  // Cross-fitted: each page sees tables made of other sites, as a new page will.
  const tables = Array.from({ length: PARTS }, (_, part) => fitOdds(usable.filter((_, i) => parts[i] !== part)))
  const told = usable.map((page, i) => {
    const odds = tables[parts[i] as number]
    return odds === undefined ? page : { ...page, rows: withOdds(page.rows, odds) }
  })
  return { odds: fitOdds(usable), trees: fitBoosted(toSample(told), BOOST) }
}

function partOf(site: string): number {
  return createHash('sha256').update(`part ${site}`).digest().readUInt32BE(0) % PARTS
}

/** Words of the page that are in the gold, of ten characters of gold: fewer, and the gold is not on the page. */
const MIN_FOUND = 0.5

/** Pages whose gold is not on the page teach nothing. */
function hasBody({ rows, shares, gold }: PreparedPage): boolean {
  const found = rows.context.shapes.reduce((sum, form, i) => sum + form.words * (shares[i] as number), 0)
  return gold !== '' && found > (MIN_FOUND * gold.length) / 10
}
