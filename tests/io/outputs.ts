import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { PageError } from '../../src/io/errors.ts'
import type { Sink } from '../../src/io/sink.ts'

/** A page as sinks know it. */
export const PAGE = { id: 'a', stem: 'a', isRecord: false }

/** An empty folder for one test. */
export function emptyFolder() {
  const root = mkdtempSync(join(tmpdir(), 'outputs-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const at = (name: string) => join(root, name)
  return { at, files: () => readdirSync(root).sort(), read: (name: string) => readFileSync(at(name), 'utf8') }
}

/** Write pages one after the other; what is told of each, `ok` where nothing is. */
export async function writeAll(sink: Sink, pages: readonly string[]): Promise<string[]> {
  const told: string[] = []
  for (const text of pages) {
    const result = await sink.write(PAGE, text).catch((error: unknown) => error)
    told.push(
      result instanceof PageError ? `${result.code}: ${result.message}` : result === true ? 'ok' : String(result),
    )
  }
  await sink.close()
  return told
}
