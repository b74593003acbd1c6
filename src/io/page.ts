import type { PageKind, Source, Warning } from '../types.ts'
import { decode, tidy } from './decode.ts'
import type { Failure } from './errors.ts'

/** Where a page comes from: the part of it that all pages of an input share. */
export interface Place {
  readonly id: string
  readonly path: string | null
  readonly stem: string
}

/** `crawl.jsonl` -> `crawl/<name>`; records of standard input lie at the top. */
export function stemOfRecord(place: Place, name: string): string {
  return place.path === null ? name : `${place.stem}/${name}`
}

/** A page that was read, and what its place tells of it. */
export interface PageInput {
  /** Given in a record, else the input's path; null for a line that is no record. */
  readonly id: string | null
  /** Of the input; null for standard input. */
  readonly path: string | null
  readonly url: string | null
  /** The other fields of a record. */
  readonly meta: Readonly<Record<string, unknown>>
  readonly content: PageContent
  readonly warnings: readonly Warning[]
  /** Path of its output without extension, relative to the folder of the output. */
  readonly stem: string
  /** One of many in its input, which is then no page itself. */
  readonly isRecord: boolean
}

/**
 * What was read: bytes of a file or of an archive's record, with the encoding that its HTTP header declares, or the text
 * of a record, which is decoded already.
 */
export type ReadContent =
  | { readonly kind: PageKind; readonly bytes: Uint8Array; readonly charset?: string | undefined }
  | { readonly kind: PageKind; readonly text: string }

export type PageContent = ReadContent | { readonly failure: Failure }

/** What the user knows of the pages and need not be guessed. */
export interface Known {
  readonly url: string | null
  readonly encoding: string | null
  readonly language: string | null
}

/** Decode what was read of a page. */
export async function toSource(page: PageInput, content: ReadContent, known: Known): Promise<Source> {
  const decoded =
    'bytes' in content
      ? await decode(content.bytes, {
          kind: content.kind,
          charset: content.charset,
          encoding: known.encoding ?? undefined,
        })
      : tidy(content.text)
  return {
    kind: content.kind,
    text: decoded.text,
    url: page.url ?? known.url,
    language: known.language,
    warnings: [...page.warnings, ...decoded.warnings],
  }
}
