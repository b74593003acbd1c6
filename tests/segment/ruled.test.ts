import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseRules } from '../../src/rules/choose.ts'
import type { SiteRule } from '../../src/rules/siteRules.ts'
import { segmentHtml } from '../../src/segment/html.ts'
import { htmlPage, withoutSpace } from '../helpers/pages.ts'

function segmented(html: string, rule: SiteRule) {
  return segmentHtml(html, null, (url) => chooseRules({ '*': rule }, { url, path: null }))
}

/** `keep! text`: `!` where the rule names the block by itself. */
const told = (html: string, rule: SiteRule) =>
  segmented(html, rule).blocks.map(
    ({ text, kind, rule: of }) => `${of?.verdict ?? ''}${of?.alone === true ? '!' : ''} ${text || kind}`,
  )

describe('blocks', () => {
  test('all that is in an element, until another rule', () => {
    const html = '<p>a<aside><p>b<div class=in><p>c</div><p>d</aside><p>e'
    expect(told(html, { remove: ['aside'], keep: ['.in'] })).toEqual([' a', 'remove b', 'keep! c', 'remove d', ' e'])
  })

  test('of two rules for one element, keep wins', () => {
    expect(told('<p class=a>b', { remove: ['p'], keep: ['.a'] })).toEqual(['keep! b'])
  })

  test('a text around a block is not ruled by it', () => {
    expect(told('<div>a<p>b</p>c</div>', { remove: ['p'] })).toEqual([' a', 'remove! b', ' c'])
  })

  test('pictures, embeds and rules', () => {
    const html =
      '<p>a</p><img class=x src=/a.jpg><hr class=x><iframe class=x src="https://www.youtube.com/embed/abcdefghijk"></iframe>'
    expect(told(html, { remove: ['.x'] })).toEqual([' a', 'remove! image', 'remove! rule', 'remove! embed'])
  })
})

describe('a part of a line', () => {
  test('that is removed becomes a block of its own, and the line goes on', () => {
    const html = '<p>One <b>two</b> <span class=ad>buy <b>this</b></span> three.</p><p>Four</p>'
    const { blocks } = segmented(html, { remove: ['.ad'] })
    expect(blocks.map(({ text, rule }) => [text, rule?.verdict])).toEqual([
      ['One two three.', undefined],
      ['buy this', 'remove'],
      ['Four', undefined],
    ])
    expect(blocks.map(({ span }) => html.slice(span.start, span.end))).toEqual([
      'One <b>two</b> <span class=ad>buy <b>this</b></span> three.',
      'buy <b>this',
      'Four',
    ])
    expect(blocks[0]?.marks).toEqual([{ type: 'strong', start: 4, end: 7 }])
    expect(blocks[1]?.marks).toEqual([{ type: 'strong', start: 4, end: 8 }])
  })

  test('words without a space between stay so', () => {
    expect(told('<p>every<sup class=n>1</sup>thing</p>', { remove: ['.n'] })).toEqual([' everything', 'remove! 1'])
  })

  test('that is kept keeps the line', () => {
    expect(told('<p>One <b class=k>two</b> three</p><p>Four', { keep: ['.k'] })).toEqual([
      'keep! One two three',
      ' Four',
    ])
  })

  test('that is kept out of what is removed', () => {
    expect(told('<p class=ad>One <b>two</b> three</p>', { remove: ['.ad'], keep: ['b'] })).toEqual([
      'remove One three',
      'keep! two',
    ])
  })

  test('a link around blocks', () => {
    expect(told('<a class=card><h3>One</h3><p>Two</p></a><p>Three', { remove: ['.card'] })).toEqual([
      'remove One',
      'remove Two',
      ' Three',
    ])
  })

  test('a picture in a line', () => {
    expect(told('<p>One <img class=x src=/a.jpg> two</p>', { remove: ['img'] })).toEqual([' One two', 'remove! image'])
  })
})

describe('fields', () => {
  test('texts and values, in the order of the rules', () => {
    const html =
      '<head><meta name=pub content=2021-03-04></head><p class=by>Ann<p class=by>Bo<time datetime=2021-03-03>today</time>'
    const { ruled } = segmented(html, { date: ['time', '[name=pub]'], author: '.by' })
    expect(ruled?.texts.map(({ field, text, value, rank }) => [field, text, value, rank])).toEqual([
      ['date', 'today', '2021-03-03', 0],
      ['date', '', '2021-03-04', 1],
      ['author', 'Ann', '', 2],
      ['author', 'Bo today', '', 2],
    ])
    expect([...(ruled?.counts ?? [])]).toEqual([
      [0, 1],
      [1, 1],
      [2, 2],
    ])
  })

  test('nothing is read of what is removed but what declares', () => {
    const html =
      '<aside><time>1 May 2020</time><a rel=author>Bo</a><script type="application/ld+json">{"a":1}</script></aside><time>2 May 2020</time>'
    const { hints } = segmented(html, { remove: ['aside'] })
    expect(hints.times.map(({ text }) => text)).toEqual(['2 May 2020'])
    expect(hints.people).toEqual([])
    expect(hints.jsonLd).toEqual([{ a: 1 }])
  })
})

test('a rule that takes too long is told', () => {
  const { warnings, blocks } = segmented(`<h1>a</h1>${'<p>a'.repeat(10_000)}`, { remove: ['h2 ~ p', 'h1'] })
  expect(warnings).toEqual([
    { code: 'rule-limit', message: 'the rule remove h2 ~ p takes too long on this page and was not applied' },
  ])
  expect(blocks.filter(({ rule }) => rule !== undefined).map(({ text }) => text)).toEqual(['a'])
})

test('nothing is lost: with any rules, the blocks hold every visible character once', () => {
  const letters = (text: string) => [...withoutSpace(text)].sort().join('')
  const selectors = fc.subarray(['p', 'b', 'a', '.share', 'div', '[hidden]', 'span', 'li', 'table', 'label', 'em b'])
  fc.assert(
    fc.property(htmlPage, selectors, selectors, ({ html, visible }, remove, keep) => {
      const { blocks } = segmented(html, { remove, keep })
      expect(letters(blocks.map((block) => block.text).join(''))).toBe(letters(visible))
    }),
    { numRuns: 300, seed: 20_200_225 },
  )
})

test('rules that name nothing change nothing', () => {
  fc.assert(
    fc.property(htmlPage, ({ html }) => {
      const { blocks, hints, outline } = segmentHtml(html, null)
      expect(segmented(html, { remove: ['.nothing'], title: '.nothing' })).toMatchObject({ blocks, hints, outline })
    }),
    { numRuns: 100, seed: 20_200_225 },
  )
})
