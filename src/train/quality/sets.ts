import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { PageKind } from '../../types.ts'
import { BODY_SETS, type GoldRow, type Mode, readLines } from '../corpora.ts'

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

/** @param limit Only so many pages, the first ones; null for all. */
export function readGold(corpus: string, set: string, limit: number | null): readonly GoldRow[] {
  return readLines<GoldRow>(join(corpus, set, 'gold.jsonl')).slice(0, limit ?? undefined)
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
