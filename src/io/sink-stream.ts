import type { Writable } from 'node:stream'
import { describeSystemError, OutputError, systemCode } from './errors.ts'
import type { Sink } from './sink.ts'

/** Codes of a reader that went away, as `head` does. */
const GONE: ReadonlySet<string> = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED'])

/** Write to standard output, no faster than it is read. */
export function streamSink(stream: Writable): Sink {
  let failure: unknown = null
  // Errors come with the write; without a listener they would end the process all the same.
  stream.on('error', (error) => {
    failure ??= error
  })
  return {
    async write(_page, text) {
      const error = failure ?? (await written(stream, text))
      if (error === null) return true
      if (GONE.has(systemCode(error))) return false
      throw new OutputError(`Can't write to standard output: ${describeSystemError(error)}`)
    },
    async close() {},
    abort() {},
  }
}

function written(stream: Writable, text: string): Promise<unknown> {
  return new Promise((resolve) => {
    stream.write(text, (error) => resolve(error ?? null))
  })
}
