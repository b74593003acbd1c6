import { expect, test } from 'vitest'
import { hasWord, makeWordTable, wordAt } from '../../src/text/wordTable.ts'

const numbers = Array.from({ length: 500 }, (_, i) => `w${i * 7}`)

test('finds its words in the middle of a text, and nothing else', () => {
  const table = makeWordTable(['the', 'of', 'straße'])
  const text = 'end of the straße'
  expect(wordAt(table, text, 4, 6)).toBe('of')
  expect(hasWord(table, text, 7, 10)).toBe(true)
  expect(hasWord(table, text, 11, 17)).toBe(true)
  expect(hasWord(table, text, 0, 3)).toBe(false)
  expect(wordAt(table, text, 4, 10)).toBeNull()
  expect(wordAt(table, 'Of', 0, 2)).toBeNull()
})

test('many words, and words beside them', () => {
  const table = makeWordTable(numbers)
  for (const word of numbers) expect(wordAt(table, word, 0, word.length)).toBe(word)
  for (let i = 0; i < 3500; i++) expect(hasWord(table, `w${i}`, 0, `w${i}`.length)).toBe(i % 7 === 0)
})

test('an empty table has no words', () => {
  expect(hasWord(makeWordTable([]), 'a', 0, 1)).toBe(false)
})
