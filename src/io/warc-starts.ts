import type { GzipTrace } from './gunzip.ts'
import type { ByteReader } from './reader.ts'

/** An archive that is read. */
export interface Archive {
  /** Behind the compression. */
  readonly reader: ByteReader
  /** Where its members begin; null where it is not compressed. */
  readonly trace: GzipTrace | null
  /** Compressed record by record: only members begin records, whatever a page looks like. */
  readonly isByMember: boolean
  /** Up to which byte no blank line was found: headers without an end may begin on every line. */
  readonly scan: { noBlankBefore: number }
}

/** Enough to tell the beginning of a record: its first line, and the name of its first field. */
export const LOOKAHEAD_BYTES = 64

/** How much is looked through at once for the beginning of a record. */
const WINDOW_BYTES = 256 * 1024

export const NEWLINE = 0x0a
const RETURN = 0x0d

const MAGIC = /^WARC\/\d\./

/** Fields that records begin with; any other first field is met only in the place of a record. */
const RECORD_HEAD = /^WARC\/\d\.\d{1,2}\r?\n(?:WARC-|Content-)[a-z]/i

/** Whether the version of the format stands at `offset`, as in the first line of a record. */
export function isMagic(bytes: Buffer, offset: number): boolean {
  return MAGIC.test(bytes.toString('latin1', offset, offset + 8))
}

/** Whether a record begins at `offset`, also where none is expected. */
export function beginsRecord(bytes: Buffer, offset: number): boolean {
  return RECORD_HEAD.test(bytes.toString('latin1', offset, offset + LOOKAHEAD_BYTES))
}

/** Number of line ends' bytes at `offset`. */
export function lineEndBytes(bytes: Uint8Array, offset: number): number {
  let at = offset
  while (bytes[at] === NEWLINE || bytes[at] === RETURN) at += 1
  return at - offset
}

export async function skipLineEnds(reader: ByteReader): Promise<void> {
  for (;;) {
    const held = await reader.peek(LOOKAHEAD_BYTES)
    const count = lineEndBytes(held, 0)
    reader.skip(count)
    if (count < held.length || held.length === 0) return
  }
}

/** The first member from `from` on and before `before` that begins as a record does; -1 for none. */
export function wallIn({ reader, trace }: Archive, held: Buffer, from: number, before: number): number {
  const base = reader.position()
  for (const member of trace?.members ?? []) {
    const at = member - base
    if (at >= before) return -1
    if (at >= from && isMagic(held, at)) return at
  }
  return -1
}

/**
 * Where the next record begins in what is held; -1 where that is not known.
 *
 * @param isEnd Whether nothing follows; else the last bytes are not judged, for lack of what comes after them.
 */
function startIn(archive: Archive, held: Buffer, from: number, isEnd: boolean): number {
  const judged = isEnd ? held.length : held.length - LOOKAHEAD_BYTES
  const wall = wallIn(archive, held, from, judged)
  if (archive.isByMember) return wall
  for (let at = held.indexOf('WARC/', from); at >= 0; at = held.indexOf('WARC/', at + 1)) {
    if (at > judged || (wall >= 0 && at >= wall)) break
    const isLine = at === 0 || held[at - 1] === NEWLINE
    if (isLine && beginsRecord(held, at)) return at
  }
  return wall
}

export interface Found {
  /** Bytes in front of the next record, or of the end. */
  readonly size: number
  readonly isAtEnd: boolean
}

/**
 * Look for the next record and keep what is in front of it.
 *
 * @returns null where there is none within `limit` bytes.
 */
export async function findStart(archive: Archive, limit: number): Promise<Found | null> {
  let from = 0
  for (let size = WINDOW_BYTES; ; size *= 4) {
    const held = await archive.reader.peek(size)
    const isEnd = held.length < size
    const at = startIn(archive, held, from, isEnd)
    if (at > limit) return null
    if (at >= 0) return { size: at, isAtEnd: false }
    if (isEnd) return held.length > limit ? null : { size: held.length, isAtEnd: true }
    from = held.length - LOOKAHEAD_BYTES
    if (from > limit) return null
  }
}

/** Go to the next record from `from` on, or to the end, keeping nothing. */
export async function skipToStart(archive: Archive, from: number): Promise<Found> {
  const { reader } = archive
  let size = 0
  let at = -1
  for (let first = from; ; first = 1) {
    const held = await reader.peek(WINDOW_BYTES)
    const isEnd = held.length < WINDOW_BYTES
    at = startIn(archive, held, first, isEnd)
    // What was not judged, and the byte in front of it.
    const step = at >= 0 ? at : isEnd ? held.length : held.length - LOOKAHEAD_BYTES - 1
    reader.skip(step)
    size += step
    if (at >= 0 || isEnd) return { size, isAtEnd: at < 0 }
  }
}
