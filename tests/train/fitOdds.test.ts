import { expect, test } from 'vitest'
import { computeRows } from '../../src/features/index.ts'
import { oddsOf } from '../../src/features/odds.ts'
import { fitOdds } from '../../src/train/fitOdds.ts'
import type { PreparedPage } from '../../src/train/sample.ts'
import { textPage } from '../helpers/page.ts'

/** A page of a site: one line of menu, one of prose. */
function prepared(site: string, lines: readonly string[], shares: readonly number[]): PreparedPage {
  const page = textPage(lines)
  const rows = computeRows(page)
  return {
    id: site,
    set: 'made',
    site,
    fold: 0,
    gold: 'gold',
    pageType: 'article',
    title: null,
    date: null,
    authors: null,
    page,
    rows,
    shares: Float64Array.from(shares),
  }
}

const SITES = Array.from({ length: 12 }, (_, i) => `site${i}.example`)
const pages = SITES.map((site) => prepared(site, ['Sign up', 'The harbour froze'], [0, 1]))

test('words of content and of boilerplate are told apart, and so are whole lines', () => {
  const { words } = fitOdds(pages)
  expect(oddsOf(words, 'harbour')).toBeGreaterThan(0.3)
  expect(oddsOf(words, 'sign')).toBeLessThan(-0.3)
  expect(oddsOf(words, '=sign up')).toBeLessThan(-0.3)
  expect(oddsOf(words, '^the harbour')).toBeGreaterThan(0.3)
})

test('a site has one vote, however many pages it has', () => {
  const loud = Array.from({ length: 50 }, () => prepared('site0.example', ['Sign up', 'The harbour froze'], [0, 1]))
  expect(fitOdds([...pages, ...loud])).toEqual(fitOdds(pages))
})

test('what occurs on few sites is a name of something and is left out', () => {
  const { words } = fitOdds([...pages, prepared('one.example', ['Vinnby'], [1])])
  expect(words.keys).not.toContain('vinnby')
})
