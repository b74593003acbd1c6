import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decode, tidy } from '../../io/decode.ts'
import type { PageKind, Source } from '../../types.ts'
import { BODY_SETS, type Mode } from '../corpora.ts'

/** Fitted on and judged by models that have not seen the site. */
export const FITTED_SETS: readonly string[] = BODY_SETS
/** Their pages have snippets and metadata, but no gold body: what is fitted on is what the HTML model makes of them. */
export const UNSEEN_SETS: readonly string[] = ['trafilatura-dev']
export const ALL_SETS: readonly string[] = [...FITTED_SETS, ...UNSEEN_SETS]

/** The renderings that the pages of a kind are judged in. */
export const MODES: Readonly<Record<PageKind, readonly Mode[]>> = { html: ['html'], text: ['wet', 'lynx'] }

/** Modes that a set is judged in, out of those of a kind: as lynx, only what is fitted on. */
export function modesOf(set: string, kind: PageKind): readonly Mode[] {
  return MODES[kind].filter((mode) => mode !== 'lynx' || FITTED_SETS.includes(set))
}

export interface GoldPage {
  readonly id: string
  readonly url?: string | null
  readonly lang?: string | null
  readonly body?: string | null
}

/** @param limit Only so many pages, the first ones; null for all. */
export function readGold(corpus: string, set: string, limit: number | null): readonly GoldPage[] {
  return readLines<GoldPage>(join(corpus, set, 'gold.jsonl')).slice(0, limit ?? undefined)
}

/** What tells one state of a corpus from another: 16 hexadecimal digits. */
export function hashOfGold(corpus: string, set: string): string {
  const bytes = readFileSync(join(corpus, set, 'gold.jsonl'))
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16)
}

/** A file that the pages of the sets are read from and that is not there; null where all are. */
export function missingFile(corpus: string, kinds: readonly PageKind[]): string | null {
  const files = ALL_SETS.flatMap((set) => [
    join(corpus, set, 'gold.jsonl'),
    ...kinds.flatMap((kind) => modesOf(set, kind).map((mode) => inputOf(corpus, set, mode))),
  ])
  return files.find((file) => !existsSync(file)) ?? null
}

function inputOf(corpus: string, set: string, mode: Mode): string {
  return join(corpus, set, mode === 'html' ? 'pages' : `text.${mode}.jsonl`)
}

/** Sources of given pages. The address is left out, as the command is not given one. */
export async function* readSources(
  corpus: string,
  set: string,
  mode: Mode,
  ids: ReadonlySet<string>,
): AsyncGenerator<{ readonly id: string; readonly source: Source }> {
  if (ids.size === 0) return
  const input = inputOf(corpus, set, mode)
  if (mode !== 'html') {
    for (const { id, text } of readLines<{ id: string; text: string }>(input))
      if (ids.has(id)) yield { id, source: { kind: 'text', url: null, language: null, ...tidy(text) } }
    return
  }
  for (const name of readdirSync(input).sort()) {
    const id = name.replace(/(?:\.(?:html?|gz))+$/i, '')
    if (!ids.has(id)) continue
    const bytes = readFileSync(join(input, name))
    const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b
    const { text, warnings } = await decode(isZipped ? gunzipSync(bytes) : bytes, { kind: 'html' })
    yield { id, source: { kind: 'html', url: null, language: null, text, warnings } }
  }
}

function readLines<Row>(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)
}
