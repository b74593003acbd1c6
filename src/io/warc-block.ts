import type { Warning } from '../types.ts'
import {
  type Archive,
  beginsRecord,
  findStart,
  isMagic,
  LOOKAHEAD_BYTES,
  lineEndBytes,
  NEWLINE,
  skipToStart,
  wallIn,
} from './warc-starts.ts'

/** What a record holds, and what is wrong with it. */
export interface Block {
  readonly block: Buffer
  /** Whether `block` is all of it, as far as the archive has it. */
  readonly isWhole: boolean
  readonly warnings: readonly Warning[]
}

/** What is kept of a block that is not held: enough for the header of HTTP in it. */
const HEAD_BYTES = 64 * 1024

/** How much of a block that is not held is read at once. */
const WINDOW_BYTES = 256 * 1024

/** Read the block of a record whose header has been read, to where the block ends. */
export async function readBlock(archive: Archive, length: number | null, limitBytes: number): Promise<Block> {
  if (length === null) return untilNext(archive, null, limitBytes)
  if (length > limitBytes) return headOfBlock(archive, length)
  const { reader } = archive
  const held = await reader.peek(length + 2 * LOOKAHEAD_BYTES)
  const damagedBytes = archive.isByMember ? 0 : damagedEndBytes(held, length)
  if (damagedBytes > 0) {
    reader.skip(length + damagedBytes)
    return { block: held.subarray(0, length), isWhole: true, warnings: [ODD_END] }
  }
  if (wallIn(archive, held, 0, Math.min(length, held.length)) >= 0 || !mayEndAt(held, length)) {
    return untilNext(archive, length, limitBytes)
  }
  reader.skip(length)
  return { block: held.subarray(0, length), isWhole: true, warnings: endsWell(held, length) ? [] : [ODD_END] }
}

/**
 * Whether a record may end at `offset`: another one follows, or the end of the archive, or the two line ends that stand
 * behind every record. The latter suffice: what follows them may be a record whose first line is damaged.
 */
function mayEndAt(held: Buffer, offset: number): boolean {
  if (offset > held.length) return false
  const next = offset + lineEndBytes(held, offset)
  return next === held.length || isMagic(held, next) || endsWell(held, offset)
}

const LINE_ENDS: readonly string[] = ['\r\n\r\n', '\n\n']

function endsWell(held: Buffer, offset: number): boolean {
  return LINE_ENDS.includes(held.toString('latin1', offset, offset + lineEndBytes(held, offset)))
}

/** How many bytes stand behind a block where they are no line ends, and yet another record follows. */
function damagedEndBytes(held: Buffer, offset: number): number {
  for (let size = 1; size <= MOST_END_BYTES; size += 1) {
    if (beginsRecord(held, offset + size)) return held[offset + size - 1] === NEWLINE ? 0 : size
  }
  return 0
}

/** Two line ends, and a byte too many. */
const MOST_END_BYTES = 5

/** A byte may be missing from the block, or one too many in it. */
const ODD_END: Warning = { code: 'warc-record', message: 'the record is not followed by two line ends' }

/** The block of a record with a wrong length, or none: all that is in front of the next record. */
async function untilNext(archive: Archive, length: number | null, limitBytes: number): Promise<Block> {
  const { reader } = archive
  const found = await findStart(archive, limitBytes)
  if (found === null) {
    const head = Buffer.from((await reader.peek(HEAD_BYTES)).subarray(0, HEAD_BYTES))
    const { size } = await skipToStart(archive, 0)
    return { block: head, isWhole: false, warnings: [wrongLength(length, size)] }
  }
  const block = withoutLineEnds((await reader.peek(found.size)).subarray(0, found.size))
  reader.skip(found.size)
  if (length !== null && found.isAtEnd && found.size < length) {
    return { block, isWhole: true, warnings: [cutOff(found.size, length)] }
  }
  return { block, isWhole: true, warnings: [wrongLength(length, block.length)] }
}

/** Pass over a block that is too large to be held. */
async function headOfBlock(archive: Archive, length: number): Promise<Block> {
  const { reader } = archive
  const head = Buffer.from((await reader.peek(HEAD_BYTES)).subarray(0, HEAD_BYTES))
  const block = (warnings: readonly Warning[]): Block => ({ block: head, isWhole: false, warnings })
  for (let left = length; left > 0; ) {
    const held = await reader.peek(Math.min(left, WINDOW_BYTES) + LOOKAHEAD_BYTES)
    const size = Math.min(left, held.length)
    const wall = wallIn(archive, held, 0, size)
    reader.skip(wall < 0 ? size : wall)
    left -= wall < 0 ? size : wall
    if (wall >= 0) return block([wrongLength(length, length - left)])
    if (size === 0) return block([cutOff(length - left, length)])
  }
  const rest = await reader.peek(LOOKAHEAD_BYTES)
  return block(mayEndAt(rest, 0) ? [] : [wrongLength(length, null)])
}

function wrongLength(length: number | null, found: number | null): Warning {
  const claim = length === null ? 'the record has no length' : `the record is not ${length} bytes long, as it says`
  return { code: 'warc-record', message: found === null ? claim : `${claim}: ${found} bytes` }
}

function cutOff(found: number, length: number): Warning {
  return { code: 'truncated', message: `the archive ends within the record: ${found} of ${length} bytes` }
}

/** Without the two line ends behind a record. */
function withoutLineEnds(block: Buffer): Buffer {
  const end = LINE_ENDS.find(
    (lineEnds) => block.toString('latin1', Math.max(block.length - lineEnds.length, 0)) === lineEnds,
  )
  return end === undefined ? block : block.subarray(0, block.length - end.length)
}
