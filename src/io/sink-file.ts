import { type FileHandle, open, stat } from 'node:fs/promises'
import { type AtomicFile, atomicFile } from './atomic.ts'
import { describeSystemError, OutputError, UsageError } from './errors.ts'
import type { Sink } from './sink.ts'

export interface FileSinkOptions {
  /** Make an empty file where no page was written. */
  readonly allowEmpty: boolean
}

/**
 * Write into one file, which appears when all is written.
 *
 * @throws UsageError where a folder stands in its place.
 */
export async function fileSink(path: string, options: FileSinkOptions): Promise<Sink> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory() === true)
    throw new UsageError(`Expected a file for --output, not: ${path}, which is a folder`)
  // `/dev/stdout` or a named pipe is nothing that could be replaced.
  const isSpecial = found !== null && !found.isFile()
  const file = isSpecial ? specialFile(path) : atomicFile(path)
  let isBegun = options.allowEmpty

  return {
    async write(_page, text) {
      isBegun = true
      await file.write(text).catch(refuse)
      return true
    },
    keep() {},
    async close() {
      if (isBegun) await file.commit().catch(refuse)
    },
    abort() {
      file.abort()
    },
  }

  function refuse(error: unknown): never {
    throw new OutputError(`Can't write ${path}: ${describeSystemError(error)}`)
  }
}

function specialFile(path: string): AtomicFile {
  let handle: FileHandle | null = null
  return {
    async write(text) {
      handle ??= await open(path, 'w')
      await handle.writeFile(text)
    },
    async commit() {
      await handle?.close()
    },
    abort() {
      handle?.close().catch(() => undefined)
    },
  }
}
