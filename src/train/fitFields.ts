import { authorCandidates } from '../article/authorCandidates.ts'
import { readCaptions } from '../article/captions.ts'
import { dateCandidates } from '../article/dateCandidates.ts'
import { dateSightings } from '../article/dateSightings.ts'
import { bare } from '../article/fields.ts'
import { sureAuthors } from '../article/people.ts'
import { declaredSections, readSection } from '../article/section.ts'
import { readLines } from '../article/shownPeople.ts'
import { siteNames } from '../article/site.ts'
import { type Survey, surveyPage } from '../article/survey.ts'
import { readTitle } from '../article/title.ts'
import { titleCandidates } from '../article/titleCandidates.ts'
import { label } from '../label/index.ts'
import type { FieldWeights, Weights } from '../types.ts'
import { fitChoice, type Options } from './fitChoice.ts'
import type { PreparedPage } from './sample.ts'

/**
 * Fits what speaks for a headline, for a day and for an author.
 *
 * @param scores First scores of each page's blocks, by models that have not seen it.
 */
export function fitFields(pages: readonly PreparedPage[], scores: readonly Float64Array[]): FieldWeights {
  const surveyed = pages.map((page, i) => ({ page, survey: survey(page, scores[i] as Float64Array) }))
  const title = fitChoice(surveyed.flatMap((one) => titleOptions(one)))
  const date = fitChoice(surveyed.flatMap((one) => dateOptions(one, title)))
  const author = fitChoice(surveyed.flatMap((one) => authorOptions(one, title)))
  return { title, date, author }
}

interface Surveyed {
  readonly page: PreparedPage
  readonly survey: Survey
}

function survey({ page, rows }: PreparedPage, scores: Float64Array): Survey {
  const { shapes, phrases, linkShares } = rows.context
  const words = shapes.map((form) => form.words)
  const { verdicts } = label({ page, scores, words, phrases, linkShares, articleShare: 1 })
  return surveyPage(page, verdicts, page.url)
}

function titleOptions({ page, survey }: Surveyed): Options[] {
  if (page.title === null) return []
  const gold = bare(page.title)
  const { candidates } = titleCandidates(survey, siteNames(survey), declaredSections(survey))
  return [{ weight: 1, options: candidates.map(({ value, features }) => ({ features, right: bare(value) === gold })) }]
}

/** Sets whose pages without a date were looked at and tell none; those of others were not annotated. */
const DATELESS_SETS: readonly string[] = ['wcxb-dev', 'zh-dev']
/** Less than a page with a date: with 1 wcxb-dev lost .025 of its dates in HTML, with .3 a fifth of the pages without got one. */
const DATELESS_WEIGHT = 0.5

/** A day that is not among the candidates is to be left out. */
function dateOptions({ page, survey }: Surveyed, titles: Weights): Options[] {
  const gold = page.date?.slice(0, 10) ?? null
  if (gold === null && !DATELESS_SETS.includes(page.set)) return []
  const given = { sites: siteNames(survey), sections: declaredSections(survey) }
  const candidates = dateCandidates(dateSightings(survey, readTitle(survey, given, titles).zone).sightings)
  const right = candidates.some(({ day }) => day === gold) ? gold : null
  const options = candidates.map(({ day, features }) => ({ features, right: day === right }))
  return [{ weight: gold === null ? DATELESS_WEIGHT : 1, options }]
}

/** The pages of a set that has dates for some are taken to name no author where the gold has none. */
const AUTHORLESS_SETS: readonly string[] = ['wcxb-dev']
const AUTHORLESS_WEIGHT = 0.3
/** Less agreement with the gold than this teaches that nobody should be named. */
const MIN_AGREEMENT = 0.5

/** Only pages that say nothing for sure: on others nothing is weighed. */
function authorOptions({ page, survey }: Surveyed, titles: Weights): Options[] {
  const gold = page.authors
  if (gold === null && !AUTHORLESS_SETS.includes(page.set)) return []
  const sites = siteNames(survey)
  const title = readTitle(survey, { sites, sections: declaredSections(survey) }, titles)
  const section = readSection(survey, title.title, title.zone.title)
  const captions = readCaptions(survey, title.zone.title)
  const others = {
    sites,
    sections: [...(section.section === null ? [] : [section.section]), ...(section.trail?.labels ?? [])],
    taken: new Set([...title.claimed, ...section.claimed, ...captions.captions]),
  }
  if (sureAuthors(survey, title.zone, { others, shown: readLines(survey, title.zone, others) }).length > 0) return []
  const candidates = authorCandidates(survey, title.zone, others)
  const agreements = candidates.map(({ names }) => agreement(names, gold ?? []))
  const most = Math.max(...agreements)
  const isNamed = most >= MIN_AGREEMENT
  const options = candidates.map(({ names, features }, i) => ({
    features,
    right: isNamed ? agreements[i] === most : names.length === 0,
  }))
  const isSure = isNamed || gold?.length === 0
  return [{ weight: isSure ? 1 : AUTHORLESS_WEIGHT, options }]
}

/** F1 over names, 0..1. */
function agreement(names: readonly string[], gold: readonly string[]): number {
  const wanted = new Set(gold.map(bare))
  const shared = names.filter((name) => wanted.has(bare(name))).length
  return names.length + wanted.size === 0 ? 0 : (2 * shared) / (names.length + wanted.size)
}
