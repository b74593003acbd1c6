import type { Candidate, Weights } from '../types.ts'
import { authorCandidates } from './authorCandidates.ts'
import { byWeight, inOrder, SURE, type Weighed } from './candidates.ts'
import { names } from './declaredPeople.ts'
import { NOWHERE } from './origins.ts'
import { type AuthorClues, sureSources } from './people.ts'
import type { Survey } from './survey.ts'
import { weigh } from './weigh.ts'
import type { Zone } from './zone.ts'

/** Who may have written it: what needs no weighing first, then all that would be weighed without. */
export function authorProvenance(survey: Survey, zone: Zone, clues: AuthorClues, weights: Weights): Candidate[] {
  const sure = [...sureSources(survey, zone, clues)]
    .filter((told) => told.names.length > 0)
    .map(({ names: found, ...origin }): Weighed => ({ value: listed(found), weight: SURE, origins: [origin] }))
  const weighed = authorCandidates(survey, zone, clues.others).map(
    ({ names: found, origins, features }): Weighed => ({
      value: listed(found),
      weight: weigh(features, weights),
      origins,
    }),
  )
  return byWeight([...sure, ...weighed])
}

/** Who may be the editor: declared ones, then those of bylines. */
export function editorProvenance({ declared }: Survey, { shown }: AuthorClues): Candidate[] {
  return inOrder([
    ...names(declared.editors).map((value) => ({ value, source: 'JSON-LD editor', place: NOWHERE })),
    ...shown
      .filter(({ credit }) => credit.role === 'editor')
      .map(({ credit, block }) => ({ value: credit.name, source: 'byline', place: block })),
  ])
}

function listed(found: readonly string[]): string {
  return found.join(', ')
}
