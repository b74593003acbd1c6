import { Command, CommanderError } from 'commander'
import { UsageError } from '../io/errors.ts'
import { type ReportSettings, type Tolerance, toReports, toTolerance } from './policySettings.ts'
import { collect, explainError } from './program.ts'

/** All that merging is told, checked and complete. */
export interface MergeSettings {
  readonly inputs: readonly string[]
  readonly reports: ReportSettings
  readonly maxFailures: Tolerance
  readonly exitZero: boolean
  readonly quiet: boolean
}

interface Flags {
  readonly report?: readonly string[]
  readonly maxFailures?: string
  readonly exitZero?: true
  readonly quiet?: true
}

/**
 * Read the arguments of `merge-reports`.
 *
 * @returns The settings, or the text of the help.
 * @throws UsageError
 */
export function parseMergeArguments(args: readonly string[]): MergeSettings | string {
  const program = createProgram()
  let text = ''
  program.configureOutput({
    writeOut: (part) => {
      text += part
    },
    writeErr: () => undefined,
  })
  try {
    program.parse(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return text
    throw new UsageError(explainError(error))
  }
  const { report = [], maxFailures, exitZero = false, quiet = false } = program.opts<Flags>()
  if (program.args.length === 0) throw new UsageError('Expected json reports, or folders of them, not: nothing')
  return {
    inputs: program.args,
    reports: toReports(report, process.env.GITHUB_ACTIONS === 'true'),
    maxFailures: toTolerance(maxFailures),
    exitZero,
    quiet,
  }
}

function createProgram(): Command {
  return new Command('clean-article merge-reports')
    .description('Makes one report of the json reports of several shards, in the order of the pages.')
    .argument('[reports...]', 'json reports, or folders with them')
    .option('--report <kind=file>', 'junit, json or md=<file>, or github; may be given several times', collect)
    .option('--max-failures <n>', 'how many failed pages, or which share such as 5%, exit with 0 all the same')
    .option('--exit-zero', 'exit with 0 even if pages failed')
    .option('-q, --quiet', 'no summary')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
}
