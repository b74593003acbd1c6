import { crc32, createInflateRaw } from 'node:zlib'
import type { Warning } from '../types.ts'
import { FIXED_HEADER_BYTES, findMember, headerBytes, isGzip, seekMember } from './gzip-members.ts'
import { type PumpState, pumpOf } from './pump.ts'
import type { ByteReader } from './reader.ts'

/** Bytes given to zlib at once. At the highest ratio of deflate, 1030, this makes 16 MB: bombs stay small. */
const SLICE_BYTES = 16 * 1024

/** How much of a member is kept for the search after damage: compressed, more than nearly every page. */
const REWIND_BYTES = 4 * 1024 * 1024

/** How much may be read again beyond what the whole input has: members may be made to run into each other. */
const REWIND_ROOM_BYTES = 64 * 1024 * 1024

const TRAILER_BYTES = 8

const EMPTY_DEFLATE_BYTES = 2

/** Damage, and the range of the output that it is about: empty where bytes are missing between two members. */
export interface Damage {
  /** Where the output of the damaged member begins. */
  readonly from: number
  readonly to: number
  readonly warning: Warning
}

/** What the compression tells of the places in its output, in bytes; grows while it is read. */
export interface GzipTrace {
  bytes: number
  /** Where members begin that are not empty; null where nobody asks. Readers drop what they have passed. */
  members: number[] | null
  readonly damage: Damage[]
  /** Bytes of the input that were read again to find members in what was damaged. */
  rewoundBytes: number
}

export function gzipTrace(): GzipTrace {
  return { bytes: 0, members: [], damage: [], rewoundBytes: 0 }
}

/**
 * Decompress gzip, member by member, and keep all that can be had.
 *
 * Node's own gunzip throws away what it has where garbage follows, stops without a word at zero padding in front of a
 * further member, and gives up at a damaged one. Here damage becomes an entry of `notes` (`truncated`, `corrupt`,
 * `trailing-data`) and reading goes on at the next member.
 *
 * @param trace Told where in the output members begin and damage was met.
 */
export async function* gunzip(input: ByteReader, notes: Warning[], trace = gzipTrace()): AsyncGenerator<Buffer> {
  const report = (warning: Warning, from = trace.bytes): void => {
    notes.push(warning)
    trace.damage.push({ from, to: trace.bytes, warning })
  }
  for (;;) {
    const skipped = await seekMember(input)
    if (skipped.bytes > 0 && !skipped.padding) {
      report({ code: 'trailing-data', message: `${skipped.bytes} bytes are not gzip data and were not read` })
    }
    if ((await input.peek(1)).length === 0) return
    const from = trace.bytes
    if (trace.members?.at(-1) !== from) trace.members?.push(from)
    const header = await headerBytes(input)
    const warning = header === null ? await skipMember(input) : yield* inflateMember(input, header, trace)
    if (warning !== null) report(warning, from)
  }
}

/** Pass over a member whose header has no end. */
async function skipMember(input: ByteReader): Promise<Warning> {
  input.skip(1)
  const { bytes } = await seekMember(input)
  if ((await input.peek(1)).length > 0) return damaged(bytes)
  return { code: 'truncated', message: 'the gzip data end within a header' }
}

/** Decompress one member; returns what was wrong with it. */
async function* inflateMember(
  input: ByteReader,
  header: number,
  trace: GzipTrace,
): AsyncGenerator<Buffer, Warning | null> {
  const raw = rewindable(input, trace)
  raw.add((await input.peek(header)).subarray(FIXED_HEADER_BYTES, header))
  input.skip(header)
  // The one way to write nothing. Tools that append leave thousands of such members, each worth a zlib stream.
  const start = await input.peek(EMPTY_DEFLATE_BYTES)
  if (start[0] === 3 && start[1] === 0) {
    raw.add(start.subarray(0, EMPTY_DEFLATE_BYTES))
    input.skip(EMPTY_DEFLATE_BYTES)
    return checkTrailer(input, raw, { sum: 0, size: 0 })
  }
  const engine = createInflateRaw()
  const pump = pumpOf(engine)
  const found = { sum: 0, size: 0 }
  let state: PumpState = 'more'
  let isCut = false
  try {
    while (state === 'more') {
      const slice = await input.next(SLICE_BYTES)
      const step = await (slice === null ? pump.end() : pump.write(slice))
      for (const piece of step.output) {
        found.sum = crc32(piece, found.sum)
        found.size += piece.length
        trace.bytes += piece.length
        yield piece
      }
      state = step.state
      isCut = slice === null && state !== 'done'
      if (slice === null) break
      const taken = state === 'done' ? step.taken : slice.length
      raw.add(slice.subarray(0, taken))
      input.unread(slice.subarray(taken))
    }
  } finally {
    engine.destroy()
  }
  if (state === 'done') return checkTrailer(input, raw, found)
  if (isCut && !raw.holdsMember()) return { code: 'truncated', message: 'the gzip data end early' }
  return skipDamage(input, raw)
}

/** Take the checksum that is next, and move to the next member where it is wrong. */
async function checkTrailer(
  input: ByteReader,
  raw: Rewindable,
  found: { readonly sum: number; readonly size: number },
): Promise<Warning | null> {
  const trailer = await input.peek(TRAILER_BYTES + FIXED_HEADER_BYTES)
  if (trailer.length < TRAILER_BYTES) {
    if (raw.holdsMember()) return skipDamage(input, raw)
    input.skip(trailer.length)
    return { code: 'truncated', message: 'the gzip data end before their checksum' }
  }
  const isSound = trailer.readUInt32LE(0) === found.sum && trailer.readUInt32LE(4) === found.size % 2 ** 32
  const isFollowed = trailer.length === TRAILER_BYTES || isGzip(trailer, TRAILER_BYTES)
  // Damage may have led beyond the end of this member.
  if (!isSound && (!isFollowed || raw.holdsMember())) return skipDamage(input, raw)
  input.skip(TRAILER_BYTES)
  return isSound ? null : { code: 'corrupt', message: 'the checksum of the gzip data is wrong' }
}

async function skipDamage(input: ByteReader, raw: Rewindable): Promise<Warning> {
  raw.rewind()
  return damaged((await seekMember(input)).bytes)
}

function damaged(bytes: number): Warning {
  return { code: 'corrupt', message: `a part of the gzip data is damaged: ${bytes} bytes` }
}

interface Rewindable {
  /** Remember bytes that were taken. */
  add(bytes: Buffer): void
  /** Whether another member may begin in them. */
  holdsMember(): boolean
  /** Give them back. */
  rewind(): void
}

/**
 * A damaged member may be read far into those after it, or to the end, before that is noticed: they are looked for from
 * its beginning on, as long as it is not too large to be held.
 */
function rewindable(input: ByteReader, trace: GzipTrace): Rewindable {
  let parts: Buffer[] = []
  let size = 0
  return {
    add(bytes) {
      size += bytes.length
      if (size > REWIND_BYTES) parts = []
      parts.push(bytes)
    },
    holdsMember: () => findMember(Buffer.concat(parts)) >= 0,
    rewind() {
      if (trace.rewoundBytes > input.position() + REWIND_ROOM_BYTES) return
      const bytes = Buffer.concat(parts)
      trace.rewoundBytes += bytes.length
      input.unread(bytes)
    },
  }
}
