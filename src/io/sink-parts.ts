import { lstat, unlink } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { describeSystemError, OutputError } from './errors.ts'
import { isGzipName } from './names.ts'
import type { Sink } from './sink.ts'
import { type FileSinkOptions, fileSink } from './sink-file.ts'

/** Digits of a part's number: names sort as numbers do up to 99,999 parts. */
const DIGITS = 5

/** The name of a part, from 1: `out/articles.jsonl.gz` -> `out/articles-00001.jsonl.gz`. */
export function partName(path: string, part: number): string {
  const { dir, head, tail } = aroundNumber(path)
  return join(dir, `${head}${String(part).padStart(DIGITS, '0')}${tail}`)
}

/** Whether a file of this name is a part, or could be one of a longer run. */
export function isPartName(path: string, name: string): boolean {
  const { head, tail } = aroundNumber(path)
  const number = name.slice(head.length, name.length - tail.length)
  return name.startsWith(head) && name.endsWith(tail) && number.length >= DIGITS && /^\d+$/.test(number)
}

function aroundNumber(path: string): { readonly dir: string; readonly head: string; readonly tail: string } {
  const { dir, base } = parse(path)
  const compression = isGzipName(base) ? base.slice(-'.gz'.length) : ''
  const { name, ext } = parse(base.slice(0, base.length - compression.length))
  return { dir, head: `${name}-`, tail: `${ext}${compression}` }
}

export interface PartSinkOptions extends FileSinkOptions {
  /** Pages of a part, at least 1. */
  readonly pages: number
}

/**
 * Write into files of so many pages each; each appears when it is full. The parts replace those of an earlier run, the
 * ones beyond the last included: a reader of all parts must not find old pages.
 */
export async function partSink(path: string, options: PartSinkOptions): Promise<Sink> {
  let part = 1
  let pages = 0
  let current = await fileSink(partName(path, part), options)
  let isClosed = false

  return {
    async write(page, text) {
      if (isClosed) {
        part += 1
        pages = 0
        current = await fileSink(partName(path, part), options)
        isClosed = false
      }
      await current.write(page, text)
      pages += 1
      if (pages === options.pages) await closePart()
      return true
    },
    async close() {
      if (!isClosed) await closePart()
      await removeParts(path, part + 1)
    },
    abort() {
      if (!isClosed) current.abort()
    },
  }

  async function closePart(): Promise<void> {
    await current.close()
    isClosed = true
  }
}

/** Up to the first that is missing: what lies behind a gap is of no run that came to its end. */
async function removeParts(path: string, first: number): Promise<void> {
  for (let part = first; ; part += 1) {
    const name = partName(path, part)
    const found = await lstat(name).catch(() => null)
    if (found?.isFile() !== true) return
    await unlink(name).catch((error: unknown) => {
      throw new OutputError(`Can't remove ${name}: ${describeSystemError(error)}`)
    })
  }
}
