import { expect, test } from 'vitest'
import { tokenize } from '../../src/dates/tokens.ts'

test('tokenize parts figures, words and signs', () => {
  expect(
    tokenize('15Mai, 08:01Uhr')
      .map(({ text, gap }) => (gap ? ` ${text}` : text))
      .join(''),
  ).toBe(' 15mai, 08:01uhr')
  expect(tokenize('15Mai, 08:01Uhr')).toHaveLength(7)
})

test('tokenize reads Chinese numerals where a unit follows only', () => {
  expect(tokenize('二十五日').map(({ kind, value }) => (kind === 'number' ? value : kind))).toEqual([25, 'word'])
  expect(tokenize('十分高兴')[0]?.value).toBe(10)
  expect(tokenize('一起').every(({ kind }) => kind === 'word')).toBe(true)
})

test.each([
  ['GiuffridaMar 5', 'giuffrida mar 5'],
  ['TuesdayMarch 5', 'tuesday march 5'],
  ['МарияМая 5', 'мария мая 5'],
  ['2024-05-03Updated', '2024 - 05 - 03 updated'],
  ['McDonald 5', 'mcdonald 5'],
  ['iPhoneMax 5', 'iphonemax 5'],
])('tokenize cuts %s where a month or weekday is glued to a word', (text, expected) => {
  expect(
    tokenize(text)
      .map((token) => token.text)
      .join(' '),
  ).toBe(expected)
})

test('tokenize has one sign for all types of it', () => {
  expect(tokenize('２０２４／０５－０３：（‑）').map(({ text }) => text)).toEqual([
    '2024',
    '/',
    '05',
    '-',
    '03',
    ':',
    '(',
    '-',
    ')',
  ])
})
