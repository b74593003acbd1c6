import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib'
import type { Warning } from '../types.ts'
import type { ByteReader } from './reader.ts'

/** Bytes given to zlib at once. At the highest ratio of deflate, 1030, this makes 16 MB: bombs stay small. */
const SLICE_BYTES = 16 * 1024

/** The longest member header: an extra field of 64 KiB, a name and a comment. */
const HEADER_LIMIT_BYTES = 80 * 1024

const TRAILER_BYTES = 8

const EMPTY_DEFLATE_BYTES = 2

const FLAG_HEADER_CRC = 2
const FLAG_EXTRA = 4
const FLAG_NAME = 8
const FLAG_COMMENT = 16

/** Whether gzip's magic and its only method, deflate, stand at `offset`. */
export function isGzip(bytes: Uint8Array, offset = 0): boolean {
  return bytes[offset] === 0x1f && bytes[offset + 1] === 0x8b && bytes[offset + 2] === 8
}

/**
 * Decompress gzip, member by member, and keep all that can be had.
 *
 * Node's own gunzip throws away what it has where garbage follows, stops without a word at zero padding in front of a
 * further member, and gives up at a damaged one. Here damage becomes an entry of `notes` (`truncated`, `corrupt`,
 * `trailing-data`) and reading goes on at the next member.
 */
export async function* gunzip(input: ByteReader, notes: Warning[]): AsyncGenerator<Buffer> {
  for (;;) {
    const skipped = await seekMember(input)
    if (skipped.bytes > 0 && !skipped.padding) {
      notes.push({ code: 'trailing-data', message: `${skipped.bytes} bytes are not gzip data and were not read` })
    }
    if ((await input.peek(1)).length === 0) return
    const header = await headerBytes(input)
    if (header === null) {
      notes.push({ code: 'truncated', message: 'the gzip data end within a header' })
      return
    }
    input.skip(header)
    const note = yield* inflateMember(input)
    if (note !== null) notes.push(note)
  }
}

/** Move to the next member, over zero padding and over what is no gzip data. */
async function seekMember(input: ByteReader): Promise<{ bytes: number; padding: boolean }> {
  let bytes = 0
  let padding = true
  for (;;) {
    const held = await input.peek(3)
    if (held.length === 0 || isGzip(held)) return { bytes, padding }
    const found = findMember(held)
    // Two bytes may be the beginning of a magic that goes on in the next piece.
    const end = found >= 0 ? found : Math.max(held.length - 2, 1)
    padding &&= isZero(held, end)
    bytes += end
    input.skip(end)
  }
}

function findMember(bytes: Buffer): number {
  let at = bytes.indexOf(0x1f)
  while (at >= 0 && !isGzip(bytes, at)) at = bytes.indexOf(0x1f, at + 1)
  return at
}

function isZero(bytes: Uint8Array, end: number): boolean {
  for (let i = 0; i < end; i += 1) if (bytes[i] !== 0) return false
  return true
}

/** Length of the header that is next, null where it is cut off. Its file name is of no interest, and hostile. */
async function headerBytes(input: ByteReader): Promise<number | null> {
  const flags = (await input.peek(10))[3] ?? 0
  const bytes = await input.peek(flags === 0 ? 10 : HEADER_LIMIT_BYTES)
  let at = 10
  if (flags & FLAG_EXTRA) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0)
  for (const flag of [FLAG_NAME, FLAG_COMMENT]) {
    if (!(flags & flag)) continue
    const zero = bytes.indexOf(0, at)
    if (zero < 0) return null
    at = zero + 1
  }
  if (flags & FLAG_HEADER_CRC) at += 2
  return at <= bytes.length ? at : null
}

/** Decompress one member, whose header has been read; returns what was wrong with it. */
async function* inflateMember(input: ByteReader): AsyncGenerator<Buffer, Warning | null> {
  // The one way to write nothing. Tools that append leave thousands of such members, each worth a zlib stream.
  const start = await input.peek(EMPTY_DEFLATE_BYTES)
  if (start[0] === 3 && start[1] === 0) {
    input.skip(EMPTY_DEFLATE_BYTES)
    return checkTrailer(input, 0, 0)
  }
  const engine = createInflateRaw()
  const pump = pumpOf(engine)
  let sum = 0
  let size = 0
  let state: PumpState = 'more'
  try {
    while (state === 'more') {
      const slice = await input.next(SLICE_BYTES)
      const step = await (slice === null ? pump.end() : pump.write(slice))
      for (const piece of step.output) {
        sum = crc32(piece, sum)
        size += piece.length
        yield piece
      }
      state = step.state
      if (slice !== null && state !== 'more') input.unread(slice.subarray(step.taken))
      if (slice === null && state !== 'done') return { code: 'truncated', message: 'the gzip data end early' }
    }
  } finally {
    engine.destroy()
  }
  if (state === 'failed') return { code: 'corrupt', message: 'a part of the gzip data is damaged' }

  return checkTrailer(input, sum, size)
}

async function checkTrailer(input: ByteReader, sum: number, size: number): Promise<Warning | null> {
  const trailer = await input.peek(TRAILER_BYTES)
  if (trailer.length < TRAILER_BYTES) {
    input.skip(trailer.length)
    return { code: 'truncated', message: 'the gzip data end before their checksum' }
  }
  const isSound = trailer.readUInt32LE(0) === sum && trailer.readUInt32LE(4) === size % 2 ** 32
  input.skip(TRAILER_BYTES)
  return isSound ? null : { code: 'corrupt', message: 'the checksum of the gzip data is wrong' }
}

type PumpState = 'more' | 'done' | 'failed'

interface Step {
  readonly output: readonly Buffer[]
  readonly state: PumpState
  /** Bytes of the slice that belong to this member. */
  readonly taken: number
}

/** One slice in, its output back: zlib's stream as a plain call. */
function pumpOf(engine: InflateRaw): { write(slice: Buffer): Promise<Step>; end(): Promise<Step> } {
  let output: Buffer[] = []
  let settle: (state: PumpState) => void = () => undefined
  engine.on('data', (piece: Buffer) => output.push(piece))
  engine.on('end', () => settle('done'))
  engine.on('error', () => settle('failed'))

  const run = async (start: () => void): Promise<Step> => {
    output = []
    const before = engine.bytesWritten
    const state = await new Promise<PumpState>((resolve) => {
      settle = resolve
      start()
    })
    return { output, state, taken: engine.bytesWritten - before }
  }
  return {
    write: (slice) => run(() => engine.write(slice, () => settle('more'))),
    end: () => run(() => engine.end()),
  }
}
