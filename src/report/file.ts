import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { AtomicFile } from '../io/atomic.ts'
import { describeSystemError, OutputError, UsageError } from '../io/errors.ts'
import { outputFile } from '../io/output-file.ts'

/**
 * The file of a report, with the folders on the way to it; gzipped where its name says so.
 *
 * @throws UsageError where a folder stands in its place; what it throws later is an OutputError.
 */
export async function openReport(path: string): Promise<AtomicFile> {
  await mkdir(dirname(path), { recursive: true }).catch(refuse)
  const file = await outputFile(path)
  if (file === null) throw new UsageError(`Expected a file for --report, not: ${path}, which is a folder`)
  return {
    write: (data) => file.write(data).catch(refuse),
    commit: () => file.commit().catch(refuse),
    abort: () => file.abort(),
  }

  function refuse(error: unknown): never {
    throw new OutputError(`Can't write the report ${path}: ${describeSystemError(error)}`)
  }
}
