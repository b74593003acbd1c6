import type { Warning } from '../types.ts'
import { isField, linesOf } from './fields.ts'

/** A line with the size of the chunk after it, in hexadecimal digits, and what may stand behind them. */
const SIZE_LINE = /^([0-9a-f]{1,16})[ \t]{0,20}(?:;[^\r\n]{0,1000})?\r?\n/i

/** The longest such line that is looked at, and the usual one, without anything behind the size. */
const SIZE_LINE_BYTES = 1100
const USUAL_SIZE_LINE_BYTES = 20

export interface Body {
  readonly bytes: Buffer
  readonly warnings: readonly Warning[]
}

/**
 * Undo `Transfer-Encoding: chunked`.
 *
 * Crawlers often undo it and leave the header as it was: a body that does not begin with a chunk comes back as it is.
 * After a chunk that is broken, the rest is kept as it stands.
 */
export function dechunk(bytes: Buffer): Body {
  // Not a list of parts: chunks may be millions.
  const output = Buffer.allocUnsafe(bytes.length)
  let size = 0
  for (let at = 0; ; ) {
    const line = sizeLine(bytes, at)
    const chunk = Number.parseInt(line?.[1] ?? '', 16)
    const start = at + (line?.[0].length ?? 0)
    if (line === null || (chunk === 0 && !isTrailer(bytes.subarray(start)))) {
      if (at === 0) return { bytes, warnings: [] }
      const rest = bytes.copy(output, size, at)
      return { bytes: output.subarray(0, size + rest), warnings: [rest === 0 ? CUT_OFF : broken(rest)] }
    }
    if (chunk === 0) return { bytes: output.subarray(0, size), warnings: [] }
    size += bytes.copy(output, size, start, Math.min(start + chunk, bytes.length))
    if (start + chunk > bytes.length) return { bytes: output.subarray(0, size), warnings: [CUT_OFF] }
    at = start + chunk
    at += lineEnd(bytes, at)
  }
}

function sizeLine(bytes: Buffer, at: number): RegExpExecArray | null {
  const usual = SIZE_LINE.exec(bytes.toString('latin1', at, at + USUAL_SIZE_LINE_BYTES))
  return usual ?? SIZE_LINE.exec(bytes.toString('latin1', at, at + SIZE_LINE_BYTES))
}

function broken(rest: number): Warning {
  return { code: 'corrupt', message: `a chunk of the body is broken: ${rest} bytes as they are` }
}

/** What may stand behind the last chunk: fields, or nothing. */
function isTrailer(rest: Buffer): boolean {
  const lines = linesOf(rest.toString('latin1', 0, TRAILER_BYTES))
  return rest.length <= TRAILER_BYTES && lines.every((line) => line === '' || isField(line))
}

const TRAILER_BYTES = 16 * 1024

const CUT_OFF: Warning = { code: 'truncated', message: 'the chunks of the body end early' }

function lineEnd(bytes: Buffer, at: number): number {
  if (bytes[at] === 0x0a) return 1
  return bytes[at] === 0x0d && bytes[at + 1] === 0x0a ? 2 : 0
}
