import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { judge, segment } from '../../extract.ts'
import { type BlockModel, loadModel } from '../../model/score.ts'
import { toRecord } from '../../render/record.ts'
import type { Page, PageKind } from '../../types.ts'
import { FIT_MODES, foldOf, type Mode, readPages, readSet, siteOf } from '../corpora.ts'
import { fitModel } from '../fitModel.ts'
import { type PreparedPage, preparePage } from '../sample.ts'
import { readTaught, TAUGHT_SET, teach } from '../taught.ts'
import { ALL_SETS, FITTED_SETS, modesOf, readGold } from './sets.ts'

/** As in the training: a fold of sites is judged by a model of the other three. */
const FOLDS = 4

export interface PredictOptions {
  /** Folder of the unpacked sets. */
  readonly corpus: string
  /** Folder of the predictions. */
  readonly output: string
  readonly limit: number | null
  /** Told what is going on. */
  readonly note: (line: string) => void
}

/** Confidence of each page by id, by set and mode: `wcxb-dev html`. */
export type Confidences = ReadonlyMap<string, ReadonlyMap<string, number>>

type FittedPage = PreparedPage & { readonly mode: Mode }

/** Where the predictions of a set in a mode are. */
export function predictionFile(output: string, set: string, mode: Mode): string {
  return join(output, `${set}.${mode}.jsonl`)
}

/**
 * Judges all pages of a kind by models that have not seen their site and writes what the command would write with
 * `--format jsonl`.
 */
export async function predict(kind: PageKind, options: PredictOptions): Promise<Confidences> {
  const sink = openSink(kind, options.output)
  const pages = await preparePages(kind, options)
  const judged = [...pages.filter((page) => isJudged(page, kind)), ...(await readRest(kind, options))]
  for (let fold = 0; fold < FOLDS; fold++) {
    const heldOut = judged.filter((page) => page.fold === fold)
    if (heldOut.length === 0) continue
    options.note(`${kind}: fold ${fold + 1} of ${FOLDS}`)
    const model = fitModel(pages.filter((page) => page.fold !== fold))
    for (const page of heldOut) sink.write(page, model)
  }
  return sink.close()
}

/** What is fitted on: pages with a gold body, and pages that the HTML model of the package has read. */
async function preparePages(kind: PageKind, { corpus, limit, note }: PredictOptions): Promise<FittedPage[]> {
  const pages: FittedPage[] = []
  const taught = await teach(corpus, await loadModel('html'))
  for (const mode of FIT_MODES[kind])
    for (const set of ALL_SETS) {
      note(`${kind}: reading ${set} as ${mode}`)
      const ids = new Set(readGold(corpus, set, limit).map((row) => row.id))
      const examples = set === TAUGHT_SET ? readTaught(corpus, mode, taught) : readSet(corpus, set, mode)
      for await (const example of examples)
        if (ids.has(example.id)) pages.push({ ...(await preparePage(example, set, FOLDS)), mode })
    }
  return pages
}

function isJudged({ set, mode }: Pick<Judged, 'set' | 'mode'>, kind: PageKind): boolean {
  return FITTED_SETS.includes(set) && modesOf(set, kind).includes(mode)
}

/** Pages without a gold body: judged like the others, by the models that have not seen their site. */
async function readRest(kind: PageKind, { corpus, limit }: PredictOptions): Promise<Judged[]> {
  const pages: Judged[] = []
  for (const set of ALL_SETS) {
    const rest = readGold(corpus, set, limit).filter((row) => !hasBody(row))
    const ids = new Set(rest.map((row) => row.id))
    if (ids.size === 0) continue
    for (const mode of modesOf(set, kind))
      for await (const { row, source } of readPages(corpus, set, mode))
        if (ids.has(row.id))
          pages.push({ page: await segment(source), id: row.id, set, mode, fold: foldOf(siteOf(row), FOLDS) })
  }
  return pages
}

function hasBody({ body }: { readonly body?: string | null }): boolean {
  return body !== null && body !== undefined
}

interface Judged {
  readonly page: Page
  readonly id: string
  readonly set: string
  readonly mode: Mode
  readonly fold: number
}

/** A file a set and mode; a set without a page is an empty one. */
function openSink(kind: PageKind, output: string) {
  mkdirSync(output, { recursive: true })
  const files = new Map<string, { readonly fd: number; readonly confidences: Map<string, number> }>()
  for (const set of ALL_SETS)
    for (const mode of modesOf(set, kind))
      files.set(`${set} ${mode}`, { fd: openSync(predictionFile(output, set, mode), 'w'), confidences: new Map() })
  return {
    write({ page, id, set, mode }: Judged, model: BlockModel): void {
      const file = files.get(`${set} ${mode}`)
      if (file === undefined) throw new Error(`Expected a set and mode of ${kind}, not: ${set} ${mode}`)
      const record = toRecord(judge(page, { url: null, language: null }, model), { id, path: null })
      writeSync(file.fd, `${JSON.stringify(record)}\n`)
      file.confidences.set(id, record.confidence)
    },
    close(): Confidences {
      for (const { fd } of files.values()) closeSync(fd)
      return new Map([...files].map(([key, { confidences }]) => [key, confidences]))
    },
  }
}
