import { describe, expect, test } from 'vitest'
import { type Environment, shardFrom } from '../../src/cli/shardAuto.ts'

const slurm = (id: string, min: string, count: string, more: Environment = {}): Environment => ({
  SLURM_ARRAY_TASK_ID: id,
  SLURM_ARRAY_TASK_MIN: min,
  SLURM_ARRAY_TASK_COUNT: count,
  ...more,
})

test.each<[string, Environment, number, number]>([
  ['Slurm, from 1', slurm('1', '1', '64'), 1, 64],
  ['Slurm, from 0', slurm('63', '0', '64'), 64, 64],
  ['Slurm, every fourth', slurm('9', '1', '4', { SLURM_ARRAY_TASK_STEP: '4' }), 3, 4],
  ['Kubernetes', { JOB_COMPLETION_INDEX: '0', CLEAN_ARTICLE_SHARDS: '8' }, 1, 8],
  ['AWS Batch', { AWS_BATCH_JOB_ARRAY_INDEX: '7', AWS_BATCH_JOB_ARRAY_SIZE: '8' }, 8, 8],
  ['AWS Batch, told by us', { AWS_BATCH_JOB_ARRAY_INDEX: '2', CLEAN_ARTICLE_SHARDS: '8' }, 3, 8],
  ['the outer one of two', { ...slurm('2', '1', '3'), JOB_COMPLETION_INDEX: '0', CLEAN_ARTICLE_SHARDS: '8' }, 2, 3],
])('%s', (_name, environment, index, count) => {
  expect(shardFrom(environment)).toEqual({ index, count })
})

describe('wrong usage', () => {
  test.each<[Environment, string]>([
    [
      {},
      'Expected one of SLURM_ARRAY_TASK_ID, JOB_COMPLETION_INDEX, AWS_BATCH_JOB_ARRAY_INDEX in the environment for --shard auto, not: none of them',
    ],
    [{ CLEAN_ARTICLE_SHARDS: '8' }, 'for --shard auto, not: none of them'],
    [{ JOB_COMPLETION_INDEX: '1' }, 'Expected CLEAN_ARTICLE_SHARDS beside JOB_COMPLETION_INDEX, not: none set'],
    [
      { AWS_BATCH_JOB_ARRAY_INDEX: '1' },
      'Expected AWS_BATCH_JOB_ARRAY_SIZE or CLEAN_ARTICLE_SHARDS beside AWS_BATCH_JOB_ARRAY_INDEX, not: none set',
    ],
    [
      { JOB_COMPLETION_INDEX: 'x', CLEAN_ARTICLE_SHARDS: '8' },
      'Expected a whole number in JOB_COMPLETION_INDEX, not: x',
    ],
    [
      { JOB_COMPLETION_INDEX: '1', CLEAN_ARTICLE_SHARDS: '' },
      'Expected a whole number in CLEAN_ARTICLE_SHARDS, not: nothing',
    ],
    // Tasks 3 and 7 of an array, started again.
    [slurm('7', '3', '2'), 'Expected an array of tasks without gaps for --shard auto, not: SLURM_ARRAY_TASK_ID 7 of 2'],
    [slurm('2', '1', '4', { SLURM_ARRAY_TASK_STEP: '4' }), 'not: SLURM_ARRAY_TASK_ID 2 of 4'],
    [{ JOB_COMPLETION_INDEX: '8', CLEAN_ARTICLE_SHARDS: '8' }, 'not: JOB_COMPLETION_INDEX 8 of 8'],
    [{ JOB_COMPLETION_INDEX: '0', CLEAN_ARTICLE_SHARDS: '0' }, 'not: JOB_COMPLETION_INDEX 0 of 0'],
  ])('%j', (environment, message) => {
    expect(() => shardFrom(environment)).toThrow(message)
  })
})
