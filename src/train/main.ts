import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BlockModel } from '../model/score.ts'
import type { PageKind } from '../types.ts'
import { BODY_SETS, FIT_MODES, hashOfGold, readSet } from './corpora.ts'
import { FIT_OPTIONS, fitModel } from './fitModel.ts'
import { type PreparedPage, preparePage } from './sample.ts'
import { readTaught, TAUGHT_SET, teach } from './taught.ts'

const SETS = [...BODY_SETS, TAUGHT_SET]

/**
 * Fits the model of a kind of page on the development sets and writes it. What it is worth on sites that it has not seen
 * is measured by `npm run quality`.
 *
 * @param root Folder of the unpacked sets.
 * @param folder Folder of the models. The one of HTML must be there for the one of text: it is the teacher.
 */
async function train(root: string, kind: PageKind, folder: string): Promise<void> {
  if (!existsSync(root)) throw new Error(`Expected the unpacked corpora in ${root}, not: nothing there`)
  const pages: PreparedPage[] = []
  for (const mode of FIT_MODES[kind])
    for (const set of BODY_SETS)
      for await (const example of readSet(root, set, mode)) pages.push(await preparePage(example, set, 1))
  // HTML has no teacher but itself, fitted on what has a gold body.
  const teacher = kind === 'html' ? fitModel(pages) : readModel(join(folder, 'html.data.json'))
  const bodies = await teach(root, teacher)
  for (const mode of FIT_MODES[kind])
    for await (const example of readTaught(root, mode, bodies)) pages.push(await preparePage(example, TAUGHT_SET, 1))
  const provenance = {
    note: 'boosted trees and log odds of words and names, fitted on the development corpora by npm run train',
    corpora: Object.fromEntries(SETS.map((set) => [set, hashOfGold(root, set)])),
    modes: FIT_MODES[kind],
    pages: pages.length,
    options: FIT_OPTIONS,
    heldOut: 'src/train/floors.json, by npm run quality',
  }
  const file = join(folder, `${kind}.data.json`)
  writeFileSync(file, `${JSON.stringify({ provenance, model: fitModel(pages) })}\n`)
  console.log(`${kind}: fitted on ${pages.length} pages`)
}

function readModel(file: string): BlockModel {
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly model: BlockModel }).model
}

const [root = '.corpus', folder = 'src/model', only] = process.argv.slice(2)
for (const kind of ['html', 'text'] as const) if (only === undefined || only === kind) await train(root, kind, folder)
