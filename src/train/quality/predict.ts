import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { judge, segment } from '../../extract.ts'
import type { BlockModel } from '../../model/score.ts'
import { toRecord } from '../../render/record.ts'
import type { Page, PageKind } from '../../types.ts'
import { type Mode, readSet } from '../corpora.ts'
import { fitModel } from '../fitModel.ts'
import { type PreparedPage, preparePage } from '../sample.ts'
import { ALL_SETS, FITTED_SETS, MODES, modesOf, readGold, readSources } from './sets.ts'

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

type HeldOutPage = PreparedPage & { readonly mode: Mode }

/** Where the predictions of a set in a mode are. */
export function predictionFile(output: string, set: string, mode: Mode): string {
  return join(output, `${set}.${mode}.jsonl`)
}

/**
 * Judges all pages of a kind by models that have not seen their site and writes what the command would write with
 * `--format jsonl`. Pages without a gold body are in no fold: nothing is fitted on them, so the model of all pages
 * judges them.
 */
export async function predict(kind: PageKind, options: PredictOptions): Promise<Confidences> {
  const sink = openSink(kind, options.output)
  const pages = await preparePages(kind, options)
  for (let fold = 0; fold < FOLDS; fold++) {
    const heldOut = pages.filter((page) => page.fold === fold)
    if (heldOut.length === 0) continue
    options.note(`${kind}: fold ${fold + 1} of ${FOLDS}`)
    const model = fitModel(pages.filter((page) => page.fold !== fold))
    for (const { page, id, set, mode } of heldOut) sink.write({ page, id, set, mode }, model)
  }
  options.note(`${kind}: pages without a gold body`)
  const model = fitModel(pages)
  // What they take is free for the pages to come.
  pages.length = 0
  for (const set of ALL_SETS)
    for (const mode of modesOf(set, kind)) {
      const gold = readGold(options.corpus, set, options.limit).filter((row) => !hasBody(row))
      for await (const { id, source } of readSources(options.corpus, set, mode, new Set(gold.map((row) => row.id))))
        sink.write({ page: await segment(source), id, set, mode }, model)
    }
  return sink.close()
}

async function preparePages(kind: PageKind, { corpus, limit, note }: PredictOptions): Promise<HeldOutPage[]> {
  const pages: HeldOutPage[] = []
  for (const mode of MODES[kind])
    for (const set of FITTED_SETS) {
      note(`${kind}: reading ${set} as ${mode}`)
      const ids = new Set(
        readGold(corpus, set, limit)
          .filter(hasBody)
          .map((row) => row.id),
      )
      for await (const example of readSet(corpus, set, mode)) {
        if (!ids.delete(example.id)) continue
        pages.push({ ...(await preparePage(example, set, FOLDS)), mode })
        if (ids.size === 0) break
      }
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
