import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchWildcard, wildcardPieces } from '../../src/rules/wildcard.ts'

const stars = (pattern: string, text: string) => matchWildcard(wildcardPieces(pattern), text)

describe('what each star stands for', () => {
  test.each([
    ['Share this', 'Share this', []],
    ['Share this*', 'Share this on Foo', [' on Foo']],
    ['Share this*', 'Share this', ['']],
    ['*Advertisement*', 'Advertisement', ['', '']],
    ['Published * by *', 'Published 3 March by Ann by night', ['3 March', 'Ann by night']],
    ['* | Thornbridge Courier', 'A | B | Thornbridge Courier', ['A | B']],
    ['**', 'anything', ['anything']],
    ['a*b*c', 'abbcbc', ['', 'bcb']],
    ['(c) [x] .* \\d', '(c) [x] .any \\d', ['any']],
  ])('%s on %s', (pattern, text, wanted) => {
    expect(stars(pattern, text)).toEqual(wanted)
  })
})

describe('another text', () => {
  test.each([
    ['Share this', 'share this'],
    ['Share this', 'Share this!'],
    ['Share this*', 'Please share this'],
    ['*aba', 'ab'],
    ['aba*aba', 'ababa'],
    ['a*b*b', 'ab'],
    ['', 'a'],
  ])('%s is not %s', (pattern, text) => {
    expect(stars(pattern, text)).toBeNull()
  })
})

/** The definition, letter by letter; for short texts only. */
function matches(pattern: string, text: string): boolean {
  if (pattern === '') return text === ''
  if (pattern.startsWith('*'))
    return matches(pattern.slice(1), text) || (text !== '' && matches(pattern, text.slice(1)))
  return text !== '' && pattern.charAt(0) === text.charAt(0) && matches(pattern.slice(1), text.slice(1))
}

const short = (letters: string) => fc.array(fc.constantFrom(...letters), { maxLength: 9 }).map((all) => all.join(''))

test('agrees with the definition, and its stars put the text together again', () => {
  fc.assert(
    fc.property(short('ab*'), short('ab'), (pattern, text) => {
      const pieces = wildcardPieces(pattern)
      const found = matchWildcard(pieces, text)
      expect(found !== null).toBe(matches(pattern, text))
      if (found !== null) expect(pieces.map((piece, i) => piece + (found[i] ?? '')).join('')).toBe(text)
    }),
    { numRuns: 2000, seed: 1 },
  )
})
