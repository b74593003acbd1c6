import { extract, loadSelectorTest } from './extract.ts'
import { decode, tidy } from './io/decode.ts'
import { PageError } from './io/errors.ts'
import { PAGE_LIMIT_BYTES, SNIFF_BYTES } from './io/limits.ts'
import { isBinary, sniff, sniffText } from './io/sniff.ts'
import { type CleanedRecord, toRecord } from './render/record.ts'
import type { TableStyle } from './render/settings.ts'
import type { SiteRules } from './rules/siteRules.ts'
import type { PageKind } from './types.ts'

export type { FailureCode } from './io/errors.ts'
export type { BlockRecord, CleanedRecord as ArticleRecord, FailedRecord, RemovedRecord } from './render/record.ts'
export type { TableStyle } from './render/settings.ts'
export type { LinePlace, Place, SiteRule, SiteRules } from './rules/siteRules.ts'
export type { ArticleImage, Credit, PageType, ReasonCode, Span, Warning, WarningCode } from './types.ts'
/** What `cleanArticle` rejects with for input that is no page; `code` is stable. */
export { PageError }

export interface CleanArticleOptions {
  /** Address of the page; makes links absolute and is the record's `url` and `id`. */
  readonly url?: string | undefined
  /** What the input is; by default it is found out. */
  readonly format?: 'auto' | PageKind | undefined
  /** Label of the encoding of bytes, where it is known: `windows-1252`. */
  readonly encoding?: string | undefined
  /** BCP 47; overrules detection. */
  readonly language?: string | undefined
  /** Add what was removed, with reason and place. */
  readonly removed?: boolean | undefined
  /**
   * How the Markdown writes tables: `auto`, the default, is GFM, and HTML for those that GFM cannot tell; with `none` each
   * cell is a paragraph.
   */
  readonly tables?: TableStyle | undefined
  /**
   * What to keep, remove, or take for a field, by host of the page; `*` is every page. They are checked once, and made ready
   * once, as long as they are the same object, which must not change.
   */
  readonly rules?: SiteRules | undefined
  /** Pictures in the Markdown, by default true; captions are text and stay without them. */
  readonly images?: boolean | undefined
  /** Links in the Markdown, by default true; their text stays without them. */
  readonly links?: boolean | undefined
}

/**
 * Clean a page: strip the boilerplate and read the article's fields.
 *
 * The same input gives the same record. Nothing is read or written, and no state is kept.
 *
 * @param input The page, decoded or as the bytes it was served in.
 * @returns What a line of `--format jsonl` holds; a page without an article has an empty body and says so in
 *   `warnings`.
 * @throws PageError `not-text` for binary data, `input-limit` for more than 20 MB.
 * @throws TypeError for rules that are none, a selector that can't be read included.
 */
export async function cleanArticle(
  input: string | Uint8Array,
  options: CleanArticleOptions = {},
): Promise<CleanedRecord> {
  if (input.length > PAGE_LIMIT_BYTES) {
    throw new PageError('input-limit', `Expected at most ${PAGE_LIMIT_BYTES} bytes, not: ${input.length}`)
  }
  const { rules } = options
  if (rules !== undefined) await checkOnce(rules)
  const kind = kindOf(input, options.format ?? 'auto')
  const { text, warnings } =
    typeof input === 'string' ? tidy(input) : await decode(input, { kind, encoding: options.encoding })
  const url = options.url ?? null
  const outcome = await extract({ kind, text, url, language: options.language ?? null, warnings }, { rules })
  const { tables, images, links, removed = false } = options
  return toRecord(outcome, { id: url ?? '', path: null, removed, markdown: { tables, images, links } })
}

/** Only who has rules pays for loading what checks them. */
async function checkOnce(rules: SiteRules): Promise<void> {
  const { assertRules } = await import('./rules/assert.ts')
  assertRules(rules, await loadSelectorTest())
}

function kindOf(input: string | Uint8Array, format: 'auto' | PageKind): PageKind {
  if (typeof input === 'string') return format === 'auto' ? sniffText(input) : format
  const head = input.subarray(0, SNIFF_BYTES)
  if (isBinary(head) || isGzip(head)) throw new PageError('not-text', 'Expected a page, not: binary data')
  if (format !== 'auto') return format
  return sniff(head) === 'html' ? 'html' : 'text'
}

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}
