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

/** A subheading is short, and stands alone between two paragraphs. */
const MIN_HEADING_WORDS = 2
const MAX_HEADING_WORDS = 14
const MIN_PARAGRAPH_WORDS = 20
/** Below it a line between two paragraphs is rather an advertisement or a caption; chosen on the development sets. */
const MIN_HEADING_SCORE = 0.15
/** Lists and documentation have more labels than subheadings. */
const MIN_ARTICLE_SHARE = 0.5
/** Marks of captions, credits, links and counts, and the end of a sentence. */
const MARKED = /[/|©@#→>\d]|:\s|[.…:,;]$/

/**
 * Keeps the subheadings of a text page, which the scores take for labels: a short line alone between two paragraphs
 * that are kept. What the page shows twice is no subheading.
 */
export function keepSubheadings(input: LabelInput, keep: boolean[], may: readonly boolean[]): void {
  const { page, words, scores, phrases, articleShare } = input
  if (page.kind !== 'text' || articleShare < MIN_ARTICLE_SHARE) return
  const texts = new Map<string, number>()
  for (const { text } of page.blocks) texts.set(text, (texts.get(text) ?? 0) + 1)
  const isParagraph = (i: number) => keep[i] === true && (words[i] ?? 0) >= MIN_PARAGRAPH_WORDS
  page.blocks.forEach(({ text }, i) => {
    const count = words[i] ?? 0
    if (keep[i] || may[i] !== true || phrases[i] != null || count < MIN_HEADING_WORDS || count > MAX_HEADING_WORDS)
      return
    if ((scores[i] as number) < MIN_HEADING_SCORE || MARKED.test(text) || texts.get(text) !== 1) return
    if (isParagraph(i - 1) && isParagraph(i + 1)) keep[i] = true
  })
}
