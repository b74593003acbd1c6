import { type GithubOptions, githubReporter } from './github.ts'
import { jsonReporter } from './json.ts'
import { junitReporter } from './junit.ts'
import type { ReportLine } from './line.ts'
import { markdownReporter } from './markdown.ts'
import type { Reporter } from './reporter.ts'
import { createAdder, type Sums } from './sums.ts'

/** A report that goes into a file, by its kind. */
const FILES = { junit: junitReporter, json: jsonReporter, md: markdownReporter } as const

export type FileReportKind = keyof typeof FILES

export const FILE_REPORT_KINDS = Object.keys(FILES) as readonly FileReportKind[]

/** A report that is asked for. */
export interface ReportWish {
  readonly kind: FileReportKind
  readonly path: string
}

/** All reports of a run as one. */
export interface Reports {
  add(line: ReportLine): Promise<void>
  /** @returns What the run adds up to. */
  close(end: Pick<Sums, 'complete' | 'shard'>): Promise<Sums>
  abort(): void
}

/**
 * Open the reports that are asked for.
 *
 * @param github Null where nothing is told to GitHub.
 * @throws UsageError, OutputError
 */
export async function openReports(wishes: readonly ReportWish[], github: GithubOptions | null): Promise<Reports> {
  const adder = createAdder()
  const reporters: Reporter[] = github === null ? [] : [githubReporter(github)]
  for (const { kind, path } of wishes) reporters.push(await FILES[kind](path))
  return {
    async add(line) {
      adder.add(line)
      for (const reporter of reporters) await reporter.add(line)
    },
    async close(end) {
      const sums = adder.sums(end)
      for (const reporter of reporters) await reporter.close(sums)
      return sums
    },
    abort() {
      for (const reporter of reporters) reporter.abort()
    },
  }
}
