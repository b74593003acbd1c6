import { describe, expect, test } from 'vitest'
import { computeRows } from '../../src/features/index.ts'
import { label } from '../../src/label/index.ts'
import { segmentHtml } from '../../src/segment/html.ts'
import { NO_HINTS } from '../../src/segment/noHints.ts'
import { segmentText } from '../../src/segment/text.ts'
import type { Page } from '../../src/types.ts'

const PROSE =
  'The ferry crosses the bay eight times a day, and in summer it carries bicycles, dogs and now and then a small car.'

/** Labels a page whose blocks are sure content, but for those that `unsure` names. */
function verdictsOf(page: Page, unsure: Record<string, number> = {}, articleShare = 1): Record<string, string> {
  const { context } = computeRows(page)
  const { verdicts } = label({
    page,
    scores: page.blocks.map((block) => unsure[block.text] ?? 0.9),
    words: context.shapes.map((shape) => shape.words),
    phrases: context.phrases,
    linkShares: context.linkShares,
    articleShare,
  })
  return Object.fromEntries(
    page.blocks.map((block, i) => {
      const verdict = verdicts[i]
      return [block.text || block.kind, verdict?.label === 'boilerplate' ? verdict.reason : 'body']
    }),
  )
}

function html(source: string): Page {
  return { kind: 'html', url: null, language: 'en', ...segmentHtml(source, null) }
}

function text(source: string): Page {
  const blocks = segmentText(source)
  return { kind: 'text', url: null, language: 'en', blocks, outline: null, hints: NO_HINTS, warnings: [] }
}

describe('removed whatever the score', () => {
  test.each([
    ['Share this article', 'share'],
    ['Facebook | Twitter | WhatsApp', 'share'],
    ['Back to top | Privacy policy', 'back-to-top'],
    ['Read also: The bridge that nobody wanted', 'read-also'],
    ['© 2023 The Lowmere Post', 'copyright'],
    ['7 comments', 'comments'],
  ])('%s', (line, reason) => expect(verdictsOf(text(`${PROSE}\n\n${line}\n\n${PROSE} Again.`))[line]).toBe(reason))

  test.each(['Share prices fell on Tuesday.', 'Comments by the minister caused a stir in the harbour.'])(
    'not: %s',
    (line) => expect(verdictsOf(text(`${PROSE}\n\n${line}\n\n${PROSE} Again.`))[line]).toBe('body'),
  )
})

test('copies of a block are removed, repetitions within one run are not', () => {
  const page = text(`${PROSE}\n\nMenu\n\n${PROSE}`)
  expect(
    label({
      page,
      scores: [0.8, 0.1, 0.9],
      words: [22, 1, 22],
      phrases: [null, null, null],
      linkShares: [0, 0, 0],
      articleShare: 1,
    }).verdicts.map((verdict) => verdict.label),
  ).toEqual(['boilerplate', 'boilerplate', 'body'])
  expect(
    label({
      page,
      scores: [0.8, 0.8, 0.9],
      words: [22, 1, 22],
      phrases: [null, null, null],
      linkShares: [0, 0, 0],
      articleShare: 1,
    }).verdicts.map((verdict) => verdict.label),
  ).toEqual(['body', 'body', 'body'])
})

describe('what elements are named', () => {
  const around = (inner: string) =>
    html(`<main><p>${PROSE}</p><p>${PROSE} Two.</p>${inner}<p>${PROSE} Three.</p></main>`)
  test('related stories', () => {
    const page = around('<div class="related-posts"><p>Another story</p></div>')
    expect(verdictsOf(page, { 'Another story': 0.7 })['Another story']).toBe('related')
  })
  test('a name on an element with much of the page says nothing', () => {
    const page = html(`<div class="share-layout"><p>${PROSE}</p><p>${PROSE} Two.</p></div>`)
    expect(new Set(Object.values(verdictsOf(page)))).toEqual(new Set(['body']))
  })
  test('a box of links between paragraphs', () => {
    const line = 'On the subject How the quay has changed in a hundred years'
    const page = around(
      '<div><span>On the subject</span> <a href="/a">How the quay has changed in a hundred years</a></div>',
    )
    expect(verdictsOf(page, { [line]: 0.7 })[line]).toBe('link-list')
  })
  test('a paragraph that is a link is none', () => {
    expect(verdictsOf(around('<p><a href="/a">The whole report as a file</a></p>'))['The whole report as a file']).toBe(
      'body',
    )
  })
})

