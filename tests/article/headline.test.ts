import { expect, test } from 'vitest'
import { cleanTitle, dropTail, titleParts } from '../../src/article/headline.ts'

test.each([
  ['Prices fall - Example News', 'Prices fall'],
  ['Prices fall | The Example', 'Prices fall'],
  ['Example | Prices fall', 'Prices fall'],
  ['Prices fall - Economy - example.com', 'Prices fall'],
  ['Prices fall - again', 'Prices fall - again'],
  ['Example News', 'Example News'],
  ['价格下跌_经济_示例网', '价格下跌'],
  ['Well-known prices fall', 'Well-known prices fall'],
])('cleanTitle(%s)', (title, expected) => {
  expect(cleanTitle(title, ['Example News', 'example', '示例网'], ['Economy', '经济'])).toBe(expected)
})

test('dropTail takes off what the page repeats, domains, and short ends after a bar', () => {
  const repeats = (text: string) => text === 'The Example'
  expect(dropTail('Prices fall again this year - The Example', repeats)).toBe('Prices fall again this year')
  expect(dropTail('Prices fall again this year - example.com', repeats)).toBe('Prices fall again this year')
  expect(dropTail('Prices fall again this year | Some Paper', repeats)).toBe('Prices fall again this year')
  expect(dropTail('Prices fall again this year - but not here', repeats)).toBe(
    'Prices fall again this year - but not here',
  )
  expect(dropTail('Prices fall again this year | all that you have to know about it', repeats)).toBe(
    'Prices fall again this year | all that you have to know about it',
  )
})

test('titleParts keeps the places', () => {
  const title = 'One | Two - Three'
  expect(titleParts(title).map(({ text, start, end }) => [text, title.slice(start, end)])).toEqual([
    ['One', 'One'],
    ['Two', 'Two'],
    ['Three', 'Three'],
  ])
})

test('two dashes part a title, more are a line drawn within it', () => {
  const texts = (title: string) => titleParts(title).map(({ text }) => text)
  expect(texts('One--Two')).toEqual(['One', 'Two'])
  expect(texts('One --- two: three --- # four | Five')).toEqual(['One --- two: three --- # four', 'Five'])
})
