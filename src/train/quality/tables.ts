import type { Mode } from '../corpora.ts'
import { areaUnderCurve, BAD_BELOW, calibrationBins, calibrationError } from './confidence.ts'
import {
  assessedPages,
  MIN_LANGUAGE_PAGES,
  pagesByLanguage,
  pagesByType,
  type ScoredSet,
  TYPED_SET,
} from './figures.ts'
import { difference, number, table } from './format.ts'
import { mean, summarize } from './groups.ts'
import { UNSEEN_SETS } from './sets.ts'

/** Columns of the table of sets: the scorer's names and ours. */
const SET_COLUMNS: Readonly<Record<string, string>> = {
  pages: 'pages',
  failed: 'failed',
  wordF1: 'word F1',
  wordP: 'P',
  wordR: 'R',
  shingleF1: 'shingle F1',
  with: 'with',
  without: 'without',
  title: 'title',
  authors: 'authors',
  date: 'date',
  instant: 'instant',
}
const COUNTS: ReadonlySet<string> = new Set(['pages', 'failed'])

/** @param simple Word F1 of the simple scorer by key, see `Figures`. @returns All tables as Markdown, to be pasted. */
export function renderTables(sets: readonly ScoredSet[], simple: Readonly<Record<string, number>>): string {
  const modes = [...new Set(sets.map(({ mode }) => mode))]
  return [
    'Each page judged by a model that has not seen its site (four folds):',
    setTable(sets),
    `By type of page, ${TYPED_SET}, word F1 / shingle F1, and the difference of word F1 from the simple scorer:`,
    typeTable(sets, modes, simple),
    `By language, ${MIN_LANGUAGE_PAGES} or more pages over all sets, word F1 and with / without:`,
    languageTable(sets, modes, simple),
    `Confidence, over all pages with a gold body; bad pages are those with word F1 below ${BAD_BELOW}:`,
    confidenceTable(sets, modes),
    'Pages, mean confidence and mean word F1 by tenths of confidence:',
    binTable(sets, modes),
  ].join('\n\n')
}

function setTable(sets: readonly ScoredSet[]): string {
  const names = Object.keys(SET_COLUMNS)
  return table(
    ['set', 'mode', ...Object.values(SET_COLUMNS)],
    sets.map(({ set, mode, score }) => [
      UNSEEN_SETS.includes(set) ? `${set} (no gold bodies)` : set,
      mode,
      ...names.map((name) => (COUNTS.has(name) ? String(score.all[name] ?? '-') : number(score.all[name]))),
    ]),
    2,
  )
}

function typeTable(sets: readonly ScoredSet[], modes: readonly Mode[], simple: Readonly<Record<string, number>>) {
  const byMode = modes.map((mode) => ({ mode, types: pagesByType(sets, mode) }))
  const types = [...(byMode[0]?.types ?? [])]
  return table(
    ['type', 'pages', ...modes.flatMap((mode) => [mode, 'difference'])],
    types.map(([type, pages]) => [
      type,
      String(pages.length),
      ...byMode.flatMap(({ mode, types }) => {
        const { wordF1, shingleF1 } = summarize(types.get(type) ?? [])
        const before = simple[`${TYPED_SET}/${type} ${mode} wordF1`]
        return [`${number(wordF1)} / ${number(shingleF1)}`, difference(wordF1, before)]
      }),
    ]),
    1,
  )
}

function languageTable(sets: readonly ScoredSet[], modes: readonly Mode[], simple: Readonly<Record<string, number>>) {
  const byMode = modes.map((mode) => ({ mode, languages: pagesByLanguage(sets, mode) }))
  const languages = [...(byMode[0]?.languages ?? [])]
    .map(([language, pages]) => ({ language, figures: summarize(pages) }))
    .filter(({ figures }) => Math.max(figures.pages, figures.snippetPages) >= MIN_LANGUAGE_PAGES)
  return table(
    ['language', 'bodies', 'snippets', ...modes.flatMap((mode) => [mode, 'difference', 'with / without'])],
    languages.map(({ language, figures }) => [
      language,
      String(figures.pages),
      String(figures.snippetPages),
      ...byMode.flatMap(({ mode, languages }) => {
        const own = summarize(languages.get(language) ?? [])
        const wordF1 = own.pages < MIN_LANGUAGE_PAGES ? null : own.wordF1
        const hasSnippets = own.snippetPages >= MIN_LANGUAGE_PAGES
        return [
          number(wordF1),
          difference(wordF1, simple[`language/${language} ${mode} wordF1`]),
          hasSnippets ? `${number(own.with)} / ${number(own.without)}` : '-',
        ]
      }),
    ]),
    1,
  )
}

function confidenceTable(sets: readonly ScoredSet[], modes: readonly Mode[]): string {
  return table(
    ['mode', 'pages', 'bad pages', 'AUC', 'calibration error', 'mean confidence', 'mean word F1'],
    modes.map((mode) => {
      const pages = assessedPages(sets, mode)
      return [
        mode,
        String(pages.length),
        String(pages.filter(({ wordF1 }) => wordF1 < BAD_BELOW).length),
        number(areaUnderCurve(pages)),
        number(calibrationError(calibrationBins(pages))),
        number(mean(pages.map(({ confidence }) => confidence))),
        number(mean(pages.map(({ wordF1 }) => wordF1))),
      ]
    }),
    1,
  )
}

function binTable(sets: readonly ScoredSet[], modes: readonly Mode[]): string {
  const byMode = modes.map((mode) => calibrationBins(assessedPages(sets, mode)))
  return table(
    ['confidence', ...modes],
    (byMode[0] ?? []).map(({ from }, i) => [
      `from ${from.toFixed(1)}`,
      ...byMode.map((bins) => {
        const bin = bins[i]
        return bin === undefined || bin.pages === 0
          ? '-'
          : `${bin.pages}: ${number(bin.confidence)} / ${number(bin.wordF1)}`
      }),
    ]),
    1,
  )
}
