import { type FileHandle, open, stat } from 'node:fs/promises'
import { type AtomicFile, atomicFile } from './atomic.ts'
import { isGzipName } from './names.ts'

/**
 * A file to write into: it appears whole or not at all, but for what can't be replaced, such as `/dev/stdout` or a named
 * pipe. What is written is gzipped where the name says so.
 *
 * @returns Null where a folder stands in its place.
 */
export async function outputFile(path: string): Promise<AtomicFile | null> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory() === true) return null
  const file = found !== null && !found.isFile() ? specialFile(path) : atomicFile(path)
  if (!isGzipName(path)) return file
  // Loaded where it is needed: zlib costs some ms at start.
  const { gzipFile } = await import('./gzip-file.ts')
  return gzipFile(file)
}

function specialFile(path: string): AtomicFile {
  let handle: FileHandle | null = null
  return {
    async write(data) {
      handle ??= await open(path, 'w')
      await handle.writeFile(data)
    },
    async commit() {
      await handle?.close()
    },
    abort() {
      handle?.close().catch(() => undefined)
    },
  }
}
