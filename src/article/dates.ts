import { civilOffset } from '../dates/civil.ts'
import { type Moment, minutesOf, toIso } from '../dates/iso.ts'
import type { Warning, Weights } from '../types.ts'
import { dateCandidates } from './dateCandidates.ts'
import { type DateSighting, dateSightings } from './dateSightings.ts'
import { ruledDay } from './ruled.ts'
import type { Survey } from './survey.ts'
import { heaviest } from './weigh.ts'
import type { Zone } from './zone.ts'

export interface DatesRead {
  readonly date: string | null
  readonly modified: string | null
  /** Blocks that say little but when it was. */
  readonly claimed: readonly number[]
  readonly warnings: readonly Warning[]
  readonly sightings: readonly DateSighting[]
}

/** Finds when the article was published and last changed. */
export function readDates(survey: Survey, zone: Zone, weights: Weights): DatesRead {
  const { sightings, ambiguous } = dateSightings(survey, zone)
  const day = sureDay(sightings) ?? heaviest(dateCandidates(sightings), weights)?.day ?? null
  const published = day === null ? null : momentOn(day, sightings)
  const modified = sightings.find((sighting) => sighting.modified)?.value ?? null
  const isLater = modified !== null && (published === null || isAfter(modified, published))
  const isUnsure = published === null && ambiguous > 0
  return {
    date: published === null ? null : inFull(published, survey),
    modified: isLater ? inFull(modified, survey) : null,
    claimed: claimedBy(survey, sightings, day),
    warnings: isUnsure
      ? [{ code: 'date-ambiguous', message: 'the date can be read in two ways, and is left out' }]
      : [],
    sightings,
  }
}

/**
 * The day that needs no weighing: the user's rule tells it, or the page is news. News declares its day with care: 99 of 100
 * times it is the right one on fundus-dev, where other sources are learned to be worth more than it is on the mean of all
 * sites.
 */
export function sureDay(sightings: readonly DateSighting[]): string | null {
  const ruled = ruledDay(sightings)
  if (ruled !== null) return ruled
  return sightings.find(({ features }) => features['jsonld-news'] === 1)?.value.day ?? null
}

/** What the sources of a day know of its time: the first that tells one that is not midnight, and its offset. */
export function momentOn(day: string, sightings: readonly DateSighting[]): Moment {
  const same = sightings.filter(({ value, modified }) => !modified && value.day === day).map(({ value }) => value)
  const timed =
    same.find((moment) => moment.time !== null && !isMidnight(moment)) ?? same.find(({ time }) => time !== null)
  if (timed === undefined || timed.offset !== null) return timed ?? { day, time: null, offset: null }
  const minute = timed.time?.slice(0, 5)
  const offset = same.find((other) => other.offset !== null && other.time?.slice(0, 5) === minute)?.offset ?? null
  return { ...timed, offset }
}

/** Content systems that know the day only write midnight. */
function isMidnight({ time }: Moment): boolean {
  return time === '00:00' || time === '00:00:00'
}

/** A moment as ISO 8601, with the offset that goes without saying. */
export function inFull(moment: Moment, survey: Survey): string {
  return toIso(zoned(moment, survey))
}

/** With the offset of the law where the page tells the time of a country that has but one. */
function zoned(moment: Moment, { region, language }: Survey): Moment {
  if (moment.time === null || moment.offset !== null) return moment
  return { ...moment, offset: civilOffset(moment.day, moment.time, { region, language }) }
}

function isAfter(modified: Moment, published: Moment): boolean {
  if (modified.time === null || published.time === null) return modified.day > published.day
  return minutesOf(modified) > minutesOf(published)
}

const MAX_CLAIMED_CHARS = 120

function claimedBy({ blocks }: Survey, sightings: readonly DateSighting[], day: string | null): number[] {
  if (day === null) return []
  const claimed = new Set<number>()
  for (const { block, value, modified, features } of sightings) {
    // Today's date, at the top of the page, may be the article's by chance.
    if (block < 0 || features['far-before'] === 1 || (blocks[block]?.text.length ?? 0) > MAX_CLAIMED_CHARS) continue
    if (modified || value.day === day) claimed.add(block)
  }
  return [...claimed]
}
