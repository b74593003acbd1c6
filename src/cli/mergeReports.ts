import { stat } from 'node:fs/promises'
import { UsageError } from '../io/errors.ts'
import { type WalkOptions, walk } from '../io/walk.ts'
import { mergeReports } from '../report/merge.ts'
import type { MergeSettings } from './mergeProgram.ts'
import { isBeyond } from './policySettings.ts'
import { outputTest } from './sinks.ts'
import type { Streams } from './streams.ts'
import { sumsLine } from './summary.ts'
import { openSettingsReports } from './watch.ts'

const EXIT_OK = 0
const EXIT_PAGES_FAILED = 1

/**
 * The json reports of several shards as one: write the reports asked for, print the summary.
 *
 * @param args Behind the name of the command.
 * @returns The exit code, or the text of the help.
 * @throws UsageError, OutputError
 */
export async function runMergeReports(args: readonly string[], streams: Streams): Promise<number | string> {
  const { parseMergeArguments } = await import('./mergeProgram.ts')
  const settings = parseMergeArguments(args)
  if (typeof settings === 'string') return settings
  const say = (line: string): void => void streams.stderr.write(`${line}\n`)
  const paths = await listReports(settings)
  const reports = await openSettingsReports(settings.reports, { say })
  try {
    const pages = mergeReports(paths)
    let step = await pages.next()
    for (; step.done !== true; step = await pages.next()) await reports.add(step.value)
    const sums = await reports.close(step.value)
    if (!settings.quiet) say(sumsLine(sums))
    const isFailure = !sums.complete || isBeyond(sums.statuses.failed, sums.pages, settings.maxFailures)
    return isFailure && !settings.exitZero ? EXIT_PAGES_FAILED : EXIT_OK
  } catch (error) {
    reports.abort()
    throw error
  }
}

const REPORT_NAME = /\.jsonl?(?:\.gz)?$/i

/** What is written by this run is none of them, so that it can be run again. */
async function listReports({ inputs, reports }: MergeSettings): Promise<string[]> {
  const isOutput = await outputTest({ output: null, partPages: null, cache: null, reports })
  const paths: string[] = []
  for (const input of inputs) {
    const found = await stat(input).catch(() => null)
    if (found === null) throw new UsageError(`Expected a json report or a folder that exists, not: ${input}`)
    if (found.isDirectory()) paths.push(...(await reportsIn(input, { isOutput })))
    else paths.push(input)
  }
  return paths
}

async function reportsIn(folder: string, walking: WalkOptions): Promise<string[]> {
  const paths: string[] = []
  for await (const { path } of walk(folder, walking)) if (REPORT_NAME.test(path)) paths.push(path)
  if (paths.length > 0) return paths
  throw new UsageError(`Expected a folder with json reports, not: ${folder}, which has no file *.json or *.jsonl`)
}
