import { mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describeSystemError, OutputError } from '../io/errors.ts'
import { takeLock } from './lock.ts'
import type { Shard } from './shard.ts'
import type { PageReport } from './task.ts'

/** Folder within the output's, there only while a run is under way or was cut short. Hidden names are never inputs. */
const STATE_FOLDER = '.clean-article'

/** What a run into a folder remembers, so that another can go on where it stopped. */
export interface RunState {
  /** Pages that an earlier run finished, by the key of their task. */
  readonly done: ReadonlyMap<string, PageReport>
  /** Where files are written before they get their names. */
  readonly temporary: string
  /** Remember a page, which is written by now. */
  add(key: string, report: PageReport): Promise<void>
  /** All is done: leave no trace. */
  finish(): Promise<void>
  /** Stop here, and keep what another run needs; for signal handlers, hence synchronous. */
  abandon(): void
}

export interface StateOptions {
  /** Folder of the output, which exists. */
  readonly folder: string
  /** Hash of all that outputs depend on beside the pages: what was done under another one is done again. */
  readonly fingerprint: string
  readonly shard: Shard | null
  /** Whether to go on where an earlier run stopped. */
  readonly resume: boolean
}

/**
 * Begin a run into a folder: refuse a second one at the same time, remove what a killed one left half-written, and
 * read what it had finished.
 *
 * The journal is a line for each page, appended after its file has its name. A line that was cut off is a page that is
 * cleaned again.
 *
 * @throws OutputError where another run is under way, or the folder can't be written.
 */
export async function openState(options: StateOptions): Promise<RunState> {
  const { folder, fingerprint, shard, resume } = options
  const name = shard === null ? 'run' : `shard-${shard.index}-of-${shard.count}`
  const state = join(folder, STATE_FOLDER)
  const temporary = join(state, `${name}.tmp`)
  const path = join(state, `${name}.journal.jsonl`)
  const lock = join(state, `${name}.lock`)
  const refuse = (error: unknown): never => {
    if (error instanceof OutputError) throw error
    throw new OutputError(`Can't write into ${folder}: ${describeSystemError(error)}`)
  }
  const remove = (...files: string[]): void => {
    for (const file of files) rmSync(file, { recursive: true, force: true })
    removeIfEmpty(state)
  }
  let isHeld = false
  let journal: FileHandle
  let done: ReadonlyMap<string, PageReport>
  try {
    mkdirSync(state, { recursive: true })
    takeLock(lock, { alone: shard === null })
    isHeld = true
    rmSync(temporary, { recursive: true, force: true })
    mkdirSync(temporary)
    done = resume ? await readJournal(path, fingerprint) : new Map()
    journal = await open(path, done.size > 0 ? 'a' : 'w')
    // After a line that was cut off, too.
    await journal.appendFile(done.size > 0 ? '\n' : `${JSON.stringify({ fingerprint })}\n`)
  } catch (error) {
    if (isHeld) remove(temporary, lock)
    return refuse(error)
  }
  let isEmpty = done.size === 0
  return {
    done,
    temporary,
    async add(key, report) {
      isEmpty = false
      await journal.appendFile(`${JSON.stringify({ key, report })}\n`).catch(refuse)
    },
    async finish() {
      await journal.close().catch(() => undefined)
      remove(temporary, path, lock)
    },
    abandon() {
      journal.close().catch(() => undefined)
      remove(temporary, lock, ...(isEmpty ? [path] : []))
    },
  }
}

async function readJournal(path: string, fingerprint: string): Promise<Map<string, PageReport>> {
  const done = new Map<string, PageReport>()
  const text = await readFile(path, 'utf8').catch(() => '')
  const [head = '', ...lines] = text.split('\n')
  if (parse(head)?.fingerprint !== fingerprint) return done
  for (const line of lines) {
    const entry = parse(line)
    // Pages without an output are tried again: what was in the way may be gone.
    if (typeof entry?.key === 'string' && typeof entry.report?.outputHash === 'string') {
      done.set(entry.key, entry.report)
    }
  }
  return done
}

interface JournalLine {
  readonly fingerprint?: string
  readonly key?: string
  readonly report?: PageReport
}

function parse(line: string): JournalLine | null {
  try {
    return JSON.parse(line) as JournalLine
  } catch {
    return null
  }
}

/** Another shard may be at work in it. */
function removeIfEmpty(folder: string): void {
  try {
    if (readdirSync(folder).length === 0) rmdirSync(folder)
  } catch {
    // Removed by the other one.
  }
}
