import { gzipSync } from 'node:zlib'

/** A record to write; what is left out is as archives have it. */
export interface RecordParts {
  readonly type?: string
  /** Number that its id ends with. */
  readonly number?: number
  readonly url?: string | null
  readonly contentType?: string | null
  /** Further fields, in front of the length. */
  readonly fields?: readonly (readonly [string, string])[]
  readonly block: string | Uint8Array
  /** What the header claims; null for no claim. */
  readonly length?: string | number | null
  readonly newline?: string
  /** What stands behind the block. */
  readonly end?: string
}

/** The id of the record with a number, without its brackets. */
export function recordId(number: number): string {
  return `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

/** One record of an archive. */
export function warcRecord(parts: RecordParts): Buffer {
  const { type = 'response', number = 1, newline = '\r\n', end = newline + newline } = parts
  const block = Buffer.from(parts.block as Uint8Array)
  const { url = `https://example.com/${number}`, length = block.length } = parts
  const { contentType = type === 'conversion' ? 'text/plain' : 'application/http; msgtype=response' } = parts
  const fields: [string, string | null][] = [
    ['WARC-Type', type],
    ['WARC-Record-ID', `<${recordId(number)}>`],
    ['WARC-Date', '2024-01-02T03:04:05Z'],
    ['WARC-Target-URI', url],
    ['Content-Type', contentType],
    ...(parts.fields ?? []).map(([name, value]): [string, string] => [name, value]),
    ['Content-Length', length === null ? null : String(length)],
  ]
  const lines = fields.filter(([, value]) => value !== null).map(([name, value]) => `${name}: ${value}`)
  const header = ['WARC/1.0', ...lines, '', ''].join(newline)
  return Buffer.concat([Buffer.from(header), block, Buffer.from(end)])
}

/** A response of HTTP; `fields` are whole lines. */
export function httpResponse(
  body: string | Uint8Array,
  fields: readonly string[] = ['Content-Type: text/html; charset=utf-8'],
  status = '200 OK',
): Buffer {
  const header = [`HTTP/1.1 ${status}`, ...fields, '', ''].join('\r\n')
  return Buffer.concat([Buffer.from(header), Buffer.from(body as Uint8Array)])
}

/** A body in chunks of at most `size` bytes. */
export function inChunks(body: string | Uint8Array, size: number): Buffer {
  const bytes = Buffer.from(body as Uint8Array)
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length; at += size) {
    const part = bytes.subarray(at, at + size)
    parts.push(Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n'))
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')])
}

/** How an archive is compressed: not, record by record as is usual, or all at once. */
export const PACKINGS = ['plain', 'by record', 'at once'] as const

export type Packing = (typeof PACKINGS)[number]

/** Records as a file. */
export function archive(records: readonly Buffer[], packing: Packing = 'plain'): Buffer {
  if (packing === 'plain') return Buffer.concat(records)
  if (packing === 'at once') return gzipSync(Buffer.concat(records))
  return Buffer.concat(records.map((record) => gzipSync(record)))
}
