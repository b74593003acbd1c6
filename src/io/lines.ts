import { LINE_LIMIT_BYTES } from './limits.ts'
import type { ByteReader } from './reader.ts'

export interface Line {
  /** Without its end. Empty where the line was too long to be held. */
  readonly bytes: Uint8Array
  /** Length in bytes; more than `bytes` holds where the line was too long. */
  readonly size: number
  /** Whether a line end was read after it; the last line of a cut file has none. */
  readonly ended: boolean
}

const NEWLINE = 0x0a
const RETURN = 0x0d

/** Lines one after the other, ended by LF or CRLF; nothing is kept of a line beyond `limit` bytes. */
export async function* readLines(input: ByteReader, limit = LINE_LIMIT_BYTES): AsyncGenerator<Line> {
  let parts: Buffer[] = []
  let size = 0
  const take = (ended: boolean): Line => {
    const bytes = size > limit ? Buffer.alloc(0) : parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)
    const line = { bytes: bytes.at(-1) === RETURN ? bytes.subarray(0, -1) : bytes, size, ended }
    parts = []
    size = 0
    return line
  }
  for (let chunk = await input.next(); chunk !== null; chunk = await input.next()) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      add(chunk.subarray(start, end))
      yield take(true)
      start = end + 1
    }
    if (start < chunk.length) add(chunk.subarray(start))
  }
  if (size > 0) yield take(false)

  function add(part: Buffer): void {
    size += part.length
    if (size > limit) parts = []
    else parts.push(part)
  }
}
