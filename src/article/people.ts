import type { Credit, Weights } from '../types.ts'
import { authorCandidates } from './authorCandidates.ts'
import type { Others } from './authorSources.ts'
import type { Named } from './bylines.ts'
import { declaredAuthors, names, siteTest } from './declaredPeople.ts'
import { bare } from './fields.ts'
import { uniqueNames } from './names.ts'
import { openingReporters } from './openings.ts'
import type { NamesTold } from './origins.ts'
import { repeatedNames } from './repeats.ts'
import { ruledAuthors, ruledBylines } from './ruled.ts'
import { byRole, readLines, shownAuthors } from './shownPeople.ts'
import type { Survey } from './survey.ts'
import { heaviest } from './weigh.ts'
import type { Zone } from './zone.ts'

export interface PeopleRead {
  readonly authors: readonly string[]
  readonly editors: readonly string[]
  /** Everyone that the page names, in the order of the page. */
  readonly credits: readonly Credit[]
  /** Blocks that say nothing but who it was. */
  readonly claimed: readonly number[]
  readonly clues: AuthorClues
}

/** What tells authors beside the page itself. */
export interface AuthorClues {
  readonly others: Others
  /** Bylines of the page. */
  readonly shown: readonly Named[]
}

/** Share of the letters of a byline that its names make up at least. */
const MIN_NAMES_SHARE = 0.4
/** A line that holds more beside its names is no mere byline. */
const MAX_CLAIMED_CHARS = 160

/** Finds the people that the page names, by what it declares first, then by its lines. */
export function readPeople(survey: Survey, zone: Zone, others: Others, weights: Weights): PeopleRead {
  const shown = readLines(survey, zone, others)
  const clues = { others, shown }
  const sure = sureAuthors(survey, zone, clues)
  const chosen = sure.length > 0 ? null : heaviest(authorCandidates(survey, zone, others), weights)
  const authors = chosen?.names ?? sure
  const editors = uniqueNames([...names(survey.declared.editors), ...byRole(shown, 'editor')])
  const credits = [
    ...authors.map((name): Credit => ({ role: 'author', name })),
    ...editors.map((name): Credit => ({ role: 'editor', name })),
    ...names(survey.declared.contributors).map((name): Credit => ({ role: 'contributor', name })),
    ...shown.map((named) => named.credit).filter((credit) => credit.role !== 'author' && credit.role !== 'editor'),
  ]
  const used = new Set(credits.map((credit) => bare(credit.name)))
  const told = shown.filter(({ block, credit }) => used.has(bare(credit.name)) && isMere(survey, block))
  const ruled = ruledBylines(survey)
  const claimed = new Set([
    ...told.map((named) => named.block),
    ...ruled.whole.filter((block) => isMere(survey, block)),
    ...ruled.parts.filter((block) => isMere(survey, block) && saysLittleElse(survey, block, authors)),
    ...(chosen?.blocks ?? []).filter((block) => isMere(survey, block) && saysLittleElse(survey, block, authors)),
    ...repeatedNames(
      survey,
      zone,
      credits.map((credit) => credit.name),
    ),
  ])
  return { authors, editors, credits, claimed: [...claimed].filter((block) => !others.taken.has(block)), clues }
}

/** Authors that need no weighing; none where the page says nothing for sure. */
export function sureAuthors(survey: Survey, zone: Zone, clues: AuthorClues): readonly string[] {
  for (const { names: found } of sureSources(survey, zone, clues)) if (found.length > 0) return found
  return []
}

/**
 * What needs no weighing, the surest first, each looked for when it is asked for: the user's rule, declared authors, then
 * shown ones.
 */
export function* sureSources(survey: Survey, zone: Zone, { others, shown }: AuthorClues): Generator<NamesTold> {
  yield ruledAuthors(survey)
  yield* declaredAuthors(survey, siteTest(survey, others.sites))
  const opening = openingReporters(survey)
  const openers = opening.names.map(
    (name): Named => ({ credit: { role: 'author', name }, block: opening.place, by: 'pattern' }),
  )
  yield* shownAuthors(survey, [...shown, ...openers], others, zone)
}

/** A line is a byline when its names are a good part of it. */
function saysLittleElse({ blocks }: Survey, block: number, authors: readonly string[]): boolean {
  const text = bare(blocks[block]?.text ?? '')
  return authors.map(bare).join('').length >= text.length * MIN_NAMES_SHARE
}

function isMere({ blocks }: Survey, block: number): boolean {
  return (blocks[block]?.text.length ?? Number.POSITIVE_INFINITY) <= MAX_CLAIMED_CHARS
}
