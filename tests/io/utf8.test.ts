import { expect, test } from 'vitest'
import { countUtf8 } from '../../src/io/utf8.ts'
import { bytes } from './legacy.ts'

test.each([
  ['61 62', 0, 0],
  ['c3 a9 e4 bd a0 f0 9f 98 80', 3, 0],
  // Stray continuation, overlong form, surrogate, beyond U+10FFFF, impossible lead.
  ['80', 0, 1],
  ['c0 af', 0, 2],
  ['e0 80 af', 0, 3],
  ['ed a0 80', 0, 3],
  ['f4 90 80 80', 0, 4],
  ['ff', 0, 1],
  // Cut by the next character, and by the end.
  ['e4 bd 61', 0, 1],
  ['61 e4 bd', 0, 0],
])('%s: %i sequences, %i broken', (hex, wellFormed, broken) => {
  expect(countUtf8(bytes(hex))).toEqual({ wellFormed, broken })
})
