import { expect, test } from 'vitest'
import { tokenize } from './tokens.ts'

const shown = (source: string): string[] => tokenize(source).map(({ type, text }) => `${type} ${text}`)

test('a slash divides after a value and starts a regex after an operator', () => {
  const source = 'const a = b / c / 2; return /[/"]\\/x/giu.test(a[0] / 2)'
  expect(tokenize(source).filter(({ type }) => type === 'regex')).toMatchObject([{ text: '[/"]\\/x', flags: 'giu' }])
})

test('comments and strings hide what is in them', () => {
  expect(shown("// import 'a'\nf('/x/ // y') /* `z` */")).toEqual([
    'word f',
    'punctuation (',
    'string /x/ // y',
    'punctuation )',
  ])
})

test('templates are cut at their expressions, however deep', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the string is source code
  const texts = shown('`a${f({ b: `c${/d/}` })}e`').filter((token) => !token.startsWith('punctuation'))
  expect(texts).toEqual(['template a', 'word f', 'word b', 'template c', 'regex d', 'template ', 'template e'])
})

test('lines and depth', () => {
  expect(tokenize('a\n{ `x\n` (b) }').map(({ text, line, depth }) => [text, line, depth])).toEqual([
    ['a', 1, 0],
    ['{', 2, 0],
    ['x\n', 2, 1],
    ['(', 3, 1],
    ['b', 3, 2],
    [')', 3, 1],
    ['}', 3, 0],
  ])
})
