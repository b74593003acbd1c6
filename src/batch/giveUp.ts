import type { Failure } from '../io/errors.ts'
import { failedTask } from './failedTask.ts'
import { loadRender } from './render.ts'
import type { Job, Reply, Task } from './task.ts'
import { workOn } from './work.ts'

/** The reply for a page that can't be cleaned, whatever its worker might have answered. */
export async function giveUp(task: Task, failure: Failure, job: Job): Promise<Reply> {
  const render = await loadRender(job.format, job)
  return workOn({ key: task.key, type: 'page', page: failedTask(task, failure) }, { job, render })
}
