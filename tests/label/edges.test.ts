import { expect, test } from 'vitest'
import { keepLastSentence } from '../../src/label/edges.ts'
import { countWords } from '../../src/text/words.ts'
import { textPage } from '../helpers/page.ts'

const BODY = 'The ferry did not sail on Monday because of the storm.'
const LAST = 'The captain hopes that the crossing can be opened again before the end of the week.'

function keepOf(lines: readonly string[], scores: readonly number[], may = lines.map(() => true)): boolean[] {
  const page = textPage(lines)
  const keep = lines.map((_, i) => i === 0)
  const input = {
    page,
    scores,
    words: lines.map(countWords),
    phrases: lines.map(() => null),
    linkShares: lines.map(() => 0),
    articleShare: 1,
  }
  keepLastSentence(input, keep, may)
  return keep
}

test('a sentence right after the body stays, unless the scores rule it out', () => {
  expect(keepOf([BODY, LAST], [0.9, 0.2])).toEqual([true, true])
  expect(keepOf([BODY, LAST], [0.9, 0.05])).toEqual([true, false])
})

test('a label, a headline without a stop and what was removed for a reason do not', () => {
  expect(keepOf([BODY, 'Read more here.'], [0.9, 0.4])).toEqual([true, false])
  expect(keepOf([BODY, LAST.slice(0, -1)], [0.9, 0.4])).toEqual([true, false])
  expect(keepOf([BODY, LAST], [0.9, 0.4], [true, false])).toEqual([true, false])
})

test('only the block right after the body is asked', () => {
  expect(keepOf([BODY, 'Share', LAST], [0.9, 0.1, 0.4])).toEqual([true, false, false])
})
