import { describe, expect, test } from 'vitest'
import { authorCandidates } from '../../src/article/authorCandidates.ts'
import { dateCandidates } from '../../src/article/dateCandidates.ts'
import { dateSightings } from '../../src/article/dateSightings.ts'
import { surveyPage } from '../../src/article/survey.ts'
import { titleCandidates } from '../../src/article/titleCandidates.ts'
import { heaviest } from '../../src/article/weigh.ts'
import type { Hints, Page } from '../../src/types.ts'
import { block, heading } from '../helpers/blocks.ts'
import { bodyFrom, htmlPage, textPage } from '../helpers/page.ts'

const PROSE =
  'The town opened a market on Monday, after a year of work that cost more than the council had planned for.'
const ZONE = { title: 0, from: 0, to: 3 }
const NOBODY = { sites: [], sections: [], taken: new Set<number>() }

function survey(page: Page, first: number) {
  return surveyPage(page, bodyFrom(page, first, page.blocks.length - 1), null)
}

describe('headlines', () => {
  const candidates = (hints: Partial<Hints>) => {
    const page = htmlPage([heading(1, 'A market for our town'), block(PROSE)], hints, 'en')
    return titleCandidates(survey(page, 1), ['Town Post'], ['Local']).candidates
  }

  test('what the page declares and shows is one candidate, named by all of its sources', () => {
    const [best] = candidates({ title: 'A market for our town | Town Post' }).filter(
      ({ value }) => value === 'A market for our town',
    )
    expect(best?.sources).toEqual(['h1', 'title:clean', 'title:head'])
    expect(best?.features).toMatchObject({ h1: 1, agrees: 1, 'only-h1': 1, 'starts-title': 1, 'cuts-2': 1 })
  })

  test('each part of a title may be the headline', () => {
    const values = candidates({ title: 'Local - A new hall - Town Post' }).map(({ value }) => value)
    expect(values).toEqual(
      expect.arrayContaining(['A new hall', 'Local', 'Local - A new hall', 'A new hall - Town Post']),
    )
  })

  test('placeholders and empty titles are none', () => {
    expect(candidates({ title: 'undefined' }).map(({ value }) => value)).toEqual(['A market for our town'])
  })
})

test('without a body the lines of a text page are no headlines', () => {
  const page = textPage(['Home', 'About', 'Contact'], 'en')
  expect(titleCandidates(surveyPage(page, bodyFrom(page, 3, 2), null), [], []).candidates).toEqual([])
})

describe('days', () => {
  const read = (lines: readonly string[]) => {
    const page = textPage(lines, 'en')
    return dateSightings(survey(page, lines.length - 1), ZONE)
  }

  test('a day that is told twice is one candidate, and that there is none is another', () => {
    const { sightings } = read(['A market for our town', 'Published 3 May 2024', '3 May 2024, 10:30', PROSE])
    const candidates = dateCandidates(sightings)
    expect(candidates.map(({ day }) => day)).toEqual(['2024-05-03', null])
    expect(candidates[0]?.features).toMatchObject({ published: 1, timed: 1, 'only-day': 1 })
    expect(candidates[1]?.features).toMatchObject({ none: 1, 'none-published': 1 })
  })

  test('a day of the last change only is no candidate', () => {
    const { sightings } = read(['A market for our town', 'Updated 4 May 2024', PROSE])
    expect(sightings.map(({ modified }) => modified)).toEqual([true])
    expect(dateCandidates(sightings).map(({ day }) => day)).toEqual([null])
  })

  test('a headline that ends in `Update` is no label of its date', () => {
    const page = textPage(['Bakery release notes', 'Spring Update 2024-04-05', PROSE], 'en')
    const { sightings } = dateSightings(survey(page, 2), { title: 1, from: 0, to: 2 })
    expect(sightings).toMatchObject([{ value: { day: '2024-04-05' }, modified: false, features: { 'in-title': 1 } }])
  })

  test('far above the text only a date that is said to be that of the page is one', () => {
    const teasers = Array.from({ length: 60 }, (_, i) => `Another story, 1 March ${1990 + (i % 30)}`)
    const page = textPage(['Town Post', 'Published: 3 May 2024', ...teasers, 'A market for our town', PROSE], 'en')
    const title = page.blocks.length - 2
    const { sightings } = dateSightings(survey(page, title + 1), { title, from: title - 3, to: title + 1 })
    expect(sightings[0]).toMatchObject({ value: { day: '2024-05-03' }, block: 1, features: { published: 1, top: 1 } })
    expect(Math.min(...sightings.slice(1).map(({ block: at }) => at))).toBe(title - 30)
  })

  test('a label between two dates parts them', () => {
    const { sightings } = read(['A market for our town', '3 May 2024 - Updated 4 May 2024', PROSE])
    expect(sightings.map(({ value, modified }) => [value.day, modified])).toEqual([
      ['2024-05-03', false],
      ['2024-05-04', true],
    ])
  })
})

describe('authors', () => {
  const candidates = (lines: readonly string[]) => {
    const page = textPage(lines, 'en')
    return authorCandidates(survey(page, lines.length - 1), ZONE, NOBODY)
  }

  test('a name on a line of its own, with what surrounds it', () => {
    const [first] = candidates(['A market for our town', 'Ines Holm', '3 May 2024', PROSE])
    expect(first?.names).toEqual(['Ines Holm'])
    expect(first?.features).toMatchObject({ alone: 1, persons: 1, 'after-1': 1, 'date-next': 1 })
  })

  test('a nickname may be one as well, beside a date', () => {
    const names = candidates(['A market for our town', 'tinkerfox', '3 May 2024', PROSE]).map(
      (candidate) => candidate.names,
    )
    expect(names).toContainEqual(['tinkerfox'])
    const others = candidates(['tinkerfox', 'A market for our town', PROSE]).map((candidate) => candidate.names)
    expect(others).not.toContainEqual(['tinkerfox'])
  })

  test('the one that weighs most is chosen, be it nobody', () => {
    const all = candidates(['A market for our town', 'Ines Holm', PROSE])
    expect(heaviest(all, { persons: 1 })?.names).toEqual(['Ines Holm'])
    expect(heaviest(all, { none: 1 })?.names).toEqual([])
    expect(heaviest([], { none: 1 })).toBeNull()
  })
})
