import { appendFile, stat } from 'node:fs/promises'
import { pageName, type ReportLine } from './line.ts'
import { failureRow, summaryHead } from './markdown.ts'
import type { Reporter } from './reporter.ts'
import type { Sums } from './sums.ts'

/** GitHub shows ten annotations of a level for a step, and drops the rest without a word. */
const ANNOTATIONS = 10

/** GitHub refuses the summary of a step that is larger. */
const SUMMARY_BYTES = 1024 * 1024

/** Left for what is said about rows that were cut off, in bytes. */
const NOTE_BYTES = 100

export interface GithubOptions {
  /** Where workflow commands go, a line each. */
  readonly say: (line: string) => void
  /** `GITHUB_STEP_SUMMARY`: the file that Markdown is added to. */
  readonly summary: string | null
  /** A path as the repository has it; null where it lies outside. */
  readonly inRepository: (path: string) => string | null
}

/**
 * Annotations of the first pages that failed or have warnings, and the job's summary. Only what is shown is held.
 *
 * Sources: "Workflow commands for GitHub Actions" for the form and the limit of the summary; `toCommandValue` and the
 * escapes of `@actions/core` for what has to be escaped.
 */
export function githubReporter({ say, summary, inRepository }: GithubOptions): Reporter {
  const shown: Record<Level, string[]> = { error: [], warning: [] }
  const rows: string[] = []
  let rowBytes = 0

  return {
    async add(line) {
      const level = LEVELS[line.status]
      if (level !== undefined && shown[level].length < ANNOTATIONS)
        shown[level].push(annotation(level, line, inRepository))
      if (line.status !== 'failed' || rowBytes > SUMMARY_BYTES) return
      const row = failureRow(line)
      rows.push(row)
      rowBytes += Buffer.byteLength(row)
    },
    async close(sums) {
      for (const line of [...shown.error, ...shown.warning]) say(line)
      if (summary === null) return
      const before = (await stat(summary).catch(() => null))?.size ?? 0
      const text = compose(sums, rows, SUMMARY_BYTES - before)
      // The summary is a courtesy: pages are not to be lost for it.
      await appendFile(summary, text).catch(() => say('::warning::the job summary could not be written'))
    },
    abort() {},
  }
}

type Level = 'error' | 'warning'

const LEVELS: Readonly<Partial<Record<string, Level>>> = { failed: 'error', 'ok-degraded': 'warning' }

function annotation(level: Level, line: ReportLine, inRepository: GithubOptions['inRepository']): string {
  const path = line.path === null ? null : inRepository(line.path)
  const file = path === null ? '' : `file=${escapeProperty(path)},`
  const told = level === 'error' ? (line.message ?? '') : `cleaned with warnings: ${line.codes.join(', ')}`
  const title = level === 'error' ? (line.codes[0] ?? '') : 'warnings'
  return `::${level} ${file}title=${escapeProperty(title)}::${escapeData(`${pageName(line)}: ${told}`)}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** As many rows as there is room for; nothing where there is none for the sums. */
function compose(sums: Sums, rows: readonly string[], limitBytes: number): string {
  const head = summaryHead(sums)
  let room = limitBytes - Buffer.byteLength(head) - NOTE_BYTES
  if (room < 0) return ''
  const kept: string[] = []
  for (const row of rows) {
    room -= Buffer.byteLength(row)
    if (room < 0) break
    kept.push(row)
  }
  const rest = sums.statuses.failed - kept.length
  const note =
    rest === 0 ? '' : `\n${rest} more failed ${rest === 1 ? 'page' : 'pages'}; the json report has them all.\n`
  return `${head}${kept.join('')}${note}`
}
