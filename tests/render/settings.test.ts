import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toBody, toMarkdown } from '../../src/render/markdown.ts'
import type { RenderWishes } from '../../src/render/settings.ts'
import { segmentHtml } from '../../src/segment/html.ts'
import { article, block, container, headers, image, inline, inside, list, table } from '../helpers/blocks.ts'
import { htmlPage, withoutSpace } from '../helpers/pages.ts'
import { parse, textOf, walk } from '../helpers/readback.ts'

const picture = (alt = 'A cat') => image({ src: 'https://a.test/cat.jpg', alt })

describe('without links', () => {
  const links = false
  test.each([
    ['their text stays, and the marks in it', inline('a <a href="https://a.test/">b <b>c</b></a> d'), 'a b **c** d'],
    ['an address that is text stays', inline('<a href="https://a.test/">https://a.test/</a>'), 'https://a.test/'],
    [
      'a picture with a link around it is a picture',
      image({ src: 'https://a.test/b.jpg', alt: '' }, { marks: [{ type: 'link', start: 0, end: 0, url: '/x' }] }),
      '![](https://a.test/b.jpg)',
    ],
    [
      'an embed is its title',
      block('', { kind: 'embed', embed: { url: 'https://a.test/v', title: 'A walk' } }),
      'A walk',
    ],
  ])('%s', (_, one, markdown) => expect(toBody(article([one]), { links })).toBe(markdown))

  test('references to notes stay', () => {
    const reference = { type: 'note' as const, start: 1, end: 2, note: 'n' }
    const blocks = [block('a1', { marks: [reference] }), block('b', { note: 'n' })]
    expect(toBody(article(blocks), { links })).toBe('a[^1]\n\n[^1]: b')
  })
})

describe('without pictures', () => {
  const images = false
  test('they leave nothing behind: no item, no row, no quotation, no link', () => {
    const linked = inline('<a href="https://a.test/">b<img src="https://a.test/c.jpg"></a> d')
    const blocks = [
      picture(),
      ...list([picture(), 'a']),
      inside([container('quote')], picture()),
      ...table([headers('x', 'y'), [{ text: [picture()] }, { text: [picture()] }], ['e', { text: [picture()] }]]),
      linked,
    ]
    expect(toBody(article(blocks), { images })).toBe(
      '- a\n\n| x | y |\n| --- | --- |\n| e |  |\n\n[b](https://a.test/) d',
    )
  })

  const figure = container('figure')
  const caption = inside([figure, container('caption')], block('A cat'))

  test('their captions stay, also where the picture would have said the same', () => {
    expect(toBody(article([inside([figure], picture()), caption]))).toBe('![A cat](https://a.test/cat.jpg)')
    expect(toBody(article([inside([figure], picture()), caption]), { images })).toBe('A cat')
  })

  test('captions that have left the body come back as text', () => {
    const told = { src: 'https://a.test/cat.jpg', alt: 'A cat', caption: 'A cat', credit: null }
    expect(toBody(article([picture(), block('a')], { images: [told] }))).toBe('![A cat](https://a.test/cat.jpg)\n\na')
    expect(toBody(article([picture(), block('a')], { images: [told] }), { images })).toBe('A cat\n\na')
  })
})

test('without front matter a file starts with its title', () => {
  const one = article([block('a')], { title: 'T', language: 'en' })
  expect(toMarkdown(one, { frontMatter: 'none' })).toBe('# T\n\na\n')
  expect(toMarkdown(article([block('---')]), { frontMatter: 'none' })).toBe('\\---\n')
})

/** Whatever is left out, the text of the page is not. */
describe('no setting changes the text', () => {
  const wishes: fc.Arbitrary<RenderWishes> = fc.record({
    tables: fc.constantFrom('gfm', 'none'),
    images: fc.boolean(),
    links: fc.boolean(),
  })
  test('of any page', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(htmlPage, wishes, ({ html, visible }, wanted) => {
        const markdown = toBody(article(segmentHtml(html, 'https://example.org/').blocks), wanted)
        const nodes = walk(parse(markdown))
        expect(withoutSpace(textOf(parse(markdown))), markdown).toBe(visible)
        const left = new Set(nodes.map(({ type }) => type))
        if (wanted.images === false) expect(left).not.toContain('image')
        // Addresses that are text become links by GFM.
        const written = nodes.filter(
          ({ type, position }) => type === 'link' && markdown[position?.start.offset ?? 0] === '[',
        )
        if (wanted.links === false) expect(written).toEqual([])
        if (wanted.tables === 'none') expect(left).not.toContain('table')
      }),
      { seed: 20_261_124, numRuns: 200 },
    )
  })
})
