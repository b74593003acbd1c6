import { randomUUID } from 'node:crypto'
import { unlinkSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeSystemError, OutputError } from '../io/errors.ts'

/** Text that is put aside until what comes before it is known. */
export interface Spool {
  write(text: string): Promise<void>
  /** All of it, piece after piece; then it is gone. */
  drain(): AsyncGenerator<Uint8Array, void>
  /** For signal handlers, hence synchronous. */
  abort(): void
}

const PIECE_BYTES = 64 * 1024

/** Held in memory up to a piece, then in a file of the system's folder for temporary ones. */
export function createSpool(): Spool {
  const path = join(tmpdir(), `clean-article-${randomUUID()}.tmp`)
  let handle: FileHandle | null = null
  let held = ''

  const flush = async (): Promise<FileHandle> => {
    if (handle === null) {
      handle = await open(path, 'wx+', 0o600)
      // It lives on without a name, and is gone with this process, however that ends.
      remove(path)
    }
    await handle.writeFile(held)
    held = ''
    return handle
  }
  const abort = (): void => {
    if (handle === null) return
    handle.close().catch(() => undefined)
    handle = null
    remove(path)
  }
  return {
    async write(text) {
      held += text
      if (held.length >= PIECE_BYTES) await flush().catch(refuse)
    },
    async *drain() {
      if (handle !== null) yield* readAll(await flush().catch(refuse))
      else yield Buffer.from(held)
      abort()
    },
    abort,
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // Removed already; or the system does not remove what is open, and it is tried again at the end.
  }
}

async function* readAll(handle: FileHandle): AsyncGenerator<Uint8Array, void> {
  for (let position = 0; ; ) {
    const { bytesRead, buffer } = await handle
      .read(Buffer.allocUnsafe(PIECE_BYTES), 0, PIECE_BYTES, position)
      .catch(refuse)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    position += bytesRead
  }
}

function refuse(error: unknown): never {
  throw new OutputError(`Can't keep a report in ${tmpdir()}: ${describeSystemError(error)}`)
}
