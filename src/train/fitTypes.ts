import { summarise } from '../features/summary.ts'
import { type BlockModel, LEARNED_TYPES } from '../model/score.ts'
import { type BoostOptions, fitBoosted } from './fitBoosted.ts'
import type { PreparedPage } from './sample.ts'

/** Few and small trees: there is a row a page only. */
export const TYPE_OPTIONS: BoostOptions = {
  trees: 40,
  leaves: 8,
  rate: 0.1,
  lambda: 2,
  minHessian: 3,
  featureShare: 0.3,
  rowShare: 0.7,
  seed: 7,
}

/**
 * Fits what tells one type of page from the rest, a model a type.
 *
 * @param pages With the columns of the learned tables.
 * @param scores First scores of each page's blocks, by models that have not seen it.
 */
export function fitTypes(pages: readonly PreparedPage[], scores: readonly Float64Array[]): BlockModel['types'] {
  const summaries = pages.map((page, i) => summarise(page.rows, scores[i] as Float64Array))
  const names = summaries[0]?.names ?? []
  const columns = names.map((_, f) => Float32Array.from(summaries, (summary) => summary.columns[f]?.[0] as number))
  const weights = new Float32Array(pages.length).fill(1)
  const models = LEARNED_TYPES.map((type) => {
    const targets = Float32Array.from(pages, (page) => Number(page.pageType === type))
    return [type, fitBoosted({ names, columns, targets, weights }, TYPE_OPTIONS)]
  })
  return Object.fromEntries(models) as BlockModel['types']
}
