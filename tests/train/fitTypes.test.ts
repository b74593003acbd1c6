import { expect, test } from 'vitest'
import { computeRows } from '../../src/features/index.ts'
import { summarise } from '../../src/features/summary.ts'
import { scoreTrees } from '../../src/model/trees.ts'
import { fitTypes } from '../../src/train/fitTypes.ts'
import type { PreparedPage } from '../../src/train/sample.ts'
import { textPage } from '../helpers/page.ts'

function prepared(pageType: string, line: string): PreparedPage {
  const page = textPage([line, line])
  const rows = computeRows(page)
  const fields = { title: null, date: null, authors: null }
  const shares = Float64Array.of(1, 1)
  return { id: line, set: 'made', site: line, fold: 0, gold: line, pageType, ...fields, page, rows, shares }
}

test('types that look different are told apart', () => {
  const pages = Array.from({ length: 40 }, (_, i) =>
    i % 2 === 0
      ? prepared('product', `Chair ${i}, $ ${i}9.00`)
      : prepared('article', `The ferry number ${i} did not sail on Monday because of the storm, said the captain.`),
  )
  const scores = pages.map(() => Float64Array.of(0.9, 0.9))
  const models = fitTypes(pages, scores)
  const share = (type: 'article' | 'product', i: number) =>
    scoreTrees(summarise((pages[i] as PreparedPage).rows, [0.9, 0.9]), models[type])[0] as number
  expect(share('product', 0)).toBeGreaterThan(0.7)
  expect(share('product', 1)).toBeLessThan(0.3)
  expect(share('article', 1)).toBeGreaterThan(0.7)
  expect(share('article', 0)).toBeLessThan(0.3)
})
