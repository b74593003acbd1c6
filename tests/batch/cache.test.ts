import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cacheKey, type PageReply, recall, remember } from '../../src/batch/cache.ts'
import { loadRender } from '../../src/batch/render.ts'
import type { Job } from '../../src/batch/task.ts'
import { workOn } from '../../src/batch/work.ts'
import { JOB, pageReport, readText } from '../helpers/jobs.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cache-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const job = (changes: Partial<Job> = {}): Job => ({ ...JOB, cache: { folder, program: 'one' }, ...changes })
const entries = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

const PAGE = readText('The bridge')
const keyOf = (page = PAGE, changes: Partial<Job> = {}, raw?: Uint8Array) => cacheKey(page, job(changes), raw)

describe('the key of a page', () => {
  test('is the same for the same page and job, and its share and the folder do not matter', () => {
    expect(keyOf()).toMatch(/^[0-9a-f]{64}$/)
    expect(keyOf(readText('The bridge'))).toBe(keyOf())
    expect(keyOf(PAGE, { shard: { index: 1, count: 2 } })).toBe(keyOf())
    expect(keyOf(PAGE, { cache: { folder: 'elsewhere', program: 'one' } })).toBe(keyOf())
  })

  test.each<[string, string | null]>([
    ['other bytes', keyOf(readText('The bridges'))],
    ['another path', keyOf(readText('The bridge', { id: 'b.txt', path: 'b.txt', stem: 'b' }))],
    ['another kind', keyOf({ ...PAGE, content: { kind: 'html', bytes: Buffer.from('The bridge') } })],
    ['another address', keyOf(readText('The bridge', { url: 'https://example.com/' }))],
    ['other fields', keyOf(readText('The bridge', { meta: { score: 1 } }))],
    ['damage', keyOf(readText('The bridge', { warnings: [{ code: 'truncated', message: '' }] }))],
    ['the line it was read from', keyOf(PAGE, {}, Buffer.from('{"text":"The bridge"}'))],
    ['another program', cacheKey(PAGE, { ...JOB, cache: { folder: '', program: 'two' } })],
    ['another format', keyOf(PAGE, { format: 'json' })],
    ['hashes', keyOf(PAGE, { hashes: true })],
    ['a policy', keyOf(PAGE, { policy: { require: ['date'], minConfidence: null } })],
    ['a known language', keyOf(PAGE, { known: { ...JOB.known, language: 'de' } })],
  ])('changes with %s', (_name, key) => {
    expect(key).toMatch(/^[0-9a-f]{64}$/)
    expect(key).not.toBe(cacheKey(PAGE, { ...JOB, cache: { folder: '', program: 'one' } }))
  })

  test('nothing moves from one part of it to the other', () => {
    const strings = fc.tuple(fc.string(), fc.string(), fc.string(), fc.string())
    fc.assert(
      fc.property(strings, ([id, text, otherId, otherText]) => {
        const isSame = id === otherId && text === otherText
        expect(keyOf(readText(text, { id })) === keyOf(readText(otherText, { id: otherId }))).toBe(isSame)
      }),
    )
  })

  test('is none for a page that was not read, without a cache, and for what JSON can not tell apart', () => {
    expect(keyOf(readText('', { content: { failure: { code: 'not-text', message: '' } } }))).toBeNull()
    expect(cacheKey(PAGE, JOB)).toBeNull()
    expect(keyOf(PAGE, { rules: /a/ } as unknown as Partial<Job>)).toBeNull()
    expect(keyOf(PAGE, { rules: new Map() } as unknown as Partial<Job>)).toBeNull()
  })
})

const KEY = 'a'.repeat(64)
const reply: PageReply = { type: 'page', report: pageReport(), text: 'Body, \ud800 half a pair\n' }

describe('a reply', () => {
  test('comes back as it was kept', async () => {
    expect(await recall(KEY, { folder })).toBeNull()
    await remember(KEY, reply, { folder })
    expect(await recall(KEY, { folder })).toEqual(reply)
  })

  test.each<[string, (entry: string) => string]>([
    ['is empty', () => ''],
    ['was cut', (entry) => entry.slice(0, -10)],
    ['has another byte', (entry) => entry.replace('Body', 'Bodz')],
    ['is something else', () => 'hello\n{}'],
  ])('that %s is none, and is replaced', async (_name, damage) => {
    await remember(KEY, reply, { folder })
    const [path = ''] = entries()
    writeFileSync(path, damage(readFileSync(path, 'utf8')))
    expect(await recall(KEY, { folder })).toBeNull()
    await remember(KEY, reply, { folder })
    expect(await recall(KEY, { folder })).toEqual(reply)
  })

  test('kept by many at once is whole', async () => {
    await Promise.all(Array.from({ length: 20 }, () => remember(KEY, reply, { folder })))
    expect(await recall(KEY, { folder })).toEqual(reply)
    expect(entries()).toHaveLength(1)
  })

  test('of a page that failed for another reason than the policy is not kept', async () => {
    const failed = (code: 'internal' | 'low-confidence'): PageReply => ({
      ...reply,
      report: pageReport({ status: 'failed', failure: { code, message: '' } }),
    })
    await remember(KEY, failed('internal'), { folder })
    expect(entries()).toEqual([])
    await remember(KEY, failed('low-confidence'), { folder })
    expect(entries()).toHaveLength(1)
  })

  test('that can not be kept is no failure', async () => {
    writeFileSync(join(folder, 'file'), '')
    await remember(KEY, reply, { folder: join(folder, 'file') })
    expect(existsSync(join(folder, 'file'))).toBe(true)
  })
})

test('a page is not cleaned where its reply is known', async () => {
  const render = await loadRender('markdown', JOB)
  const work = { job: job(), render }
  const first = await workOn({ key: '', type: 'page', page: PAGE }, work)
  // An entry that no cleaning would give, with its checksum.
  const [path = ''] = entries()
  const changed = JSON.stringify({ ...reply, text: 'from the cache' })
  writeFileSync(path, `${createHash('sha256').update(changed).digest('hex')}\n${changed}`)
  expect(await workOn({ key: '', type: 'page', page: PAGE }, work)).toMatchObject({ text: 'from the cache' })
  expect(await workOn({ key: '', type: 'page', page: PAGE }, { ...work, job: JOB })).toEqual(first)
  expect(await workOn({ key: '', type: 'page', page: PAGE }, { ...work, candidates: true })).toEqual(first)
})
