import { unlinkSync } from 'node:fs'
import { copyFile, type FileHandle, open, rename, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { systemCode } from './errors.ts'

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
 * A file that is written beside its place: within one file system, renaming is atomic. A link under the final name is
 * replaced, not followed.
 *
 * @param folder Where it is written, on the same file system; by default, its own.
 */
export function atomicFile(path: string, folder = dirname(path)): AtomicFile {
  serial += 1
  // Short, so that it fits wherever the name itself does.
  const temporary = join(folder, `.clean-article-${process.pid}-${serial}.tmp`)
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
  const renameElsewhere = async (error: unknown): Promise<void> => {
    if (systemCode(error) !== 'EXDEV') throw error
    // A folder of the output may be another file system.
    const beside = join(dirname(path), basename(temporary))
    await copyFile(temporary, beside)
    await rename(beside, path)
    await unlink(temporary)
  }
  return {
    write: (data) => orDiscard(async () => (await opened()).writeFile(data)),
    commit: () =>
      orDiscard(async () => {
        await (await opened()).close()
        await rename(temporary, path).catch(renameElsewhere)
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
