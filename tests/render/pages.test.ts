import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toBody } from '../../src/render/markdown.ts'
import { segmentHtml } from '../../src/segment/html.ts'
import { article } from '../helpers/blocks.ts'
import { anyString, htmlPage, withoutSpace } from '../helpers/pages.ts'
import { parse, problems, textOf } from '../helpers/readback.ts'

/** Whole pages as Markdown, whatever is on them. */

const PARAMETERS = { seed: 20_261_124, numRuns: 200 }
const TIMEOUT_MS = 120_000

const articleOf = (html: string) => article(segmentHtml(html, 'https://example.org/').blocks)

test(
  'what shows on a page reads back, and nothing else',
  () => {
    fc.assert(
      fc.property(htmlPage, ({ html, visible }) => {
        const markdown = toBody(articleOf(html), { tables: 'gfm' })
        const root = parse(markdown)
        expect(problems(root), markdown).toEqual([])
        expect(withoutSpace(textOf(root)), markdown).toBe(visible)
      }),
      PARAMETERS,
    )
  },
  TIMEOUT_MS,
)

test(
  'any string: nothing throws, nothing live',
  () => {
    fc.assert(
      fc.property(anyString, (html) => {
        const markdown = toBody(articleOf(html), { tables: 'gfm' })
        const live = problems(parse(markdown)).filter((problem) => !problem.startsWith('footnote'))
        expect(live, markdown).toEqual([])
        expect(toBody(articleOf(html), { tables: 'gfm' })).toBe(markdown)
      }),
      PARAMETERS,
    )
  },
  TIMEOUT_MS,
)

describe('hostile pages take time in proportion to their length', () => {
  const nested = (open: string, close: string, count = 10_000) => open.repeat(count) + close.repeat(count)
  const many = (count: number, piece: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => piece(i)).join('')
  test.each<readonly [string, string]>([
    ['lists', nested('<ul><li>a', '</li></ul>')],
    ['divisions', nested('<div>a', '</div>')],
    ['quotations', nested('<blockquote>a', '</blockquote>')],
    ['callouts', nested('<div class="alert alert-info">a', '</div>')],
    ['formulas without a source', nested('<span class="katex">', '</span>', 30_000)],
    ['formulas', `<p>${many(20_000, (i) => `<span class="katex"><math alttext="x_${i}"></math></span> `)}</p>`],
    ['pictures without scripts', many(300, () => nested('<noscript>', '</noscript>', 100))],
    ['lines of code', `<pre>${many(50_000, () => '<div>a</div>')}</pre>`],
    ['line numbers', `<pre>${nested('<span class="ln">1', '</span>')}a</pre>`],
    ['references to one note', `<p>${many(30_000, () => '<sup><a href="#n">1</a></sup>')}</p><p id=n>note</p>`],
    ['references to nothing', `<p>${many(30_000, () => '<sup>a<a href="#n">1</a></sup>')}</p>`],
    [
      'notes',
      `<p>${many(8000, (i) => `<sup><a href="#n${i}">${i}</a></sup>`)}</p>${many(8000, (i) => `<p id=n${i}>^ <a href="#r">a</a> x</p>`)}`,
    ],
    ['a set of sources', `<img srcset="${many(50_000, () => 'a,b 1x, ')}">`],
    ['tables', many(3000, () => '<table><tr><th>a<th>b<tr><td><ul><li>c</ul><td>d</table>')],
  ])('%s', { timeout: TIMEOUT_MS }, (_, html) => {
    const start = process.cpuUsage()
    toBody(articleOf(html))
    const { user } = process.cpuUsage(start)
    // Each takes well under a second; quadratic ones take minutes.
    expect(user / 1e6).toBeLessThan(10)
  })
})
