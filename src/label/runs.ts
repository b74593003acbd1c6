import type { Outline } from '../types.ts'
import type { LabelInput } from './input.ts'
import type { Removal } from './vetoes.ts'

/** Removed words between two kept blocks from which they count as two runs. */
const GAP_WORDS = 40
/** A run outside of the main one stays when it is sure of itself, or weighs enough beside the main one. */
const SURE_SCORE = 0.75
const WEIGHTY_SHARE = 0.3
/** Headings of what follows an article and reads like one. */
const ANNOUNCING: ReadonlySet<string> = new Set(['comments'])
/** Fewer words before the comments are a question or a picture that the page is not about. */
const MIN_ARTICLE_WORDS = 150
/** Share of the page's content that the main run must hold for the page to be one article. */
const MAIN_SHARE = 0.5
/** Below it the page is rather something else, and made of several runs: posts, products, sections. */
const MIN_ARTICLE_SHARE = 0.5

interface Run {
  readonly first: number
  readonly last: number
  /** Words, weighted by the probability that they are content. */
  readonly weight: number
  readonly words: number
  /** It stands after a heading such as `12 comments`. */
  readonly announced: boolean
}

/**
 * Drops the stray runs of a page with one clear article: a news page ends with teasers and comments that read like
 * articles themselves. Pages of several runs of like weight (forums, listings) keep them all.
 *
 * Chosen on the development sets in text mode: +.019 word F1 on fundus-dev, +.010 on readability-dev, +.005 on zh-dev,
 * +.001 on wcxb-dev (articles +.006, documentation -.021). That only pages which are rather articles than not are cut
 * brought, held out, +.004 on wcxb-dev in text (forums +.05) and +.001 in HTML.
 */
export function dropStrayRuns(input: LabelInput, keep: boolean[], removals: readonly (Removal | null)[]): void {
  if (input.articleShare < MIN_ARTICLE_SHARE) return
  const runs = findRuns(input, keep, removals)
  const main = heaviest(runs.filter((run) => !run.announced)) ?? heaviest(runs)
  if (main === null) return
  const total = runs.reduce((sum, run) => sum + run.weight, 0)
  const isArticle = main.weight >= MAIN_SHARE * total
  const isForum = looksLikeForum(input.page.outline)
  for (const run of runs) {
    if (run === main) continue
    const isStray = isArticle && run.weight < WEIGHTY_SHARE * main.weight && run.weight / run.words < SURE_SCORE
    const follows = !isForum && run.announced && run.first > main.last && main.words >= MIN_ARTICLE_WORDS
    if (isStray || follows) keep.fill(false, run.first, run.last + 1)
  }
}

/** Words in class and id by which forum software names its pages: there the comments are what the page is about. */
const FORUM_NAMES = new Set([
  'forum',
  'forums',
  'thread',
  'threads',
  'phpbb',
  'vbulletin',
  'xenforo',
  'discourse',
  'viewtopic',
  'question',
  'answers',
  'answer',
  'topic',
])

function looksLikeForum(outline: Outline | null): boolean {
  return outline?.tokens.some((tokens) => tokens.some((token) => FORUM_NAMES.has(token))) ?? false
}

function heaviest(runs: readonly Run[]): Run | null {
  return runs.reduce<Run | null>((best, run) => (best === null || run.weight > best.weight ? run : best), null)
}

function findRuns(
  { page, scores, words }: LabelInput,
  keep: readonly boolean[],
  removals: readonly (Removal | null)[],
): Run[] {
  const runs: Run[] = []
  let open: { first: number; last: number; weight: number; words: number; announced: boolean } | null = null
  let gap = 0
  let announced = false
  for (let i = 0; i < page.blocks.length; i++) {
    const count = words[i] ?? 0
    if (!keep[i]) {
      gap += count
      announced ||= open !== null && ANNOUNCING.has(removals[i]?.reason ?? '')
      continue
    }
    if (open !== null && gap <= GAP_WORDS && open.announced === announced) {
      open.last = i
      open.weight += count * (scores[i] as number)
      open.words += count
    } else {
      open = { first: i, last: i, weight: count * (scores[i] as number), words: count, announced }
      runs.push(open)
    }
    gap = 0
  }
  return runs
}
