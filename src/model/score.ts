import type { Rows } from '../features/index.ts'
import { ODDS_NAMES, type Odds, oddsColumns } from '../features/odds.ts'
import { scoreColumns } from '../features/scores.ts'
import { summarise } from '../features/summary.ts'
import type { FieldWeights, PageKind, TypeShares } from '../types.ts'
import { scoreTrees, type TreeModel } from './trees.ts'

/**
 * All that is learned of a kind of page: a classifier of blocks and of pages, and what candidates of fields are worth. Blocks in two stages: trees over the features and what learned tables say, then
 * trees that also see the first scores of all that is around the block. Pages by what their likely content is like.
 */
export interface BlockModel {
  readonly odds: Odds
  readonly first: TreeModel
  /** Null where a second stage brings nothing: in text, where there is no structure around a block. */
  readonly second: TreeModel | null
  /**
   * The last stage once more, of pages that are articles only: it has a say where a page looks like one. Null where it
   * brings little: in HTML fundus-dev gained .002 by it and wcxb-dev nothing.
   */
  readonly articles: TreeModel | null
  /** What speaks for a candidate of a field. */
  readonly fields: FieldWeights
  /** One type against the rest. */
  readonly types: Readonly<Record<keyof TypeShares, TreeModel>>
}

/** Types of pages that the development sets tell apart. */
export const LEARNED_TYPES = [
  'article',
  'forum',
  'product',
  'collection',
  'listing',
  'documentation',
  'service',
] as const satisfies readonly (keyof TypeShares)[]

/**
 * What the trees of article pages have to say on a page that is one for sure, 0..1. Held out, two of four folds, as WET and
 * lynx, against the first trees alone: with .6 fundus-dev gains .010 and .009, with .8 .013 and .016; readability-dev
 * gains .013 and loses .001, zh-dev gains .002, wcxb-dev loses .002 and .003; with 1 all but fundus-dev gain less.
 */
const ARTICLES_SAY = 0.8
/** Scores are kept away from 0 and 1 by this much before they become log odds. */
const MARGIN = 1e-6

/** What the model says of a page. */
export interface Scores {
  /** Content probability of each block, 0..1. */
  readonly blocks: Float64Array
  readonly types: TypeShares
}

/** The models of the package; only the one that a page needs is loaded. */
const STORED: Readonly<Record<PageKind, () => Promise<{ readonly default: { readonly model: BlockModel } }>>> = {
  html: () => import('./html.data.json', { with: { type: 'json' } }),
  text: () => import('./text.data.json', { with: { type: 'json' } }),
}

export async function loadModel(kind: PageKind): Promise<BlockModel> {
  return (await STORED[kind]()).default.model
}

/**
 * Scores every block of a page, and the page.
 *
 * This is the interface that any model stands behind: features in, probabilities out.
 */
export function score(rows: Rows, model: BlockModel): Scores {
  const told = withOdds(rows, model.odds)
  const first = scoreTrees(told, model.first)
  const types = scoreTypes(told, first, model.types)
  const last = model.second === null ? told : withScores(told, first)
  const any = model.second === null ? first : scoreTrees(last, model.second)
  const { articles } = model
  return {
    blocks: articles === null ? any : blend(any, scoreTrees(last, articles), ARTICLES_SAY * types.article),
    types,
  }
}

/** Between two scorers in log odds (logarithmic opinion pool, Genest and Zidek 1986). */
function blend(one: Float64Array, other: Float64Array, share: number): Float64Array {
  return one.map((value, i) => {
    const mixed = (1 - share) * logOdds(value) + share * logOdds(other[i] as number)
    return 1 / (1 + Math.exp(-mixed))
  })
}

const logOdds = (value: number): number => Math.log(Math.max(MARGIN, value) / Math.max(MARGIN, 1 - value))

function scoreTypes(rows: Rows, scores: Float64Array, models: BlockModel['types']): TypeShares {
  const summary = summarise(rows, scores)
  const values = LEARNED_TYPES.map((type) => scoreTrees(summary, models[type])[0] as number)
  const total = values.reduce((a, b) => a + b, 0)
  const shares = LEARNED_TYPES.map((type, i) => [type, (values[i] as number) / total])
  return Object.fromEntries(shares) as TypeShares
}

/** The features of a page together with what learned tables say of it. */
export function withOdds(rows: Rows, odds: Odds): Rows {
  return {
    ...rows,
    names: [...rows.names, ...ODDS_NAMES],
    columns: [...rows.columns, ...oddsColumns(rows.context, odds)],
  }
}

/** Features together with what first scores say of the surroundings of each block. */
export function withScores(rows: Rows, scores: ArrayLike<number>): Rows {
  const { names, columns } = scoreColumns(rows.context, scores)
  return { ...rows, names: [...rows.names, ...names], columns: [...rows.columns, ...columns] }
}
