import { expect, test } from 'vitest'
import { normaliseTag } from '../../src/language/tag.ts'

test.each([
  ['de', 'de'],
  ['de_AT', 'de'],
  [' EN-us ', 'en'],
  ['en, de', 'en'],
  ['iw', 'he'],
  ['in-ID', 'id'],
  ['nb-NO', 'no'],
  ['nn', 'no'],
  ['fil-PH', 'tl'],
  ['cz', 'cs'],
  ['zh', 'zh'],
  ['zh-Hans-HK', 'zh'],
  ['zh-CN', 'zh'],
  ['zh_TW', 'zh-Hant'],
  ['zh-Hant', 'zh-Hant'],
  ['zh-hk', 'zh-Hant'],
  ['', null],
  ['und', null],
  ['x-default', null],
  ['<?php echo $lang ?>', null],
  ['english', null],
  ['constructor', null],
  [null, null],
])('%j is %j', (tag, expected) => {
  expect(normaliseTag(tag)).toBe(expected)
})
