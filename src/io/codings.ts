import { createBrotliDecompress, createInflate, createInflateRaw } from 'node:zlib'
import type { Warning } from '../types.ts'
import { type Body, dechunk } from './chunked.ts'
import { tooLarge } from './errors.ts'
import { gunzip } from './gunzip.ts'
import { isGzip } from './gzip-members.ts'
import { pumpOf } from './pump.ts'
import { byteReader } from './reader.ts'
import { isBinary } from './sniff.ts'

/** A body is compressed twice by mistake; more often by intent. */
const MOST_CODINGS = 4

/** A body that says nothing of it is gzip all the same, once or twice. */
const UNSAID_GZIPS = 2

/** Bytes given to a decompressor at once. */
const SLICE_BYTES = 16 * 1024

/** What some servers append: a checksum. Text that happens to read as compressed data ends much earlier. */
const SLACK_BYTES = 16

type Decode = (bytes: Buffer, limitBytes: number) => Promise<Body>

const CODINGS: Readonly<Record<string, Decode>> = {
  chunked: async (bytes) => dechunk(bytes),
  gzip: unzip,
  'x-gzip': unzip,
  deflate: async (bytes, limitBytes) => {
    const engine = hasZlibHeader(bytes) ? createInflate() : createInflateRaw()
    return inflate(bytes, engine, limitBytes)
  },
  br: async (bytes, limitBytes) => inflate(bytes, createBrotliDecompress(), limitBytes),
  identity: async (bytes) => ({ bytes, warnings: [] }),
}

/**
 * Undo what was done to the body of a message for its way.
 *
 * Headers of archives lie: crawlers undo a coding and leave its name. So a coding is undone only where the bytes have
 * it, and gzip also where no header tells it.
 *
 * @param names Codings in the order in which they were applied, lower case.
 * @throws PageError `input-limit`.
 */
export async function decodeBody(bytes: Buffer, names: readonly string[], limitBytes: number): Promise<Body> {
  let body: Body = { bytes, warnings: [] }
  const undo = async (decode: Decode): Promise<void> => {
    const next = await decode(body.bytes, limitBytes)
    body = { bytes: next.bytes, warnings: [...body.warnings, ...next.warnings] }
  }
  for (const name of names.slice(-MOST_CODINGS).reverse()) {
    const decode = Object.hasOwn(CODINGS, name) ? CODINGS[name] : undefined
    if (decode !== undefined) await undo(decode)
  }
  for (let i = 0; i < UNSAID_GZIPS && isGzip(body.bytes); i += 1) await undo(unzip)
  if (body.bytes.length > limitBytes) throw tooLarge(limitBytes)
  return body
}

async function unzip(bytes: Buffer, limitBytes: number): Promise<Body> {
  if (!isGzip(bytes)) return { bytes, warnings: [] }
  const warnings: Warning[] = []
  const parts: Buffer[] = []
  let size = 0
  for await (const part of gunzip(byteReader(once(bytes)), warnings)) {
    parts.push(part)
    size += part.length
    if (size > limitBytes) throw tooLarge(limitBytes)
  }
  return { bytes: Buffer.concat(parts), warnings }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

/** Method deflate, and a checksum over the two bytes. */
function hasZlibHeader(bytes: Buffer): boolean {
  return bytes.length >= 2 && ((bytes[0] ?? 0) & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0
}

/** These formats have no magic: what does not decompress and reads as text was not compressed. */
async function inflate(bytes: Buffer, engine: Parameters<typeof pumpOf>[0], limitBytes: number): Promise<Body> {
  const pump = pumpOf(engine, limitBytes)
  const parts: Buffer[] = []
  try {
    for (let at = 0; ; at += SLICE_BYTES) {
      const isEnd = at >= bytes.length
      const { output, state, taken } = await (isEnd ? pump.end() : pump.write(bytes.subarray(at, at + SLICE_BYTES)))
      parts.push(...output)
      if (state === 'full') throw tooLarge(limitBytes)
      if (state === 'more') continue
      const isAll = bytes.length - at - taken <= SLACK_BYTES
      if (state === 'done' && (isAll || isBinary(bytes))) return { bytes: Buffer.concat(parts), warnings: [] }
      if (!isBinary(bytes)) return { bytes, warnings: [] }
      return { bytes: Buffer.concat(parts), warnings: [isEnd ? CUT_OFF : DAMAGED] }
    }
  } finally {
    engine.destroy()
  }
}

const CUT_OFF: Warning = { code: 'truncated', message: 'the compressed body ends early' }
const DAMAGED: Warning = { code: 'corrupt', message: 'the compressed body is damaged' }
