import type { Readable, Writable } from 'node:stream'

/** The process as the command line sees it; read when needed, since Node makes each stream on first sight. */
export interface Streams {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  /** Have `cleanup` called before a signal ends the process; a second signal does not wait for it. */
  readonly onInterrupt: (cleanup: () => void | Promise<void>) => void
}
