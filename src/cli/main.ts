import { OutputError, UsageError } from '../io/errors.ts'
import { printable } from './printable.ts'
import type { Parsed } from './program.ts'
import type { Streams } from './streams.ts'
import { VERSION } from './version.ts'

const EXIT_USAGE = 2
const EXIT_ENVIRONMENT = 3

/** What a signal leaves to reports that have to be closed. */
const LONGEST_CLEANUP_MS = 3000
/** The command in front of its arguments. A file of this name is an input as `./merge-reports`. */
const MERGE_REPORTS = 'merge-reports'

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const

/**
 * The whole command.
 *
 * @param args Without the interpreter and the script.
 * @returns The exit code.
 */
export async function executeCli(args: readonly string[], streams: Streams): Promise<number> {
  try {
    if (args[0] === MERGE_REPORTS) return await mergeReports(args.slice(1), streams)
    const parsed = await parse(args)
    if (parsed.type === 'print') {
      await write(streams.stdout, parsed.text)
      return 0
    }
    if (parsed.flags.printConfig) {
      const { settle } = await import('./job.ts')
      const { printConfig } = await import('./config/print.ts')
      const { settings, config } = await settle(parsed.inputs, parsed.flags)
      await write(streams.stderr, `configuration: ${printable(config?.file ?? 'none')}\n`)
      await write(streams.stdout, printConfig(settings))
      return 0
    }
    if (isWithoutInput(parsed) && streams.stdin.isTTY === true) {
      const { helpText } = await import('./program.ts')
      await write(streams.stderr, helpText(VERSION))
      return EXIT_USAGE
    }
    // From here on for a run only: help needs the option parser and nothing else.
    const { runJob, settle } = await import('./job.ts')
    return await runJob((await settle(parsed.inputs, parsed.flags)).settings, streams)
  } catch (error) {
    return await complain(error, streams)
  }
}

function isWithoutInput({ inputs, flags }: Extract<Parsed, { type: 'run' }>): boolean {
  return inputs.length === 0 && flags.filesFrom === undefined
}

async function mergeReports(args: readonly string[], streams: Streams): Promise<number> {
  const { runMergeReports } = await import('./job.ts')
  const result = await runMergeReports(args, streams)
  if (typeof result === 'number') return result
  await write(streams.stdout, result)
  return 0
}

/** Names alone need no option parser: it takes a fifth of the time that cleaning a short page takes. */
async function parse(args: readonly string[]): Promise<Parsed> {
  const isPlain = args.every((arg) => !arg.startsWith('-') || arg === '-')
  if (isPlain) return { type: 'run', inputs: args, flags: {} }
  const { parseArguments } = await import('./program.ts')
  return parseArguments(args, VERSION)
}

async function complain(error: unknown, { stderr }: Streams): Promise<number> {
  if (error instanceof UsageError) {
    const lines = [error.message, ...error.others].map((line) => `clean-article: ${printable(line)}\n`).join('')
    await write(stderr, `${lines}clean-article --help lists the options.\n`)
    return EXIT_USAGE
  }
  const message = printable(error instanceof Error ? error.message : String(error))
  const prefix = error instanceof OutputError ? '' : 'internal error: '
  await write(stderr, `clean-article: ${prefix}${message}\n`)
  return EXIT_ENVIRONMENT
}

/** A reader that went away is no error. */
function write(stream: Streams['stdout'], text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.once('error', () => resolve())
    stream.write(text, () => resolve())
  })
}

/** Run in this process; the entry of the executable. */
export async function run(): Promise<void> {
  process.stderr.on('error', () => undefined)
  process.exitCode = await executeCli(process.argv.slice(2), {
    get stdin() {
      return process.stdin
    },
    get stdout() {
      return process.stdout
    },
    get stderr() {
      return process.stderr
    },
    onInterrupt(cleanup) {
      let isEnding = false
      for (const [signal, code] of Object.entries(SIGNALS)) {
        process.on(signal, () => {
          if (isEnding) process.exit(code)
          isEnding = true
          setTimeout(() => process.exit(code), LONGEST_CLEANUP_MS)
          Promise.resolve(cleanup()).finally(() => process.exit(code))
        })
      }
    },
  })
}
