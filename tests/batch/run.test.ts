import { expect, test } from 'vitest'
import { type Batch, runBatch } from '../../src/batch/run.ts'
import type { PageReport, Reply, Task } from '../../src/batch/task.ts'
import { OutputError, PageError } from '../../src/io/errors.ts'
import type { Named } from '../../src/io/sink.ts'
import { pageReport } from '../helpers/reports.ts'

function taskOf(id: string): Task {
  const content = { kind: 'text', text: id } as const
  return {
    key: id,
    type: 'page',
    page: { id, path: null, url: null, meta: {}, content, warnings: [], stem: id, isRecord: true },
  }
}

const idOf = (task: Task): string => (task.type === 'page' ? (task.page.id ?? '') : '')

const replyTo = (id: string, changes: Partial<PageReport> = {}, text: string | null = id): Reply => ({
  type: 'page',
  report: pageReport({ id, stem: id, ...changes }),
  text,
})

async function* stream(ids: readonly string[]): AsyncGenerator<Task> {
  for (const id of ids) yield taskOf(id)
}

/** Run over pages with these ids; what is written comes back in order. */
async function run(ids: readonly string[], changes: Partial<Batch> = {}) {
  const written: string[] = []
  const events: string[] = []
  const reports: PageReport[] = []
  const counts = await runBatch({
    tasks: stream(ids),
    expand: () => stream([]),
    runner: { run: async (task) => replyTo(idOf(task)) },
    width: 4,
    sink: {
      write: async (_page, text) => {
        written.push(text)
        return true
      },
      keep: () => undefined,
      close: async () => void events.push('close'),
      abort: () => void events.push('abort'),
    },
    onReport: (report) => reports.push(report) > 0,
    ...changes,
  }).catch((error: unknown) => error)
  return { counts, written, events, reports }
}

const sinkThat = (write: (page: Named) => Promise<boolean>, events: string[] = []) => ({
  write,
  keep: () => undefined,
  close: async () => void events.push('close'),
  abort: () => void events.push('abort'),
})

test('results are written in the order of the pages, however long each takes', async () => {
  const delays: Readonly<Record<string, number>> = { a: 30, b: 1, c: 15, d: 1 }
  const runner = {
    run: async (task: Task) => {
      await new Promise((resolve) => setTimeout(resolve, delays[idOf(task)]))
      return replyTo(idOf(task))
    },
  }
  const { written, events, reports } = await run(['a', 'b', 'c', 'd'], { runner })
  expect(written).toEqual(['a', 'b', 'c', 'd'])
  expect(reports.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
  expect(events).toEqual(['close'])
})

test('the counts tell what became of the pages, warnings once a page', async () => {
  const truncated = { code: 'truncated', message: '' } as const
  const replies: Readonly<Record<string, Reply>> = {
    a: replyTo('a'),
    b: replyTo('b', { status: 'failed', failure: { code: 'not-text', message: '' }, warnings: [truncated] }, null),
    c: replyTo('c', { status: 'ok-degraded', warnings: [truncated, truncated] }),
    d: replyTo('d', { status: 'skipped' }),
    e: { type: 'elsewhere' },
  }
  const runner = { run: async (task: Task) => replies[idOf(task)] as Reply }
  const { counts, written } = await run(['a', 'b', 'c', 'd', 'e'], { runner })
  expect(written).toEqual(['a', 'c', 'd'])
  expect(counts).toEqual({
    pages: 4,
    statuses: { ok: 1, 'ok-degraded': 1, skipped: 1, failed: 1 },
    isCutShort: false,
    isStopped: false,
    warnings: new Map([['truncated', 1]]),
  })
})

test('pages in a file come where the file would have come', async () => {
  const runner = {
    run: async (task: Task): Promise<Reply> => (idOf(task).endsWith('/') ? { type: 'container' } : replyTo(idOf(task))),
  }
  const expand = (task: Task) => stream(idOf(task) === 'x/' ? ['1', 'y/', '4'] : ['2', '3'])
  expect((await run(['a', 'x/', 'b'], { runner, expand })).written).toEqual(['a', '1', '2', '3', '4', 'b'])
})

test('what an earlier run has done is not done again, and remembered like the rest', async () => {
  const before = pageReport({ id: 'b', confidence: 0.1 })
  const added: unknown[] = []
  const kept: unknown[] = []
  const runner = {
    run: async (task: Task): Promise<Reply> =>
      task.before === undefined ? replyTo(idOf(task)) : { type: 'unchanged', report: task.before },
  }
  const sink = { ...sinkThat(async () => true), keep: (page: Named) => void kept.push(page.id) }
  const state = {
    done: new Map([['b', before]]),
    add: async (key: string, { confidence }: PageReport) => void added.push([key, confidence]),
  }
  const { counts } = await run(['a', 'b'], { runner, sink, state })
  expect(counts).toMatchObject({ pages: 2, statuses: { ok: 2 } })
  expect(added).toEqual([
    ['a', 0.9],
    ['b', 0.1],
  ])
  expect(kept).toEqual(['b'])
})

test('a page whose name is taken fails, the run goes on', async () => {
  const sink = sinkThat(async ({ id }) => {
    if (id === 'a') throw new PageError('duplicate-name', 'taken')
    return true
  })
  const { counts, reports } = await run(['a', 'b'], { sink })
  expect(counts).toMatchObject({ pages: 2, statuses: { ok: 1, failed: 1 } })
  expect(reports[0]).toMatchObject({ status: 'failed', failure: { code: 'duplicate-name' }, outputHash: null })
})

test('the run ends when nobody reads on', async () => {
  expect((await run(['a', 'b'], { sink: sinkThat(async () => false) })).counts).toMatchObject({
    pages: 1,
    isCutShort: true,
  })
})

test('the run ends when its owner has seen enough', async () => {
  const { counts, events } = await run(['a', 'b', 'c'], { onReport: ({ id }) => id !== 'b' })
  expect(counts).toMatchObject({ pages: 2, isCutShort: false, isStopped: true })
  expect(events).toEqual(['abort'])
})

test('an obstacle ends the run and leaves nothing half-written', async () => {
  const events: string[] = []
  const sink = sinkThat(async () => {
    throw new OutputError('disk full')
  }, events)
  expect((await run(['a'], { sink })).counts).toBeInstanceOf(OutputError)
  expect(events).toEqual(['abort'])
})

test('a runner that can not go on ends the run after what was done before', async () => {
  const runner = {
    run: async (task: Task) => {
      if (idOf(task) === 'b') throw new OutputError('no workers')
      return replyTo(idOf(task))
    },
  }
  const { counts, written, events } = await run(['a', 'b', 'c'], { runner })
  expect(counts).toBeInstanceOf(OutputError)
  expect([written, events]).toEqual([['a'], ['abort']])
})
