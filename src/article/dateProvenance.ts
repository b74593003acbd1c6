import type { Block, Candidate, Origin, Weights } from '../types.ts'
import { byWeight, inOrder, SURE } from './candidates.ts'
import { dateCandidates } from './dateCandidates.ts'
import type { DateSighting } from './dateSightings.ts'
import { inFull, momentOn, sureDay } from './dates.ts'
import { blockOf, metaSource } from './origins.ts'
import { SITE_RULE } from './ruled.ts'
import type { Survey } from './survey.ts'
import { weigh } from './weigh.ts'

/** The days on which the article may have been published, each with the time that the page tells of it. */
export function dateProvenance(sightings: readonly DateSighting[], survey: Survey, weights: Weights): Candidate[] {
  const sure = sureDay(sightings)
  return byWeight(
    dateCandidates(sightings).map(({ day, features }) => {
      const told = sightings.filter(({ value, modified }) => !modified && value.day === day)
      return {
        value: day === null ? '' : inFull(momentOn(day, sightings), survey),
        weight: day !== null && day === sure ? SURE : weigh(features, weights),
        origins: told.map((sighting) => originOf(sighting, survey.blocks)),
      }
    }),
  )
}

/** When it may have been changed last. */
export function modifiedProvenance(sightings: readonly DateSighting[], survey: Survey): Candidate[] {
  const told = sightings.filter(({ modified }) => modified)
  return inOrder(
    told.map((sighting) => ({ value: inFull(sighting.value, survey), ...originOf(sighting, survey.blocks) })),
  )
}

function originOf({ source, block, hint, modified }: DateSighting, blocks: readonly Block[]): Origin {
  if (hint !== undefined) {
    const isDeclared = hint.via === 'time' && hint.value !== ''
    return { source: isDeclared ? 'time[datetime]' : hint.via, place: blockOf(hint, blocks) }
  }
  if (source === SITE_RULE) return { source, place: block }
  if (block >= 0) return { source: source === 'line' ? 'line' : 'labelled', place: block }
  if (source === 'url') return { source: 'URL', place: block }
  if (source !== 'jsonld') return { source: metaSource(source), place: block }
  return { source: modified ? 'JSON-LD dateModified' : 'JSON-LD datePublished', place: block }
}
