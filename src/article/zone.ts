import { bare, mayBeBare } from './fields.ts'
import type { Survey } from './survey.ts'

/** Where the head of an article is: the blocks around its headline that tell who wrote it and when. */
export interface Zone {
  /** Block that shows the headline, or -1. */
  readonly title: number
  /** First and last block of the head, prose of the lead included. */
  readonly from: number
  readonly to: number
}

/** Blocks between a headline and the first prose. */
const MAX_GAP = 18
/** Blocks before the headline that may hold a date. */
const BEFORE_TITLE = 3
/** Without a headline, blocks before the prose. */
const BEFORE_PROSE = 14
/** Blocks after the headline. */
const MAX_BLOCKS = 30
/** A lead, a second lead or caption, and the first paragraph: after so many the head is over. */
const MAX_PROSE = 3
const PROSE_WORDS = 25

/**
 * The head of the article.
 *
 * @param titles Blocks that show the headline, ascending.
 * @param pageTitle Block of the page's title, or -1: it stands at the top of the page, not over the article.
 */
export function headZone(survey: Survey, titles: readonly number[], pageTitle: number): Zone {
  const { blocks, prose, end } = survey
  const title = anchor(survey, titles, pageTitle)
  const start = title < 0 ? prose - 1 : title
  const last = Math.min(blocks.length - 1, start + MAX_BLOCKS, Math.max(prose, end) + 1)
  let to = Math.max(0, start)
  for (let seen = 0; to < last && seen < MAX_PROSE; ) if (isLong(survey, ++to)) seen++
  return { title, from: Math.max(0, title < 0 ? prose - BEFORE_PROSE : title - BEFORE_TITLE), to }
}

function isLong({ blocks, wordsOf }: Survey, index: number): boolean {
  return blocks[index]?.kind === 'paragraph' && wordsOf(index) >= PROSE_WORDS
}

/** The first block with the headline that prose follows; else the last one before the prose. */
function anchor(survey: Survey, titles: readonly number[], pageTitle: number): number {
  const shown = titles.filter((block) => block !== pageTitle)
  const first = shown.find((block) => hasProseNear(survey, block))
  if (first !== undefined) return first
  const before = shown.filter((block) => block < survey.prose).at(-1)
  return before ?? (pageTitle >= 0 && hasProseNear(survey, pageTitle) ? pageTitle : -1)
}

function hasProseNear(survey: Survey, block: number): boolean {
  for (let i = block + 1; i <= Math.min(survey.blocks.length - 1, block + MAX_GAP); i++) {
    if (survey.isBody[i] === true && (isLong(survey, i) || i === survey.prose)) return true
  }
  return false
}

/** Blocks whose text is the headline, up to the middle of the body. */
export function blocksWith({ blocks, prose, end }: Survey, title: string): number[] {
  const folded = bare(title)
  const last = Math.min(blocks.length - 1, Math.max(prose + 6, Math.floor((prose + Math.max(prose, end)) / 2)))
  const found: number[] = []
  for (let i = 0; i <= last; i++) {
    const text = blocks[i]?.text ?? ''
    if (text.length <= title.length * 2 + 20 && mayBeBare(text, folded) && bare(text) === folded) found.push(i)
  }
  return found
}
