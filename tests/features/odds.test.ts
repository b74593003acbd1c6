import { expect, test } from 'vitest'
import { computeRows } from '../../src/features/index.ts'
import { ODDS_NAMES, type OddsTable, oddsColumns, oddsOf } from '../../src/features/odds.ts'
import { textPage } from '../helpers/page.ts'

const LINES = ['Sign up now', 'The harbour froze in the night.', 'Read more']

function tableOf(odds: Readonly<Record<string, number>>): OddsTable {
  const keys = Object.keys(odds).sort()
  return { keys, values: keys.map((key) => odds[key] as number) }
}

function columnsOf(words: Readonly<Record<string, number>>) {
  const { context } = computeRows(textPage(LINES))
  const columns = oddsColumns(context, { words: tableOf(words), names: tableOf({}) })
  return Object.fromEntries(ODDS_NAMES.map((name, k) => [name, Array.from(columns[k] as ArrayLike<number>)]))
}

test('the odds of words are spread over the block, two words of no opinion added', () => {
  const { wordMean, wordMin, wordMax } = columnsOf({ sign: -3, harbour: 1, froze: 2, in: -0.5 })
  expect(wordMean?.[0]).toBeCloseTo(-3 / 5)
  expect(wordMean?.[1]).toBeCloseTo(2.5 / 7)
  expect(wordMin).toEqual([-3, -0.5, 0])
  expect(wordMax).toEqual([0, 2, 0])
})

test('the strongest phrase of a block counts: its first two words, or all of a short one', () => {
  const { phraseOdds, phraseNext, phrasePast } = columnsOf({ '^sign up': -2, '=sign up now': -1, '=read more': -4 })
  expect(phraseOdds).toEqual([-2, 0, -4])
  expect(phraseNext).toEqual([0, -4, 0])
  expect(phrasePast).toEqual([0, -2, 0])
})

test('names are missing where there is no markup', () => {
  expect(columnsOf({}).nameSum).toEqual([Number.NaN, Number.NaN, Number.NaN])
})

test('a table knows its own keys only', () => {
  const table = tableOf({ a: 1, b: 2, bb: 3, d: 4 })
  expect(['a', 'b', 'bb', 'd'].map((key) => oddsOf(table, key))).toEqual([1, 2, 3, 4])
  expect(['', 'aa', 'c', 'e', 'constructor', '__proto__'].map((key) => oddsOf(table, key))).toEqual(Array(6).fill(0))
})
