import { judge, segment } from '../extract.ts'
import type { BlockModel } from '../model/score.ts'
import { type Example, type Mode, readPages, toExample } from './corpora.ts'

/** The set without gold bodies whose pages are annotated with pieces of text. */
export const TAUGHT_SET = 'trafilatura-dev'
/** A shorter body may have its pieces right by accident. */
const MIN_CHARS = 200

/**
 * Pages that the HTML model teaches with. A text model learns from them what structure, lost in the text, has told (a
 * teacher with privileged information, Vapnik & Vashist 2009), an HTML model the names of more sites' elements. Only bodies that have all pieces of text that were annotated as the
 * article's, and none that were annotated as boilerplate, count: about three of four.
 *
 * Held out, that brings as WET +.008 word F1 on fundus-dev and costs .001 on wcxb-dev; in HTML +.001 on wcxb-dev, +.015 on
 * readability-dev.
 *
 * @returns Bodies by the id of the page.
 */
export async function teach(root: string, teacher: BlockModel): Promise<ReadonlyMap<string, string>> {
  const bodies = new Map<string, string>()
  for await (const { row, source } of readPages(root, TAUGHT_SET, 'html')) {
    const { article } = judge(await segment(source), source, teacher)
    const body = article.blocks.map((block) => block.text).join('\n\n')
    const plain = squeeze(body)
    const has = (piece: string): boolean => plain.includes(squeeze(piece))
    const isConfirmed = (row.with ?? []).every(has) && !(row.without ?? []).some(has)
    if (body.length > MIN_CHARS && isConfirmed) bodies.set(row.id, body)
  }
  return bodies
}

/** Reads the pages that have such a body. */
export async function* readTaught(
  root: string,
  mode: Mode,
  bodies: ReadonlyMap<string, string>,
): AsyncGenerator<Example> {
  for await (const { row, source } of readPages(root, TAUGHT_SET, mode)) {
    const body = bodies.get(row.id)
    if (body !== undefined) yield toExample(row, source, body)
  }
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
