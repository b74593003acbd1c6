import { describe, expect, test } from 'vitest'
import { mayNamePhotographer } from '../../src/text/lexicon.ts'
import { indexStarts, mayStartPhrase } from '../../src/text/phraseStarts.ts'

const starts = indexStarts(['a\tx=a', 'by\tx=a', 'by the way\tx=a', 'read more\tx=a', 'share\tx=a', 'über uns\tx=a'])

describe('mayStartPhrase', () => {
  test.each([
    'share',
    'Share: this',
    'SHARE this',
    'By Anna',
    'by th',
    'A man',
    'read',
    'Read mo',
    'sharé',
    'Über',
    '12',
    '',
  ])('may be: %s', (text) => expect(mayStartPhrase(starts, text, 0)).toBe(true))

  test.each(['Sharewood', 'Read less', 'readmore', 'the end', 'bye bye', 'shards of glass'])('is none: %s', (text) =>
    expect(mayStartPhrase(starts, text, 0)).toBe(false),
  )

  test('reads the text from a place on', () => {
    expect(mayStartPhrase(starts, 'words, share', 7)).toBe(true)
    expect(mayStartPhrase(starts, 'share, words', 7)).toBe(false)
  })

  test('leaves a letter open that a combining mark may change', () => {
    expect(mayStartPhrase(starts, 'sharx\u0301', 0)).toBe(true)
    expect(mayStartPhrase(starts, 'shxre\u0301', 0)).toBe(false)
  })
})

describe('mayNamePhotographer', () => {
  test.each([
    ['a phrase', 'Foto: Anna Berg', 0],
    ['a phrase after signs', '» Foto: Anna Berg', 0],
    ['the end of a pattern', 'Zoe Anna berichtet contributed reporting.', 0],
    ['another script', '大庭由紀撮影', 0],
  ])('%s', (_, text, at) => expect(mayNamePhotographer(text, at)).toBe(true))

  test('no words of prose, and no phrases of other roles', () => {
    expect(mayNamePhotographer('The mayor opened the market', 0)).toBe(false)
    expect(mayNamePhotographer('Foto: the mayor opened it', 6)).toBe(false)
    expect(mayNamePhotographer('Subscribe to the newsletter', 0)).toBe(false)
  })
})
