import { Command, CommanderError } from 'commander'
import { UsageError } from '../io/errors.ts'

/** What the command line says, unchecked. */
export interface Flags {
  readonly format?: string
  readonly output?: string
  readonly outDir?: string
  readonly inputFormat?: string
  readonly filesFrom?: string
  readonly null?: true
  readonly ignore?: boolean
  readonly removed?: true
  /** False for `--no-tables`. */
  readonly tables?: string | false
  readonly images?: boolean
  readonly links?: boolean
  readonly frontMatter?: string
  readonly explain?: true
  readonly url?: string
  readonly encoding?: string
  readonly language?: string
  readonly exitZero?: true
  readonly jobs?: string
  readonly shard?: string
  readonly maxBytes?: string
  readonly timeout?: string
  readonly resume?: boolean
  readonly require?: string
  readonly minConfidence?: string
  readonly maxFailures?: string
  readonly failFast?: true
  readonly check?: true
  readonly partPages?: string
  readonly cache?: true
  readonly cacheLocation?: string
  readonly report?: readonly string[]
  readonly quiet?: true
  /** False: none is read. */
  readonly config?: string | false
  readonly printConfig?: true
}

export type Parsed =
  | { readonly type: 'run'; readonly inputs: readonly string[]; readonly flags: Flags }
  /** Help or version: print and be done. */
  | { readonly type: 'print'; readonly text: string }

const EXAMPLES = `Strips the boilerplate from scraped pages, plain text or HTML, and writes the articles.

Examples:
  clean-article page.html                       the article as Markdown
  curl -s https://example.com | clean-article   a page from a pipe
  clean-article page.txt -f json --removed      all fields, and what was removed and why
  clean-article page.txt --explain              each line with its verdict
  clean-article pages -d articles               a folder of pages into a folder of Markdown
  clean-article pages > articles.jsonl          a JSON object a line for each page
  clean-article --input-format jsonl -          a filter: one line out for each line in
  clean-article pages -d articles --check       nothing is written; fails where a file would change
  clean-article merge-reports reports           the json reports of several shards as one
`

const STATUS = `
Exit status: 0 every page was cleaned, 1 a page failed, 2 wrong usage, 3 the output can't be written.`

/**
 * Read the arguments.
 *
 * @throws UsageError
 */
export function parseArguments(args: readonly string[], version: string): Parsed {
  const program = createProgram(version)
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
    if (error.exitCode === 0) return { type: 'print', text }
    throw new UsageError(explainError(error))
  }
  return { type: 'run', inputs: program.args, flags: program.opts() }
}

/** The text of `--help`. */
export function helpText(version: string): string {
  return `${EXAMPLES}\n${createProgram(version).helpInformation()}${STATUS}\n`
}

function createProgram(version: string): Command {
  return new Command('clean-article')
    .argument('[inputs...]', 'files, folders, patterns, or - for standard input (the default in a pipe)')
    .option('-f, --format <format>', 'markdown, json, jsonl or text (default: markdown; several pages: jsonl)')
    .option('-o, --output <file>', 'write into this file')
    .option('-d, --out-dir <folder>', 'write each page into a file of its own in this folder')
    .option('--input-format <format>', 'auto, text, html, jsonl or warc (default: auto)')
    .option('--files-from <file>', 'also clean the files that are named in this list, one a line; - for standard input')
    .option('-0, --null', 'the paths in the list end with NUL instead of a line end')
    .option('--no-ignore', 'also read what .clean-article-ignore files in folders name')
    .option('--removed', 'add to the JSON what was removed, with the reason')
    .option('--tables <style>', 'auto, gfm, html or none (default: gfm, and html for what gfm cannot tell)')
    .option('--no-tables', 'the same as --tables none: a paragraph for each cell')
    .option('--no-images', 'leave pictures out; captions stay')
    .option('--no-links', 'leave links out; their text stays')
    .option('--front-matter <style>', 'yaml or none (default: yaml)')
    .option('--explain', 'show each line or block with its verdict instead of the article')
    .option('--url <url>', 'the address of the page')
    .option('--encoding <label>', 'the encoding of the pages, for instance windows-1252')
    .option('--language <tag>', 'the language of the pages, for instance pt-BR')
    .option('-j, --jobs <n>', 'how many processes clean pages (default: one for each core)')
    .option('--shard <i/n>', 'only this share of the pages, for instance 1/4; auto: as the scheduler numbers its tasks')
    .option('--max-bytes <size>', 'the largest page that is cleaned (default: 20M)')
    .option('--timeout <seconds>', 'longest time for one of many pages (default: 60)')
    .option('--resume', 'go on where a run into the same folder was cut short (the default)')
    .option('--no-resume', 'begin again')
    .option('--part-pages <n>', 'with --output: files of so many pages, articles-00001.jsonl and so on')
    .option('--require <fields>', 'a page without one of these fields counts as failed: title,date')
    .option('--min-confidence <x>', 'a page less sure than this counts as failed, 0 to 1')
    .option('--max-failures <n>', 'how many failed pages, or which share such as 5%, exit with 0 all the same')
    .option('--fail-fast', 'stop at the first page that failed')
    .option('--exit-zero', 'exit with 0 even if pages failed')
    .option('--check', 'write nothing; a page whose output would change counts as failed')
    .option('--cache', 'keep results, and do not clean a page again that has not changed')
    .option('--cache-location <folder>', 'keep them in this folder')
    .option('--report <kind=file>', 'junit, json or md=<file>, or github; may be given several times', collect)
    .option('-q, --quiet', 'no progress, warnings or summary; failed pages only')
    .option('--config <file>', 'the configuration (default: the nearest clean-article.config.json)')
    .option('--no-config', 'read no configuration')
    .option('--print-config', 'print the settings that hold, and do nothing else')
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('beforeAll', EXAMPLES)
    .addHelpText('after', STATUS)
    .exitOverride()
}

/** The values of an option that may be given several times. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

const QUOTED = /'([^']*)'/

/** The parser's complaints in our words. */
export function explainError(error: CommanderError): string {
  const subject = QUOTED.exec(error.message)?.[1] ?? ''
  const hint = /\(Did you mean [^)]*\)/.exec(error.message)?.[0]
  if (error.code === 'commander.unknownOption') {
    return `Expected a known option, not: ${subject}${hint === undefined ? '' : ` ${hint}`}`
  }
  if (error.code === 'commander.optionMissingArgument') return `Expected a value after ${subject}, not: the end`
  return error.message.replace(/^error: /, '')
}
