import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { AtomicFile } from './atomic.ts'

/** Text of one gzip member: as dense as one stream within a hundredth, and no more is held. */
const MEMBER_BYTES = 1024 * 1024

const compress = promisify(gzip)

/**
 * Compress what is written to a file, as members of gzip one after the other. Their headers have no name and no time,
 * so that the same pages give the same bytes under the same version of Node.
 */
export function gzipFile(file: AtomicFile): AtomicFile {
  let held: Uint8Array[] = []
  let heldBytes = 0
  let isEmpty = true

  const flush = async (): Promise<void> => {
    const member = await compress(Buffer.concat(held))
    held = []
    heldBytes = 0
    isEmpty = false
    await file.write(member)
  }
  return {
    async write(data) {
      const bytes = Buffer.from(data)
      held.push(bytes)
      heldBytes += bytes.length
      if (heldBytes >= MEMBER_BYTES) await flush()
    },
    async commit() {
      // No bytes at all are no gzip: nothing is a member as well.
      if (heldBytes > 0 || isEmpty) await flush()
      await file.commit()
    },
    abort: () => file.abort(),
  }
}
