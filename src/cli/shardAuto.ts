import type { Shard } from '../batch/shard.ts'
import { UsageError } from '../io/errors.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** For schedulers that tell a task its own number but not how many there are. */
const COUNT = 'CLEAN_ARTICLE_SHARDS'

/** A scheduler that starts the same command many times, and tells each its number by variables. */
interface Scheduler {
  /** Is set for each of its tasks: the task's number. */
  readonly index: string
  /** How many tasks there are: the first of these that is set. */
  readonly counts: readonly string[]
  /** The number of the first task, and how far the next is. */
  readonly first: (environment: Environment) => number
  readonly step: (environment: Environment) => number
}

/**
 * Sources: "Job arrays" of Slurm's `sbatch`, "Indexed Job" of Kubernetes, "Array jobs" of AWS Batch. Where several are
 * set, the task of the first runs within one of the others.
 */
const SCHEDULERS: readonly Scheduler[] = [
  {
    index: 'SLURM_ARRAY_TASK_ID',
    counts: ['SLURM_ARRAY_TASK_COUNT'],
    first: (environment) => wholeNumber('SLURM_ARRAY_TASK_MIN', environment),
    step: (environment) =>
      environment.SLURM_ARRAY_TASK_STEP === undefined ? 1 : wholeNumber('SLURM_ARRAY_TASK_STEP', environment),
  },
  { index: 'JOB_COMPLETION_INDEX', counts: [COUNT], first: () => 0, step: () => 1 },
  {
    index: 'AWS_BATCH_JOB_ARRAY_INDEX',
    counts: ['AWS_BATCH_JOB_ARRAY_SIZE', COUNT],
    first: () => 0,
    step: () => 1,
  },
]

/**
 * The share of the pages that a scheduler's task does, told by the environment.
 *
 * @throws UsageError where no scheduler is found, or its variables are not those of an array without gaps.
 */
export function shardFrom(environment: Environment): Shard {
  const scheduler = SCHEDULERS.find(({ index }) => environment[index] !== undefined)
  if (scheduler === undefined) {
    const names = SCHEDULERS.map(({ index }) => index).join(', ')
    throw new UsageError(`Expected one of ${names} in the environment for --shard auto, not: none of them`)
  }
  const { index: name, counts, first, step } = scheduler
  const countName = counts.find((candidate) => environment[candidate] !== undefined)
  if (countName === undefined) throw new UsageError(`Expected ${counts.join(' or ')} beside ${name}, not: none set`)

  const count = wholeNumber(countName, environment)
  const index = (wholeNumber(name, environment) - first(environment)) / step(environment) + 1
  if (Number.isInteger(index) && index >= 1 && index <= count) return { index, count }
  // Tasks 3 and 7 alone, for instance: their places among all of them are not known.
  throw new UsageError(
    `Expected an array of tasks without gaps for --shard auto, not: ${name} ${environment[name]} of ${count}`,
  )
}

function wholeNumber(name: string, environment: Environment): number {
  const given = environment[name] ?? ''
  if (/^\d{1,9}$/.test(given)) return Number(given)
  throw new UsageError(`Expected a whole number in ${name}, not: ${given === '' ? 'nothing' : given}`)
}
