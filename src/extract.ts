import { applyClaims, assemble } from './article/assemble.ts'
import { keepPictures, keepStandfirst, trimBeforeTitle } from './article/bounds.ts'
import { readMetadata } from './article/metadata.ts'
import { claimNotes } from './article/notes.ts'
import { computeRows } from './features/index.ts'
import { label } from './label/index.ts'
import { pageLanguage } from './language/page.ts'
import { type BlockModel, loadModel, score } from './model/score.ts'
import { splitCredits } from './segment/credits.ts'
import { NO_HINTS } from './segment/noHints.ts'
import { segmentText } from './segment/text.ts'
import type { Block, Hints, Outcome, Outline, Page, Source, Warning } from './types.ts'

interface Segmented {
  readonly blocks: readonly Block[]
  readonly outline: Outline | null
  readonly hints: Hints
  readonly warnings: readonly Warning[]
}

/** What is wanted beside the article. */
export interface ExtractOptions {
  /** The candidates of all fields, of which the article has the best. */
  readonly candidates?: boolean
}

/**
 * The recipe: cuts a page into blocks, scores and labels them, reads the metadata, puts the article together.
 *
 * The same source gives the same outcome, whatever the clock, locale or time zone.
 *
 * @returns What was decided about each block, and the article; a page without one has an empty body and the warning
 *   `no-article`.
 */
export async function extract(source: Source, options: ExtractOptions = {}): Promise<Outcome> {
  return judge(await segment(source), source, await loadModel(source.kind), options)
}

/** The stages after the segmenter, with a model of the caller's choice. */
export function judge(
  page: Page,
  source: Pick<Source, 'url' | 'language'>,
  model: BlockModel,
  options: ExtractOptions = {},
): Outcome {
  const rows = computeRows(page)
  const { blocks: scores, types } = score(rows, model)
  const words = rows.context.shapes.map((form) => form.words)
  const { phrases, linkShares } = rows.context
  const labelled = label({ page, scores, words, phrases, linkShares, articleShare: types.article })
  const { metadata, claims, titleBlock, pictures, warnings, candidates } = readMetadata(
    page,
    labelled.verdicts,
    { url: source.url, language: source.language },
    model.fields,
  )
  const trimmed = trimBeforeTitle(labelled.verdicts, titleBlock, words)
  const kept = keepPictures(keepStandfirst(page.blocks, trimmed, { title: titleBlock, claims, words }), pictures)
  const verdicts = claimNotes(page.blocks, applyClaims(kept, claims))
  const article = assemble(page, verdicts, { metadata, words, types, confidence: labelled.expectedF1 })
  const all = [...page.warnings, ...warnings]
  if (article.blocks.length === 0)
    all.push({ code: 'no-article', message: 'nothing on the page reads like an article' })
  const outcome = { page, scores: Array.from(scores), verdicts, article, warnings: all }
  return options.candidates === true ? { ...outcome, candidates: candidates() } : outcome
}

/** The same representation for both kinds of page. */
export async function segment(source: Source): Promise<Page> {
  const { blocks, outline, hints, warnings } = await segmentKind(source)
  const split = splitCredits(blocks, source.text)
  return {
    kind: source.kind,
    url: source.url ?? hints.canonical,
    language: source.language ?? pageLanguage(split, hints.language),
    blocks: split,
    outline,
    hints,
    warnings: [...source.warnings, ...warnings],
  }
}

/** Text pages do not pay for loading the HTML parser. */
async function segmentKind(source: Source): Promise<Segmented> {
  if (source.kind === 'text') return { blocks: segmentText(source.text), outline: null, hints: NO_HINTS, warnings: [] }
  const { segmentHtml } = await import('./segment/html.ts')
  return segmentHtml(source.text, source.url)
}
