import type { Failure } from '../io/errors.ts'
import { parseLine } from '../io/jsonl.ts'
import type { PageInput } from '../io/page.ts'
import { failedInput, placeOf } from '../io/sources.ts'
import type { Task } from './task.ts'

/** The page of a task whose worker died: all that is told of it, and why it failed. */
export function failedTask(task: Task, failure: Failure): PageInput {
  if (task.type === 'file') return failedInput(placeOf(task.entry), failure)
  const page = task.type === 'line' ? parseLine(task.line) : task.page
  return { ...page, content: { failure } }
}
