import { describe, expect, test } from 'vitest'
import { computeRows } from '../../src/features/index.ts'
import { scoreColumns } from '../../src/features/scores.ts'
import { summarise } from '../../src/features/summary.ts'
import { segmentHtml } from '../../src/segment/html.ts'
import type { Page } from '../../src/types.ts'
import { textPage } from '../helpers/page.ts'

const SIX = 'one two three four five six'

function html(source: string): Page {
  return { kind: 'html', url: null, language: 'en', ...segmentHtml(source, null) }
}

function columnsOf(page: Page, scores: readonly number[]): Record<string, number[]> {
  const { names, columns } = scoreColumns(computeRows(page).context, scores)
  return Object.fromEntries(names.map((name, f) => [name, Array.from(columns[f] ?? [])]))
}

describe('first scores around a block', () => {
  const page = textPage([SIX, SIX, SIX, SIX])
  const columns = columnsOf(page, [0.2, 0.8, 1, 0])

  test('the block itself is not counted in what is around it', () => {
    expect(columns['s.around1']).toEqual([0.8, 0.6, 0.4, 1].map((value) => expect.closeTo(value)))
    expect(columns['s.past']).toEqual([Number.NaN, 0.2, 0.8, 1])
    expect(columns['s.next']).toEqual([0.8, 1, 0, Number.NaN])
  })

  test('the run of likely blocks, and how far a block is from it', () => {
    expect(columns['s.fromMainRun']).toEqual([-Math.log2(7), 0, 0, Math.log2(7)])
    expect(columns['s.ownRun']).toEqual([Number.NaN, expect.closeTo(0.9), expect.closeTo(0.9), Number.NaN])
    expect(columns['s.runs']).toEqual([1, 1, 1, 1])
  })

  test('text has no elements', () => expect(columns['s.inBest']).toEqual(Array(4).fill(Number.NaN)))
})

test('the element whose words would make the best page', () => {
  const source = `<nav><p>${SIX}</p></nav><main><p>${SIX}</p><p>${SIX}</p></main>`
  const columns = columnsOf(html(source), [0, 1, 1])
  expect(columns['s.inBest']).toEqual([0, 1, 1])
  expect(columns['s.best']).toEqual([1, 1, 1])
  expect(columns['s.up1']?.slice(1)).toEqual([1, 1])
})

test('a page is what its likely content is like', () => {
  const rows = computeRows(textPage([SIX, 'one two three']))
  const { names, columns } = summarise(rows, [0.5, 0])
  expect(columns[names.indexOf('logWords')]).toEqual([rows.columns[rows.names.indexOf('logWords')]?.[0]])
  expect(columns[names.indexOf('s.share')]).toEqual([3 / 9])
})
