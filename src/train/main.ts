import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { score } from '../model/score.ts'
import type { PageKind } from '../types.ts'
import { BODY_SETS, type Mode, readSet } from './corpora.ts'
import { BOOST, fitModel } from './fitModel.ts'
import { bodyText, type PreparedPage, preparePage } from './sample.ts'
import { wordF1 } from './wordF1.ts'

const FOLDS = 4
const MODES: Readonly<Record<PageKind, readonly Mode[]>> = { html: ['html'], text: ['wet', 'lynx'] }

type TrainingPage = PreparedPage & { readonly mode: Mode }

/**
 * Fits the model of a kind of page on the development sets and writes it; prints the word F1 of pages whose site was
 * held out.
 *
 * @param root Folder of the unpacked sets.
 * @param output The model's file.
 */
async function train(root: string, kind: PageKind, output: string): Promise<void> {
  if (!existsSync(root)) throw new Error(`Expected the unpacked corpora in ${root}, not: nothing there`)
  const pages: TrainingPage[] = []
  for (const mode of MODES[kind])
    for (const set of BODY_SETS)
      for await (const example of readSet(root, set, mode))
        pages.push({ ...(await preparePage(example, set, FOLDS)), mode })
  const provenance = {
    note: 'boosted trees and log odds of words and names, fitted on the development corpora by npm run train',
    corpora: Object.fromEntries(BODY_SETS.map((set) => [set, hashOf(join(root, set, 'gold.jsonl'))])),
    modes: MODES[kind],
    pages: pages.length,
    options: BOOST,
    crossValidatedWordF1: crossValidate(pages),
  }
  writeFileSync(output, `${JSON.stringify({ provenance, model: fitModel(pages) })}\n`)
}

/** Mean word F1 by set and mode of pages whose site the model has not seen; the body alone, as the label stage cuts it. */
function crossValidate(pages: readonly TrainingPage[]): Readonly<Record<string, number>> {
  const figures: Record<string, number[]> = {}
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fitModel(pages.filter((page) => page.fold !== fold))
    for (const page of pages.filter((entry) => entry.fold === fold)) {
      const f1 = wordF1(bodyText(page, score(page.rows, model)), page.gold)
      const key = `${page.set} ${page.mode}`
      figures[key] = [...(figures[key] ?? []), f1]
    }
  }
  const means = Object.entries(figures).map(([key, list]): [string, number] => [
    key,
    Math.round((1000 * list.reduce((a, b) => a + b, 0)) / list.length) / 1000,
  ])
  for (const [key, value] of means) console.log(key.padEnd(24), value.toFixed(3))
  return Object.fromEntries(means)
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16)
}

const [root = '.corpus', output = 'src/model', only] = process.argv.slice(2)
for (const kind of ['html', 'text'] as const)
  if (only === undefined || only === kind) await train(root, kind, join(output, `${kind}.data.json`))
