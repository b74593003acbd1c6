import type { PageKind, Warning } from '../types.ts'
import { type Failure, PageError, toFailure, tooLarge } from './errors.ts'
import { readChunks } from './files.ts'
import type { GzipTrace } from './gunzip.ts'
import { findMember, isGzip } from './gzip-members.ts'
import { parseLine, readUnread, type UnreadLine } from './jsonl.ts'
import { LINE_LIMIT_BYTES, PAGE_LIMIT_BYTES, SNIFF_BYTES } from './limits.ts'
import { outputStem, withoutEndings } from './names.ts'
import type { PageInput, Place } from './page.ts'
import type { OnPassedOver } from './passedOver.ts'
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
export async function* readPages(
  input: Readable,
  format: InputFormat,
  onPassedOver?: OnPassedOver,
): AsyncGenerator<PageInput> {
  for await (const item of readItems(input, format, { onPassedOver })) yield 'line' in item ? parseLine(item) : item
}

export interface ReadOptions {
  /** The largest page that is read, in bytes after decompression. */
  readonly limitBytes?: number | undefined
  /** Told of the records of an archive that are no pages. */
  readonly onPassedOver?: OnPassedOver | undefined
}

/** Likewise, but lines of jsonl are left to be parsed by whoever cleans them. */
export async function* readItems(
  input: Readable,
  format: InputFormat,
  { limitBytes = PAGE_LIMIT_BYTES, onPassedOver }: ReadOptions = {},
): AsyncGenerator<PageInput | UnreadLine> {
  const place = placeOf(input)
  const opened = await openInput(input, format)
  if ('failure' in opened) {
    yield failedInput(place, opened.failure)
    return
  }
  const { reader, kind, notes, traces } = opened
  try {
    if (kind === 'jsonl') {
      yield* readUnread(reader, place, notes)
    } else if (kind === 'warc') {
      const { readArchive } = await import('./warc.ts')
      yield* readArchive(reader, place, { traces, limitBytes, onPassedOver })
    } else {
      yield await readPage(reader, place, kind, notes, limitBytes)
    }
  } catch (error) {
    yield failedInput(place, toFailure(error))
  } finally {
    await reader.close()
  }
}

export interface ReadFileOptions {
  readonly format: InputFormat
  /** Whether a page is to be read, once it is known that the file is one. */
  readonly isWanted: boolean
  /** The largest page that is read, in bytes after decompression. */
  readonly limitBytes: number
}

/** The page that a file is, read; `container` where it holds pages instead of being one. */
export async function readFile(
  entry: FileEntry,
  options: ReadFileOptions,
): Promise<{ readonly page: PageInput } | 'container' | 'unwanted'> {
  const place = placeOf(entry)
  const opened = await openInput(entry, options.format)
  if ('failure' in opened) return options.isWanted ? { page: failedInput(place, opened.failure) } : 'unwanted'
  const { reader, kind, notes } = opened
  try {
    if (kind === 'jsonl' || kind === 'warc') return 'container'
    return options.isWanted ? { page: await readPage(reader, place, kind, notes, options.limitBytes) } : 'unwanted'
  } catch (error) {
    return { page: failedInput(place, toFailure(error)) }
  } finally {
    await reader.close()
  }
}

interface Opened {
  /** Behind the compression. */
  readonly reader: ByteReader
  readonly kind: PageKind | 'jsonl' | 'warc'
  /** Damage of the compressed data; grows while it is read. */
  readonly notes: Warning[]
  /** Of each layer of gzip, the outermost first. */
  readonly traces: readonly GzipTrace[]
}

async function openInput(input: Readable, format: InputFormat): Promise<Opened | { readonly failure: Failure }> {
  if ('failure' in input && input.failure !== undefined) return { failure: input.failure }
  const notes: Warning[] = []
  const traces: GzipTrace[] = []
  let reader = byteReader('stdin' in input ? input.stdin : readChunks(input.file, input.inFolder || input.isListed))
  try {
    reader = await openGzip(reader, notes, traces, format)
    const kind = await kindOf(reader, format)
    // Only archives ask where members begin.
    if (kind !== 'warc') for (const trace of traces) trace.members = null
    return { reader, kind, notes, traces }
  } catch (error) {
    await reader.close()
    return { failure: toFailure(error) }
  }
}

/** What all pages of an input share. */
export function placeOf(input: Readable): Place {
  if ('stdin' in input) return { id: '-', path: null, stem: 'stdin' }
  const id = input.inFolder ? withoutEndings(input.name) : input.path
  return { id, path: input.path, stem: outputStem(input.name) }
}

/** An input that is a failure as a whole. */
export function failedInput(place: Place, failure: Failure): PageInput {
  return { ...place, url: null, meta: {}, content: { failure }, warnings: [], isRecord: false }
}

/** @param traces Gets one of each layer of gzip, the outermost first. */
async function openGzip(
  raw: ByteReader,
  notes: Warning[],
  traces: GzipTrace[],
  format: InputFormat,
): Promise<ByteReader> {
  let reader = raw
  for (let depth = 0; depth <= GZIP_DEPTH; depth += 1) {
    const isCompressed = isGzip(await reader.peek(4)) || (depth === 0 && format === 'warc' && (await holdsGzip(reader)))
    if (!isCompressed) return reader
    if (depth === GZIP_DEPTH) break
    const { gunzip, gzipTrace } = await import('./gunzip.ts')
    const trace = gzipTrace()
    traces.push(trace)
    reader = byteReader(gunzip(reader, notes, trace))
    if ((await reader.peek(1)).length === 0 && notes.length > 0) {
      throw new PageError('unreadable', notes[0]?.message ?? 'the gzip data are damaged')
    }
  }
  throw new PageError('not-text', `compressed more than ${GZIP_DEPTH} times`)
}

/** An archive whose first member is damaged: noise in which another one begins. */
async function holdsGzip(reader: ByteReader): Promise<boolean> {
  const head = await reader.peek(SNIFF_BYTES)
  return isBinary(head.subarray(0, NOISE_BYTES)) && findMember(head) >= 0
}

/** Enough to tell compressed data from the header of a record. */
const NOISE_BYTES = 256

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
  limitBytes: number,
): Promise<PageInput> {
  const bytes = await readAll(reader, limitBytes)
  return { ...place, url: null, meta: {}, content: { kind, bytes }, warnings: [...notes], isRecord: false }
}

async function readAll(reader: ByteReader, limitBytes: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for (let chunk = await reader.next(); chunk !== null; chunk = await reader.next()) {
    parts.push(chunk)
    size += chunk.length
    if (size > limitBytes) throw tooLarge(limitBytes)
  }
  return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)
}
