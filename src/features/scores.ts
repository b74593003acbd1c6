import { columnOf } from './columns.ts'
import type { Context } from './context.ts'
import { ofElements } from './scoreTree.ts'

/** Blocks of at least this probability are taken for content where runs are looked for. */
const LIKELY = 0.5
/** Words of other blocks that may stand inside of a run. */
const MAX_GAP_WORDS = 30
/** Probabilities are kept away from 0 and 1 by this much before they become log odds. */
const MARGIN = 1e-4

/** A stretch of likely content with little in between. */
interface Run {
  readonly first: number
  last: number
  /** Expected words of content. */
  content: number
}

/** First scores of the blocks of a page, with what several columns need of them. */
export interface Scored {
  readonly context: Context
  readonly count: number
  /** Content probability, 0..1. */
  readonly scores: ArrayLike<number>
  readonly words: Float64Array
  /** Expected words of content: probability times words. */
  readonly content: Float64Array
  readonly totalContent: number
  /** Words and expected words before each block, and of the whole page at the end. */
  readonly wordSums: Float64Array
  readonly contentSums: Float64Array
  readonly runs: readonly Run[]
  readonly mainRun: Run | null
}

type Column = (scored: Scored) => Float64Array

const constant = ({ count }: Scored, value: number): Float64Array => new Float64Array(count).fill(value)

/** Share of content in the words of `before` blocks before and `after` blocks after each block, itself not counted. */
function around(before: number, after: number): Column {
  return ({ count, content, words, wordSums, contentSums }) => {
    const column = new Float64Array(count)
    for (let i = 0; i < count; i++) {
      const from = Math.max(0, i - before)
      const to = Math.min(count, i + after + 1)
      const all = (wordSums[to] as number) - (wordSums[from] as number) - (words[i] as number)
      const kept = (contentSums[to] as number) - (contentSums[from] as number) - (content[i] as number)
      column[i] = all > 0 ? kept / all : Number.NaN
    }
    return column
  }
}

function runningSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1)
  for (let i = 0; i < values.length; i++) sums[i + 1] = (sums[i] as number) + (values[i] as number)
  return sums
}

/** Score of the next block with words in a direction. */
function neighbour(step: 1 | -1): Column {
  return ({ count, words, scores }) => {
    const column = new Float64Array(count)
    let last = Number.NaN
    for (let k = 0; k < count; k++) {
      const i = step === 1 ? count - 1 - k : k
      column[i] = last
      if ((words[i] as number) > 0) last = scores[i] as number
    }
    return column
  }
}

function findRuns(scores: ArrayLike<number>, words: Float64Array): Run[] {
  const runs: Run[] = []
  let open: Run | null = null
  let gap = 0
  for (let i = 0; i < words.length; i++) {
    const count = words[i] as number
    const score = scores[i] as number
    if (count === 0 || score < LIKELY) {
      gap += count
      continue
    }
    if (open !== null && gap <= MAX_GAP_WORDS) {
      open.last = i
      open.content += count * score
    } else {
      open = { first: i, last: i, content: count * score }
      runs.push(open)
    }
    gap = 0
  }
  return runs
}

const heaviest = (runs: readonly Run[]): Run | null =>
  runs.reduce<Run | null>((best, run) => (best === null || run.content > best.content ? run : best), null)

/** Signed log distance, in words, from the heaviest run: negative before it, 0 inside. */
function fromMainRun(scored: Scored): Float64Array {
  const { mainRun, wordSums } = scored
  if (mainRun === null) return constant(scored, Number.NaN)
  const between = (from: number, to: number): number =>
    Math.log2(1 + Math.max(0, (wordSums[to] as number) - (wordSums[from] as number)))
  return constant(scored, 0).map((_, i) =>
    i < mainRun.first ? -between(i, mainRun.first) : i > mainRun.last ? between(mainRun.last + 1, i + 1) : 0,
  )
}

/** Share of the page's content in the run that a block stands in. */
function ownRun(scored: Scored): Float64Array {
  const column = constant(scored, Number.NaN)
  for (const { first, last, content } of scored.runs)
    column.fill(content / Math.max(1, scored.totalContent), first, last + 1)
  return column
}

