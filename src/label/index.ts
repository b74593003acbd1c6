import type { Verdict } from '../types.ts'
import { cohere } from './cohere.ts'
import { chooseCut } from './cut.ts'
import { keepLastSentence, keepSubheadings } from './edges.ts'
import { keepGroupsWhole } from './groups.ts'
import type { LabelInput } from './input.ts'
import { reasonFor } from './reasons.ts'
import { dropStrayRuns } from './runs.ts'
import { findVetoes } from './vetoes.ts'

export type { LabelInput } from './input.ts'

/** Blocks below this probability are never content, however unsure the page. */
const MIN_PROBABILITY = 0.2

export interface Labelled {
  /** One a block. */
  readonly verdicts: readonly Verdict[]
  /** Expected word F1 of the page, 0..1, as far as the scores can be trusted. */
  readonly expectedF1: number
}

/** Turns the probabilities of the blocks into one verdict each. */
export function label(input: LabelInput): Labelled {
  const { page, scores, words } = input
  const vetoes = findVetoes(input)
  const may = vetoes.map((veto) => veto === null)
  const isKept = page.blocks.map(({ rule }) => rule?.verdict === 'keep')
  const probabilities = Float64Array.from(words, (_, i) => (isKept[i] ? 1 : may[i] ? (scores[i] as number) : 0))
  const { threshold, expectedF1 } = chooseCut(probabilities, words)
  const keep = page.blocks.map(
    (block, i) =>
      may[i] === true && block.text !== '' && (probabilities[i] as number) >= Math.max(threshold, MIN_PROBABILITY),
  )
  dropStrayRuns(input, keep, vetoes)
  keepLastSentence(input, keep, may)
  keepGroupsWhole(input, keep, may)
  cohere(input, keep, may)
  keepSubheadings(input, keep, may)
  isKept.forEach((is, i) => {
    if (is) keep[i] = true
  })
  const extent = { first: keep.indexOf(true), last: keep.lastIndexOf(true) }
  if (extent.first < 0) extent.first = page.blocks.length
  const verdicts = page.blocks.map((_, i): Verdict => {
    const evidence = { score: Math.round((scores[i] as number) * 1000) / 1000 }
    if (keep[i]) return { label: 'body', evidence }
    const veto = vetoes[i] ?? null
    if (veto !== null) return { label: 'boilerplate', reason: veto.reason, evidence: { ...evidence, ...veto.evidence } }
    return { label: 'boilerplate', ...reasonFor(input, i, extent) }
  })
  return { verdicts, expectedF1 }
}
