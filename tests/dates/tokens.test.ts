import { expect, test } from 'vitest'
import { digitValue, tokenize } from '../../src/dates/tokens.ts'

test.each([
  '٠١٢٣٤٥٦٧٨٩',
  '۰۱۲۳۴۵۶۷۸۹',
  '०१२३४५६७८९',
  '০১২৩৪৫৬৭৮৯',
  '๐๑๒๓๔๕๖๗๘๙',
  '၀၁၂၃၄၅၆၇၈၉',
  '០១២៣៤៥៦៧៨៩',
  '０１２３４５６７８９',
])('digitValue reads %s', (digits) => {
  expect(Array.from(digits, (digit) => digitValue(digit.charCodeAt(0)))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('digitValue knows what is no digit', () => {
  expect(['a', '½', '一', '²'].map((char) => digitValue(char.charCodeAt(0)))).toEqual([-1, -1, -1, -1])
})

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
