import type { Candidates, Claim, Credit, Field, FieldWeights, Metadata, Page, Verdict, Warning } from '../types.ts'
import { readCaptions } from './captions.ts'
import { readDateline } from './dateline.ts'
import { readDates } from './dates.ts'
import { readInitials } from './initials.ts'
import { readPeople } from './people.ts'
import { listCandidates } from './provenance.ts'
import { declaredSections, readSection } from './section.ts'
import { readSite, siteNames } from './site.ts'
import { surveyPage } from './survey.ts'
import { readTags } from './tags.ts'
import { readTitle } from './title.ts'

/** What the caller knows of the page. */
export interface Given {
  readonly url: string | null
  /** BCP 47 */
  readonly language: string | null
}

export interface MetadataRead {
  readonly metadata: Metadata
  /** Blocks that fields were read from; they leave the body. */
  readonly claims: readonly Claim[]
  /** Block of the headline over the article, or -1. */
  readonly titleBlock: number
  /** Blocks that are pictures of the article although they were not taken for its body. */
  readonly pictures: readonly number[]
  readonly warnings: readonly Warning[]
  /** What the fields were chosen among: found anew when it is asked for, which costs about as much as reading them. */
  readonly candidates: () => Candidates
}

/**
 * Reads the fields of an article, from what the page declares and from its lines.
 *
 * @param verdicts Preliminary ones, one a block: those labelled `body` tell where the article is.
 * @param weights Of the kind of the page.
 */
export function readMetadata(
  page: Page,
  verdicts: readonly Verdict[],
  given: Given,
  weights: FieldWeights,
): MetadataRead {
  const survey = surveyPage(page, verdicts, given.url ?? page.url)
  const sites = siteNames(survey)
  const title = readTitle(survey, { sites, sections: declaredSections(survey) }, weights.title)
  const section = readSection(survey, title.title, title.zone.title)
  const dates = readDates(survey, title.zone, weights.date)
  const captions = readCaptions(survey, title.zone.title)
  const others = {
    sites,
    sections: [...(section.section === null ? [] : [section.section]), ...(section.trail?.labels ?? [])],
    taken: new Set([...title.claimed, ...section.claimed, ...captions.captions]),
  }
  const people = readPeople(survey, title.zone, others, weights.author)
  const initials = readInitials(survey)
  const clues = {
    title: title.title,
    suffix: title.suffix,
    titleBlock: title.zone.title,
    trail: section.claimed[0] ?? -1,
  }
  const site = readSite(survey, clues)
  const tags = readTags(survey)
  const metadata: Metadata = {
    url: survey.url,
    site: site.site,
    title: title.title,
    date: dates.date,
    modified: dates.modified,
    authors: people.authors,
    editor: people.editors[0] ?? null,
    credits: withoutDoubles([...people.credits, ...captions.credits, ...initials.credits]),
    section: section.section,
    tags: tags.tags,
    language: given.language ?? page.language,
    dateline: readDateline(survey),
    images: captions.images,
  }
  const claims = mergeClaims([
    ...claim('title', title.claimed),
    ...claim('caption', captions.captions),
    ...claim('byline', people.claimed),
    ...claim('date', dates.claimed),
    ...claim('credit', initials.claimed),
    ...claim('section', section.claimed),
    ...claim('site', site.claimed),
    ...claim('tags', tags.claimed),
  ])
  return {
    metadata,
    claims,
    titleBlock: title.zone.title,
    pictures: captions.pictures,
    warnings: dates.warnings,
    candidates: () => listCandidates({ survey, given, weights, title, section, dates, people, siteClues: clues, tags }),
  }
}

function claim(field: Field, blocks: readonly number[]): Claim[] {
  return blocks.map((block) => ({ block, field }))
}

/** One claim a block, the first; in the order of the page. */
function mergeClaims(claims: readonly Claim[]): Claim[] {
  const byBlock = new Map<number, Claim>()
  for (const entry of claims) if (!byBlock.has(entry.block)) byBlock.set(entry.block, entry)
  return [...byBlock.values()].sort((a, b) => a.block - b.block)
}

function withoutDoubles(credits: readonly Credit[]): Credit[] {
  const seen = new Set<string>()
  return credits.filter(({ role, name }) => {
    const key = `${role}\t${name.toLowerCase()}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
