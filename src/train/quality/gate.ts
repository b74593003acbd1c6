import { modeOf } from './figures.ts'
import { toThousandths } from './format.ts'

/** What is pinned in the repository: `src/train/floors.json`. */
export interface Floors {
  readonly note: string
  /** Hash of each set's gold, as `hashOfGold` gives it. */
  readonly corpora: Readonly<Record<string, string>>
  /** By key, see `Figures`; for figures where less is better a ceiling. They only get stricter. */
  readonly floors: Readonly<Record<string, number>>
  /** What the simple scorer reached: not to be fallen below either, and never raised. */
  readonly simple: Readonly<Record<string, number>>
}

/** What a run has measured. */
export interface Measured {
  readonly corpora: Readonly<Record<string, string>>
  readonly figures: Readonly<Record<string, number>>
  /** Modes that the run was asked for. */
  readonly modes: readonly string[]
}

/** Figures where less is better. */
const LOWER_IS_BETTER: ReadonlySet<string> = new Set(['failed', 'ece'])
/** Figures that are shown but not pinned: precision and recall are traded for each other, their F1 is what counts. */
const NOT_PINNED: ReadonlySet<string> = new Set(['pages', 'wordP', 'wordR', 'title~'])

export type Verdict = 'kept' | 'broken' | 'missing' | 'not-asked'

/** One bound and what became of it. */
export interface Check {
  readonly key: string
  readonly kind: 'floor' | 'ceiling' | 'simple scorer'
  readonly bound: number
  /** Rounded to three decimals; null where it was not measured. */
  readonly figure: number | null
  readonly verdict: Verdict
}

/** A set that is not the one that the floors are of. */
export interface Mismatch {
  readonly set: string
  /** Null where the file has floors of the set but no hash. */
  readonly pinned: string | null
  /** Null where the run has not seen the set. */
  readonly found: string | null
}

export interface GateReport {
  readonly checks: readonly Check[]
  readonly mismatches: readonly Mismatch[]
  /** Measured, and could be pinned, but is not. */
  readonly unpinned: readonly string[]
  readonly passed: boolean
  /** Every bound was measured. */
  readonly complete: boolean
}

/**
 * Holds what was measured against what is pinned.
 *
 * The models are fitted on all sets, so another hash of any of them makes all figures incomparable: nothing is checked.
 * A bound of a mode that the run was not asked for makes the gate incomplete; one that is missing otherwise fails it.
 */
export function compare(pinned: Floors, measured: Measured): GateReport {
  const mismatches = findMismatches(pinned, measured)
  if (mismatches.length > 0) return { checks: [], mismatches, unpinned: [], passed: false, complete: false }
  const floors = Object.entries(pinned.floors).map(([key, bound]) =>
    check(key, { bound, kind: isLowerBetter(key) ? 'ceiling' : 'floor' }, measured),
  )
  const simple = Object.entries(pinned.simple).map(([key, bound]) =>
    check(key, { bound, kind: 'simple scorer' }, measured),
  )
  const checks = [...floors, ...simple]
  return {
    checks,
    mismatches,
    unpinned: Object.keys(measured.figures).filter((key) => isPinnable(key) && !Object.hasOwn(pinned.floors, key)),
    passed: checks.every(({ verdict }) => verdict === 'kept' || verdict === 'not-asked'),
    complete: checks.every(({ verdict }) => verdict === 'kept' || verdict === 'broken'),
  }
}

/**
 * The floors with all that was measured better, and what was measured for the first time. Never lower: that takes an edit
 * by hand.
 *
 * @throws Error where a set is not the one that the floors are of.
 */
export function raise(pinned: Floors, measured: Measured): Floors {
  const [mismatch] = findMismatches(pinned, measured)
  if (mismatch !== undefined) throw new Error(`Expected the pinned ${mismatch.set}, not: another one`)
  const floors = new Map(Object.entries(pinned.floors))
  for (const [key, exact] of Object.entries(measured.figures)) {
    if (!isPinnable(key)) continue
    const figure = toThousandths(exact)
    const old = floors.get(key)
    floors.set(key, old === undefined ? figure : isLowerBetter(key) ? Math.min(old, figure) : Math.max(old, figure))
  }
  return {
    ...pinned,
    corpora: sorted({ ...measured.corpora, ...pinned.corpora }),
    floors: sorted(Object.fromEntries(floors)),
  }
}

function check(key: string, { bound, kind }: Pick<Check, 'bound' | 'kind'>, measured: Measured): Check {
  const exact = Object.hasOwn(measured.figures, key) ? measured.figures[key] : undefined
  if (exact === undefined) {
    const isAsked = measured.modes.includes(modeOf(key))
    return { key, kind, bound, figure: null, verdict: isAsked ? 'missing' : 'not-asked' }
  }
  const figure = toThousandths(exact)
  const isKept = isLowerBetter(key) ? figure <= bound : figure >= bound
  return { key, kind, bound, figure, verdict: isKept ? 'kept' : 'broken' }
}

/** A set without floors yet is none: its hash is pinned with them. */
function findMismatches(pinned: Floors, measured: Measured): readonly Mismatch[] {
  const withFloors = Object.keys(measured.corpora).filter((set) =>
    Object.keys(pinned.floors).some((key) => key.startsWith(`${set} `)),
  )
  const sets = new Set([...Object.keys(pinned.corpora), ...withFloors])
  return [...sets]
    .sort()
    .map((set) => ({ set, pinned: pinned.corpora[set] ?? null, found: measured.corpora[set] ?? null }))
    .filter((entry) => entry.pinned !== entry.found)
}

function isPinnable(key: string): boolean {
  return !key.includes('/') && !NOT_PINNED.has(figureOf(key))
}

function isLowerBetter(key: string): boolean {
  return LOWER_IS_BETTER.has(figureOf(key))
}

function figureOf(key: string): string {
  return key.slice(key.lastIndexOf(' ') + 1)
}

function sorted<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}
