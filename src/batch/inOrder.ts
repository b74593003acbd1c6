/**
 * Work on items, several at a time, and give the results in the order of the items.
 *
 * No more than `width` items are under way or wait for one before them, so that a slow page holds up what is read and
 * memory does not grow. A result is given as soon as it and all before it are there.
 *
 * @param width At least 1.
 * @throws What `items` or `run` throws, in its place in the order.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  run: (item: Item) => Promise<Result>,
  width: number,
): AsyncGenerator<{ readonly item: Item; readonly result: Result }, void> {
  const window: Promise<{ item: Item; result: Result }>[] = []
  const bell = doorbell()
  let isEnded = false
  let isWanted = true

  const fill = async (): Promise<void> => {
    try {
      for await (const item of items) {
        if (!isWanted) return
        const under = run(item).then((result) => ({ item, result }))
        // Waited for below, in its turn; until then a failure is no unhandled one.
        under.catch(() => undefined)
        window.push(under)
        bell.ring()
        while (isWanted && window.length >= width) await bell.next()
        if (!isWanted) return
      }
    } catch (error) {
      const failed = Promise.reject(error)
      failed.catch(() => undefined)
      window.push(failed)
    } finally {
      isEnded = true
      bell.ring()
    }
  }

  // Not awaited: the next item may be a line that nobody has typed yet.
  fill()
  try {
    for (;;) {
      const first = window[0]
      if (first === undefined) {
        if (isEnded) return
        await bell.next()
        continue
      }
      const done = await first
      window.shift()
      bell.ring()
      yield done
    }
  } finally {
    isWanted = false
    bell.ring()
  }
}

/** Lets two loops wait for each other. */
function doorbell(): { ring: () => void; next: () => Promise<void> } {
  let waiting: (() => void)[] = []
  return {
    ring() {
      const woken = waiting
      waiting = []
      for (const wake of woken) wake()
    },
    next: () => new Promise((resolve) => waiting.push(resolve)),
  }
}
