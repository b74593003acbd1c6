import { relative, resolve, sep } from 'node:path'
import type { Counts } from '../batch/run.ts'
import type { PageReport } from '../batch/task.ts'
import type { PassedOverCounts } from '../io/passedOver.ts'
import { type Input, type WalkOptions, walk } from '../io/walk.ts'
import type { GithubOptions } from '../report/github.ts'
import { toLine } from '../report/line.ts'
import { openReports, type Reports } from '../report/open.ts'
import type { ReportSettings } from './policySettings.ts'
import { printable } from './printable.ts'
import type { Settings } from './settings.ts'
import type { Streams } from './streams.ts'
import { failureLine, summaryLine, warningLines } from './summary.ts'
import { chooseVoice, createVoice, type Voice } from './voice.ts'

/** Sees the pages of a run go by, and tells of them: on standard error and in reports. */
export interface Watch {
  /** A page was written; `false` where the run is to end with it. */
  page(report: PageReport, number: number): Promise<boolean>
  /** A file turned out to hold many pages: nobody knows how many there are. */
  container(): void
  /** The run is over. @param passedOver What was not read, by rule. */
  close(counts: Counts, passedOver: PassedOverCounts): Promise<void>
  /** Leave nothing half-written; called from signal handlers, hence synchronous. */
  abort(): void
}

export interface Watched {
  readonly inputs: readonly Input[]
  readonly walking: WalkOptions
  readonly many: boolean
  readonly streams: Streams
}

/** @throws UsageError, OutputError where a report can't be written. */
export async function openWatch(settings: Settings, { inputs, walking, many, streams }: Watched): Promise<Watch> {
  const { quiet, failFast, outDir, output } = settings
  const kind = chooseVoice(streams, process.env, { many, quiet, toStdout: outDir === null && output === null })
  const voice = createVoice(streams, kind)
  const reports = await openSettingsReports(settings.reports, voice)
  if (kind !== 'none') void countFiles(inputs, walking).then(voice.expect, () => undefined)

  return {
    async page(report, number) {
      voice.step(number, report.failure !== null)
      if (report.failure !== null) voice.say(failureLine(report, report.failure))
      // Warnings of many pages only add up in the summary.
      else if (!many && !quiet) for (const line of warningLines(report)) voice.say(line)
      await reports.add(toLine(report, number))
      return report.failure === null || !failFast
    },
    container: () => voice.expect(null),
    async close(counts, passedOver) {
      voice.hush()
      const complete = !counts.isCutShort && !counts.isStopped
      await reports.close({ complete, shard: settings.shard })
      if (many && !quiet && !counts.isCutShort) voice.say(summaryLine(counts, passedOver))
    },
    abort() {
      voice.hush()
      reports.abort()
    },
  }
}

/** The reports that settings ask for. */
export function openSettingsReports({ files, github }: ReportSettings, voice: Pick<Voice, 'say'>): Promise<Reports> {
  return openReports(files, github ? githubOptions(voice) : null)
}

function githubOptions(voice: Pick<Voice, 'say'>): GithubOptions {
  const { GITHUB_STEP_SUMMARY = '', GITHUB_WORKSPACE = '' } = process.env
  return {
    // The runner reads commands on standard error too; standard output carries results only.
    say: (line) => voice.say(printable(line)),
    summary: GITHUB_STEP_SUMMARY === '' ? null : GITHUB_STEP_SUMMARY,
    inRepository: (path) => withinFolder(GITHUB_WORKSPACE === '' ? process.cwd() : GITHUB_WORKSPACE, path),
  }
}

function withinFolder(folder: string, path: string): string | null {
  const inside = relative(folder, resolve(path)).split(sep)
  return inside[0] === '..' ? null : inside.join('/')
}

/** How many files there are; null where an input's pages can't be counted by looking at names. */
async function countFiles(inputs: readonly Input[], walking: WalkOptions): Promise<number | null> {
  let count = 0
  for (const input of inputs) {
    if (input.type === 'stdin') return null
    if (input.type === 'file') count += 1
    else for await (const _ of walk(input.path, { ...walking, onSkip: undefined })) count += 1
  }
  return count
}
