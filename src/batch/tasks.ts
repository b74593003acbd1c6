import type { OnPassedOver } from '../io/passedOver.ts'
import { type InputFormat, type Readable, readItems } from '../io/sources.ts'
import { type FileEntry, type Input, type WalkOptions, walk } from '../io/walk.ts'
import type { Task } from './task.ts'

export interface TaskOptions {
  readonly stdin: AsyncIterable<Uint8Array>
  readonly walking: WalkOptions
  readonly format: InputFormat
  readonly pageBytes: number
  /** Told of the records of archives that are no pages. */
  readonly onPassedOver?: OnPassedOver | undefined
}

/** What the inputs hold, in order: files unopened, so that workers open them. */
export async function* tasksOf(inputs: Iterable<Input>, options: TaskOptions): AsyncGenerator<Task, void> {
  for (const input of inputs) {
    if (input.type === 'stdin') yield* openTasks({ stdin: options.stdin }, options)
    // A pipe that the shell made can be read by this process only.
    else if (input.type === 'file' && input.isSpecial) yield* openTasks(input.entry, options)
    else if (input.type === 'file') yield fileTask(input.entry)
    else for await (const entry of walk(input.path, options.walking)) yield fileTask(entry)
  }
}

/** All files, before any is read: what goes away afterwards is a page that failed, and what comes is none. */
export async function listFolders(inputs: readonly Input[], walking: WalkOptions): Promise<Input[]> {
  const listed: Input[] = []
  for (const input of inputs) {
    if (input.type !== 'folder') listed.push(input)
    else for await (const entry of walk(input.path, walking)) listed.push({ type: 'file', entry, isSpecial: false })
  }
  return listed
}

/** The pages of an input that this process reads. */
export async function* openTasks(
  input: Readable,
  { format, pageBytes, onPassedOver }: Pick<TaskOptions, 'format' | 'pageBytes' | 'onPassedOver'>,
): AsyncGenerator<Task, void> {
  const place = 'stdin' in input ? '-' : input.path
  let number = 0
  for await (const item of readItems(input, format, { limitBytes: pageBytes, onPassedOver })) {
    number += 1
    const key = `${place}#${number}`
    yield 'line' in item ? { key, type: 'line', line: item } : { key, type: 'page', page: item }
  }
}

function fileTask(entry: FileEntry): Task {
  return { key: entry.path, type: 'file', entry }
}
