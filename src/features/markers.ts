import type { Block, Page } from '../types.ts'
import { columnOf } from './columns.ts'
import type { Context } from './context.ts'
import { type Feature, perBlock } from './feature.ts'
import { windowMean } from './windows.ts'

/** Longer blocks mention dates and prices by the way. */
const MAX_CHARS = 120
const DATE = /(?:^|\D)(?:19|20)\d\d(?:\D|$)|\b\d{1,2}[./-]\d{1,2}[./-]\d{2}\b|\d{1,2}:\d\d|\d{1,2}月\d{1,2}日/
const PRICE = /[$€£¥₹₩₽]\s?\d|\d\s?(?:€|£|¥|₽|USD|EUR|kr\b|zł|TL\b)/

const HAS_DIGIT = /\d/

/** Both patterns need a digit: most lines have none. */
const matches =
  (pattern: RegExp) =>
  ({ blocks }: Page): Uint8Array => {
    const column = new Uint8Array(blocks.length)
    for (let i = 0; i < blocks.length; i++) {
      const { text } = blocks[i] as Block
      if (text.length <= MAX_CHARS && HAS_DIGIT.test(text) && pattern.test(text)) column[i] = 1
    }
    return column
  }

export const readDates = matches(DATE)
export const readPrices = matches(PRICE)

const constant = (count: number, value: number): Float64Array => new Float64Array(count).fill(value)
const sum = (column: Uint8Array): number => column.reduce((a, b) => a + b, 0)

/**
 * The make of a short line: kinds of its words, so that `3 May 2021` and `14 June 2022` are the same. Lines of one make
 * that come again and again are the frames of posts, comments, teasers, products.
 */
function makeOf(text: string): string {
  let make = ''
  for (const token of text.slice(0, MAX_CHARS).split(' ', 8)) {
    const first = token[0] ?? ''
    make +=
      first >= '0' && first <= '9'
        ? '0'
        : first.toLowerCase() === first.toUpperCase()
          ? first
          : first === first.toUpperCase()
            ? 'A'
            : 'a'
  }
  return make
}

const MAX_MAKE_WORDS = 8

function makeCount(context: Context): Float64Array {
  const makes = context.page.blocks.map(({ text }, i) =>
    text === '' || (context.shapes[i]?.words ?? 0) > MAX_MAKE_WORDS ? null : makeOf(text),
  )
  const counts = new Map<string, number>()
  for (const make of makes) if (make !== null) counts.set(make, (counts.get(make) ?? 0) + 1)
  return columnOf(makes, (make) => (make === null ? Number.NaN : Math.log2(counts.get(make) ?? 1)))
}

/** Dates, prices, questions and lines of a make: what posts, comments, teasers and products are framed by. */
export const MARKER_FEATURES: readonly Feature[] = [
  { name: 'dateLike', why: 'a short line with a date or a time', column: (c) => c.dates },
  { name: 'dates3', why: 'teasers, comments and posts are dated', column: (c) => windowMean(c.dates, 3, 3, true) },
  {
    name: 'pageDates',
    why: 'many dates: a forum, a list of stories, a thread',
    column: (c) => constant(c.count, Math.log2(1 + sum(c.dates))),
  },
  { name: 'priceLike', why: 'a short line with a price', column: (c) => c.prices },
  { name: 'prices5', why: 'products around', column: (c) => windowMean(c.prices, 5, 5, true) },
  { name: 'pagePrices', why: 'many prices: a shop', column: (c) => constant(c.count, Math.log2(1 + sum(c.prices))) },
  { name: 'makeCount', why: 'lines of the same make: frames of repeated items', column: makeCount },
  perBlock('question', 'questions are asked in posts, polls and service pages', ({ page }, i) =>
    Number((page.blocks[i]?.text ?? '').endsWith('?')),
  ),
  perBlock('colon', 'labels end or part with a colon', ({ page }, i) => {
    const text = page.blocks[i]?.text ?? ''
    const at = text.indexOf(':')
    return at < 0 ? 0 : at === text.length - 1 ? 1 : at < 30 ? 0.5 : 0
  }),
  perBlock('bullet', 'starts with a bullet, a dash or a number', ({ page }, i) =>
    Number(/^(?:[•·●▪◦*+–—-]|\d{1,3}[.)])\s/.test(page.blocks[i]?.text ?? '')),
  ),
  perBlock('ellipsis', 'cut-off texts are teasers', ({ page }, i) => {
    const text = page.blocks[i]?.text ?? ''
    return Number(text.endsWith('…') || text.endsWith('...') || text.endsWith('[…]'))
  }),
  perBlock('quoteStart', 'speech', ({ page }, i) => Number(/^["“„«‘「『]/.test(page.blocks[i]?.text ?? ''))),
  perBlock('gap', 'a blank line before it', ({ page }, i) => Number(page.blocks[i]?.gap ?? false)),
]
