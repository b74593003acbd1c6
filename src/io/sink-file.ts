import { describeSystemError, OutputError, UsageError } from './errors.ts'
import { outputFile } from './output-file.ts'
import type { Sink } from './sink.ts'

export interface FileSinkOptions {
  /** Make an empty file where no page was written. */
  readonly allowEmpty: boolean
}

/**
 * Write into one file, which appears when all is written; gzipped where its name says so.
 *
 * @throws UsageError where a folder stands in its place.
 */
export async function fileSink(path: string, options: FileSinkOptions): Promise<Sink> {
  const file = await outputFile(path)
  if (file === null) throw new UsageError(`Expected a file for --output, not: ${path}, which is a folder`)
  let isBegun = options.allowEmpty

  return {
    async write(_page, text) {
      isBegun = true
      await file.write(text).catch(refuse)
      return true
    },
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
