import type { Warning } from '../types.ts'
import type { Body } from './chunked.ts'
import { PageError, tooLarge } from './errors.ts'
import { firstValue } from './fields.ts'
import { contentType, decodeMessage, parseHttp } from './http.ts'
import type { ReadContent } from './page.ts'
import type { PassedOver } from './passedOver.ts'
import type { RecordFrame } from './warc-frames.ts'
import { isPageMedia, kindOfBytes } from './warc-media.ts'

/** Types that hold no page; what goes on in another record is told with the record that it belongs to. */
const OTHER_TYPES: ReadonlySet<string> = new Set(['warcinfo', 'request', 'metadata', 'revisit', 'continuation'])
const PAGE_TYPES: ReadonlySet<string> = new Set(['response', 'resource', 'conversion'])
/** Those of them that hold a page as it is, unless they say otherwise. */
const PAYLOAD_TYPES: ReadonlySet<string> = new Set(['resource', 'conversion'])

/** A page as an archive holds it. */
export interface Content {
  readonly content: ReadContent
  readonly warnings: readonly Warning[]
}

/**
 * The page that a record holds, or why it holds none.
 *
 * @param limitBytes The largest page that is read, after decompression.
 * @throws PageError `bad-record`, `input-limit`, `not-text`.
 */
export async function readContent(frame: RecordFrame, limitBytes: number): Promise<Content | PassedOver> {
  const { fields } = frame
  const type = firstValue(fields, 'warc-type')?.toLowerCase() ?? ''
  if (OTHER_TYPES.has(type)) return 'record'
  const { mediaType } = contentType(fields)
  const isHttp = mediaType === 'application/http' || (!PAYLOAD_TYPES.has(type) && beginsAsHttp(frame.block))
  if (PAGE_TYPES.has(type)) return isHttp ? responseOf(frame, limitBytes) : resourceOf(frame, limitBytes)
  // The standard has unknown types passed over. One that could hold a page is rather a known one that is damaged.
  if (!isHttp && !isPageMedia(mediaType)) return 'record'
  throw new PageError('bad-record', `Expected a record of a known type, not: ${type.slice(0, 40) || 'none'}`)
}

async function responseOf(frame: RecordFrame, limitBytes: number): Promise<Content | PassedOver> {
  const message = parseHttp(frame.block)
  if (message.status !== null && (message.status < 200 || message.status > 299)) return 'status'
  const { mediaType, charset } = contentType(message.fields)
  if (!frame.isWhole) return refuseLarge(mediaType, limitBytes)
  const body = await decodeMessage(message, limitBytes)
  return toContent(frame, { ...body, warnings: [...message.warnings, ...body.warnings] }, mediaType, charset)
}

function resourceOf(frame: RecordFrame, limitBytes: number): Content | PassedOver {
  const { mediaType, charset } = contentType(frame.fields)
  if (!frame.isWhole || frame.block.length > limitBytes) return refuseLarge(mediaType, limitBytes)
  return toContent(frame, { bytes: frame.block, warnings: [] }, mediaType, charset)
}

function beginsAsHttp(block: Buffer): boolean {
  return block.toString('latin1', 0, 5) === 'HTTP/'
}

/** A film is passed over as a small picture is; a page that large is one that failed. */
function refuseLarge(mediaType: string, limitBytes: number): PassedOver {
  if (isPageMedia(mediaType)) throw tooLarge(limitBytes)
  return 'media-type'
}

function toContent(frame: RecordFrame, body: Body, mediaType: string, charset: string | null): Content | PassedOver {
  const identified = firstValue(frame.fields, 'warc-identified-payload-type')?.toLowerCase() ?? ''
  const kind = kindOfBytes(body.bytes, { declared: mediaType, identified })
  if (kind === null) return 'media-type'
  const content = { kind, bytes: owned(body.bytes), charset: charset ?? undefined }
  return { content, warnings: [...warningsOf(frame), ...body.warnings] }
}

/** Why an archive holds a part of a page only: the values of the standard. */
const CUT_REASONS: readonly string[] = ['length', 'time', 'disconnect']

function warningsOf({ fields, warnings }: RecordFrame): Warning[] {
  const all = [...warnings]
  const cut = firstValue(fields, 'warc-truncated')?.toLowerCase()
  if (cut !== undefined) {
    const reason = CUT_REASONS.find((known) => known === cut) ?? 'unspecified'
    all.push({ code: 'truncated', message: `the crawler cut the page off, reason: ${reason}` })
  }
  if (fields.has('warc-segment-number')) {
    all.push({ code: 'truncated', message: 'the page goes on in other records, which are not joined' })
  }
  return all
}

/** A copy that does not hold on to what was read with it, nor sends it along to another process. */
function owned(bytes: Buffer): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes)
}
