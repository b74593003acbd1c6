import type { PageKind } from '../types.ts'
import { type LogisticModel, scoreLogistic } from './logistic.ts'
import type { Table } from './table.ts'
import weights from './weights.data.json' with { type: 'json' }

const MODELS: Readonly<Record<PageKind, LogisticModel>> = weights.models

/**
 * The content probability of every block of a page, 0..1.
 *
 * This is the interface that any model stands behind: features in, probabilities out. Today's is a logistic regression
 * a kind of page, so each score is a plain sum of weighted features; `npm run train` fits it.
 */
export function score(table: Table, kind: PageKind): Float64Array {
  return scoreLogistic(table, MODELS[kind])
}
