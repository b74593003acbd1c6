import { describe, expect, test } from 'vitest'
import { assertRules } from '../../src/rules/assert.ts'
import { checkRules, shownPath } from '../../src/rules/check.ts'
import type { SiteRules } from '../../src/rules/siteRules.ts'
import { selectorProblem } from '../../src/segment/selectors.ts'

const told = (rules: unknown) =>
  checkRules(rules, selectorProblem).map(({ path, message }) => `${shownPath(path)}: ${message}`)

test('rules as they should be', () => {
  expect(
    told({
      '*': { remove: [{ line: 'Share this*' }, 'aside'] },
      'example.com': {
        paths: ['crawl/**'],
        keep: ['article > .note', '[data-kind="lead"]:not(.ad)', 'custom-element'],
        remove: [],
        title: 'h1',
        date: ['time', { line: 'Published * by *', take: 1 }],
        author: { line: 'By *' },
      },
      'a.test': {},
    }),
  ).toEqual([])
})

const PLACE = 'Expected a CSS selector or { "line": ... }, not: '

describe('what is wrong with them', () => {
  test.each<[unknown, string]>([
    [[], ': Expected an object, not: a list'],
    [{ 'a.test': 'p' }, '["a.test"]: Expected an object, not: p'],
    [
      { 'https://a.test/b': {} },
      '["https://a.test/b"]: Expected a host such as example.com, not: https://a.test/b (did you mean a.test?)',
    ],
    [{ '*.a.test': {} }, '["*.a.test"]: Expected a host such as example.com, not: *.a.test (did you mean a.test?)'],
    [{ 'a.test': {}, 'A.Test': {} }, '["A.Test"]: Expected each host once, not: A.Test again'],
    [{ 'a.test': { titel: 'h1' } }, '["a.test"].titel: Expected a known key, not: titel (did you mean title?)'],
    [{ 'a.test': { zzz: 'h1' } }, '["a.test"].zzz: Expected a known key, not: zzz'],
    [{ 'a.test': { constructor: 'h1' } }, '["a.test"].constructor: Expected a known key, not: constructor'],
    [{ '*': { paths: ['a'] } }, '["*"].paths: Expected paths for a host only, not: for *, which is every page'],
    [{ a: { paths: ['{a,b}/**'] } }, 'a.paths[0]: Expected a path with * and ** as its only signs, not: {a,b}/**'],
    [{ a: { keep: '.b' } }, 'a.keep: Expected a list, not: .b'],
    [{ a: { keep: [''] } }, 'a.keep[0]: Expected a text, not: an empty text'],
    [{ a: { remove: [3] } }, `a.remove[0]: ${PLACE}3`],
    [{ a: { remove: ['div['] } }, `a.remove[0]: ${PLACE}div[ (Expected name, found )`],
    [{ a: { remove: ['p:foo'] } }, `a.remove[0]: ${PLACE}p:foo (Unknown pseudo-class :foo)`],
    [{ a: { remove: ['p >'] } }, `a.remove[0]: ${PLACE}p > (it ends too early)`],
    [{ a: { remove: ['Share this*'] } }, `a.remove[0]: ${PLACE}Share this* (HTML has no element share)`],
    [{ a: { remove: ['© 2024'] } }, `a.remove[0]: ${PLACE}© 2024 (Empty sub-selector)`],
    [{ a: { remove: [{}] } }, 'a.remove[0]: Expected the key line, not: an object without'],
    [{ a: { remove: [{ line: ' ** ' }] } }, 'a.remove[0].line: Expected a line with more than stars in it, not:  ** '],
    [{ a: { remove: [{ line: 'x', take: 1 }] } }, 'a.remove[0].take: Expected a known key, not: take'],
    [{ a: { title: { line: 'x' } } }, 'a.title.line: Expected a line with a * where the value stands, not: x'],
    [
      { a: { title: [{ line: '* *' }] } },
      'a.title[0]: Expected the key take, 1 to 2, for a line with several stars, not: none',
    ],
    [
      { a: { date: { line: '* *', take: 3 } } },
      'a.date.take: Expected the number of a star in the line, 1 to 2, not: 3',
    ],
    [
      { a: { date: { line: '*', take: 0.5 } } },
      'a.date.take: Expected the number of a star in the line, 1 for the first, not: 0.5',
    ],
  ])('%j', (rules, wanted) => {
    expect(told(rules)).toEqual([wanted])
  })

  test('all of it at once', () => {
    expect(told({ a: { titel: 1, keep: ['p['] }, 'b c': {} })).toHaveLength(3)
  })
})

test('a program is told as well', () => {
  const wrong = { 'a.test': { keep: ['p['], title: 3 } } as unknown as SiteRules
  expect(() => assertRules(wrong, selectorProblem)).toThrow(
    new TypeError(`rules["a.test"].keep[0]: ${PLACE}p[ (Expected name, found )\nrules["a.test"].title: ${PLACE}3`),
  )
  expect(() => assertRules({ 'a.test': { keep: ['p'] } }, selectorProblem)).not.toThrow()
})
