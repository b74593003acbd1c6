import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Figures of one page as the scorer gives them; what a page has no gold for is absent. */
export interface PageScore {
  readonly id: string
  /** Its page type, `-` where none is known. */
  readonly group: string
  readonly missing: boolean
  readonly failed: boolean
  /** Precision, recall and F1 of the words, 0..1. */
  readonly word?: { readonly p: number; readonly r: number; readonly f: number }
  /** Counts of 4-word shingles that are right, too many, and missed. */
  readonly shingle?: { readonly tp: number; readonly fp: number; readonly fn: number }
  readonly with?: number
  readonly without?: number
}

/** Figures of a set by name; null where it has no gold for one. */
export type Summary = Readonly<Record<string, number | null>>

export interface SetScore {
  readonly all: Summary
  readonly rows: readonly PageScore[]
}

/**
 * Runs the scorer of the benchmark on the predictions of a set.
 *
 * @param files The scorer, the folder with `gold.jsonl`, the predictions, and where the figures are put.
 * @throws Error where the scorer fails.
 */
export function scoreSet(files: {
  readonly scorer: string
  readonly gold: string
  readonly predictions: string
  readonly figures: string
}): SetScore {
  const { scorer, gold, predictions, figures } = files
  const args = [scorer, '--gold', gold, '--pred', predictions, '--json', figures, '--quiet']
  const { status, error } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`Expected exit code 0 of the scorer on ${predictions}, not: ${status}`)
  return JSON.parse(readFileSync(figures, 'utf8')) as SetScore
}
