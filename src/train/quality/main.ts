import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PageKind } from '../../types.ts'
import { hashOfGold } from '../corpora.ts'
import { type ScoredSet, toFigures } from './figures.ts'
import { compare, type Floors, type GateReport, type Measured, raise } from './gate.ts'
import { type Confidences, predict, predictionFile } from './predict.ts'
import { scoreSet } from './scorer.ts'
import { ALL_SETS, MODES, missingFile, modesOf, readGold } from './sets.ts'
import { parseSettings, type Settings, UsageError } from './settings.ts'
import { renderTables } from './tables.ts'
import { renderGate } from './verdicts.ts'

/** Where things are, and where to say what. */
export interface Surroundings {
  /** Folder with the corpora and their scorer; not part of the repository. */
  readonly shared: string
  /** Folder where the corpora are unpacked and the predictions are put. */
  readonly work: string
  /** The file of the floors. */
  readonly floors: string
  /** Results. */
  readonly print: (line: string) => void
  /** Progress and complaints. */
  readonly note: (line: string) => void
}

/**
 * The quality gate: judges the development sets by models that have not seen the sites, prints the tables, and holds the
 * figures against the floors.
 *
 * @returns 0 all floors that were measured are kept; 1 one is not, or another corpus; 2 nothing could be measured.
 */
export async function main(args: readonly string[], around: Surroundings): Promise<number> {
  try {
    return await run(parseSettings(args), around)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    around.note(`quality: ${error.message}`)
    return 2
  }
}

async function run(settings: Settings, around: Surroundings): Promise<number> {
  const scorer = join(around.shared, 'bench', 'score.mjs')
  if (!existsSync(scorer))
    throw new UsageError(`Expected the corpora and their scorer in ${around.shared}, not: nothing there`)
  const corpus = settings.corpus ?? unpack(around)
  const missing = missingFile(corpus, settings.kinds)
  if (missing !== null) throw new UsageError(`Expected ${missing}, not: nothing there`)

  const pinned = JSON.parse(readFileSync(around.floors, 'utf8')) as Floors
  const sets: ScoredSet[] = []
  for (const kind of settings.kinds) {
    const output = join(around.work, 'quality')
    const confidences = await predict(kind, { corpus, output, limit: settings.limit, note: around.note })
    sets.push(...scoreKind(kind, { corpus, output, scorer, limit: settings.limit }, confidences))
  }
  around.print(renderTables(sets, pinned.simple))
  if (settings.limit !== null) {
    around.print(`\ngate: not evaluated, ${settings.limit} pages of each set at most`)
    return 0
  }
  const report = gate(
    pinned,
    {
      corpora: Object.fromEntries(ALL_SETS.map((set) => [set, hashOfGold(corpus, set)])),
      figures: toFigures(sets),
      modes: settings.kinds.flatMap((kind) => MODES[kind]),
    },
    settings,
    around,
  )
  around.print(`\n${renderGate(report).join('\n')}`)
  return report.passed ? 0 : 1
}

function unpack({ shared, work }: Surroundings): string {
  const { status, error } = spawnSync(process.execPath, [join(shared, 'corpus', 'unpack.mjs'), work, ...ALL_SETS], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`Expected exit code 0 of the unpacker, not: ${status}`)
  return work
}

interface ScoreOptions {
  readonly corpus: string
  readonly output: string
  readonly scorer: string
  readonly limit: number | null
}

function scoreKind(kind: PageKind, options: ScoreOptions, confidences: Confidences): ScoredSet[] {
  return ALL_SETS.flatMap((set) =>
    modesOf(set, kind).map((mode): ScoredSet => {
      const rows = readGold(options.corpus, set, options.limit)
      const predictions = predictionFile(options.output, set, mode)
      const score = scoreSet({
        scorer: options.scorer,
        gold: options.limit === null ? join(options.corpus, set) : writeGold(options.output, set, rows),
        predictions,
        figures: predictions.replace(/\.jsonl$/, '.scores.json'),
      })
      const languages = new Map(rows.flatMap(({ id, lang }): [string, string][] => (lang ? [[id, lang]] : [])))
      return { set, mode, score, confidences: confidences.get(`${set} ${mode}`) ?? new Map(), languages }
    }),
  )
}

/** The scorer counts a page without a prediction as empty: of a part of a set it gets that part's gold. */
function writeGold(output: string, set: string, rows: readonly unknown[]): string {
  const folder = join(output, 'gold', set)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'gold.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  return folder
}

/** With `--raise` what is better is pinned first; what is below its floor stays below it. */
function gate(pinned: Floors, measured: Measured, settings: Settings, around: Surroundings): GateReport {
  const report = compare(pinned, measured)
  if (!settings.raise || report.mismatches.length > 0) return report
  const raised = raise(pinned, measured)
  writeFileSync(around.floors, `${JSON.stringify(raised, null, 2)}\n`)
  return compare(raised, measured)
}
