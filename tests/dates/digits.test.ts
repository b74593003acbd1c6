import { expect, test } from 'vitest'
import { digitValue } from '../../src/dates/digits.ts'

test.each([
  '٠١٢٣٤٥٦٧٨٩',
  '۰۱۲۳۴۵۶۷۸۹',
  '०१२३४५६७८९',
  '০১২৩৪৫৬৭৮৯',
  '๐๑๒๓๔๕๖๗๘๙',
  '၀၁၂၃၄၅၆၇၈၉',
  '០១២៣៤៥៦៧៨៩',
  '０１２３４５６７８９',
  '𞥐𞥑𞥒𞥓𞥔𞥕𞥖𞥗𞥘𞥙',
  '𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿',
])('digitValue reads %s', (digits) => {
  expect(Array.from(digits, (digit) => digitValue(digit.codePointAt(0) as number))).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
  ])
})

test('digitValue knows what is no digit', () => {
  expect(['a', '½', '一', '²'].map((char) => digitValue(char.codePointAt(0) as number))).toEqual([-1, -1, -1, -1])
})
