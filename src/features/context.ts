import { stopShare } from '../language/stopShare.ts'
import { matchPhrase, type PhraseMatch } from '../text/lexicon.ts'
import { type Shape, shape } from '../text/shape.ts'
import type { Block, Page } from '../types.ts'
import { type Ancestry, readAncestry } from './ancestry.ts'
import { readCohesion } from './cohesion.ts'
import { readDates, readPrices } from './markers.ts'
import type { Measured, Part } from './measured.ts'
import { readDeclaredTypes } from './pageKind.ts'
import { type Repeats, readRepeats } from './repeats.ts'
import { readSections, type Section } from './sections.ts'
import { readSlots } from './slots.ts'
import { readTerms, type Terms } from './terms.ts'

/** Longer lines are never a phrase of the lexicon with something after it. */
const MAX_PHRASE_CHARS = 160

/** What several features need of a page, computed once. All arrays have an entry a block. */
export interface Context extends Measured {
  readonly count: number
  /** Share of function words, 0..1; NaN where the language is unknown. */
  readonly stopShares: Float64Array
  readonly phrases: readonly (PhraseMatch | null)[]
  /** Characters before the block, all blocks counted, without white space. */
  readonly charsBefore: Float64Array
  readonly totalChars: number
  readonly totalWords: number
  /** Words, weighted by how much their blocks read like prose. */
  readonly totalProse: number
  readonly terms: Terms
  /** Share of each block's words that other paragraphs have too, 0..1; NaN without words. */
  readonly cohesion: Float64Array
  /** Log lengths of the blocks, in words. */
  readonly logWords: Float64Array
  /** 1 for short lines with a date or time, and with a price. */
  readonly dates: Uint8Array
  readonly prices: Uint8Array
  /** Lower-case types that the page declares. */
  readonly declaredTypes: ReadonlySet<string>
  /** A column of NaN, for what the page has nothing to say on. */
  readonly missing: Float64Array
  /** The section that each block stands in. */
  readonly sections: readonly Section[]
  /** Null for text pages. */
  readonly ancestry: Ancestry | null
  readonly repeats: Repeats | null
  readonly slots: readonly Part[] | null
}

export function buildContext(page: Page): Context {
  const { blocks } = page
  const count = blocks.length
  const shapes = blocks.map((block) => shape(block.text))
  const stopShares = new Float64Array(count)
  const linkShares = new Float64Array(count)
  const prose = new Float64Array(count)
  const charsBefore = new Float64Array(count)
  const logWords = new Float64Array(count)
  let totalChars = 0
  let totalWords = 0
  let totalProse = 0
  for (let i = 0; i < count; i++) {
    const block = blocks[i] as Block
    const form = shapes[i] as Shape
    stopShares[i] = page.language === null ? Number.NaN : stopShare(block.text, page.language)
    linkShares[i] = block.dom === null ? 0 : Math.min(1, block.dom.linkChars / Math.max(1, form.chars))
    prose[i] = proseOf(form, stopShares[i] as number, linkShares[i] as number)
    charsBefore[i] = totalChars
    logWords[i] = Math.log2(1 + form.words)
    totalChars += form.chars
    totalWords += form.words
    totalProse += form.words * (prose[i] as number)
  }
  const phrases = blocks.map((block) => (block.text.length <= MAX_PHRASE_CHARS ? matchPhrase(block.text) : null))
  const measured = { page, shapes, prose, linkShares }
  const terms = readTerms(page)
  const { outline } = page
  return {
    ...measured,
    count,
    stopShares,
    phrases,
    charsBefore,
    totalChars,
    totalWords,
    totalProse,
    terms,
    cohesion: readCohesion(terms, prose),
    logWords,
    dates: readDates(page),
    prices: readPrices(page),
    declaredTypes: readDeclaredTypes(page),
    missing: new Float64Array(count).fill(Number.NaN),
    sections: readSections(measured),
    ancestry: outline === null ? null : readAncestry({ blocks, ...measured }, outline),
    repeats: outline === null ? null : readRepeats(measured, outline),
    slots: outline === null ? null : readSlots(measured, outline),
  }
}

/**
 * Prose-likeness as jusText sees it (Pomikálek 2011), without its hard thresholds: 12 words with a sentence end and a
 * quarter of function words are as likely prose as not.
 */
function proseOf(form: Shape, stop: number, linkShare: number): number {
  if (form.words === 0) return 0
  const length = Math.log2(form.words / 12)
  const sentence = form.endsSentence ? 0.8 : -0.8
  const grammar = Number.isNaN(stop) ? 0 : 5 * (Math.min(stop, 0.5) - 0.25)
  return (1 - linkShare) / (1 + Math.exp(-(1.3 * length + sentence + grammar)))
}
