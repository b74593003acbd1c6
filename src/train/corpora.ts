import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decode } from '../io/decode.ts'
import type { PageKind, Source } from '../types.ts'

/** A rendering of the pages of a set: the HTML itself, or text made of it as a crawler or `lynx -dump` does. */
export type Mode = 'html' | 'wet' | 'lynx' | 'browser'

/** The renderings that a kind of page is fitted on: a crawler's text may look like any of them. */
export const FIT_MODES: Readonly<Record<PageKind, readonly Mode[]>> = {
  html: ['html'],
  text: ['wet', 'lynx', 'browser'],
}

/** A benchmark page with its gold body. */
export interface Example {
  readonly id: string
  /** Pages of one site never stand in both the fitted and the held-out part. */
  readonly site: string
  readonly source: Source
  readonly gold: string
  readonly pageType: string
  readonly language: string | null
  /** Null where it is not annotated. */
  readonly title: string | null
  readonly date: string | null
  readonly authors: readonly string[] | null
}

/** What is known of a page of a set; null is not annotated. */
export interface GoldRow {
  readonly id: string
  readonly url?: string | null
  readonly body?: string | null
  readonly page_type?: string | null
  readonly lang?: string | null
  readonly title?: string | null
  /** ISO 8601 */
  readonly date?: string | null
  readonly authors?: readonly string[] | null
  /** Pieces of text that are, and that aren't, the article's. */
  readonly with?: readonly string[] | null
  readonly without?: readonly string[] | null
}

/** Sets with a gold body, in the order of the tables. */
export const BODY_SETS = ['wcxb-dev', 'fundus-dev', 'zh-dev', 'readability-dev'] as const

/** Reads the pages of a set that have a gold body. */
export async function* readSet(root: string, set: string, mode: Mode): AsyncGenerator<Example> {
  for await (const { row, source } of readPages(root, set, mode))
    if (row.body !== null && row.body !== undefined) yield toExample(row, source, row.body)
}

export function toExample(row: GoldRow, source: Source, gold: string): Example {
  return {
    id: row.id,
    site: siteOf(row),
    source,
    gold,
    pageType: row.page_type ?? 'article',
    language: row.lang ?? null,
    title: row.title ?? null,
    date: row.date ?? null,
    authors: row.authors ?? null,
  }
}

/** Reads a set page by page. */
export async function* readPages(
  root: string,
  set: string,
  mode: Mode,
): AsyncGenerator<{ readonly row: GoldRow; readonly source: Source }> {
  const folder = join(root, set)
  const texts = mode === 'html' ? null : readTexts(join(folder, `text.${mode}.jsonl`))
  const files = texts === null ? fileNames(join(folder, 'pages')) : null
  for (const row of readLines<GoldRow>(join(folder, 'gold.jsonl'))) {
    const text = texts === null ? await htmlText(folder, files?.get(row.id)) : texts.get(row.id)
    if (text === undefined) continue
    // The address is not given: the benchmark's command line does not give it either.
    yield {
      row,
      source: { kind: texts === null ? 'html' : 'text', text, url: null, language: null, warnings: [] },
    }
  }
}

async function htmlText(folder: string, file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined
  const bytes = readFileSync(join(folder, 'pages', file))
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes
  return (await decode(plain, { kind: 'html' })).text
}

function fileNames(folder: string): Map<string, string> {
  return new Map(readdirSync(folder).map((name) => [name.replace(/(?:\.(?:html?|gz))+$/i, ''), name]))
}

function readTexts(file: string): Map<string, string> {
  if (!existsSync(file)) return new Map()
  return new Map(readLines<{ id: string; text: string }>(file).map((row) => [row.id, row.text]))
}

/** The rows of a file with a JSON value a line. */
export function readLines<Row>(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)
}

/** What tells one state of a set from another: 16 hexadecimal digits of its gold. */
export function hashOfGold(root: string, set: string): string {
  const bytes = readFileSync(join(root, set, 'gold.jsonl'))
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16)
}

/** The last two labels of the host (three below `co.uk` and its like); the id where the page has no address. */
export function siteOf(row: Pick<GoldRow, 'id' | 'url'>): string {
  if (!row.url || !URL.canParse(row.url)) return row.id
  const labels = new URL(row.url).hostname.split('.')
  const second = labels.at(-2) ?? ''
  return labels.slice(second.length <= 3 && labels.length > 2 ? -3 : -2).join('.')
}

/** Fold of a site, by a stable hash. */
export function foldOf(site: string, folds: number): number {
  return createHash('sha256').update(site).digest().readUInt32BE(0) % folds
}
