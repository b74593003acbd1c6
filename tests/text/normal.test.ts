import { expect, test } from 'vitest'
import { normalForm, toNfc, toNfkc } from '../../src/text/normal.ts'

/** Every code unit but halves of surrogate pairs, alone and after a letter that composes with many. */
function eachText(check: (text: string) => void): void {
  for (let code = 0; code <= 0xffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const character = String.fromCharCode(code)
    for (const before of ['', 'e', 'A', '가', 'и', '“']) check(before + character)
  }
}

test('NFC as the platform writes it', () => {
  const wrong: string[] = []
  eachText((text) => toNfc(text) === text.normalize('NFC') || wrong.push(text))
  expect(wrong).toEqual([])
})

test('NFKC as the platform writes it', () => {
  const wrong: string[] = []
  eachText((text) => toNfkc(text) === text.normalize('NFKC') || wrong.push(text))
  expect(wrong).toEqual([])
})

test('marks of a letter as the platform puts them in order, thirty at a time', () => {
  const pair = '\u0301\u0323'
  const ordered = (pairs: number) => '\u0323'.repeat(pairs) + '\u0301'.repeat(pairs)
  expect(normalForm(`x${pair.repeat(15)}y`, 'NFC')).toBe(`x${ordered(15)}y`)
  expect(normalForm(`ax${pair.repeat(16)}yé`, 'NFKD')).toBe(`ax${ordered(15)}${ordered(1)}ye\u0301`)
  expect(normalForm(`x${'\u{1d165}\u0323'.repeat(100_000)}`, 'NFC')).toHaveLength(300_001)
})
