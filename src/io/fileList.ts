import { type Failure, PageError, UsageError } from './errors.ts'
import { readChunks } from './files.ts'
import { type FileEntry, namedEntry } from './walk.ts'

const NEWLINE = 0x0a
const RETURN = 0x0d

export interface FileListOptions {
  /** Paths end with NUL, as those of `find -print0`, instead of a line end. */
  readonly nul: boolean
}

/**
 * The files that a list names, in its order: one path a line, relative to the working folder. Blank lines are none.
 *
 * Lists are made by programs, and files come and go: whether there is one of a name is seen when it is read, and costs
 * that page. A folder, a pipe or a device is no file.
 *
 * @param list Path of the list, or its bytes.
 * @throws UsageError where the list can't be read.
 */
export async function readFileList(
  list: string | AsyncIterable<Uint8Array>,
  { nul }: FileListOptions,
): Promise<FileEntry[]> {
  const bytes = await readAll(list)
  const entries: FileEntry[] = []
  for (let start = hasMark(bytes) && !nul ? 3 : 0; start < bytes.length; ) {
    const found = bytes.indexOf(nul ? 0 : NEWLINE, start)
    const end = found < 0 ? bytes.length : found
    const path = bytes.subarray(start, !nul && bytes[end - 1] === RETURN ? end - 1 : end)
    if (path.length > 0) entries.push(toEntry(path))
    start = end + 1
  }
  return entries
}

async function readAll(list: string | AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  try {
    for await (const part of typeof list === 'string' ? readChunks(list) : list) parts.push(part)
  } catch (error) {
    if (!(error instanceof PageError)) throw error
    throw new UsageError(`Expected a list of files that can be read for --files-from, not: ${list}: ${error.message}`)
  }
  return Buffer.concat(parts)
}

/** The byte order mark of UTF-8, which some editors write. */
function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

/** A name that is not UTF-8 is opened by its bytes; one that no file can have is a page that failed. */
function toEntry(bytes: Buffer): FileEntry {
  const path = bytes.toString()
  const entry: FileEntry = { ...namedEntry(path), isListed: true }
  if (bytes.includes(0)) return { ...entry, failure: NO_NAME }
  return Buffer.from(path).equals(bytes) ? entry : { ...entry, file: Buffer.from(bytes) }
}

const NO_NAME: Failure = { code: 'unreadable', message: 'no file has a NUL in its name; see --null' }
