import { expect, test } from 'vitest'
import { repeatedNames } from '../../src/article/repeats.ts'
import { surveyPage } from '../../src/article/survey.ts'
import { bodyFrom, textPage } from '../helpers/page.ts'

const PROSE =
  'Prices rose by three percent on Monday, the ministry said, and the shops of the town were full of people.'

function read(lines: readonly string[], body: readonly [number, number], people: readonly string[]) {
  const page = textPage(lines)
  const survey = surveyPage(page, bodyFrom(page, ...body), null)
  return repeatedNames(survey, { title: 0, from: 0, to: body[0] + 1 }, people)
}

test('finds the names over and under the body', () => {
  const lines = ['Prices rise', 'Anna Berg', 'Óscar Ruiz', PROSE, PROSE, 'ANNA BERG', 'Next story']
  expect(read(lines, [3, 4], ['Anna Berg', 'Óscar Ruiz'])).toEqual([1, 2, 5])
})

test('finds several names in a line', () => {
  expect(read(['Prices rise', 'Anna Berg and Óscar Ruiz', PROSE, PROSE], [2, 3], ['Óscar Ruiz', 'Anna Berg'])).toEqual([
    1,
  ])
})

test('leaves what says more, what names others, and what stands in the middle', () => {
  const lines = ['Anna Berg', 'Anna Berg lives in Ostley', 'Ivan Holm', PROSE, PROSE, 'Anna Berg', PROSE, PROSE, PROSE]
  expect(read(lines, [3, 8], ['Anna Berg'])).toEqual([])
  expect(read(lines, [3, 8], [])).toEqual([])
})
