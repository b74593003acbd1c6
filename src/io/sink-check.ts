import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { PageError } from './errors.ts'
import { readChunks } from './files.ts'
import { isGzipName } from './names.ts'
import { type ByteReader, byteReader } from './reader.ts'
import type { Sink } from './sink.ts'
import type { Naming } from './sink-folder.ts'
import { partName } from './sink-parts.ts'

/** Sinks that write nothing: a page is compared with what a run before has written of it. */

/** Compare with the files below `folder`, one a page. Other files that are there are not looked at. */
export function checkFolder(folder: string, nameOf: Naming): Sink {
  return {
    async write(page, text) {
      const { path, reader } = await openWritten(join(folder, nameOf(page)))
      if (reader === null) throw differs(path, 'is missing')
      try {
        if (!(await startsWith(reader, text)) || !(await isAtEnd(reader))) throw differs(path)
      } finally {
        await reader.close()
      }
      return true
    },
    async close() {},
    abort() {},
  }
}

export interface CheckFileOptions {
  /** Pages of a part; null where all are in one file. */
  readonly partPages: number | null
  /** A line a page: after one that differs comes the next. */
  readonly isLines: boolean
  /** Whether a run without a page would make an empty file. */
  readonly allowEmpty: boolean
}

/** Compare with a file, or with parts of it, page after page. */
export function checkFile(path: string, { partPages, isLines, allowEmpty }: CheckFileOptions): Sink {
  let part = 0
  let pages = 0
  let current: Written | null = null

  return {
    async write(_page, text) {
      const { path: file, reader } = current ?? (await openNext())
      pages += 1
      const isLast = pages === partPages
      try {
        if (reader === null) throw differs(file, 'is missing')
        const isSame = await startsWith(reader, text)
        if (!isSame && isLines) await skipLine(reader)
        if (!isSame || (isLast && !(await isAtEnd(reader)))) throw differs(file)
        return true
      } finally {
        if (isLast) await leave()
      }
    },
    async close() {},
    abort() {
      current?.reader?.close().catch(() => undefined)
    },
    async surplus() {
      if (part === 0 && !allowEmpty) return null
      const last = part === 0 ? await openNext() : current
      const failure = last === null ? null : await endOf(last)
      await leave()
      if (last !== null && failure !== null) return { path: last.path, failure }
      const next = nameOf(part + 1)
      if (partPages === null || !(await isFile(next))) return null
      return { path: next, failure: differs(next, 'is a part too many') }
    },
  }

  function nameOf(number: number): string {
    return partPages === null ? path : partName(path, number)
  }

  async function openNext(): Promise<Written> {
    part += 1
    pages = 0
    current = await openWritten(nameOf(part))
    return current
  }

  async function leave(): Promise<void> {
    await current?.reader?.close()
    current = null
  }

  /** What is wrong behind the last page. What is missing was told of each page. */
  async function endOf({ path: file, reader }: Written): Promise<PageError | null> {
    if (reader === null) return pages === 0 ? differs(file, 'is missing') : null
    return isLines && !(await isAtEnd(reader).catch(() => true)) ? differs(file, 'goes on after the last page') : null
  }
}

/** A file of a run before. */
interface Written {
  readonly path: string
  /** Null where there is no file. */
  readonly reader: ByteReader | null
}

async function openWritten(path: string): Promise<Written> {
  if (!(await isFile(path))) return { path, reader: null }
  const reader = byteReader(chunksOf(path))
  if (!isGzipName(path)) return { path, reader }
  // Loaded where it is needed: zlib costs some ms at start.
  const { gunzip } = await import('./gunzip.ts')
  return { path, reader: byteReader(gunzip(reader, [])) }
}

async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  try {
    yield* readChunks(path)
  } catch (error) {
    throw error instanceof PageError ? differs(path, `can't be read: ${error.message}`) : error
  }
}

async function isFile(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null))?.isFile() === true
}

/** Take `text` from the front, where it stands there. */
async function startsWith(reader: ByteReader, text: string): Promise<boolean> {
  const wanted = Buffer.from(text)
  const found = await reader.peek(wanted.length)
  if (!wanted.equals(found.subarray(0, wanted.length))) return false
  reader.skip(wanted.length)
  return true
}

async function isAtEnd(reader: ByteReader): Promise<boolean> {
  return (await reader.peek(1)).length === 0
}

async function skipLine(reader: ByteReader): Promise<void> {
  for (let chunk = await reader.next(); chunk !== null; chunk = await reader.next()) {
    const end = chunk.indexOf(0x0a)
    if (end < 0) continue
    reader.unread(chunk.subarray(end + 1))
    return
  }
}

function differs(path: string, how = 'is not what would be written'): PageError {
  return new PageError('differs', `${path} ${how}`)
}
