import type { PageKind, Warning } from '../types.ts'
import { type Failure, PageError, toFailure } from './errors.ts'
import { readChunks } from './files.ts'
import { readRecords } from './jsonl.ts'
import { LINE_LIMIT_BYTES, PAGE_LIMIT_BYTES, SNIFF_BYTES } from './limits.ts'
import { outputStem, withoutEndings } from './names.ts'
import type { PageInput, Place } from './page.ts'
import { type ByteReader, byteReader } from './reader.ts'
import { isRecordLine } from './records.ts'
import { isBinary, sniff } from './sniff.ts'
import type { FileEntry } from './walk.ts'

export type InputFormat = 'auto' | 'text' | 'html' | 'jsonl' | 'warc'

/** Compressed twice happens by mistake; more often only by intent. */
const GZIP_DEPTH = 2

/** An input to read: a file, or the bytes of standard input. */
export type Readable = FileEntry | { readonly stdin: AsyncIterable<Uint8Array> }

/**
 * The pages of an input, one after the other. Whatever is wrong with the input is a page that failed: nothing is
 * thrown.
 */
export async function* readPages(input: Readable, format: InputFormat): AsyncGenerator<PageInput> {
  const place = placeOf(input)
  if ('failure' in input && input.failure !== undefined) {
    yield failed(place, input.failure)
    return
  }
  const notes: Warning[] = []
  let reader = byteReader('stdin' in input ? input.stdin : readChunks(input.file))
  try {
    reader = await openGzip(reader, notes)
    const kind = await kindOf(reader, format)
    if (kind === 'jsonl') {
      yield* readRecords(reader, place, notes)
    } else if (kind === 'warc') {
      throw new PageError('unsupported', 'WARC and WET files are not read by this version')
    } else {
      yield await readPage(reader, place, kind, notes)
    }
  } catch (error) {
    yield failed(place, toFailure(error))
  } finally {
    await reader.close()
  }
}

function placeOf(input: Readable): Place {
  if ('stdin' in input) return { id: '-', path: null, stem: 'stdin' }
  const id = input.inFolder ? withoutEndings(input.name) : input.path
  return { id, path: input.path, stem: outputStem(input.name) }
}

/** An input that is a failure as a whole. */
function failed(place: Place, failure: Failure): PageInput {
  return { ...place, url: null, meta: {}, content: { failure }, warnings: [], isRecord: false }
}

async function openGzip(raw: ByteReader, notes: Warning[]): Promise<ByteReader> {
  let reader = raw
  for (let depth = 0; depth <= GZIP_DEPTH; depth += 1) {
    const head = await reader.peek(3)
    if (head[0] !== 0x1f || head[1] !== 0x8b || head[2] !== 8) return reader
    if (depth === GZIP_DEPTH) break
    const { gunzip } = await import('./gunzip.ts')
    reader = byteReader(gunzip(reader, notes))
    if ((await reader.peek(1)).length === 0 && notes.length > 0) {
      throw new PageError('unreadable', notes[0]?.message ?? 'the gzip data are damaged')
    }
  }
  throw new PageError('not-text', `compressed more than ${GZIP_DEPTH} times`)
}

async function kindOf(reader: ByteReader, format: InputFormat): Promise<PageKind | 'jsonl' | 'warc'> {
  if (format === 'jsonl' || format === 'warc') return format
  const head = await reader.peek(SNIFF_BYTES)
  if (format !== 'auto') {
    if (isBinary(head)) throw new PageError('not-text', 'the input is binary data')
    return format
  }
  const kind = sniff(head)
  if (kind === 'binary') throw new PageError('not-text', 'the input is binary data')
  if (kind !== 'records') return kind
  return isRecordLine(await peekLine(reader)) ? 'jsonl' : 'text'
}

/** The first line that is not blank, whole: a record may be much longer than what is sniffed. */
async function peekLine(reader: ByteReader): Promise<string> {
  let size = SNIFF_BYTES
  for (;;) {
    const held = await reader.peek(size)
    let start = 0
    // Beyond ASCII there is only the byte order mark in front of the brace.
    while (held[start] !== 0x7b && start < held.length) start += 1
    const end = held.indexOf(0x0a, start)
    if (end >= 0) return held.toString('utf8', start, end)
    if (held.length < size || size > LINE_LIMIT_BYTES) return held.toString('utf8', start)
    size *= 4
  }
}

async function readPage(
  reader: ByteReader,
  place: Place,
  kind: PageKind,
  notes: readonly Warning[],
): Promise<PageInput> {
  const bytes = await readAll(reader)
  return { ...place, url: null, meta: {}, content: { kind, bytes }, warnings: [...notes], isRecord: false }
}

async function readAll(reader: ByteReader): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for (let chunk = await reader.next(); chunk !== null; chunk = await reader.next()) {
    parts.push(chunk)
    size += chunk.length
    if (size > PAGE_LIMIT_BYTES) {
      throw new PageError('input-limit', `the page is larger than ${PAGE_LIMIT_BYTES / 1024 / 1024} MB`)
    }
  }
  return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)
}
