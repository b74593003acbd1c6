import { expect, test } from 'vitest'
import { inOrder } from '../../src/batch/inOrder.ts'

async function* numbers(count: number, seen: number[] = []): AsyncGenerator<number> {
  for (let i = 0; i < count; i += 1) {
    seen.push(i)
    yield i
  }
}

/** Promises that are settled from outside. */
function switchboard() {
  const settle = new Map<number, (value: string) => void>()
  const run = (item: number) => new Promise<string>((resolve) => settle.set(item, resolve))
  return { run, settle: (item: number) => settle.get(item)?.(`done ${item}`), started: () => [...settle.keys()] }
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 1))

test('no more than the width is under way or waits for one before it', async () => {
  const board = switchboard()
  const seen: number[] = []
  const results = inOrder(numbers(10, seen), board.run, 3)
  const first = results.next()
  await turn()
  expect(board.started()).toEqual([0, 1, 2])
  // The second is done, but the first holds it up, and with it what comes next.
  board.settle(1)
  await turn()
  expect(board.started()).toEqual([0, 1, 2])
  board.settle(0)
  expect((await first).value).toEqual({ item: 0, result: 'done 0' })
  expect((await results.next()).value).toEqual({ item: 1, result: 'done 1' })
  await turn()
  expect(board.started()).toEqual([0, 1, 2, 3, 4])
  await results.return(undefined)
})

test('a result is given before the next item is there', async () => {
  async function* slow(): AsyncGenerator<number> {
    yield 1
    await new Promise(() => undefined)
  }
  const results = inOrder(slow(), async (item) => item * 2, 4)
  expect((await results.next()).value).toEqual({ item: 1, result: 2 })
})

test('nothing in, nothing out', async () => {
  expect(await inOrder(numbers(0), async (item) => item, 2).next()).toEqual({ done: true, value: undefined })
})

test('what an item throws comes in its place', async () => {
  const results = inOrder(
    numbers(3),
    async (item) => {
      if (item === 1) throw new Error('one')
      return item
    },
    3,
  )
  expect((await results.next()).value).toEqual({ item: 0, result: 0 })
  await expect(results.next()).rejects.toThrow('one')
})

test('what the source throws comes after what it gave', async () => {
  async function* broken(): AsyncGenerator<number> {
    yield 0
    throw new Error('source')
  }
  const results = inOrder(broken(), async (item) => item, 2)
  expect((await results.next()).value).toEqual({ item: 0, result: 0 })
  await expect(results.next()).rejects.toThrow('source')
})

test('the source is closed when nobody wants more', async () => {
  let isClosed = false
  async function* watched(): AsyncGenerator<number> {
    try {
      for (let i = 0; ; i += 1) yield i
    } finally {
      isClosed = true
    }
  }
  for await (const { item } of inOrder(watched(), async (value) => value, 2)) if (item === 3) break
  await turn()
  expect(isClosed).toBe(true)
})
