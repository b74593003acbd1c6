import { describe, expect, test } from 'vitest'
import { readFigures } from '../../src/article/figures.ts'
import { surveyPage } from '../../src/article/survey.ts'
import type { Block, Outline, Page, ReasonCode, Verdict } from '../../src/types.ts'
import { block, container, heading, image, inside } from '../helpers/blocks.ts'
import { htmlPage } from '../helpers/page.ts'

const PROSE = block('Prices rose by three percent on Monday, the ministry said, and the shops of the town were full.')
const BODY: Verdict = { label: 'body', evidence: {} }
const removed = (reason: ReasonCode): Verdict => ({ label: 'boilerplate', reason, evidence: {} })

function figure(src: string, caption: string): Block[] {
  const outer = container('figure')
  return [
    inside([outer], image({ src, alt: '' })),
    ...(caption === '' ? [] : [inside([outer, container('caption')], block(caption))]),
  ]
}

function read(judged: readonly (readonly [Block, Verdict])[], hints: Parameters<typeof htmlPage>[1] = {}) {
  const page = htmlPage(
    judged.map(([one]) => one),
    hints,
  )
  return readOf(
    page,
    judged.map(([, verdict]) => verdict),
  )
}

function readOf(page: Page, verdicts: readonly Verdict[]) {
  return readFigures(surveyPage(page, verdicts, null), 0)
}

const TITLE = [heading(1, 'Prices rise again'), removed('before-article')] as const

describe('captions', () => {
  test('a caption is the article’s whatever its score, and its picture with it', () => {
    const [picture, caption] = figure('a.jpg', 'A market. Photo: Anna Berg') as [Block, Block]
    const found = read([TITLE, [picture, removed('media')], [caption, removed('low-score')], [PROSE, BODY]])
    expect(found.images).toEqual([{ src: 'a.jpg', alt: null, caption: 'A market.', credit: 'Anna Berg' }])
    expect(found.captions).toEqual([2])
    expect(found.pictures).toEqual([1])
  })

  test('that of a teaser is not, nor one far from the body', () => {
    const [picture, caption] = figure('a.jpg', 'Another story') as [Block, Block]
    const [late, lateCaption] = figure('b.jpg', 'A market') as [Block, Block]
    const other = [block('Menu'), removed('navigation')] as const
    const found = read([
      TITLE,
      [PROSE, BODY],
      [picture, removed('related')],
      [caption, removed('related')],
      [PROSE, BODY],
      other,
      other,
      other,
      [late, removed('media')],
      [lateCaption, removed('after-article')],
    ])
    expect(found).toEqual({ images: [], captions: [], pictures: [] })
  })

  test('several lines of one caption are one', () => {
    const outer = container('figure')
    const around = container('caption')
    const found = read([
      TITLE,
      [inside([outer], image({ src: 'a.jpg', alt: 'Stalls' })), BODY],
      [inside([outer, around], block('A market in the north.')), BODY],
      [inside([outer, around], block('Photo: Anna Berg')), BODY],
      [PROSE, BODY],
    ])
    expect(found.images).toEqual([
      { src: 'a.jpg', alt: 'Stalls', caption: 'A market in the north.', credit: 'Anna Berg' },
    ])
    expect(found.captions).toEqual([2, 3])
  })

  test('a line under a picture is one if its element is called so, or if it names a photographer', () => {
    const outline: Outline = {
      parent: [-1, 0, 0],
      tag: ['#root', 'div', 'p'],
      tokens: [[], ['article', 'image', 'caption'], ['text']],
    }
    const dom = (element: number) => ({ dom: { element, linkChars: 0, hidden: false, control: false } })
    const blocks = [
      heading(1, 'Prices rise again', dom(2)),
      image({ src: 'a.jpg', alt: '' }, dom(2)),
      block('A market in the north', dom(1)),
      image({ src: 'b.jpg', alt: '' }, dom(2)),
      block('A market in the south. Photo: Anna Berg', dom(2)),
      image({ src: 'c.jpg', alt: '' }, dom(2)),
      block('Prices rose.', dom(2)),
      { ...PROSE, ...dom(2) },
    ]
    const found = readOf(
      { ...htmlPage(blocks, {}), outline },
      blocks.map(() => BODY),
    )
    expect(found.captions).toEqual([2, 4])
    expect(found.images.map(({ src, caption }) => [src, caption])).toEqual([
      ['a.jpg', 'A market in the north'],
      ['b.jpg', 'A market in the south.'],
      ['c.jpg', null],
    ])
  })

  test('the caption of a table is none', () => {
    const table = container('table')
    const found = read([
      TITLE,
      [inside([container('figure'), table, container('caption')], block('Prices of the year')), BODY],
      [PROSE, BODY],
    ])
    expect(found.captions).toEqual([])
  })
})

describe('pictures', () => {
  test('one that the page declares as its own is kept, others outside of the body are not', () => {
    const own = image({ src: 'https://example.com/own.jpg', alt: '' })
    const other = image({ src: 'https://example.com/other.jpg', alt: '' })
    const found = read([[own, removed('media')], [other, removed('media')], TITLE, [PROSE, BODY]], {
      meta: [{ name: 'og:image', content: 'https://example.com/own.jpg' }],
    })
    expect(found.images.map(({ src }) => src)).toEqual(['https://example.com/own.jpg'])
    expect(found.pictures).toEqual([0])
  })

  test('each is told once, and those of the body need no keeping', () => {
    const picture = image({ src: 'a.jpg', alt: '' })
    const found = read([TITLE, [picture, BODY], [PROSE, BODY], [picture, BODY], [PROSE, BODY]])
    expect(found.images).toHaveLength(1)
    expect(found.pictures).toEqual([])
  })
})
