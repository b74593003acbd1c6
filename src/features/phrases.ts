import type { PhraseRole } from '../text/lexicon.ts'
import { columnOf } from './columns.ts'
import type { Context } from './context.ts'
import { type Feature, perBlock } from './feature.ts'

/** Roles whose whole-line phrases are boilerplate in at least 98 of 100 lines (measured on the development sets). */
export const SAFE_ROLES: ReadonlySet<PhraseRole> = new Set<PhraseRole>([
  'home',
  'subscribe',
  'photographer',
  'cookies',
  'share',
  'backToTop',
  'copyright',
  'related',
  'print',
  'tags',
  'advertisement',
  'comments',
])

/** Phrases that head a part of the page which is not the article any more. */
const ENDING_ROLES: ReadonlySet<PhraseRole> = new Set<PhraseRole>([
  'related',
  'comments',
  'tags',
  'copyright',
  'subscribe',
])

/** Further on, the heading has no say any more. */
const FAR = 60

function sinceEnding(context: Context): Float64Array {
  const column = new Float64Array(context.count)
  let since = FAR
  for (let i = 0; i < context.count; i++) {
    const phrase = context.phrases[i] ?? null
    since = phrase?.whole && ENDING_ROLES.has(phrase.role) ? 0 : Math.min(FAR, since + 1)
    column[i] = Math.log2(1 + since)
  }
  return column
}

/** Share of the blocks around that are boilerplate phrases as a whole. */
function nearby(context: Context): Float64Array {
  const is = context.phrases.map((phrase) => Number(phrase?.whole === true && SAFE_ROLES.has(phrase.role)))
  return columnOf(is, (_, i) => {
    let sum = 0
    for (let k = Math.max(0, i - 4); k <= Math.min(context.count - 1, i + 4); k++) if (k !== i) sum += is[k] ?? 0
    return sum / 8
  })
}

/** What the block says, as far as the lexicon knows it. */
export const PHRASE_FEATURES: readonly Feature[] = [
  perBlock('safePhrase', 'the whole line is a phrase of boilerplate', ({ phrases }, i) =>
    Number(phrases[i]?.whole === true && SAFE_ROLES.has((phrases[i] as { role: PhraseRole }).role)),
  ),
  perBlock('anyPhrase', 'the line starts with a phrase of the lexicon', ({ phrases }, i) =>
    Number((phrases[i] ?? null) !== null),
  ),
  perBlock('personPhrase', 'bylines and desks are metadata', ({ phrases }, i) =>
    Number(/^(?:byline|editor|reporter|translator|photographer)$/.test(phrases[i]?.role ?? '')),
  ),
  perBlock('readAlso', 'links to other stories stand inside of articles', ({ phrases }, i) =>
    Number(phrases[i]?.role === 'readAlso'),
  ),
  { name: 'sinceEnding', why: 'related stories and comments follow their heading', column: sinceEnding },
  { name: 'phrasesNearby', why: 'boilerplate comes in company', column: nearby },
]
