import { expect, test } from 'vitest'
import { type ScoredSet, toFigures } from '../../../src/train/quality/figures.ts'
import { groupBy, summarize } from '../../../src/train/quality/groups.ts'
import type { PageScore } from '../../../src/train/quality/scorer.ts'
import { renderTables } from '../../../src/train/quality/tables.ts'

function page(id: string, group: string, f: number): PageScore {
  return { id, group, missing: false, failed: false, word: { p: f, r: f, f } }
}

function scored(set: string, rows: readonly PageScore[], language: string): ScoredSet {
  return {
    set,
    mode: 'html',
    score: { all: { pages: rows.length, failed: 0, wordF1: 0.5, date: null }, rows },
    confidences: new Map(rows.map((row, i) => [row.id, i / 10])),
    languages: new Map(rows.map((row) => [row.id, language])),
  }
}

const FORUM = [page('1', 'forum', 0.2), page('2', 'forum', 0.6), page('3', 'article', 1)]
const GERMAN = [page('1', '-', 0.9), page('2', '-', 0.7), page('3', '-', 0.8), page('4', '-', 1), page('5', '-', 0.6)]
const SETS = [scored('wcxb-dev', FORUM, 'en'), scored('fundus-dev', GERMAN, 'de')]

test('means of a group, each over the pages that have gold for it', () => {
  const rows: PageScore[] = [
    { ...page('1', '-', 0.4), shingle: { tp: 1, fp: 1, fn: 0 }, with: 0.5 },
    { ...page('2', '-', 0.8), shingle: { tp: 3, fp: 1, fn: 0 }, without: 1 },
    // Nothing found: recall 0, precision undefined.
    { ...page('3', '-', 0), shingle: { tp: 0, fp: 0, fn: 9 } },
    { id: '4', group: '-', missing: false, failed: false, with: 1 },
  ]
  const figures = summarize(rows)
  expect(figures).toMatchObject({ pages: 3, snippetPages: 3, with: 0.75, without: 1 })
  expect(figures.wordF1).toBeCloseTo(0.4, 12)
  // Precision (.5 + .75) / 2 = .625, recall (1 + 1 + 0) / 3: 2 * .625 * .6667 / 1.2917.
  expect(figures.shingleF1).toBeCloseTo(0.64516, 5)
})

test('nothing to measure is null, not 0', () => {
  expect(summarize([])).toEqual({
    pages: 0,
    wordF1: null,
    shingleF1: null,
    snippetPages: 0,
    with: null,
    without: null,
  })
})

test('groups come by size, then by name; pages without a name are left out', () => {
  const groups = groupBy(['b1', 'a1', 'c1', 'c2', '-'], (name) => (name === '-' ? null : name.slice(0, 1)))
  expect([...groups]).toEqual([
    ['c', ['c1', 'c2']],
    ['a', ['a1']],
    ['b', ['b1']],
  ])
})

test('figures by set, type, language and of the confidence', () => {
  const figures = toFigures(SETS)
  expect(figures['wcxb-dev html wordF1']).toBe(0.5)
  expect(figures['wcxb-dev/forum html wordF1']).toBeCloseTo(0.4, 12)
  expect(figures['wcxb-dev/article html wordF1']).toBe(1)
  expect(figures['language/de html wordF1']).toBeCloseTo(0.8, 12)
  // Bad are .2 and .6 of the one and .7 and .6 of the other, at 0, .1, .1, .4; good 1 at .2, .9 at 0, .8 at .2, 1 at .3:
  // of 16 pairs 3.5 + 3 + 3 + 0 are won.
  expect(figures['confidence html auc']).toBeCloseTo(9.5 / 16, 12)
})

test('what has no gold, few pages, or no type has no key', () => {
  const keys = Object.keys(toFigures(SETS))
  expect(keys).not.toContain('wcxb-dev html date')
  expect(keys).not.toContain('language/en html wordF1')
  expect(keys.filter((key) => key.startsWith('fundus-dev/'))).toEqual([])
})

test('tables say what is held out, and by how much a type differs from the simple scorer', () => {
  const unseen = {
    ...scored('trafilatura-dev', [], 'de'),
    score: { all: { pages: 7, failed: 0, with: 0.91249 }, rows: [] },
  }
  const lines = renderTables([...SETS, unseen], { 'wcxb-dev/forum html wordF1': 0.412 }).split('\n')
  expect(lines).toContain('| forum | 2 | 0.400 / - | -0.012 |')
  expect(lines).toContain('| article | 1 | 1.000 / - | - |')
  expect(lines).toContain('| de | 5 | 0 | 0.800 | - | - |')
  expect(lines).toContain(
    '| trafilatura-dev (no gold bodies) | html | 7 | 0 | - | - | - | - | 0.912 | - | - | - | - | - |',
  )
  expect(lines.some((line) => line.startsWith('| en |'))).toBe(false)
})
