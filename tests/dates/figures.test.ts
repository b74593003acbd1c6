import { describe, expect, test } from 'vitest'
import { mayHaveNumbers, mayHoldDate, NUMERAL_UNITS } from '../../src/dates/figures.ts'

describe('mayHaveNumbers', () => {
  test.each([
    ['3 May 2024', 2, true],
    ['3 May 2024', 3, false],
    ['22/04/2024', 3, true],
    ['Room 101', 2, false],
    ['', 1, false],
    ['٣ مايو ٢٠٢٤', 2, true],
  ])('%s: %d', (text, min, expected) => expect(mayHaveNumbers(text, min)).toBe(expected))
})

describe('mayHoldDate', () => {
  test.each(['3 May 2024', '2024-05-03', '二〇二四年五月三日', '2024年五月三日', '令和元年五月三日', '๓ พ.ค. ๒๕๖๗'])(
    '%s',
    (text) => expect(mayHoldDate(text)).toBe(true),
  )

  test.each(['12 Comments', 'Read more', 'in May', 'Chapter 4: the end'])('not in: %s', (text) =>
    expect(mayHoldDate(text)).toBe(false),
  )

  test.each([...NUMERAL_UNITS])('what stands before %s may be one', (unit) => expect(mayHoldDate(unit)).toBe(true))
})
