import { expect, test } from 'vitest'
import { cutCaptions } from '../../src/article/cutCaptions.ts'

const found = (...texts: readonly string[]) => [
  ...cutCaptions(
    texts.map((text, block) => ({ block, text })),
    'en',
  ),
]

test('a caption and the beginning of it', () => {
  expect(
    found(
      'The council keeps the old market open',
      'MARKET: The mayor and the head of',
      'MARKET: The mayor and the head of the council at the gate. (ANNA BERG/TOWN POST)',
    ),
  ).toEqual([1, 2])
})

test('no headline that stands there once more, with a remark or without', () => {
  expect(found('The council keeps the old market open', 'The council keeps the old market open (PHOTO/VIDEO)')).toEqual(
    [],
  )
  expect(found('The council keeps the old market', 'The council keeps the old market open for a year')).toEqual([])
})

test('of any number of lines the last ones', () => {
  const start = 'MARKET: The mayor and the head of'
  const caption = `${start} the council at the gate. (ANNA BERG/TOWN POST)`
  const others = Array.from({ length: 80 }, (_, i) => `Another story of the town, number ${i}`)
  expect(found(start, caption, ...others)).toEqual([])
  expect(found(...others, start, caption)).toEqual([80, 81])
})
