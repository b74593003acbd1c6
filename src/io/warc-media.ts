import type { PageKind } from '../types.ts'
import { PageError } from './errors.ts'
import { SNIFF_BYTES } from './limits.ts'
import { headText, isBinary, sniffText } from './sniff.ts'
import { isHtmlDocument } from './sniff-html.ts'

/** Types of pages. Others are data for programs, or no text at all. */
const PAGE_MEDIA: ReadonlyMap<string, PageKind> = new Map([
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['application/vnd.wap.xhtml+xml', 'html'],
  ['text/plain', 'text'],
  ['text/markdown', 'text'],
])

/** Types that say no more than none: the bytes tell. */
const UNSAID_MEDIA: ReadonlySet<string> = new Set([
  '',
  '*/*',
  'application/octet-stream',
  'application/unknown',
  'application/x-unknown-content-type',
  'binary/octet-stream',
  'content/unknown',
  'unknown/unknown',
])

/** Whether a type is that of a page. */
export function isPageMedia(mediaType: string): boolean {
  return PAGE_MEDIA.has(mediaType)
}

/** What is known of the type of a record's bytes. */
export interface Media {
  /** Lower case, without parameters; '' for none. */
  readonly declared: string
  /** What the archive's own look at the bytes found, likewise. */
  readonly identified: string
}

/**
 * The kind of page that bytes are; null for what is no page.
 *
 * What begins as a document of HTML is one, whatever it is called. Else the declared type decides, then the one that the
 * archive identified; where both say nothing, the bytes.
 *
 * @throws PageError `not-text` for binary data that are called a page.
 */
export function kindOfBytes(bytes: Uint8Array, { declared, identified }: Media): PageKind | null {
  const head = bytes.subarray(0, SNIFF_BYTES)
  const kind = PAGE_MEDIA.get(declared) ?? PAGE_MEDIA.get(identified) ?? null
  if (isBinary(head)) {
    if (kind === null) return null
    throw new PageError('not-text', 'the record is binary data')
  }
  const text = headText(head)
  if (isHtmlDocument(text)) return 'html'
  return kind ?? (UNSAID_MEDIA.has(declared) ? sniffText(text) : null)
}
