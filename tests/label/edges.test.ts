import { expect, test } from 'vitest'
import { keepLastSentence, keepSubheadings } from '../../src/label/edges.ts'
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

const PARAGRAPH =
  'The ferry did not sail on Monday because of the storm, and nobody on the island knew when the next one would come.'

/** Whether a line between two paragraphs is kept. */
function isKept(line: string, { score = 0.3, articleShare = 1, more = [] as readonly string[] } = {}): boolean {
  const lines = [PARAGRAPH, line, PARAGRAPH, ...more]
  const keep = [true, false, true, ...more.map(() => false)]
  const input = {
    page: textPage(lines),
    scores: lines.map(() => score),
    words: lines.map(countWords),
    phrases: lines.map(() => null),
    linkShares: lines.map(() => 0),
    articleShare,
  }
  keepSubheadings(
    input,
    keep,
    lines.map(() => true),
  )
  return keep[1] === true
}

test.each([
  ['Waiting for calmer weather', true],
  ['Why did nobody know?', true],
  ['Harbour', false],
  ['The harbour in the storm. Ada Brandt/Press', false],
  ['More on this: the harbour', false],
  ['4 min reading time', false],
])('a short line between two paragraphs is a subheading: %s', (line, is) => {
  expect(isKept(line)).toBe(is)
})

test('not if the scores rule it out, the page is no article, or shows the line twice', () => {
  const line = 'Waiting for calmer weather'
  expect(isKept(line, { score: 0.05 })).toBe(false)
  expect(isKept(line, { articleShare: 0.2 })).toBe(false)
  expect(isKept(line, { more: [line] })).toBe(false)
})