describe('what hangs together', () => {
  test('a heading over nothing is removed, one over content is kept', () => {
    const verdicts = verdictsOf(html(`<h2>Kept</h2><p>${PROSE}</p><h2>Orphan</h2><p>menu</p>`), {
      menu: 0.01,
      Orphan: 0.4,
    })
    expect([verdicts.Kept, verdicts.Orphan]).toEqual(['body', 'after-article'])
  })
  test('a heading that the model is sure of needs nothing under it: lists of names are headings too', () => {
    const verdicts = verdictsOf(html(`<h2>Kept</h2><p>${PROSE}</p><h2>Elm</h2><p>menu</p><h2>Oak</h2>`), { menu: 0.01 })
    expect([verdicts.Elm, verdicts.Oak]).toEqual(['body', 'body'])
  })
  test('text under a heading of a higher level is not what a lower one heads', () => {
    const page = html(`<h1>One</h1><p>${PROSE}</p><h3>Orphan</h3><h2>Two</h2><p>${PROSE} Two.</p>`)
    expect(verdictsOf(page, { Orphan: 0.4 })).toMatchObject({ One: 'body', Two: 'body', Orphan: 'short-text' })
  })
  test('a table between paragraphs is kept whole', () => {
    const table = '<table><tr><td>oak</td><td>elm</td></tr><tr><td>ash</td><td>yew</td></tr></table>'
    const verdicts = verdictsOf(html(`<p>${PROSE}</p>${table}<p>${PROSE} Two.</p>`), {
      a: 0.01,
      b: 0.01,
      c: 0.01,
      d: 0.9,
    })
    expect([verdicts.oak, verdicts.elm, verdicts.ash, verdicts.yew]).toEqual(['body', 'body', 'body', 'body'])
  })
  test('a menu as a list is not', () => {
    const list = '<ul><li><a href="/a">One</a></li><li><a href="/b">Two</a></li><li><a href="/c">Three</a></li></ul>'
    const verdicts = verdictsOf(html(`<p>${PROSE}</p>${list}<p>${PROSE} Two.</p>`), {
      One: 0.01,
      Two: 0.01,
      Three: 0.01,
    })
    expect(verdicts.Two).toBe('link-list')
  })
  test('pictures stay between paragraphs and go with what is removed', () => {
    const inside = html(`<p>${PROSE}</p><img src=/a.jpg><p>${PROSE} Two.</p>`)
    expect(verdictsOf(inside).image).toBe('body')
    const after = html(`<p>${PROSE}</p><p>menu</p><img src=/a.jpg>`)
    expect(verdictsOf(after, { menu: 0.01 }).image).toBe('media')
  })
})

test('what the model is sure of is not removed for the name of its element', () => {
  const page = html(`<p>${PROSE} ${PROSE}</p><div class="related"><p>Two boats.</p></div><p>${PROSE} Three.</p>`)
  expect(verdictsOf(page, { 'Two boats.': 0.7 })['Two boats.']).toBe('related')
  expect(verdictsOf(page, { 'Two boats.': 0.8 })['Two boats.']).toBe('body')
})

test('a stray run after an article is dropped, on a page of several things it is kept', () => {
  const article = Array.from({ length: 8 }, (_, i) => `${PROSE} Paragraph ${i}.`).join('\n\n')
  const menu = Array.from({ length: 30 }, (_, i) => `Menu item ${i}`)
  const page = text(`${article}\n\n${menu.join('\n\n')}\n\n${PROSE} Stray.`)
  const scores = Object.fromEntries([...menu.map((line) => [line, 0.01]), [`${PROSE} Stray.`, 0.6]])
  expect(verdictsOf(page, scores)[`${PROSE} Stray.`]).toBe('after-article')
  expect(verdictsOf(page, scores, 0.2)[`${PROSE} Stray.`]).toBe('body')
})

test('comments after an article go with their heading, however well they read', () => {
  const article = Array.from({ length: 8 }, (_, i) => `${PROSE} Paragraph ${i}.`).join('\n\n')
  const comments = Array.from({ length: 4 }, (_, i) => `${PROSE} I saw it myself ${i}.`).join('\n\n')
  const verdicts = verdictsOf(text(`${article}\n\nComments\n\n${comments}`))
  expect(verdicts[`${PROSE} Paragraph 7.`]).toBe('body')
  expect(verdicts[`${PROSE} I saw it myself 0.`]).toBe('after-article')
})
