import type { Job, Reply, Task } from './task.ts'

/** What a worker is told: the job first, then one task after the other. */
export type ToWorker = { readonly job: Job } | { readonly task: Task }

/** Said once, when the worker has come up. */
export interface Ready {
  readonly ready: true
}

/** What it answers to a task. */
export interface Answer {
  readonly reply: Reply
  /** Memory of the worker, in bytes, by which it is told to end. */
  readonly residentBytes: number
}
