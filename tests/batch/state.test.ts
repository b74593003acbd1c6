import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openState, type StateOptions } from '../../src/batch/state.ts'
import { OutputError } from '../../src/io/errors.ts'
import { pageReport } from '../helpers/reports.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'state-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const open = (changes: Partial<StateOptions> = {}) =>
  openState({ folder, fingerprint: 'f', shard: null, resume: true, ...changes })

const held = () => join(folder, '.clean-article')
const report = pageReport({ outputHash: 'x' })

describe('what was done', () => {
  test('is there for the next run when this one was cut short', async () => {
    const first = await open()
    await first.add('a', report)
    await first.add('b', pageReport({ status: 'failed', outputHash: null }))
    first.abandon()
    const second = await open()
    expect([...second.done]).toEqual([['a', report]])
    await second.add('c', report)
    second.abandon()
    expect([...(await open()).done.keys()]).toEqual(['a', 'c'])
  })

  test('is forgotten when all is done', async () => {
    const state = await open()
    await state.add('a', report)
    await state.finish()
    expect(readdirSync(folder)).toEqual([])
    expect((await open()).done.size).toBe(0)
  })

  test('a line that was cut off is a page to clean again', async () => {
    const state = await open()
    await state.add('a', report)
    state.abandon()
    appendFileSync(join(held(), 'run.journal.jsonl'), '{"key":"b","repo')
    const next = await open()
    expect([...next.done.keys()]).toEqual(['a'])
    await next.add('c', report)
    next.abandon()
    expect([...(await open()).done.keys()]).toEqual(['a', 'c'])
  })

  test('counts under the same options only, and where it is wanted', async () => {
    const state = await open()
    await state.add('a', report)
    state.abandon()
    const other = await open({ fingerprint: 'g' })
    expect(other.done.size).toBe(0)
    other.abandon()
    expect((await open({ fingerprint: 'g', resume: false })).done.size).toBe(0)
  })

  test('half-written files of a killed run are removed', async () => {
    const state = await open()
    writeFileSync(join(state.temporary, 'half'), 'x')
    // As a killed process leaves it: its lock names a process that is gone.
    writeFileSync(join(held(), 'run.lock'), JSON.stringify({ host: hostname(), pid: 2 ** 30 }))
    const next = await open()
    expect(readdirSync(next.temporary)).toEqual([])
  })
})

describe('two runs', () => {
  const lockOf = (name: string, pid: number, host = hostname()) => {
    mkdirSync(held(), { recursive: true })
    writeFileSync(join(held(), `${name}.lock`), JSON.stringify({ host, pid }))
  }
  const shard = { index: 1, count: 2 }

  test.each([
    ['the same run', 'run', {}],
    ['a shard beside a whole run', 'run', { shard }],
    ['a whole run beside a shard', 'shard-2-of-2', {}],
    ['the same shard', 'shard-1-of-2', { shard }],
  ])('%s is refused', async (_name, other, changes) => {
    lockOf(other, process.ppid)
    await expect(open(changes)).rejects.toThrow(
      new RegExp(`^Another run writes into this folder: process ${process.ppid} on .*\\.lock; remove it`),
    )
    expect(readdirSync(held())).toEqual([`${other}.lock`])
  })

  test('a process of another machine may be there', async () => {
    lockOf('run', 2 ** 30, 'elsewhere.example')
    await expect(open()).rejects.toBeInstanceOf(OutputError)
  })

  test('two shards run side by side', async () => {
    lockOf('shard-2-of-2', process.ppid)
    const state = await open({ shard })
    await state.finish()
    expect(existsSync(held())).toBe(true)
  })

  test('a lock that was cut off while it was written holds nobody', async () => {
    mkdirSync(held(), { recursive: true })
    writeFileSync(join(held(), 'run.lock'), '')
    await expect(open()).resolves.toBeDefined()
  })
})
