import type { PageKind } from '../types.ts'
import { bareUtf16, byteOrderMark } from './charset.ts'
import { looksLikeHtml } from './sniff-html.ts'
import { countUtf8 } from './utf8.ts'

/** What an input is. `records` is a first byte of jsonl: only the whole first line tells. */
export type Sniffed = PageKind | 'warc' | 'records' | 'binary'

/** Beginnings of formats that hold no page as text. gzip is no kind of its own: it is opened before. */
const BINARY_MAGICS: readonly string[] = [
  '%PDF-',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF87a',
  'GIF89a',
  'PK\x03\x04',
  'PK\x05\x06',
  'Rar!\x1a',
  '7z\xbc\xaf',
  'BZh',
  '\xfd7zXZ',
  '\x28\xb5\x2f\xfd',
  '\x7fELF',
  'OggS',
  'ID3',
  'RIFF',
  'wOFF',
  'wOF2',
  'SQLite format 3\0',
  '\xd0\xcf\x11\xe0',
  '\xca\xfe\xba\xbe',
]

/** More control characters than this share are noise, unless they are very few. */
const MAX_CONTROL_SHARE = 0.05
const MIN_CONTROLS = 8
/** The same for well-formed UTF-8 without NULs, which noise never is: what a terminal was sent has as many. */
const MAX_UTF8_CONTROL_SHARE = 0.3

/** How much is looked at for control characters. */
const CONTROL_SAMPLE_BYTES = 8 * 1024

/** A first line such as `WARC/1.0`, or any under which a field of a record stands: one of the two may be damaged. */
const WARC_START = /^(?:WARC\/\d\.\d{1,2}\r?\n|[^\r\n]{1,40}\r?\nWARC-[A-Za-z-]{1,40}:)/

/**
 * The kind of an input, from its first bytes.
 *
 * @param head `SNIFF_BYTES` of it, or all where it is shorter.
 */
export function sniff(head: Uint8Array): Sniffed {
  const text = headText(head)
  // Archives hold pictures, too.
  if (WARC_START.test(text)) return 'warc'
  if (isBinary(head)) return 'binary'
  const start = text.trimStart()
  if (start.startsWith('{')) return 'records'
  return sniffText(text)
}

/** The kind of a page that is decoded already, or whose beginning is. */
export function sniffText(text: string): PageKind {
  return looksLikeHtml(text) ? 'html' : 'text'
}

/** Whether bytes are no text in any encoding. */
export function isBinary(head: Uint8Array): boolean {
  if (byteOrderMark(head) !== null || bareUtf16(head) !== null) return false
  const start = latin1(head.subarray(0, 16))
  if (BINARY_MAGICS.some((magic) => start.startsWith(magic))) return true
  // ISO media: a box length, then `ftyp`.
  if (start.startsWith('ftyp', 4)) return true
  const sample = head.subarray(0, CONTROL_SAMPLE_BYTES)
  let controls = 0
  for (const byte of sample) if (isControl(byte)) controls += 1
  if (controls < MIN_CONTROLS || controls <= sample.length * MAX_CONTROL_SHARE) return false
  const isUtf8 = !sample.includes(0) && countUtf8(sample).broken === 0
  return !isUtf8 || controls > sample.length * MAX_UTF8_CONTROL_SHARE
}

/** C0 without tab, line ends, form feed, escape (terminal colours, ISO-2022-JP), shifts, and the old end of file. */
function isControl(byte: number): boolean {
  return byte < 0x20 && !(byte >= 0x09 && byte <= 0x0f) && byte !== 0x1b && byte !== 0x1a
}

/** Enough of a decoding to see ASCII in it. */
export function headText(head: Uint8Array): string {
  const mark = byteOrderMark(head)
  if (mark === 'utf-8') return latin1(head.subarray(3))
  const wide = mark ?? bareUtf16(head)
  if (wide === null) return latin1(head)
  const bytes = Buffer.from(head.subarray(mark === null ? 0 : 2))
  const even = bytes.subarray(0, bytes.length & ~1)
  return (wide === 'utf-16be' ? even.swap16() : even).toString('utf16le')
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}
