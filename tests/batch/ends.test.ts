import { expect, test } from 'vitest'
import { type Batch, runBatch } from '../../src/batch/run.ts'
import type { Reply, Task } from '../../src/batch/task.ts'
import { pageReport, readText } from '../helpers/jobs.ts'

/** A run over pages of these names; `-` is a page of another shard, `x` a page that fails. */
async function run(names: string, changes: Partial<Batch> = {}) {
  const events: string[] = []
  async function* tasks(): AsyncGenerator<Task> {
    for (const id of names) yield { key: '', type: 'page', page: readText(id, { id }) }
  }
  const counts = await runBatch({
    tasks: tasks(),
    expand: () => tasks(),
    runner: { run: async (task) => replyTo(task) },
    width: 2,
    sink: {
      write: async (_page, text) => {
        events.push(`write ${text}`)
        return true
      },
      close: async () => void events.push('close'),
      abort: () => void events.push('abort'),
    },
    onReport: ({ failure }, number) => {
      events.push(`report ${number}`)
      return failure === null
    },
    ...changes,
  })
  return { counts, events }
}

function replyTo(task: Task): Reply {
  const id = task.type === 'page' ? task.page.id : null
  if (id === '-') return { type: 'elsewhere' }
  const failure = id === 'x' ? ({ code: 'not-text', message: '' } as const) : null
  return { type: 'page', report: pageReport({ id, failure, status: failure === null ? 'ok' : 'failed' }), text: id }
}

test('pages are numbered as if those of other shards were there', async () => {
  const { counts, events } = await run('-a--b-')
  expect(events).toEqual(['write a', 'report 2', 'write b', 'report 5', 'close'])
  expect(counts).toMatchObject({ pages: 2, isStopped: false, isCutShort: false })
})

test('a run that is stopped leaves no output with a part of the pages', async () => {
  const { counts, events } = await run('axb')
  expect(events).toEqual(['write a', 'report 1', 'write x', 'report 2', 'abort'])
  expect(counts).toMatchObject({ pages: 2, isStopped: true, statuses: { ok: 1, failed: 1 } })
})

test('what is in the place of the output and comes of no page counts as one that failed', async () => {
  const failure = { code: 'differs', message: 'a.jsonl goes on after the last page' } as const
  const reports: unknown[] = []
  const { counts } = await run('-a', {
    sink: {
      write: async () => true,
      close: async () => undefined,
      abort: () => undefined,
      surplus: async () => ({ path: 'a.jsonl', failure }),
    },
    onReport: ({ path, failure: told }, number) => {
      reports.push([path, told, number])
      return true
    },
  })
  expect(reports.at(-1)).toEqual(['a.jsonl', failure, 3])
  expect(counts).toMatchObject({ pages: 2, isStopped: false, statuses: { ok: 1, failed: 1 } })
})
