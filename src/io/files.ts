import { constants, type Stats } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { describeSystemError, PageError } from './errors.ts'

/** Bytes read at a time from a file whose size says nothing, and at most from others. */
const CHUNK_BYTES = 64 * 1024
const LARGEST_CHUNK_BYTES = 1024 * 1024

/**
 * The bytes of a file, piece after piece; pipes and devices too.
 *
 * @param file Path as text, or as bytes where the name is not valid UTF-8.
 * @param onlyFiles Refuse pipes and devices: a program named the path, or something else stood there a moment ago.
 * @throws PageError `unreadable`.
 */
export async function* readChunks(file: string | Buffer, onlyFiles = false): AsyncGenerator<Buffer> {
  const handle = await openFile(file, onlyFiles)
  try {
    const stats = await handle.stat().catch(refuse)
    if (onlyFiles && !stats.isFile()) throw new PageError('unreadable', noFile(stats))
    const { size } = stats
    // One byte more than the file, so that the end is met without growing.
    let length = Math.min(size + 1, LARGEST_CHUNK_BYTES)
    if (size === 0) length = CHUNK_BYTES
    for (;;) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(length), 0, length, null).catch(refuse)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
      length = Math.max(CHUNK_BYTES, Math.min(length, LARGEST_CHUNK_BYTES))
    }
  } finally {
    await handle.close().catch(() => undefined)
  }
}

/** Where a pipe may stand, opening must not wait for somebody to write into it. Files do not care. */
function openFile(file: string | Buffer, onlyFiles: boolean): Promise<FileHandle> {
  const flags = onlyFiles ? constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) : constants.O_RDONLY
  return open(file, flags).catch(refuse)
}

function noFile(stats: Stats): string {
  return stats.isDirectory() ? 'is a folder (EISDIR)' : 'is a pipe or a device'
}

function refuse(error: unknown): never {
  throw new PageError('unreadable', describeSystemError(error))
}
