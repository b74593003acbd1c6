import type { DateSighting } from './dateSightings.ts'

/** A day that may be the article's, with all that speaks for it. */
export interface DateCandidate {
  /** Null: the page does not tell when it was published. */
  readonly day: string | null
  readonly features: Readonly<Record<string, number>>
}

/** Nothing on the web is older; an older date is one that the text tells of. */
const FIRST_DAY = '1990-01-01'

/**
 * The days that the page tells, each once: what two sources agree on speaks twice. And the chance that it tells none. A
 * day that is told only as that of the last change is no day of publication.
 */
export function dateCandidates(sightings: readonly DateSighting[]): DateCandidate[] {
  const days = new Map<string, Record<string, number>>()
  for (const { value, modified, features } of sightings) {
    if (modified || value.day < FIRST_DAY) continue
    const sum = days.get(value.day) ?? {}
    days.set(value.day, sum)
    for (const [name, of] of Object.entries(features)) sum[name] = Math.max(sum[name] ?? 0, of)
  }
  const sorted = [...days.keys()].sort()
  const changed = new Set(sightings.filter(({ modified }) => modified).map(({ value }) => value.day))
  for (const [day, features] of days) {
    if (sorted.length === 1) features['only-day'] = 1
    else if (day === sorted[0]) features.earliest = 1
    else if (day === sorted.at(-1)) features.latest = 1
    if (changed.has(day)) features.changed = 1
    if ([...changed].some((other) => other < day)) features['after-change'] = 1
  }
  const candidates = [...days].map(([day, features]) => ({ day, features }))
  return [...candidates, { day: null, features: absence([...days.values()], changed.size > 0) }]
}

/** What speaks for it that the page tells no day of publication. */
function absence(told: readonly Readonly<Record<string, number>>[], isChanged: boolean): Record<string, number> {
  const features: Record<string, number> = { none: 1 }
  for (const name of ['declared', 'published', 'after-5', 'element'])
    if (told.some((day) => day[name] === 1)) features[`none-${name}`] = 1
  if (told.length > 3) features['none-many'] = 1
  if (isChanged) features['none-changed'] = 1
  return features
}
