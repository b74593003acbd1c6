import { expect, test } from 'vitest'
import { type Batch, type PageResult, runBatch } from '../../src/batch/run.ts'
import { OutputError, PageError } from '../../src/io/errors.ts'
import type { PageInput } from '../../src/io/page.ts'
import type { Outcome } from '../../src/types.ts'

function page(id: string, failure?: { code: 'not-text'; message: string }): PageInput {
  const content = failure === undefined ? ({ kind: 'text', text: id } as const) : { failure }
  return { id, path: null, url: null, meta: { note: id }, content, warnings: [], stem: id, isRecord: true }
}

async function* stream(pages: readonly PageInput[]): AsyncGenerator<PageInput> {
  yield* pages
}

const outcome = (codes: readonly string[] = []) =>
  ({ warnings: codes.map((code) => ({ code, message: '' })) }) as unknown as Outcome

/** Run over pages with these ids; what is written comes back in order. */
async function run(pages: readonly PageInput[], changes: Partial<Batch> = {}) {
  const written: string[] = []
  const events: string[] = []
  const results: PageResult[] = []
  const counts = await runBatch({
    pages: stream(pages),
    clean: async () => outcome(),
    render: (result) => `${result.page.id}${'failure' in result ? ` ${result.failure.code}` : ''}`,
    sink: {
      write: async (_page, text) => {
        written.push(text)
        return true
      },
      close: async () => void events.push('close'),
      abort: () => void events.push('abort'),
    },
    onResult: (result) => void results.push(result),
    ...changes,
  }).catch((error: unknown) => error)
  return { counts, written, events, results }
}

test('one page after the other', async () => {
  const { counts, written, events } = await run([page('a'), page('b')])
  expect(written).toEqual(['a', 'b'])
  expect(counts).toEqual({ pages: 2, failed: 0, isCutShort: false, warnings: new Map() })
  expect(events).toEqual(['close'])
})

test('whatever goes wrong with a page is its own failure', async () => {
  const { counts, written } = await run(
    [page('a'), page('b', { code: 'not-text', message: '' }), page('throws'), page('refused'), page('c')],
    {
      clean: async ({ id }) => {
        if (id === 'throws') throw new TypeError('a bug')
        if (id === 'refused') throw new PageError('input-limit', 'too large')
        return outcome(id === 'c' ? ['truncated', 'truncated'] : [])
      },
    },
  )
  expect(written).toEqual(['a', 'b not-text', 'throws internal', 'refused input-limit', 'c'])
  expect(counts).toMatchObject({ pages: 5, failed: 3, warnings: new Map([['truncated', 1]]) })
})

test('a page that can not be rendered is one that failed, even where its own fields are to blame', async () => {
  const { counts, written, results } = await run([page('a'), page('b')], {
    render: ({ page: { id, meta }, ...result }) => {
      if (id === 'b' && 'note' in meta) throw new RangeError('too deep')
      return `${id} ${'failure' in result ? result.failure.message : 'ok'}`
    },
  })
  expect(written).toEqual(['a ok', 'b RangeError: too deep'])
  expect(counts).toMatchObject({ failed: 1 })
  expect(results[1]).toMatchObject({ failure: { code: 'internal' } })
})

test('nothing is written of a page without a rendering', async () => {
  const { written, counts } = await run([page('a')], { render: () => null })
  expect(written).toEqual([])
  expect(counts).toMatchObject({ pages: 1, failed: 0 })
})

test('a page whose name is taken fails, the run goes on', async () => {
  const sink = {
    write: async ({ id }: PageInput) => {
      if (id === 'a') throw new PageError('duplicate-name', 'taken')
      return true
    },
    close: async () => undefined,
    abort: () => undefined,
  }
  expect((await run([page('a'), page('b')], { sink })).counts).toMatchObject({ pages: 2, failed: 1 })
})

test('the run ends when nobody reads on', async () => {
  const sink = { write: async () => false, close: async () => undefined, abort: () => undefined }
  expect((await run([page('a'), page('b')], { sink })).counts).toMatchObject({ pages: 1, isCutShort: true })
})

test('an obstacle ends the run and leaves nothing half-written', async () => {
  const events: string[] = []
  const sink = {
    write: async () => {
      throw new OutputError('disk full')
    },
    close: async () => void events.push('close'),
    abort: () => void events.push('abort'),
  }
  const { counts } = await run([page('a')], { sink })
  expect(counts).toBeInstanceOf(OutputError)
  expect(events).toEqual(['abort'])
})

test('a page is asked for only when the one before it is written', async () => {
  const order: string[] = []
  async function* watched(): AsyncGenerator<PageInput> {
    for (const id of ['a', 'b']) {
      order.push(`read ${id}`)
      yield page(id)
    }
  }
  const sink = {
    write: async ({ id }: PageInput) => {
      await new Promise((resolve) => setTimeout(resolve, 2))
      order.push(`wrote ${id}`)
      return true
    },
    close: async () => undefined,
    abort: () => undefined,
  }
  await run([], { pages: watched(), sink })
  expect(order).toEqual(['read a', 'wrote a', 'read b', 'wrote b'])
})
