import { describe, expect, test } from 'vitest'
import { parseDocument, SyntaxProblem } from '../../../src/cli/config/document.ts'

const TEXT = `{
  // a comment
  "a": { "b": [1, { "c": "x" }] },
  "d": true,
}`

describe('places', () => {
  const { value, positionOf } = parseDocument(TEXT, true)

  test('the value', () => {
    expect(value).toEqual({ a: { b: [1, { c: 'x' }] }, d: true })
  })

  test.each([
    [[], false, 1, 1],
    [['a'], true, 3, 3],
    [['a'], false, 3, 8],
    [['a', 'b', 1, 'c'], true, 3, 21],
    [['a', 'b', 1, 'c'], false, 3, 26],
    [['d'], false, 4, 8],
  ])('%j, key: %s', (path, isKey, line, column) => {
    expect(positionOf({ path, isKey })).toEqual({ line, column })
  })
})

describe('no JSON', () => {
  test.each([
    ['{"a": 1,, }', true, 'Expected JSON, not: ,', 1, 9],
    ['{"a": 1\n"b": 2}', true, 'Expected JSON, not: "', 2, 1],
    ['{"a": yes}', true, 'Expected JSON, not: yes', 1, 7],
    ['{"a": 1} x', true, 'Expected JSON, not: x', 1, 10],
    ['', true, 'Expected JSON, not: the end', 1, 1],
    ['{"a": 1, }', false, 'Expected JSON, not: }', 1, 10],
    ['// a', false, 'Expected JSON, not: /', 1, 1],
  ])('%s', (text, comments, message, line, column) => {
    let thrown: unknown
    try {
      parseDocument(text, comments)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(SyntaxProblem)
    expect(thrown).toMatchObject({ message, position: { line, column } })
  })

  test('too deep for the parser', () => {
    expect(() => parseDocument('['.repeat(100_000), true)).toThrow(SyntaxProblem)
  })
})

test('keys that stand there twice', () => {
  const { doubles } = parseDocument('{"a": 1, "b": {"c": 1,\n "c": 2}, "a": 2}', true)
  expect(doubles).toEqual([
    { line: 2, column: 2, message: 'Expected each key once, not: c again' },
    { line: 2, column: 11, message: 'Expected each key once, not: a again' },
  ])
})

test('a key that objects inherit from is one like others', () => {
  const { value } = parseDocument('{"__proto__": {"format": "json"}}', true)
  expect(Object.keys(value as object)).toEqual(['__proto__'])
  expect((value as { format?: unknown }).format).toBeUndefined()
})
