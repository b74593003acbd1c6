import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Answer, Ready, ToWorker } from './messages.ts'
import type { Job, Task } from './task.ts'

/** How a task of a worker ended. */
export type Ending =
  | { readonly type: 'answered'; readonly answer: Answer }
  | { readonly type: 'timeout' }
  /** The worker is gone: by a signal, by its own exit, or it never came up. */
  | { readonly type: 'died'; readonly cameUp: boolean; readonly isMemory: boolean; readonly how: string }

/** A process that cleans pages, one at a time. */
export interface Child {
  /** Only one task at a time; after anything but an answer the child is gone. */
  perform(task: Task, timeoutMs: number): Promise<Ending>
  /** End it now. */
  kill(): void
  /** Let it end by itself; it has no task. */
  dismiss(): void
}

/** How much of what a dying worker says is kept. */
const LAST_WORDS_CHARS = 4096

/** What V8 says when the heap is full. */
const OUT_OF_MEMORY = /out of memory|Allocation failed/i

/**
 * Start a worker. Processes, not threads: a thread's memory limit does not hold for all kinds of allocation, and a
 * thread within native code can't be stopped.
 */
export function startChild(job: Job, heapMegabytes: number): Child {
  // Built, this file is one of the chunks, and the worker an entry beside their folder.
  const script = fileURLToPath(new URL('../worker.js', import.meta.url))
  const child = fork(script, [], {
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let lastWords = ''
  let cameUp = false
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-LAST_WORDS_CHARS)
  })
  let waiting: ((answer: Answer) => void) | null = null
  child.on('message', (message: Answer | Ready) => {
    if ('ready' in message) cameUp = true
    else waiting?.(message)
  })
  const death = new Promise<Ending>((resolve) => {
    // `close` rather than `exit`: the last words have been read.
    child.once('close', (code, signal) => resolve({ ...describeDeath(code, signal, lastWords), cameUp }))
    child.once('error', (error) => resolve({ type: 'died', cameUp, isMemory: false, how: error.message }))
  })
  // Errors of sending come here too, and the death tells what has to be known.
  child.on('error', () => undefined)
  tell(child, { job })

  return {
    perform: (task, timeoutMs) =>
      new Promise((resolve) => {
        let isLate = false
        const timer = setTimeout(() => {
          isLate = true
          child.kill('SIGKILL')
        }, timeoutMs)
        const end = (ending: Ending): void => {
          clearTimeout(timer)
          waiting = null
          resolve(ending)
        }
        waiting = (answer) => end({ type: 'answered', answer })
        death.then((ending) => end(isLate ? { type: 'timeout' } : ending))
        tell(child, { task })
      }),
    kill: () => void child.kill('SIGKILL'),
    dismiss: () => {
      if (child.connected) child.disconnect()
    },
  }
}

/** A child that can't be told is dead or dying, which its end tells. */
function tell(child: ChildProcess, message: ToWorker): void {
  if (child.connected) child.send(message, () => undefined)
}

function describeDeath(code: number | null, signal: NodeJS.Signals | null, lastWords: string): Death {
  // A kill that is not ours is the system's, for want of memory, or a user's: nothing tells them apart.
  const isMemory = OUT_OF_MEMORY.test(lastWords) || signal === 'SIGKILL'
  return { type: 'died', isMemory, how: signal ?? `exit code ${code}` }
}

type Death = Omit<Extract<Ending, { type: 'died' }>, 'cameUp'>
