import { setFlagsFromString } from 'node:v8'
import { type Failure, OutputError } from '../io/errors.ts'
import { type Child, type Ending, startChild } from './child.ts'
import type { Job, Reply, Task } from './task.ts'

/** Does tasks. */
export interface Runner {
  run(task: Task): Promise<Reply>
  /** Nobody waits for tasks any more: those under way are never answered. */
  close(): void
  /** Likewise, at once. */
  kill(): void
}

export interface PoolOptions {
  readonly job: Job
  /** How many processes at most. */
  readonly jobs: number
  /** Longest time that a page may take, in milliseconds. */
  readonly timeoutMs: number
  /** The reply for a page that could not be cleaned because its worker did not live. */
  readonly giveUp: (task: Task, failure: Failure) => Promise<Reply>
}

/** Enough for a page of 20 MB; what a page holds beyond the limits of the segmenter is not in the heap. */
const HEAP_MEGABYTES = 512

/** A worker ends after so many pages, or beyond so much memory: leaks of any kind stay small. */
const PAGES_PER_WORKER = 2000
const RESIDENT_LIMIT_BYTES = 400 * 1024 * 1024

/** A page whose worker died is tried once more: it may have been the one before, or a user's `kill`. */
const TRIES = 2

/**
 * Workers that are started when there is something to do, each with one task at a time.
 *
 * Our own instead of a library: of the four that were tried, none both kills a worker at its deadline at once, tells
 * how it died, and renews it after a number of pages (docs/decisions.md).
 */
export function createPool(options: PoolOptions): Runner {
  // What this process holds lives as long as a page is under way: collected late, it takes twice the memory.
  setFlagsFromString('--optimize-for-size')
  const { job, jobs, timeoutMs, giveUp } = options
  const idle: Seat[] = []
  const waiting: ((seat: Seat) => void)[] = []
  const seats: Seat[] = []
  let isEnded = false

  const enter = (): Promise<Seat> => {
    const free = idle.pop()
    if (free !== undefined) return Promise.resolve(free)
    if (seats.length < jobs) {
      const seat: Seat = { child: null, pages: 0 }
      seats.push(seat)
      return Promise.resolve(seat)
    }
    return new Promise((resolve) => waiting.push(resolve))
  }
  const leave = (seat: Seat): void => {
    const next = waiting.shift()
    if (next !== undefined) next(seat)
    else idle.push(seat)
  }
  const attempt = async (seat: Seat, task: Task): Promise<Ending> => {
    seat.child ??= startChild(job, HEAP_MEGABYTES)
    const ending = await seat.child.perform(task, timeoutMs)
    if (ending.type === 'answered') {
      seat.pages += 1
      if (seat.pages >= PAGES_PER_WORKER || ending.answer.residentBytes > RESIDENT_LIMIT_BYTES) renew(seat)
    } else {
      seat.child = null
      seat.pages = 0
    }
    return ending
  }

  return {
    async run(task) {
      const seat = await enter()
      try {
        for (let tries = 1; ; tries += 1) {
          if (isEnded) return await new Promise(() => undefined)
          const ending = await attempt(seat, task)
          if (ending.type === 'answered') return ending.answer.reply
          if (ending.type === 'timeout') {
            return await giveUp(task, { code: 'timeout', message: `not done after ${timeoutMs / 1000} s` })
          }
          if (isEnded || tries < TRIES) continue
          if (!ending.cameUp) throw new OutputError(`Can't start a worker: ${ending.how}`)
          return await giveUp(task, failureOf(ending))
        }
      } finally {
        leave(seat)
      }
    },
    close() {
      isEnded = true
      for (const seat of seats) {
        if (idle.includes(seat)) seat.child?.dismiss()
        else seat.child?.kill()
      }
    },
    kill() {
      isEnded = true
      for (const { child } of seats) child?.kill()
    },
  }
}

/** The place of a worker, which may be taken by one after the other. */
interface Seat {
  child: Child | null
  /** Cleaned by the present worker. */
  pages: number
}

function renew(seat: Seat): void {
  seat.child?.dismiss()
  seat.child = null
  seat.pages = 0
}

function failureOf({ isMemory, how }: Extract<Ending, { type: 'died' }>): Failure {
  return isMemory
    ? { code: 'out-of-memory', message: `the page takes more memory than there is (${how})` }
    : { code: 'internal', message: `the process that cleaned the page ended twice (${how})` }
}
