import type { Mode } from '../corpora.ts'
import { type Assessed, areaUnderCurve, calibrationBins, calibrationError } from './confidence.ts'
import { groupBy, summarize } from './groups.ts'
import type { PageScore, SetScore } from './scorer.ts'

/** A set in a mode, judged and scored. */
export interface ScoredSet {
  readonly set: string
  readonly mode: Mode
  readonly score: SetScore
  /** Confidence of each page by id. */
  readonly confidences: ReadonlyMap<string, number>
  /** Language of each page by id, where the gold tells it. */
  readonly languages: ReadonlyMap<string, string>
}

/**
 * Figures by key: scope, mode and figure with spaces between. The scope is a set, a type of page of one
 * (`wcxb-dev/forum`), a language of all sets (`language/de`), or `confidence`:
 *
 *     wcxb-dev html wordF1    wcxb-dev/forum wet wordF1    language/de lynx wordF1    confidence html ece
 *
 * What is not defined, for want of gold, has no key.
 */
export type Figures = Readonly<Record<string, number>>

/** The set whose pages have types. */
export const TYPED_SET = 'wcxb-dev'
/** Languages of fewer pages say nothing. */
export const MIN_LANGUAGE_PAGES = 5

export function modeOf(key: string): string {
  return key.split(' ')[1] ?? ''
}

/** All that is measured, in the order of the tables. */
export function toFigures(sets: readonly ScoredSet[]): Figures {
  const modes = [...new Set(sets.map(({ mode }) => mode))]
  const entries: readonly (readonly [string, number | null])[] = [
    ...sets.flatMap(({ set, mode, score }) =>
      Object.entries(score.all).map(([figure, value]) => [`${set} ${mode} ${figure}`, value] as const),
    ),
    ...modes.flatMap((mode) => [
      ...[...pagesByType(sets, mode)].map(
        ([type, pages]) => [`${TYPED_SET}/${type} ${mode} wordF1`, summarize(pages).wordF1] as const,
      ),
      ...[...pagesByLanguage(sets, mode)]
        .map(([language, pages]) => ({ language, ...summarize(pages) }))
        .filter(({ pages }) => pages >= MIN_LANGUAGE_PAGES)
        .map(({ language, wordF1 }) => [`language/${language} ${mode} wordF1`, wordF1] as const),
      [`confidence ${mode} auc`, areaUnderCurve(assessedPages(sets, mode))] as const,
      [`confidence ${mode} ece`, calibrationError(calibrationBins(assessedPages(sets, mode)))] as const,
    ]),
  ]
  return Object.fromEntries(entries.flatMap(([key, value]) => (value === null ? [] : [[key, value]])))
}

/** The largest type first. */
export function pagesByType(sets: readonly ScoredSet[], mode: Mode): ReadonlyMap<string, readonly PageScore[]> {
  const typed = sets.find((entry) => entry.set === TYPED_SET && entry.mode === mode)
  return groupBy(typed?.score.rows ?? [], ({ group }) => (group === '-' ? null : group))
}

/** Pages of all sets; the largest language first. */
export function pagesByLanguage(sets: readonly ScoredSet[], mode: Mode): ReadonlyMap<string, readonly PageScore[]> {
  const pages = sets
    .filter((entry) => entry.mode === mode)
    .flatMap(({ score, languages }) => score.rows.map((row) => ({ row, language: languages.get(row.id) ?? null })))
  const groups = groupBy(pages, ({ language }) => language)
  return new Map([...groups].map(([language, list]) => [language, list.map(({ row }) => row)]))
}

/** Pages of a mode that have a gold body. */
export function assessedPages(sets: readonly ScoredSet[], mode: Mode): readonly Assessed[] {
  return sets
    .filter((entry) => entry.mode === mode)
    .flatMap(({ score, confidences }) =>
      score.rows.flatMap(({ id, word }) => {
        const confidence = confidences.get(id)
        return word === undefined || confidence === undefined ? [] : [{ confidence, wordF1: word.f }]
      }),
    )
}