/** Share of content in the words of a part of the page, the block itself not counted. */
function ofParts(partOf: (context: Context) => readonly (object | null)[] | null): Column {
  return (scored) => {
    const parts = partOf(scored.context)
    if (parts === null) return constant(scored, Number.NaN)
    const sums = new Map<object, { content: number; words: number }>()
    parts.forEach((part, i) => {
      if (part === null) return
      const sum = sums.get(part) ?? { content: 0, words: 0 }
      sums.set(part, sum)
      sum.content += scored.content[i] as number
      sum.words += scored.words[i] as number
    })
    return columnOf(parts, (part, i) => {
      const sum = part === null ? undefined : sums.get(part)
      const others = (sum?.words ?? 0) - (scored.words[i] as number)
      return sum !== undefined && others > 0 ? (sum.content - (scored.content[i] as number)) / others : Number.NaN
    })
  }
}

/** How the likely content lies on the page. */
const OF_PAGE: readonly (readonly [string, (scored: Scored) => number])[] = [
  ['s.share', ({ totalContent, context }) => totalContent / Math.max(1, context.totalWords)],
  ['s.total', ({ totalContent }) => Math.log2(1 + totalContent)],
  ['s.mainRun', ({ mainRun, totalContent }) => (mainRun?.content ?? 0) / Math.max(1, totalContent)],
  ['s.runs', ({ runs }) => Math.log2(1 + runs.length)],
]

/** What the first scores say of a block's surroundings: by name, in order. */
const COLUMNS: readonly (readonly [string, Column])[] = [
  [
    's.logOdds',
    ({ scores }) => columnOf(scores, (score) => Math.log(Math.max(MARGIN, score) / Math.max(MARGIN, 1 - score))),
  ],
  ['s.around1', around(1, 1)],
  ['s.around3', around(3, 3)],
  ['s.around10', around(10, 10)],
  ['s.around30', around(30, 30)],
  ['s.past3', around(3, 0)],
  ['s.next3', around(0, 3)],
  ['s.past10', around(10, 0)],
  ['s.next10', around(0, 10)],
  ['s.past', neighbour(-1)],
  ['s.next', neighbour(1)],
  [
    's.before',
    ({ content, contentSums, totalContent }) =>
      content.map((_, i) => (contentSums[i] as number) / Math.max(1, totalContent)),
  ],
  ...OF_PAGE.map(([name, value]): readonly [string, Column] => [name, (scored) => constant(scored, value(scored))]),
  ['s.fromMainRun', fromMainRun],
  ['s.ownRun', ownRun],
  ['s.section', ofParts((c) => c.sections)],
  ['s.heading', ({ context, scores }) => columnOf(context.sections, ({ heading }) => scores[heading] ?? Number.NaN)],
  ['s.slot', ofParts((c) => c.slots)],
  ['s.inner', ofParts((c) => c.repeats?.inner ?? null)],
  ['s.outer', ofParts((c) => c.repeats?.outer ?? null)],
]

function readScored(context: Context, scores: ArrayLike<number>): Scored {
  const words = columnOf(context.shapes, (form) => form.words)
  const content = words.map((count, i) => count * (scores[i] as number))
  const runs = findRuns(scores, words)
  const contentSums = runningSums(content)
  return {
    context,
    count: context.count,
    scores,
    words,
    content,
    totalContent: contentSums.at(-1) as number,
    wordSums: runningSums(words),
    contentSums,
    runs,
    mainRun: heaviest(runs),
  }
}

/** The values of `OF_PAGE` by name. */
export function pageScores(context: Context, scores: ArrayLike<number>): readonly (readonly [string, number])[] {
  const scored = readScored(context, scores)
  return OF_PAGE.map(([name, value]) => [name, value(scored)])
}

/**
 * Columns made of first scores: a second model reads them beside the features, so that a block is judged by what its
 * neighbours, its section, its element and its repeated siblings turned out to be (stacking, Wolpert 1992).
 *
 * @param scores Content probability of each block, 0..1.
 */
export function scoreColumns(
  context: Context,
  scores: ArrayLike<number>,
): { readonly names: readonly string[]; readonly columns: readonly ArrayLike<number>[] } {
  const scored = readScored(context, scores)
  const ofTree = ofElements(scored)
  return {
    names: [...COLUMNS.map(([name]) => name), ...ofTree.names],
    columns: [...COLUMNS.map(([, column]) => column(scored)), ...ofTree.columns],
  }
}
