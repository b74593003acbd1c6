import { expect, test } from 'vitest'
import { printable } from '../../src/cli/printable.ts'

test.each([
  ['plain – “text” 你好 😀', 'plain – “text” 你好 😀'],
  ['\x1b[31mred\x07', '\\x1b[31mred\\x07'],
  ['a\tb\r\nc', 'a\\tb\\r\\nc'],
  ['\x9b31m\x7f', '\\x9b31m\\x7f'],
  ['\u202ecod.exe\u2066', '\\u202ecod.exe\\u2066'],
  ['a\u2028b\ufeff', 'a\\u2028b\\ufeff'],
  ['\u{e0041}', '\\u{e0041}'],
  ['half \ud83d', 'half \\ud83d'],
])('%j', (text, shown) => {
  expect(printable(text)).toBe(shown)
})
