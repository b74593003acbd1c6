import { expect, test } from 'vitest'
import { alignBlocks } from '../../src/train/align.ts'

const shares = (texts: string[], gold: string): number[] =>
  [...alignBlocks(texts, gold)].map((share) => Math.round(share * 100) / 100)

const lead = 'The harbour council voted on Tuesday to keep the small ferry running through the winter'
const next = 'Fishermen had asked for the decision since the spring when the road bridge was closed'

test('blocks of the gold are found, boilerplate around them is not', () => {
  expect(shares(['Home', 'News', lead, 'Share this', next, 'Imprint'], `${lead}\n\n${next}`)).toEqual([
    0, 0, 1, 0, 1, 0,
  ])
})

test('a menu word does not count because the article has the word too', () => {
  expect(shares(['winter', lead, next, 'bridge'], `${lead} ${next}`)).toEqual([0, 1, 1, 0])
})

test('long blocks that stand elsewhere in the gold are found by their sequences', () => {
  expect(shares([next, lead], `${lead} ${next}`)).toEqual([1, 1])
})

test('an empty gold aligns with nothing', () => {
  expect(shares([lead], '')).toEqual([0])
})
