import { describe, expect, test } from 'vitest'
import { countWords, isUnspaced, words } from '../../src/text/words.ts'

describe('words', () => {
  test.each([
    ['', []],
    [' — | … ', []],
    ['Don’t Panic_1, 42 times', ['don', 't', 'panic_1', '42', 'times']],
    ['L’été à Żywiec', ['l', 'été', 'à', 'żywiec']],
    ['в Києві', ['в', 'києві']],
    ['हिन्दी में', ['हिन्दी', 'में']],
    ['iPhone15手机', ['iphone15', '手', '机']],
    ['データ。', ['デ', 'ー', 'タ']],
    ['ที่นี่', ['ที่', 'นี่']],
    ['한국어 문장', ['한국어', '문장']],
    ['\u{20000}\u{1d400}b \u{1f600}', ['\u{20000}', '\u{1d400}b']],
    // A variation selector is a mark, but no word.
    ['❤\ufe0f ok', ['ok']],
    // A letter and a combining accent are one word, and stay as they are.
    ['cafe\u0301s', ['cafe\u0301s']],
    ['\ud800 a', ['a']],
  ])('%j', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })
})

describe('countWords', () => {
  test.each([
    ['', 0],
    ['One two-three 4.5', 5],
    ['北京 2024年', 4],
    ['カタカナ', 4],
    // 9 characters of Thai, 2 words of about 4; then a Latin one.
    ['ภาษาไทยดี ok', 3],
    ['ไทยABC', 2],
    ['ក', 1],
    ['❤\ufe0f❤\ufe0f', 0],
    ['हिन्दी में', 2],
  ])('%j has %i', (text, expected) => {
    expect(countWords(text)).toBe(expected)
  })
})

test.each([
  ['国', true],
  ['ー', true],
  ['ไ', true],
  ['ລ', true],
  ['ខ', true],
  ['မ', true],
  ['\u{20000}', true],
  ['한', false],
  ['a', false],
  ['。', false],
])('isUnspaced(%s) is %s', (character, expected) => {
  expect(isUnspaced(character.codePointAt(0) as number)).toBe(expected)
})
