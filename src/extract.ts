import { applyClaims, assemble } from './article/assemble.ts'
import { keepPictures, keepStandfirst, trimBeforeTitle } from './article/bounds.ts'
import { readMetadata } from './article/metadata.ts'
import { claimNotes } from './article/notes.ts'
import { computeRows } from './features/index.ts'
import { label } from './label/index.ts'
import { enforceRules, withoutRemoved } from './label/ruled.ts'
import { pageLanguage } from './language/page.ts'
import { type BlockModel, loadModel, score } from './model/score.ts'
import { applyRules, type Selected } from './rules/apply.ts'
import type { SelectorTest } from './rules/check.ts'
import { chooseRules, haveSelectors } from './rules/choose.ts'
import type { SiteRules } from './rules/siteRules.ts'
import { splitCredits } from './segment/credits.ts'
import type { ChooseRules } from './segment/html.ts'
import { NO_HINTS } from './segment/noHints.ts'
import { segmentText } from './segment/text.ts'
import type { Block, Hints, Outcome, Outline, Page, Source, Warning } from './types.ts'

interface Segmented {
  readonly blocks: readonly Block[]
  readonly outline: Outline | null
  readonly hints: Hints
  readonly warnings: readonly Warning[]
  readonly ruled?: Selected | null
}

/** What the user says of sites, and what decides which of it is said of a page. */
export interface RuleOptions {
  /** Checked ones; the same object for all pages of a run, so that it is made ready once. */
  readonly rules?: SiteRules | undefined
  /** Of the page, relative to where `paths` of the rules are. */
  readonly path?: string | null | undefined
}

/** What is wanted beside the article. */
export interface ExtractOptions extends RuleOptions {
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
  return judge(await segment(source, options), source, await loadModel(source.kind), options)
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
    withoutRemoved(page),
    labelled.verdicts,
    { url: source.url, language: source.language },
    model.fields,
  )
  const trimmed = trimBeforeTitle(labelled.verdicts, titleBlock, words)
  const kept = keepPictures(keepStandfirst(page.blocks, trimmed, { title: titleBlock, claims, words }), pictures)
  const verdicts = claimNotes(page.blocks, enforceRules(page.blocks, applyClaims(kept, claims)))
  const article = assemble(page, verdicts, { metadata, words, types, confidence: labelled.expectedF1 })
  const all = [...page.warnings, ...warnings]
  if (article.blocks.length === 0)
    all.push({ code: 'no-article', message: 'nothing on the page reads like an article' })
  const outcome = { page, scores: Array.from(scores), verdicts, article, warnings: all }
  return options.candidates === true ? { ...outcome, candidates: candidates() } : outcome
}

/** The same representation for both kinds of page. */
export async function segment(source: Source, options: RuleOptions = {}): Promise<Page> {
  const choose = ruleChooser(options)
  const {
    blocks,
    outline,
    hints,
    warnings,
    ruled = null,
  } = await segmentKind(source, elementRules(choose, options, source.url))
  const split = splitCredits(blocks, source.text)
  const url = source.url ?? hints.canonical
  const rules = choose?.(url) ?? null
  const applied = rules === null ? null : applyRules(split, rules, ruled)
  return {
    kind: source.kind,
    url,
    language: source.language ?? pageLanguage(split, hints.language),
    blocks: applied?.blocks ?? split,
    outline,
    hints,
    warnings: [...source.warnings, ...warnings],
    ...(applied === null ? {} : { ruling: applied.ruling }),
  }
}

/** What says why a selector can't be read: it comes with the HTML parser, so that there is one copy of it. */
export async function loadSelectorTest(): Promise<SelectorTest> {
  const { selectorProblem } = await import('./segment/html.ts')
  return selectorProblem
}

function ruleChooser({ rules, path = null }: RuleOptions): ChooseRules | null {
  return rules === undefined ? null : (url) => chooseRules(rules, { url, path })
}

/** Rules that look at elements, as long as it is not clear that none of them holds for the page. */
function elementRules(choose: ChooseRules | null, { rules }: RuleOptions, url: string | null): ChooseRules | null {
  if (choose === null || rules === undefined || !haveSelectors(rules)) return null
  return url === null || choose(url) !== null ? choose : null
}

/** Text pages do not pay for loading the HTML parser. */
async function segmentKind(source: Source, choose: ChooseRules | null): Promise<Segmented> {
  if (source.kind === 'text') return { blocks: segmentText(source.text), outline: null, hints: NO_HINTS, warnings: [] }
  const { segmentHtml } = await import('./segment/html.ts')
  return segmentHtml(source.text, source.url, choose)
}
