import { expect, test } from 'vitest'
import { toNfc, toNfkc } from '../../src/text/normal.ts'

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
