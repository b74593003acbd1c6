import { meetFault } from './faults.ts'
import type { Answer, Ready, ToWorker } from './messages.ts'
import { loadRender } from './render.ts'
import type { Job, Task } from './task.ts'
import { type Work, workOn } from './work.ts'

/**
 * A process that cleans pages for another one: told the job, then one task at a time.
 *
 * A page that hangs, takes all memory or crashes takes this process with it and nothing else.
 */
export function serve(): void {
  // A terminal sends its signals to the whole group; it is the other process that ends this one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
  process.on('disconnect', () => process.exit(0))
  let work: Promise<Work> | null = null
  process.on('message', (message: ToWorker) => {
    if ('job' in message) work = prepare(message.job)
    else if (work !== null) void answer(message.task, work)
  })
  const ready: Ready = { ready: true }
  process.send?.(ready)
}

async function prepare(job: Job): Promise<Work> {
  return { job, render: await loadRender(job.format, job), onClean: meetFault }
}

async function answer(task: Task, work: Promise<Work>): Promise<void> {
  const reply = await workOn(task, await work)
  const message: Answer = { reply, residentBytes: process.memoryUsage.rss() }
  process.send?.(message)
}

serve()
