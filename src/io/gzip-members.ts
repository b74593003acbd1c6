import type { ByteReader } from './reader.ts'

/** What every member header has: magic, method, flags, time, level, system. */
export const FIXED_HEADER_BYTES = 10

/** The longest member header: an extra field of 64 KiB, a name and a comment. */
const HEADER_LIMIT_BYTES = 80 * 1024

const FLAG_HEADER_CRC = 2
const FLAG_EXTRA = 4
const FLAG_NAME = 8
const FLAG_COMMENT = 16

/** Flags that no writer may set: with them the magic is three bytes of something else. */
const RESERVED_FLAGS = 0xe0

/** Whether gzip's magic and its only method, deflate, stand at `offset`. */
export function isGzip(bytes: Uint8Array, offset = 0): boolean {
  const isMagic = bytes[offset] === 0x1f && bytes[offset + 1] === 0x8b && bytes[offset + 2] === 8
  return isMagic && ((bytes[offset + 3] ?? 0) & RESERVED_FLAGS) === 0
}

/** Where in noise a member may begin; -1 for nowhere. Bytes that are not there yet speak for it. */
export function findMember(bytes: Buffer, from = 0): number {
  let at = bytes.indexOf(0x1f, from)
  while (at >= 0 && !(isGzip(bytes, at) && isUsual(bytes, at))) at = bytes.indexOf(0x1f, at + 1)
  return at
}

/** Compression level and system as writers set them: the magic alone is met by chance in a gigabyte of noise. */
function isUsual(bytes: Uint8Array, offset: number): boolean {
  const level = bytes[offset + 8] ?? 0
  const system = bytes[offset + 9] ?? 0
  return (level === 0 || level === 2 || level === 4) && (system <= 13 || system === 255)
}

export interface Skipped {
  readonly bytes: number
  /** Nothing but zeros: tools that write whole blocks leave them. */
  readonly padding: boolean
}

/** Move to the next member, over zero padding and over what is no gzip data; to the end where there is none. */
export async function seekMember(input: ByteReader): Promise<Skipped> {
  let bytes = 0
  let padding = true
  for (;;) {
    const held = await input.peek(FIXED_HEADER_BYTES)
    // A member at its place is one whatever its header says.
    const isHere = isGzip(held) && (bytes === 0 || isUsual(held, 0))
    if (held.length === 0 || isHere) return { bytes, padding }
    const found = findMember(held, 1)
    // The last bytes may be the beginning of a header that goes on in the next piece.
    const end = found >= 0 ? found : Math.max(held.length - FIXED_HEADER_BYTES + 1, 1)
    padding &&= isZero(held, end)
    bytes += end
    input.skip(end)
  }
}

function isZero(bytes: Uint8Array, end: number): boolean {
  for (let i = 0; i < end; i += 1) if (bytes[i] !== 0) return false
  return true
}

/** Length of the header that is next, null where it has no end. Its file name is of no interest, and hostile. */
export async function headerBytes(input: ByteReader): Promise<number | null> {
  const flags = (await input.peek(FIXED_HEADER_BYTES))[3] ?? 0
  const bytes = await input.peek(flags === 0 ? FIXED_HEADER_BYTES : HEADER_LIMIT_BYTES)
  let at = FIXED_HEADER_BYTES
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
