/** Bytes that are pulled, looked at before they are taken, and given back. */
export interface ByteReader {
  /** The next bytes without taking them: at least `count`, fewer only at the end. */
  peek(count: number): Promise<Buffer>
  /** The next bytes, at most `limit`; null at the end. */
  next(limit?: number): Promise<Buffer | null>
  /** Drop `count` bytes that `peek` has shown. */
  skip(count: number): void
  /** Put bytes back in front. */
  unread(bytes: Uint8Array): void
  /** Bytes taken so far, those given back left out. */
  position(): number
  /** Stop reading and free the source. */
  close(): Promise<void>
}

const NOTHING: Buffer = Buffer.alloc(0)

/** Read `chunks` as a stream of bytes; what they throw comes out of the call that met it. */
export function byteReader(chunks: AsyncIterable<Uint8Array>): ByteReader {
  const source = chunks[Symbol.asyncIterator]()
  let held = NOTHING
  let ended = false
  let pulled = 0

  const pull = async (): Promise<Buffer | null> => {
    if (ended) return null
    const step = await source.next()
    if (step.done === true) {
      ended = true
      return null
    }
    pulled += step.value.length
    return asBuffer(step.value)
  }

  return {
    async peek(count) {
      const parts = [held]
      let total = held.length
      while (total < count) {
        const chunk = await pull()
        if (chunk === null) break
        parts.push(chunk)
        total += chunk.length
      }
      if (parts.length > 1) held = Buffer.concat(parts, total)
      return held
    },
    async next(limit = Number.POSITIVE_INFINITY) {
      while (held.length === 0) {
        const chunk = await pull()
        if (chunk === null) return null
        held = chunk
      }
      const taken = held.subarray(0, limit)
      held = held.subarray(taken.length)
      return taken
    },
    skip(count) {
      held = held.subarray(count)
    },
    unread(bytes) {
      if (bytes.length === 0) return
      if (held.length === 0) held = asBuffer(bytes)
      else if (isInFrontOf(bytes, held)) held = Buffer.from(held.buffer, bytes.byteOffset, bytes.length + held.length)
      else held = Buffer.concat([bytes, held])
    },
    position: () => pulled - held.length,
    async close() {
      ended = true
      held = NOTHING
      await source.return?.()
    },
  }
}

/** Bytes that were just taken still stand there: nothing needs to be copied. */
function isInFrontOf(bytes: Uint8Array, held: Buffer): boolean {
  return bytes.buffer === held.buffer && bytes.byteOffset + bytes.length === held.byteOffset
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
