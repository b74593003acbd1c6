import { unlinkSync } from 'node:fs'
import { type FileHandle, open, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** A file that appears under its name whole or not at all. What it throws are the system's errors. */
export interface AtomicFile {
  write(data: string | Uint8Array): Promise<void>
  /** Give the file its name, empty where nothing was written. */
  commit(): Promise<void>
  /** Leave no trace; for signal handlers, hence synchronous. */
  abort(): void
}

let serial = 0

/**
 * A file that is written beside its place: within one folder, renaming is atomic. A link under the final name is
 * replaced, not followed.
 */
export function atomicFile(path: string): AtomicFile {
  serial += 1
  // Short, so that it fits wherever the name itself does.
  const temporary = join(dirname(path), `.clean-article-${process.pid}-${serial}.tmp`)
  let handle: FileHandle | null = null

  const orDiscard = async (action: () => Promise<void>): Promise<void> => {
    try {
      await action()
    } catch (error) {
      await handle?.close().catch(() => undefined)
      if (handle !== null) await unlink(temporary).catch(() => undefined)
      throw error
    }
  }
  const opened = async (): Promise<FileHandle> => {
    handle ??= await open(temporary, 'wx')
    return handle
  }
  return {
    write: (data) => orDiscard(async () => (await opened()).writeFile(data)),
    commit: () =>
      orDiscard(async () => {
        await (await opened()).close()
        await rename(temporary, path)
      }),
    abort() {
      handle?.close().catch(() => undefined)
      try {
        unlinkSync(temporary)
      } catch {
        // Not begun, or under its final name already.
      }
    },
  }
}
