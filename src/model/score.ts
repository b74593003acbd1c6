import type { Rows } from '../features/index.ts'
import { ODDS_NAMES, type Odds, oddsColumns } from '../features/odds.ts'
import type { PageKind } from '../types.ts'
import { scoreTrees, type TreeModel } from './trees.ts'

/** A classifier of blocks: learned tables, and trees over the features and what the tables say. */
export interface BlockModel {
  readonly odds: Odds
  readonly trees: TreeModel
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
 * The content probability of every block of a page, 0..1.
 *
 * This is the interface that any model stands behind: features in, probabilities out.
 */
export function score(rows: Rows, model: BlockModel): Float64Array {
  return scoreTrees(withOdds(rows, model.odds), model.trees)
}

/** The features of a page together with what learned tables say of it. */
export function withOdds(rows: Rows, odds: Odds): Rows {
  return {
    ...rows,
    names: [...rows.names, ...ODDS_NAMES],
    columns: [...rows.columns, ...oddsColumns(rows.context, odds)],
  }
}
