import { matchPhrase, type PhraseRole } from '../text/lexicon.ts'
import { namesNetworks } from '../text/networks.ts'
import type { Block, Evidence, Outline, ReasonCode } from '../types.ts'
import { vetoBoxes } from './boxes.ts'
import type { LabelInput } from './input.ts'
import { vetoByName } from './names.ts'
import { ruledRemoval } from './ruled.ts'

/** A reason to remove a block whatever its score. */
export interface Removal {
  readonly reason: ReasonCode
  readonly evidence: Evidence
}

/** Roles of the lexicon whose whole-line phrases are boilerplate in at least 98 of 100 lines of the development sets. */
const SAFE: Readonly<Partial<Record<PhraseRole, ReasonCode>>> = {
  home: 'navigation',
  subscribe: 'subscribe',
  cookies: 'cookies',
  share: 'share',
  backToTop: 'back-to-top',
  copyright: 'copyright',
  related: 'related',
  print: 'print',
  tags: 'tags',
  advertisement: 'advertisement',
  comments: 'comments',
  readAlso: 'read-also',
}

/** A phrase that heads a section of documentation is one of these now and then: `See also`, `Comments`, `Keywords`. */
const MAX_PHRASE_WORDS = 12
/** Links to other stories name their headline. */
const MAX_READ_ALSO_WORDS = 30
const COPYRIGHT = /^(?:[©ⓒ]|\(c\)\s{0,2}(?:19|20)\d\d|copyright\b)/i
const MAX_COPYRIGHT_WORDS = 40
/** Fewer visible words of content than this make the hidden text worth reading (pages that a script would fill). */
const THIN_WORDS = 50
/** A block this long is no accident when it occurs twice. */
const MIN_REPEATED_WORDS = 8
/** A block below it is boilerplate between two copies. */
const BREAK_SCORE = 0.3

type Veto = (input: LabelInput, index: number, block: Block) => Removal | null

/** What parts the labels of one line: `Back to top | More news`. */
const SEPARATORS = /\s[|·•/»›]\s/
const MAX_LABELS_CHARS = 200

/** The reason why a line of several labels is none of the article's, if every one of them is boilerplate. */
function reasonOfLabels(text: string): ReasonCode | null {
  if (text.length > MAX_LABELS_CHARS) return null
  const labels = text.split(SEPARATORS)
  if (labels.length < 2) return null
  const reasons = labels.map((label) => {
    const phrase = matchPhrase(label)
    return phrase?.whole ? (SAFE[phrase.role] ?? null) : namesNetworks(label) ? 'share' : null
  })
  return reasons.includes(null) ? null : (reasons[0] ?? null)
}

const VETOES: readonly Veto[] = [
  (_, __, { text }) => {
    const reason = reasonOfLabels(text)
    return reason === null ? null : { reason, evidence: {} }
  },
  ({ phrases, words }, i) => {
    const phrase = phrases[i] ?? null
    const reason = phrase === null ? undefined : SAFE[phrase.role]
    if (phrase === null || reason === undefined) return null
    const isReadAlso = phrase.role === 'readAlso' && (words[i] ?? 0) <= MAX_READ_ALSO_WORDS && phrase.rest !== ''
    const isWhole = phrase.whole && (words[i] ?? 0) <= MAX_PHRASE_WORDS
    return isWhole || isReadAlso ? { reason, evidence: { phrase: phrase.phrase } } : null
  },
  (_, __, { text }) => (namesNetworks(text) ? { reason: 'share', evidence: {} } : null),
  ({ words }, i, { text }) =>
    COPYRIGHT.test(text) && (words[i] ?? 0) <= MAX_COPYRIGHT_WORDS ? { reason: 'copyright', evidence: {} } : null,
]

/** @returns For each block why it can't be content, or null where it can. What the user says of a block goes first. */
export function findVetoes(input: LabelInput): (Removal | null)[] {
  const { blocks } = input.page
  const removals = blocks.map((entry, i) => {
    if (entry.rule !== undefined) return ruledRemoval(entry)
    for (const veto of VETOES) {
      const removal = veto(input, i, entry)
      if (removal !== null) return removal
    }
    return null
  })
  vetoByName(input, removals)
  vetoBoxes(input, removals)
  vetoUnrendered(input, removals)
  vetoCopies(input, removals)
  blocks.forEach((entry, i) => {
    if (entry.rule?.verdict === 'keep') removals[i] = null
  })
  return removals
}

/** Elements whose content a browser with scripts never shows; other hidden text is often a panel that a click opens. */
const UNRENDERED = new Set(['noscript', 'template'])

/** What no browser shows is read only where the visible page says next to nothing. */
function vetoUnrendered({ page, scores, words }: LabelInput, removals: (Removal | null)[]): void {
  const unrendered = page.blocks.map(({ dom }) => dom?.hidden === true && isUnrendered(page.outline, dom.element))
  if (!unrendered.includes(true)) return
  let shown = 0
  page.blocks.forEach((_, i) => {
    if (!unrendered[i] && removals[i] === null && (scores[i] as number) >= 0.5) shown += words[i] ?? 0
  })
  if (shown < THIN_WORDS) return
  unrendered.forEach((is, i) => {
    if (is) removals[i] ??= { reason: 'hidden', evidence: {} }
  })
}

function isUnrendered(outline: Outline | null, element: number): boolean {
  for (let i = element; outline !== null && i >= 0; i = outline.parent[i] ?? -1) {
    if (UNRENDERED.has(outline.tag[i] ?? '')) return true
  }
  return false
}

/**
 * Of blocks with the same text the likeliest stays: pages repeat the lead in teasers and in copies for small screens.
 * A text that comes twice within one run of content is meant so (refrains, plans of a price list).
 */
function vetoCopies({ page, scores, words }: LabelInput, removals: (Removal | null)[]): void {
  const best = new Map<string, number>()
  let lastBreak = -1
  page.blocks.forEach((entry, i) => {
    if (entry.text !== '' && (scores[i] as number) < BREAK_SCORE) lastBreak = i
    if (removals[i] !== null || (words[i] ?? 0) < MIN_REPEATED_WORDS) return
    const other = best.get(entry.text)
    if (other === undefined || lastBreak < other) {
      best.set(entry.text, i)
      return
    }
    const loser = (scores[i] as number) > (scores[other] as number) ? other : i
    best.set(entry.text, loser === i ? other : i)
    removals[loser] = { reason: 'duplicate', evidence: { of: loser === i ? other : i } }
  })
}
