import { describe, expect, test } from 'vitest'
import { plainText } from '../../src/article/entities.ts'

describe('plainText', () => {
  test.each([
    ['entities that were escaped twice', 'Bread &amp;amp; Butter', 'Bread & Butter'],
    [
      'soft hyphens, which are no spaces',
      'Wasser\u00adver\u00adsorgung im&shy;mer sicher',
      'Wasserversorgung immer sicher',
    ],
    ['a zero-width space, which parts no word', 'น้ำ\u200bท่วม', 'น้ำท่วม'],
    ['a non-joiner, which Persian is read with', 'می\u200cروم', 'می\u200cروم'],
    ['white space of all kinds', ' A\u00a0line\n of\ttext ', 'A line of text'],
    ['tags', 'The <em>old</em> bridge', 'The old bridge'],
    ['tags with attributes', 'One<br/>two <span class="x">three</span>', 'One two three'],
    ['elements that are named', '&lt;table&gt;: <b>the</b> table element', '<table>: the table element'],
  ])('%s', (_, declared, plain) => {
    expect(plainText(declared)).toBe(plain)
  })
})
