import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderBody } from '../../src/render/markdown.ts'
import { segmentHtml } from '../../src/segment/html.ts'
import type { Block } from '../../src/types.ts'
import { article } from '../helpers/blocks.ts'
import { anyString, htmlPage } from '../helpers/pages.ts'
import { parse, textOf } from '../helpers/readback.ts'

/** Pages of less count as so many bytes. */
const MIN_BYTES = 4096
const MAX_TIMES = 4

const blocksOf = (html: string): readonly Block[] => segmentHtml(html, 'https://example.org/').blocks
const bytesOf = (text: string) => Buffer.byteLength(text)

/** How many times as long as its page a body is. */
function times(html: string): number {
  return bytesOf(renderBody(article(blocksOf(html))).markdown) / Math.max(MIN_BYTES, bytesOf(html))
}

const LONG_URL = `https://example.org/${'a/'.repeat(1000)}`
/** What goes on over everything that follows: structures, and marks whose elements stay open. */
const OPENINGS = [
  '<blockquote>',
  '<ul><li>',
  '<ol start=987654321><li>',
  '<dl><dd>',
  '<div class="alert note">',
  '<details>',
  '<b>',
  '<i>',
  '<s>',
  '<sup>',
  '<sub>',
  '<code>',
  `<a href="${LONG_URL}">`,
  `<base href="${LONG_URL}">`,
  '<pre>',
  '<table><tr><th>a<th>b<tr><td><ul><li>a</ul><td>',
  '<h6>',
]
/** What a page may be made of, as short as it gets. */
const PIECES = [
  '<p>a',
  '<br>a',
  '<li>a',
  '<li><ul><li>a',
  '<h1>a',
  '<h6>*',
  '<hr>',
  '<pre>a</pre>',
  '<pre>\n\n\na</pre>',
  '<dt>a',
  '<dd>a',
  '\n',
  '&',
  '&lt;',
  '"',
  '*',
  '_ ',
  '[',
  '`',
  '|',
  '\\',
  '<a href=b>a</a>',
  '<a href=?&&&&>a</a>',
  '<img src=a>',
  '<img src="a b|" alt="[]">',
  '<iframe src=//youtu.be/abcdef></iframe>',
  '<math alttext=a>',
  '<td>a',
  '<td>',
  '<td colspan=50>',
  '<tr><td colspan=50 rowspan=9>a',
  '<tr><td>a',
  '<tr><td><ul><li>a</ul>',
  '<table><tr><th>a<th>b<tr><td>c<td>d</table>',
  '<sup><a href=#n>1</a></sup>',
  '<p id=n>',
  '<blockquote>a</blockquote>',
  '<b>a</b>',
  '<ruby>a<rt>b</ruby>',
]

const monotonous = fc
  .record({
    openings: fc.array(fc.tuple(fc.constantFrom(...OPENINGS), fc.constantFrom(1, 2, 20)), { maxLength: 4 }),
    pieces: fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 3 }),
    bytes: fc.constantFrom(5000, 10_000),
  })
  .map(({ openings, pieces, bytes }) => {
    const head = openings.map(([opening, count]) => opening.repeat(count)).join('')
    const piece = pieces.join('')
    return head + piece.repeat(Math.ceil(bytes / piece.length))
  })

describe('a body is at most four times as long as its page', { timeout: 120_000 }, () => {
  const check = (html: string) => {
    expect(times(html), html.slice(0, 300)).toBeLessThanOrEqual(MAX_TIMES)
  }

  test('whatever one thing it is made of', () => {
    fc.assert(fc.property(monotonous, check), { seed: 20_261_124, numRuns: 150 })
  })

  test('what is left out for it is told, and is no text', () => {
    const html = `<a href="${LONG_URL}">${'<p>word'.repeat(2000)}`
    const { markdown, warnings } = renderBody(article(blocksOf(html)))
    expect(warnings).toEqual([
      { code: 'output-limit', message: 'left out, as the body would be too long for the page: links' },
    ])
    expect(textOf(parse(markdown))).toBe(Array(2000).fill('word').join(' '))
  })

  test('what pages have more than text in is not left out', () => {
    const item = '<li>An item with <a href="/page">a link</a> and <b>bold</b> <i>words</i> in it'
    const html = `<blockquote>${`<ul>${item.repeat(4)}`.repeat(7)}</blockquote>`
    const { markdown, warnings } = renderBody(article(blocksOf(html)))
    expect(warnings).toEqual([])
    const deepest = `> ${' '.repeat(12)}- An item with [a link](https://example.org/page) and **bold** *words* in it`
    expect(markdown.split('\n').filter((line) => line === deepest)).toHaveLength(4)
  })

  test('also with much of everything', () => {
    const page = fc.oneof(
      htmlPage.map(({ html }) => html),
      anyString,
    )
    fc.assert(fc.property(page, check), { seed: 20_261_124, numRuns: 100 })
  })
})
