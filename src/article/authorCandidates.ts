import type { Origin } from '../types.ts'
import { type Add, fromDeclarations, fromElements, fromLines, type Others } from './authorSources.ts'
import { describe, knownLines, markOverlaps } from './authorTraits.ts'
import { bare } from './fields.ts'
import { openingReporters } from './openings.ts'
import type { Survey } from './survey.ts'
import type { Zone } from './zone.ts'

/** People, or an organisation, that may have written the article, with all that speaks for them. */
export interface AuthorCandidate {
  /** None: the page does not tell. */
  readonly names: readonly string[]
  /** Lines that name them. */
  readonly blocks: readonly number[]
  readonly origins: readonly Origin[]
  readonly features: Readonly<Record<string, number>>
}

const MAX_NAMES = 30

interface Found {
  readonly names: readonly string[]
  readonly blocks: number[]
  readonly origins: Origin[]
  readonly features: Record<string, number>
}

/**
 * Collects everyone who may be the author, and the chance that the page names none: for pages that say nothing for sure.
 */
export function authorCandidates(survey: Survey, zone: Zone, others: Others): AuthorCandidate[] {
  const found = new Map<string, Found>()
  const add: Add = (names, origin, features) => {
    if (names.length === 0 || names.length > MAX_NAMES) return
    const key = names.map(bare).sort().join('|')
    const entry = found.get(key) ?? { names, blocks: [], origins: [], features: {} }
    found.set(key, entry)
    entry.origins.push(origin)
    if (features.line === 1 && !entry.blocks.includes(origin.place)) entry.blocks.push(origin.place)
    for (const [name, of] of Object.entries(features)) entry.features[name] = Math.max(entry.features[name] ?? 0, of)
  }
  fromDeclarations(survey, add)
  fromElements(survey, zone, add)
  const opening = openingReporters(survey)
  add(opening.names, opening, { opening: 1 })
  fromLines(survey, zone, others, add)
  const lines = knownLines(survey)
  for (const entry of found.values()) describe(entry, { survey, others, lines })
  markOverlaps([...found.values()])
  const told = [...found.values()]
  return [...told, { names: [], blocks: [], origins: [], features: absence(told) }]
}

/** What speaks for it that the page names nobody. */
function absence(told: readonly Found[]): Record<string, number> {
  const features: Record<string, number> = { none: 1 }
  for (const name of ['declared', 'phrase', 'opened', 'persons', 'element', 'pattern'])
    if (told.some((entry) => entry.features[name] === 1)) features[`none-${name}`] = 1
  if (told.length > 12) features['none-many'] = 1
  return features
}
