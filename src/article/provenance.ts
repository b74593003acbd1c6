import { normaliseTag } from '../language/tag.ts'
import type { Candidate, Candidates, FieldWeights } from '../types.ts'
import { inOrder } from './candidates.ts'
import { dateProvenance, modifiedProvenance } from './dateProvenance.ts'
import type { DatesRead } from './dates.ts'
import type { Given } from './metadata.ts'
import { type Told, toldBy } from './origins.ts'
import type { PeopleRead } from './people.ts'
import { authorProvenance, editorProvenance } from './peopleProvenance.ts'
import { type SectionRead, sectionSources } from './section.ts'
import { type SiteClues, siteSources } from './site.ts'
import type { Survey } from './survey.ts'
import { type TagsRead, tagSources } from './tags.ts'
import type { TitleRead } from './title.ts'
import { titleProvenance } from './titleProvenance.ts'

/** What reading the fields found out, as far as their candidates hang on it. */
export interface Reading {
  readonly survey: Survey
  readonly given: Given
  readonly weights: FieldWeights
  readonly title: TitleRead
  readonly section: SectionRead
  readonly dates: DatesRead
  readonly people: PeopleRead
  readonly siteClues: SiteClues
  readonly tags: TagsRead
}

/** The candidates of all fields, by the same stages that chose among them. */
export function listCandidates(reading: Reading): Candidates {
  const { survey, given, weights, title, section, dates, people, siteClues, tags } = reading
  return {
    title: titleProvenance(title, survey, weights.title),
    date: dateProvenance(dates.sightings, survey, weights.date),
    modified: modifiedProvenance(dates.sightings, survey),
    authors: authorProvenance(survey, title.zone, people.clues, weights.author),
    editor: editorProvenance(survey, people.clues),
    site: inOrder([...siteSources(survey, siteClues)]),
    url: urlProvenance(survey, given),
    section: inOrder([...sectionSources(survey, title.title, section.trail)]),
    tags: inOrder([...tagSources(survey, tags.shown)].map((told) => ({ ...told, value: told.tags.join(', ') }))),
    language: languageProvenance(survey, given),
  }
}

function urlProvenance({ page, meta }: Survey, given: Given): Candidate[] {
  const og = meta.told(['og:url'])
  const canonical = page.url === given.url || page.url === og?.value ? null : page.url
  return inOrder([toldBy('given', given.url), toldBy('canonical link', canonical), og].filter(isTold))
}

function languageProvenance({ page }: Survey, given: Given): Candidate[] {
  // What the caller says is the page's language already.
  const detected = given.language === null ? page.language : null
  return inOrder(
    [
      toldBy('given', given.language),
      toldBy('detected', detected),
      toldBy('html[lang]', normaliseTag(page.hints.language)),
    ].filter(isTold),
  )
}

function isTold(told: Told | null): told is Told {
  return told !== null
}
