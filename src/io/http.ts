import type { Warning } from '../types.ts'
import { charsetOfContent } from './charset.ts'
import type { Body } from './chunked.ts'
import { decodeBody } from './codings.ts'
import { PageError } from './errors.ts'
import { type Fields, firstValue, headerEnd, linesOf, parseFields } from './fields.ts'

/** The longest header of a response. */
const HEADER_LIMIT_BYTES = 64 * 1024

/** A response of HTTP, as archives hold it. */
export interface HttpMessage {
  /** Null where no status line tells one. */
  readonly status: number | null
  readonly fields: Fields
  /** As it was sent: with its codings. */
  readonly body: Buffer
  readonly warnings: readonly Warning[]
}

const STATUS_LINE = /^HTTP\/\d{1,2}(?:\.\d{1,2})? {1,4}(\d{3})(?!\d)/i

/**
 * Part a message into header and body.
 *
 * @throws PageError `bad-record` where there is no more than a header.
 */
export function parseHttp(message: Buffer): HttpMessage {
  const { header, body, isDamaged } = splitMessage(message)
  const [first = '', ...lines] = linesOf(header)
  const status = STATUS_LINE.exec(first)?.[1]
  const isSound = status !== undefined && !isDamaged
  const warnings: Warning[] = isSound ? [] : [{ code: 'warc-record', message: 'the header of HTTP is damaged' }]
  return { status: status === undefined ? null : Number(status), fields: parseFields(lines), body, warnings }
}

interface Split {
  readonly header: string
  readonly body: Buffer
  readonly isDamaged: boolean
}

/** The header ends at its blank line, or else where markup begins. */
function splitMessage(message: Buffer): Split {
  const head = message.subarray(0, HEADER_LIMIT_BYTES)
  const end = headerEnd(head)
  const markup = markupStart(head.toString('latin1', 0, end < 0 ? head.length : end))
  if (markup >= 0) {
    return { header: head.toString('latin1', 0, markup), body: message.subarray(markup), isDamaged: true }
  }
  const header = head.toString('latin1', 0, end < 0 ? head.length : end)
  // Some archives hold the body alone.
  if (!isHeader(header)) return { header: '', body: message, isDamaged: true }
  if (end < 0) throw new PageError('bad-record', 'the header of HTTP has no end')
  return { header, body: message.subarray(end), isDamaged: false }
}

/** Where the first line begins that no header has, or -1. */
function markupStart(header: string): number {
  if (header.startsWith('<')) return 0
  return header.indexOf('\n<') + 1 || -1
}

function isHeader(header: string): boolean {
  const [first = '', ...lines] = linesOf(header)
  return STATUS_LINE.test(first) || parseFields(lines).has('content-type')
}

/**
 * The body as the server meant it.
 *
 * @throws PageError `input-limit`.
 */
export function decodeMessage({ fields, body }: HttpMessage, limitBytes: number): Promise<Body> {
  const names = [...(fields.get('content-encoding') ?? []), ...(fields.get('transfer-encoding') ?? [])]
  const codings = names.flatMap((value) => value.split(',')).map((name) => name.trim().toLowerCase())
  return decodeBody(body, codings, limitBytes)
}

/** What a `Content-Type` says. */
export interface ContentType {
  /** Lower case, without parameters; '' where nothing is said. */
  readonly mediaType: string
  /** Label of the encoding, lower case. */
  readonly charset: string | null
}

export function contentType(fields: Fields): ContentType {
  const value = firstValue(fields, 'content-type') ?? ''
  const [mediaType = ''] = value.split(';', 1)
  return { mediaType: mediaType.trim().toLowerCase(), charset: charsetOfContent(value) }
}
