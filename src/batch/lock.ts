import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { OutputError, systemCode } from '../io/errors.ts'

export interface LockOptions {
  /** Whether no other lock of the folder may be held: shards may run side by side, a whole run only alone. */
  readonly alone: boolean
}

/** The name of a lock that a whole run takes. */
const WHOLE = 'run.lock'

/**
 * Take a lock: a file that tells who holds it. One whose process has ended is taken over.
 *
 * @throws OutputError where another run holds it, or one that excludes this one.
 */
export function takeLock(path: string, { alone }: LockOptions): void {
  const folder = dirname(path)
  const content = `${JSON.stringify({ host: hostname(), pid: process.pid })}\n`
  try {
    writeFileSync(path, content, { flag: 'wx' })
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error
    refuseHeld(path)
    // By renaming, so that of two that take it over one fails.
    const stale = `${path}.${process.pid}.stale`
    renameSync(path, stale)
    rmSync(stale, { force: true })
    writeFileSync(path, content, { flag: 'wx' })
  }
  const others = readdirSync(folder).filter((name) => name.endsWith('.lock') && name !== basename(path))
  try {
    for (const name of others) if (alone || name === WHOLE) refuseHeld(join(folder, name))
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  }
}

function refuseHeld(path: string): void {
  const holder = readHolder(path)
  if (holder === null || isGone(holder)) return
  throw new OutputError(
    `Another run writes into this folder: process ${holder.pid} on ${holder.host} (${path}; remove it if that is not so)`,
  )
}

interface Holder {
  readonly host: string
  readonly pid: number
}

/** Null where there is no lock any more, or one that was cut off while it was written. */
function readHolder(path: string): Holder | null {
  try {
    const { host, pid } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>
    return typeof host === 'string' && typeof pid === 'number' ? { host, pid } : null
  } catch {
    return null
  }
}

/** On another machine nothing can be said, so that a lock there counts as held. */
function isGone({ host, pid }: Holder): boolean {
  if (host !== hostname()) return false
  if (pid === process.pid) return true
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return systemCode(error) === 'ESRCH'
  }
}
