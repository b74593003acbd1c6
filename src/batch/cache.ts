import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { atomicFile } from '../io/atomic.ts'
import type { PageInput } from '../io/page.ts'
import type { Job, Reply } from './task.ts'

/** Where replies are kept, and the program that they are of. */
export interface CacheSetting {
  readonly folder: string
  /** Another program gives other replies: of the code, the models and the bundled packages. */
  readonly program: string
}

export type PageReply = Extract<Reply, { type: 'page' }>

/** Failures that come after a page was cleaned: the same page has them again. Others may have passed. */
const OF_CLEANED_PAGES: ReadonlySet<string> = new Set(['missing-field', 'low-confidence'])

/**
 * The name of a page's reply: a hash of all that the reply depends on, and nothing else. No times of files, which a
 * checkout changes.
 *
 * @param raw The line that the page was read from: all of its fields, in fewer steps.
 * @returns Null where the page has nothing that could be kept.
 */
export function cacheKey(page: PageInput, job: Job, raw?: Uint8Array | string): string | null {
  const { content, meta, ...place } = page
  if ('failure' in content || job.cache === null) return null
  const body = 'bytes' in content ? content.bytes : content.text
  const facts = { ...content, bytes: undefined, text: undefined }
  // Neither the folder nor the share of the pages changes the reply to one.
  const options = { ...job, cache: job.cache.program, shard: null, outDir: null }
  const told = { options, place, facts, meta: raw === undefined ? meta : null }
  try {
    const head = JSON.stringify(told, refuseOpaque)
    const hash = createHash('sha256')
      .update(`${Buffer.byteLength(head)}\n`)
      .update(head)
    return hash.update(raw ?? body).digest('hex')
  } catch {
    // Fields that nest deeper than JSON can be written.
    return null
  }
}

/** What JSON can't tell apart must not make two jobs alike: a regular expression or a map would be `{}`. */
function refuseOpaque(_key: string, value: unknown): unknown {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
    throw new TypeError('opaque')
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('opaque')
  return value
}

/** The reply of an earlier run, or else a new one, which is kept. */
export async function cached(
  page: PageInput,
  job: Job,
  raw: Uint8Array | string | null,
  clean: () => Promise<PageReply>,
): Promise<PageReply> {
  const key = cacheKey(page, job, raw ?? undefined)
  if (job.cache === null || key === null) return clean()
  const known = await recall(key, job.cache)
  if (known !== null) return known
  const reply = await clean()
  await remember(key, reply, job.cache)
  return reply
}

/** The reply of an earlier run; null where there is none that is whole. */
export async function recall(key: string, { folder }: Pick<CacheSetting, 'folder'>): Promise<PageReply | null> {
  try {
    const entry = await readFile(pathOf(key, folder), 'utf8')
    const end = entry.indexOf('\n')
    const value = entry.slice(end + 1)
    return entry.slice(0, end) === checksum(value) ? (JSON.parse(value) as PageReply) : null
  } catch {
    return null
  }
}

/** Keep a reply. What can't be kept is cleaned again: the run goes on. */
export async function remember(key: string, reply: PageReply, { folder }: Pick<CacheSetting, 'folder'>): Promise<void> {
  const { failure } = reply.report
  if (failure !== null && !OF_CLEANED_PAGES.has(failure.code)) return
  const path = pathOf(key, folder)
  const value = JSON.stringify(reply)
  try {
    await mkdir(dirname(path), { recursive: true })
    const file = atomicFile(path)
    await file.write(`${checksum(value)}\n${value}`)
    await file.commit()
  } catch {
    // A full disk, a folder that may not be written to.
  }
}

/** Folders of a few hundred entries each: some file systems are slow with many. */
function pathOf(key: string, folder: string): string {
  return join(folder, key.slice(0, 2), key.slice(2))
}

function checksum(value: string): string {
  return createHash('sha256').update(value).digest('hex')
}
