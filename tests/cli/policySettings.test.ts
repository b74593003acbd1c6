import { describe, expect, test } from 'vitest'
import { isBeyond, toConfidence, toReports, toRequired, toTolerance } from '../../src/cli/policySettings.ts'

test('fields that are required', () => {
  expect(toRequired('title,date')).toEqual(['title', 'date'])
  expect(toRequired(' authors , title, authors')).toEqual(['authors', 'title'])
})

test.each(['author', '', 'title,', 'toString', 'Title'])('%j is no list of fields', (given) => {
  expect(() => toRequired(given)).toThrow(/^Expected fields out of url, site, .* for --require, not: /)
})

test.each([
  ['0', 0],
  ['1', 1],
  ['.5', 0.5],
  ['0.85', 0.85],
])('a confidence of %s', (given, value) => {
  expect(toConfidence(given)).toBe(value)
})

test.each(['', '1.1', '-1', '80%', '1e-1', 'high'])('%j is no confidence', (given) => {
  expect(() => toConfidence(given)).toThrow(`Expected a number from 0 to 1 for --min-confidence, not: ${given}`)
})

describe('failures that are tolerated', () => {
  test.each<[string | undefined, number, number, boolean]>([
    [undefined, 0, 10, false],
    [undefined, 1, 10, true],
    ['3', 3, 10, false],
    ['3', 4, 10, true],
    ['5%', 5, 100, false],
    ['5%', 6, 100, true],
    ['5%', 1, 19, true],
    ['2.5%', 1, 40, false],
    ['0%', 0, 0, false],
    ['100%', 10, 10, false],
  ])('%s: %i of %i', (given, failed, pages, isTooMany) => {
    expect(isBeyond(failed, pages, toTolerance(given))).toBe(isTooMany)
  })

  test.each(['', '-1', '101%', '%', '1.5', 'all'])('%j is no number of them', (given) => {
    expect(() => toTolerance(given)).toThrow(
      `Expected a number of pages or a share such as 5% for --max-failures, not: ${given}`,
    )
  })
})

describe('reports', () => {
  test('of several kinds', () => {
    expect(toReports(['junit=a.xml', 'md=b=c.md', 'github'], false)).toEqual({
      files: [
        { kind: 'junit', path: 'a.xml' },
        { kind: 'md', path: 'b=c.md' },
      ],
      github: true,
    })
  })

  test('on GitHub without being asked for', () => {
    expect(toReports([], false)).toEqual({ files: [], github: false })
    expect(toReports([], true)).toEqual({ files: [], github: true })
  })

  test.each(['junit', 'junit=', 'html=a', '=a', '', 'toString=a'])('%j is none', (given) => {
    expect(() => toReports([given], false)).toThrow(
      `Expected junit=<file>, json=<file>, md=<file> or github for --report, not: ${given}`,
    )
  })

  test('two in one file are wrong usage', () => {
    expect(() => toReports(['json=a', 'md=a'], false)).toThrow('Expected a file for each --report, not: a for two')
  })
})
