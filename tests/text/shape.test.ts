import { describe, expect, test } from 'vitest'
import { shape } from '../../src/text/shape.ts'
import { countWords } from '../../src/text/words.ts'

test('counts', () => {
  expect(shape('The USA paid $3.5 m, Mr. Smith says; "Why?!"')).toEqual({
    chars: 36,
    letters: 25,
    digits: 2,
    upper: 7,
    punctuation: 2,
    commas: 2,
    titleCaseWords: 4,
    words: 10,
    endsSentence: true,
    startsUpper: true,
  })
})

test('an empty text has nothing', () => {
  expect(shape('')).toEqual({
    chars: 0,
    letters: 0,
    digits: 0,
    upper: 0,
    punctuation: 0,
    commas: 0,
    titleCaseWords: 0,
    words: 0,
    endsSentence: false,
    startsUpper: false,
  })
})

describe('punctuation', () => {
  test.each([
    ['End.', 1],
    ['Wait... what?', 2],
    ['Well…', 1],
    ['(See above.) So "yes!" then', 2],
    ['v3.5 at example.com/?id=4', 0],
    ['首页。新闻！更多？', 3],
    ['什么?!真的', 1],
    ['यह है। हाँ॥', 2],
    ['ما هذا؟ لا۔', 2],
  ])('%s has %i', (text, expected) => {
    expect(shape(text).punctuation).toBe(expected)
  })
})

describe('endsSentence', () => {
  test.each([
    ['He left.', true],
    ['“He left.”', true],
    ['(He left.) ', true],
    ['「行こう。」', true],
    ['他走了。', true],
    ['Read more', false],
    ['Read more »', false],
    ['3.5', false],
    ['Contents:', false],
    ['He left. 12', false],
  ])('%s: %s', (text, expected) => {
    expect(shape(text).endsSentence).toBe(expected)
  })
})

describe('startsUpper', () => {
  test.each([
    ['“Über uns”', true],
    ['„über uns“', false],
    ['3 Days', false],
    ['Ж', true],
  ])('%s: %s', (text, expected) => {
    expect(shape(text).startsUpper).toBe(expected)
  })
})

test.each(['Plain words here', '北京 2024年', 'ภาษาไทยดี ok', 'ไทยABC def', '❤\ufe0f cafe\u0301s'])(
  'words of %s are those of countWords',
  (text) => {
    expect(shape(text).words).toBe(countWords(text))
  },
)
