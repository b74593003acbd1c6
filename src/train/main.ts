import { existsSync, writeFileSync } from 'node:fs'
import { scoreLogistic } from '../model/logistic.ts'
import { BODY_SETS, type Mode, readSet } from './corpora.ts'
import { fitLogistic } from './fitLogistic.ts'
import { bodyText, type PreparedPage, preparePage, toSample } from './sample.ts'
import { wordF1 } from './wordF1.ts'

const FOLDS = 4

/**
 * Fits the model of each kind of page on the development sets and writes it; prints the word F1 of pages whose site was
 * held out.
 *
 * @param root Folder of the unpacked sets.
 * @param output The weights file.
 */
export async function train(root: string, output: string): Promise<void> {
  if (!existsSync(root)) throw new Error(`Expected the unpacked corpora in ${root}, not: nothing there`)
  const html = await fitModes(root, ['html'])
  const text = await fitModes(root, ['wet', 'lynx'])
  const provenance = {
    note: 'logistic regression on the development corpora, fitted by npm run train',
    sets: BODY_SETS,
    textModes: ['wet', 'lynx'],
    crossValidatedWordF1: { html: html.figures, text: text.figures },
  }
  writeFileSync(output, `${JSON.stringify({ provenance, models: { html: html.model, text: text.model } }, null, 1)}\n`)
}

async function fitModes(root: string, modes: readonly Mode[]) {
  const pages: (PreparedPage & { mode: Mode })[] = []
  for (const mode of modes)
    for (const set of BODY_SETS)
      for await (const example of readSet(root, set, mode))
        pages.push({ ...(await preparePage(example, set, FOLDS)), mode })
  const figures: Record<string, number[]> = {}
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fitLogistic(toSample(pages, (page) => page.fold !== fold && hasBody(page)))
    for (const page of pages.filter((entry) => entry.fold === fold)) {
      const key = `${page.set} ${page.mode}`
      figures[key] ??= []
      figures[key].push(wordF1(bodyText(page, scoreLogistic(page.rows, model)), page.gold))
    }
  }
  const means = Object.fromEntries(
    Object.entries(figures).map(([key, list]) => [
      key,
      Math.round((1000 * list.reduce((a, b) => a + b, 0)) / list.length) / 1000,
    ]),
  )
  for (const [key, value] of Object.entries(means)) console.log(key.padEnd(24), value.toFixed(3))
  return { figures: means, model: fitLogistic(toSample(pages, hasBody)) }
}

/** Pages whose gold is not on the page teach nothing. */
function hasBody(page: PreparedPage): boolean {
  const shapes = page.rows.context.shapes
  const found = shapes.reduce((sum, form, i) => sum + form.words * (page.shares[i] as number), 0)
  return page.gold !== '' && found > (0.5 * page.gold.length) / 10
}

await train(process.argv[2] ?? '.corpus', process.argv[3] ?? 'src/model/weights.data.json')
