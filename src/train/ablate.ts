import { existsSync } from 'node:fs'
import { FEATURE_GROUPS } from '../features/index.ts'
import { ODDS_NAMES } from '../features/odds.ts'
import { label } from '../label/index.ts'
import { withOdds } from '../model/score.ts'
import { scoreTrees } from '../model/trees.ts'
import type { PageKind } from '../types.ts'
import { BODY_SETS, readSet } from './corpora.ts'
import { fitBoosted } from './fitBoosted.ts'
import { FIT_OPTIONS, hasBody } from './fitModel.ts'
import { fitOdds } from './fitOdds.ts'
import { type PreparedPage, preparePage, toSample } from './sample.ts'
import { wordF1 } from './wordF1.ts'

/**
 * What each group of features and each set brings: the word F1 of pages whose site was held out, without it and with it.
 * Half of the sites are judged, by the first stage alone: the differences count, not the figures.
 */
const FOLDS = 4
const JUDGED_FOLDS = [0, 1]

interface Trial {
  readonly name: string
  readonly uses: (feature: string) => boolean
  readonly fits: (page: PreparedPage) => boolean
}

const all = (): boolean => true
const TRIALS: readonly Trial[] = [
  { name: 'all', uses: all, fits: all },
  ...Object.entries(FEATURE_GROUPS).map(([group, features]): Trial => {
    const names = new Set(features.map((feature) => feature.name))
    return { name: `without ${group}`, uses: (name) => !names.has(name), fits: all }
  }),
  { name: 'without tables', uses: (name) => !ODDS_NAMES.includes(name), fits: all },
  ...BODY_SETS.map((set): Trial => ({ name: `not fitted on ${set}`, uses: all, fits: (page) => page.set !== set })),
]

async function ablate(root: string, kind: PageKind): Promise<void> {
  if (!existsSync(root)) throw new Error(`Expected the unpacked corpora in ${root}, not: nothing there`)
  const pages: PreparedPage[] = []
  for (const set of BODY_SETS)
    for await (const example of readSet(root, set, kind === 'html' ? 'html' : 'wet'))
      pages.push(await preparePage(example, set, FOLDS))
  let base: ReadonlyMap<string, number> | null = null
  console.log(`| ${kind} | ${BODY_SETS.join(' | ')} |\n| --- |${BODY_SETS.map(() => ' ---: |').join('')}`)
  for (const trial of TRIALS) {
    const figures = measure(pages, trial)
    const cells = BODY_SETS.map((set) => show(figures.get(set) ?? 0, base?.get(set) ?? null))
    console.log(`| ${trial.name} | ${cells.join(' | ')} |`)
    base ??= figures
  }
}

function show(value: number, base: number | null): string {
  if (base === null) return value.toFixed(3)
  const difference = value - base
  return `${difference < 0 ? '-' : '+'}${Math.abs(difference).toFixed(3).slice(1)}`
}

/** Mean word F1 by set. */
function measure(pages: readonly PreparedPage[], trial: Trial): ReadonlyMap<string, number> {
  const sums = new Map<string, { sum: number; count: number }>()
  for (const fold of JUDGED_FOLDS) {
    const fitted = pages.filter((page) => page.fold !== fold && trial.fits(page) && hasBody(page))
    const odds = fitOdds(fitted)
    // Tables of the other half for each half: a page must not be told by its own site.
    const halves = [0, 1].map((half) => fitOdds(fitted.filter((page) => halfOf(page) !== half)))
    const told = fitted.map((page) =>
      narrow({ ...page, rows: withOdds(page.rows, halves[halfOf(page)] ?? odds) }, trial),
    )
    const trees = fitBoosted(toSample(told), FIT_OPTIONS.first)
    for (const page of pages.filter((entry) => entry.fold === fold)) {
      const { rows } = narrow({ ...page, rows: withOdds(page.rows, odds) }, trial)
      const entry = sums.get(page.set) ?? { sum: 0, count: 0 }
      sums.set(page.set, entry)
      entry.sum += wordF1(bodyText(page, scoreTrees(rows, trees)), page.gold)
      entry.count++
    }
  }
  return new Map([...sums].map(([set, { sum, count }]) => [set, sum / count]))
}

function halfOf(page: PreparedPage): number {
  return page.site.length % 2
}

function narrow(page: PreparedPage, { uses }: Trial): PreparedPage {
  const { names, columns } = page.rows
  return {
    ...page,
    rows: { ...page.rows, names: names.filter(uses), columns: columns.filter((_, f) => uses(names[f] as string)) },
  }
}

/** The body that the label stage makes of given scores. */
function bodyText({ page, rows }: PreparedPage, scores: Float64Array): string {
  const { shapes, phrases, linkShares } = rows.context
  const words = shapes.map((form) => form.words)
  const { verdicts } = label({ page, scores, words, phrases, linkShares, articleShare: 1 })
  return page.blocks
    .filter((_, i) => verdicts[i]?.label === 'body')
    .map((block) => block.text)
    .join('\n\n')
}

const [root = '.corpus', only] = process.argv.slice(2)
for (const kind of ['html', 'text'] as const) if (only === undefined || only === kind) await ablate(root, kind)
