import { momentOf, parseIso } from '../dates/iso.ts'
import type { RuledText } from '../types.ts'
import { datesOf } from './dateLines.ts'
import type { DateSighting } from './dateSightings.ts'
import { bare } from './fields.ts'
import { cleanTitle } from './headline.ts'
import { cleanName, splitNames, uniqueNames } from './names.ts'
import { type NamesTold, NOWHERE } from './origins.ts'
import type { Survey } from './survey.ts'
import type { TitleCandidate } from './titleCandidates.ts'

/** What is known of a value by a rule of the user's. */
export const SITE_RULE = 'site rule'

/** A place where the user says that the page tells its day. */
const RULED = { [SITE_RULE]: 1 }

/** The headline where the user says that it stands; null without such a rule, or where the page has nothing there. */
export function ruledTitle(
  survey: Survey,
  sites: readonly string[],
  sections: readonly string[],
): TitleCandidate | null {
  for (const told of survey.page.ruling?.title ?? []) {
    const value = cleanTitle(told.text || told.value, sites, sections)
    if (bare(value) !== '') return { value, blocks: blocksIn(survey, told), sources: [SITE_RULE], features: {} }
  }
  return null
}

/** The day where the user says that it stands: the first that can be read. */
export function ruledDate(survey: Survey): { readonly sighting: DateSighting | null; readonly isAmbiguous: boolean } {
  let isAmbiguous = false
  for (const told of survey.page.ruling?.date ?? []) {
    const shown = datesOf(told.text, survey).find(({ range }) => !range)
    const declared = told.value === '' ? null : parseIso(told.value)
    isAmbiguous ||= declared === null && shown?.ambiguous === true
    const value = declared ?? (shown === undefined || shown.ambiguous ? null : momentOf(shown))
    if (value === null) continue
    const isThere = (block: number) =>
      survey.lines.dates(survey.blocks[block]?.text ?? '').some(({ day }) => day === value.day)
    const block = blocksAround(survey, told).find(isThere) ?? NOWHERE
    return { sighting: { value, source: SITE_RULE, modified: false, block, features: RULED }, isAmbiguous: false }
  }
  return { sighting: null, isAmbiguous }
}

/** The day that the user's rule tells, or null. */
export function ruledDay(sightings: readonly DateSighting[]): string | null {
  return sightings.find(({ features }) => features[SITE_RULE] === 1)?.value.day ?? null
}

/** The authors where the user says that they stand: all that the first rule names which names any. */
export function ruledAuthors(survey: Survey): NamesTold {
  const told = survey.page.ruling?.author ?? []
  for (const rank of new Set(told.map((one) => one.rank))) {
    const named = told.filter((one) => one.rank === rank && namesIn(one).length > 0)
    const [first] = named
    if (first === undefined) continue
    return {
      names: uniqueNames(named.flatMap(namesIn)),
      source: SITE_RULE,
      place: blocksAround(survey, first)[0] ?? NOWHERE,
    }
  }
  return { names: [], source: SITE_RULE, place: NOWHERE }
}

/** Blocks that the user says are nothing but the authors, and those in a part of which they stand. */
export function ruledBylines(survey: Survey): { readonly whole: readonly number[]; readonly parts: readonly number[] } {
  const told = (survey.page.ruling?.author ?? []).filter((one) => namesIn(one).length > 0)
  return {
    whole: told.flatMap((one) => blocksIn(survey, one)),
    parts: told.flatMap((one) => blocksAround(survey, one)),
  }
}

/** The user says that it is a name: what our own lists do not know is taken as it stands. */
function namesIn({ text, value }: RuledText): readonly string[] {
  const given = text || value
  const names = splitNames(given, true)
  if (names.length > 0) return names
  const whole = cleanName(given)
  return bare(whole) === '' ? [] : [whole]
}

/** Blocks that are within an element, or are the line. */
function blocksIn({ blocks }: Survey, { span }: RuledText): number[] {
  return blocks.flatMap((block, i) =>
    block.text !== '' && block.span.start >= span.start && block.span.end <= span.end ? [i] : [],
  )
}

/** Blocks within an element, or the one that it is a part of. */
function blocksAround({ blocks }: Survey, { span }: RuledText): number[] {
  return blocks.flatMap((block, i) =>
    block.text !== '' && block.span.start < span.end && block.span.end > span.start ? [i] : [],
  )
}
