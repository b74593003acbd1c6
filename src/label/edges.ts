import type { LabelInput } from './input.ts'

/** A shorter line at the end of an article is a label or a teaser. */
const MIN_WORDS = 12
/** Less likely ones are left out whatever they read like; chosen for the fixture es-biblioteca-text. */
const MIN_SCORE = 0.1
const MAX_LINK_SHARE = 0.3
/** The ends of sentences of the scripts at hand, closing quotes included. */
const ENDS_SENTENCE = /[.!?…。！？।؟۔]["'”’»«“」』)]?$/

/**
 * Keeps the last sentence of an article: the block right after the body, with nothing between, that ends as a sentence
 * does and that the scores do not rule out. The last paragraph is the one that its neighbours speak against.
 */
export function keepLastSentence(input: LabelInput, keep: boolean[], may: readonly boolean[]): void {
  const { blocks } = input.page
  let next = keep.lastIndexOf(true) + 1
  if (next === 0) return
  while (next < blocks.length && blocks[next]?.text === '') next++
  const block = blocks[next]
  if (block === undefined || block.kind !== 'paragraph' || may[next] !== true) return
  if ((input.words[next] ?? 0) < MIN_WORDS || (input.scores[next] as number) < MIN_SCORE) return
  if ((input.linkShares[next] as number) > MAX_LINK_SHARE || block.dom?.hidden === true) return
  keep[next] = ENDS_SENTENCE.test(block.text.slice(-3))
}
