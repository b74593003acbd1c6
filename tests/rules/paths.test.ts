import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchesPath } from '../../src/rules/paths.ts'

describe('paths', () => {
  test.each([
    ['crawl/**', 'crawl/a.txt', true],
    ['crawl/**', 'crawl/2020/02/a.txt', true],
    ['crawl/**', 'other/crawl/a.txt', false],
    ['**/courier/**', 'crawl/courier/a.txt', true],
    ['**/courier/**', 'courier/a.txt', true],
    ['**/*.txt', 'a.txt', true],
    ['**/*.txt', 'x/y/a.txt', true],
    ['*.txt', 'x/a.txt', false],
    ['crawl/2020-*/a.txt', 'crawl/2020-02/a.txt', true],
    ['crawl/2020-*/a.txt', 'crawl/2020-02/b/a.txt', false],
    ['./crawl/*', 'crawl/a.txt', true],
    ['crawl//a.txt', './crawl/a.txt', true],
    ['../pages/*', '../pages/a.txt', true],
    ['../pages/*', 'pages/a.txt', false],
    ['/data/**', '/data/a.txt', true],
    ['/data/**', 'data/a.txt', false],
    ['a.txt', 'a.txt', true],
    ['a.txt', 'aXtxt', false],
    ['**/a/**/b', 'a/a/x/b/b', true],
    ['**/a/*/b', 'a/a/x/b', true],
  ])('%s and %s: %s', (pattern, path, wanted) => {
    expect(matchesPath(pattern, path)).toBe(wanted)
  })
})

/** The definition, part by part; for short paths only. */
function matches(pattern: readonly string[], path: readonly string[]): boolean {
  const [first, ...rest] = pattern
  if (first === undefined) return path.length === 0
  if (first === '**') return matches(rest, path) || (path.length > 0 && matches(pattern, path.slice(1)))
  const isSame = first === '*' || first === path[0]
  return path.length > 0 && isSame && matches(rest, path.slice(1))
}

test('agrees with the definition', () => {
  const parts = (names: readonly string[]) => fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(parts(['a', 'b', '*', '**']), parts(['a', 'b']), (pattern, path) => {
      expect(matchesPath(pattern.join('/'), path.join('/'))).toBe(matches(pattern, path))
    }),
    { numRuns: 2000, seed: 1 },
  )
})
