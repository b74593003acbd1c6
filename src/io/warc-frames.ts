import type { Warning } from '../types.ts'
import { type Fields, headerEnd, isField, isFolded, linesOf, parseFields } from './fields.ts'
import type { Damage, GzipTrace } from './gunzip.ts'
import type { ByteReader } from './reader.ts'
import { type Block, readBlock } from './warc-block.ts'
import { type Archive, isMagic, LOOKAHEAD_BYTES, skipLineEnds, skipToStart, wallIn } from './warc-starts.ts'

/** The longest header of a record. Addresses of 8,000 characters are met; a header beyond this is damage or an attack. */
const HEADER_LIMIT_BYTES = 64 * 1024

/** Longer than nearly every header. */
const USUAL_HEADER_BYTES = 4 * 1024

/** A record, or bytes of an archive that are none. Places are in bytes after decompression. */
export type Frame = RecordFrame | { readonly type: 'lost'; readonly start: number; readonly warning: Warning }

export interface RecordFrame extends Block {
  readonly type: 'record'
  readonly start: number
  readonly fields: Fields
}

/**
 * Part an archive into its records, in order. Every byte is in a record, between two of them as a line end, or in what
 * was lost.
 *
 * The length that a record claims is believed where a record could end there. Where it could not, the record goes on to
 * the next place that looks like the beginning of one. In an archive compressed record by record, as nearly all are,
 * only members begin records: even where it is damaged, no page passes for two of them.
 *
 * @param limitBytes The largest block that is held; of larger ones only the beginning is.
 */
export async function* readFrames(
  reader: ByteReader,
  trace: GzipTrace | null,
  limitBytes: number,
): AsyncGenerator<Frame> {
  let wasMember = false
  let previousEnd = 0
  const scan = { noBlankBefore: 0 }
  await skipLineEnds(reader)
  while ((await reader.peek(1)).length > 0) {
    const start = reader.position()
    const isMember = trace?.members?.find((member) => member >= start) === start
    const archive: Archive = { reader, trace, isByMember: isMember && wasMember, scan }
    wasMember = isMember
    const isRecord = isMagic(await reader.peek(LOOKAHEAD_BYTES), 0)
    const frame = isRecord ? await readFrame(archive, limitBytes) : await readGap(archive)
    const end = reader.position()
    await skipLineEnds(reader)
    const damage = takeDamage(trace, reader.position())
    yield* damage.filter(({ to }) => to <= start).map(toLost)
    const own = damage.filter(({ from, to }) => from >= previousEnd && to > Math.max(start, from))
    yield explained(frame, own)
    yield* damage.filter((entry) => entry.to > start && !own.includes(entry)).map(toLost)
    previousEnd = end
  }
  yield* takeDamage(trace, Number.POSITIVE_INFINITY).map(toLost)
}

async function readFrame(archive: Archive, limitBytes: number): Promise<Frame> {
  const { reader } = archive
  const start = reader.position()
  // Looking far ahead copies all that is seen, for each record.
  const header = (await peekHeader(archive, USUAL_HEADER_BYTES)) ?? (await peekHeader(archive, HEADER_LIMIT_BYTES))
  if (header === null) return lostHeader(archive, start)
  reader.skip(header.length)
  const lines = linesOf(new TextDecoder('utf-8').decode(header)).slice(1)
  const fields = parseFields(lines)
  const block = await readBlock(archive, lengthOf(fields), limitBytes)
  return { type: 'record', start, fields, ...block, warnings: [...headerWarnings(lines, fields), ...block.warnings] }
}

/** The header that is next, if it ends within `limit` bytes and in front of the next record. */
async function peekHeader(archive: Archive, limit: number): Promise<Buffer | null> {
  const { reader, scan } = archive
  const start = reader.position()
  const held = await reader.peek(limit + LOOKAHEAD_BYTES)
  const wall = wallIn(archive, held, 1, held.length)
  const room = held.subarray(0, wall < 0 ? limit : wall)
  const end = headerEnd(room, Math.max(scan.noBlankBefore - start, 0))
  if (end >= 0) return room.subarray(0, end)
  scan.noBlankBefore = Math.max(scan.noBlankBefore, start + room.length - 2)
  return null
}

/** Fields that every record has, beside its length, and that none has twice: else it may be the remains of two. */
const NEEDED_FIELDS: readonly string[] = ['WARC-Record-ID', 'WARC-Date']
const SINGLE_FIELDS: readonly string[] = [
  ...NEEDED_FIELDS,
  'WARC-Type',
  'WARC-Target-URI',
  'Content-Type',
  'Content-Length',
]

function headerWarnings(lines: readonly string[], fields: Fields): Warning[] {
  const faults = NEEDED_FIELDS.filter((name) => !fields.has(name.toLowerCase())).map((name) => `lacks ${name}`)
  const twice = SINGLE_FIELDS.filter((name) => (fields.get(name.toLowerCase())?.length ?? 0) > 1)
  faults.push(...twice.map((name) => `has ${name} more than once`))
  if (!lines.every((line) => line === '' || isField(line) || isFolded(line))) faults.push('has a line that is no field')
  if (faults.length === 0) return []
  return [{ code: 'warc-record', message: `the header of the record ${faults.join(' and ')}` }]
}

/** Fifteen digits are more than any archive has, and exact as a number. */
const LENGTH = /^\d{1,15}$/

/** Null where no length is told, or none that could be. */
function lengthOf(fields: Fields): number | null {
  const value = fields.get('content-length')?.[0] ?? ''
  return LENGTH.test(value) ? Number(value) : null
}

async function lostHeader(archive: Archive, start: number): Promise<Frame> {
  const { size, isAtEnd } = await skipToStart(archive, 1)
  const warning: Warning =
    isAtEnd && size < HEADER_LIMIT_BYTES
      ? { code: 'truncated', message: `the archive ends within the header of the record at byte ${start}` }
      : { code: 'warc-record', message: `the header of the record at byte ${start} has no end: ${size} bytes` }
  return { type: 'lost', start, warning }
}

async function readGap(archive: Archive): Promise<Frame> {
  const start = archive.reader.position()
  const { size, isAtEnd } = await skipToStart(archive, 0)
  const message = `${size} bytes from byte ${start} on are no record`
  return { type: 'lost', start, warning: { code: isAtEnd ? 'trailing-data' : 'warc-record', message } }
}

/** Damage of the compressed data explains what it did to a record: one cause, told once. */
function explained(frame: Frame, damage: readonly Damage[]): Frame {
  const [first] = damage
  if (first === undefined) return frame
  if (frame.type === 'lost') return { ...frame, warning: first.warning }
  return { ...frame, warnings: damage.map(({ warning }) => warning) }
}

function toLost({ from, warning }: Damage): Frame {
  return { type: 'lost', start: from, warning }
}

/** Members that were passed are dropped so many at a time: the list of those to come may be long. */
const PASSED_MEMBERS = 256

/** Take out what is about bytes before `end`; members before it are of no more interest. */
function takeDamage(trace: GzipTrace | null, end: number): Damage[] {
  if (trace === null) return []
  while ((trace.members?.[PASSED_MEMBERS] ?? end) < end) trace.members?.splice(0, PASSED_MEMBERS)
  const taken = trace.damage.filter(({ to }) => to <= end)
  trace.damage.splice(0, trace.damage.length, ...trace.damage.filter(({ to }) => to > end))
  return taken
}
