import type { Policy } from '../batch/policy.ts'
import type { RunRules } from '../batch/rules.ts'
import type { Shard } from '../batch/shard.ts'
import type { Format } from '../batch/task.ts'
import { nameOfLabel } from '../io/decode.ts'
import { UsageError } from '../io/errors.ts'
import { PAGE_LIMIT_BYTES } from '../io/limits.ts'
import type { Known } from '../io/page.ts'
import type { InputFormat } from '../io/sources.ts'
import type { FrontMatterStyle, RenderSettings, TableStyle } from '../render/settings.ts'
import { defaultCacheFolder } from './cacheFolder.ts'
import {
  type ReportSettings,
  type Tolerance,
  toConfidence,
  toReports,
  toRequired,
  toTolerance,
} from './policySettings.ts'
import type { Flags } from './program.ts'
import { type Environment, shardFrom } from './shardAuto.ts'

/** All that a run is told, checked and complete. */
export interface Settings {
  /** Arguments as given; empty for standard input. */
  readonly inputs: readonly string[]
  readonly inputFormat: InputFormat
  /** List of further inputs, `-` for standard input. */
  readonly filesFrom: string | null
  /** Paths in the list end with NUL. */
  readonly nulParted: boolean
  /** Read what ignore files name, too. */
  readonly noIgnore: boolean
  /** Null where the number of pages decides. */
  readonly format: Format | null
  readonly output: string | null
  readonly outDir: string | null
  readonly removed: boolean
  readonly markdown: RenderSettings
  readonly explain: boolean
  readonly exitZero: boolean
  readonly known: Known
  /** Processes that clean pages; null for as many as there are cores. */
  readonly jobs: number | null
  readonly shard: Shard | null
  /** The largest page that is cleaned, in bytes after decompression. */
  readonly maxBytes: number
  /** Longest time that one of many pages may take, in seconds. */
  readonly timeoutSeconds: number
  /** Whether to go on where an earlier run into the same folder was cut short. */
  readonly resume: boolean
  readonly policy: Policy
  readonly maxFailures: Tolerance
  readonly failFast: boolean
  /** Compare instead of writing. */
  readonly check: boolean
  /** Pages of a part of the output; null where it is one file. */
  readonly partPages: number | null
  /** Folder of the cache; null for none. */
  readonly cache: string | null
  readonly reports: ReportSettings
  readonly quiet: boolean
  /** The format is that of the configuration, and gives way where several pages are one stream. */
  readonly isFormatDefault?: boolean
  /** Of the configuration: what to keep, remove, or take for a field, and the folder that its paths are relative to. */
  readonly rules?: RunRules
}

/** Twenty times what the slowest of hostile pages takes: a machine may be busy. */
const TIMEOUT_SECONDS = 60

const FORMATS: readonly Format[] = ['markdown', 'json', 'jsonl', 'text']
const INPUT_FORMATS: readonly InputFormat[] = ['auto', 'text', 'html', 'jsonl', 'warc']

const TABLE_STYLES: readonly TableStyle[] = ['auto', 'gfm', 'html', 'none']
const FRONT_MATTER_STYLES: readonly FrontMatterStyle[] = ['yaml', 'none']

/**
 * Check the flags and fill in what they leave open.
 *
 * @throws UsageError
 */
export async function toSettings(
  inputs: readonly string[],
  flags: Flags,
  environment: Environment = process.env,
): Promise<Settings> {
  const format = flags.format === undefined ? null : oneOf('--format', FORMATS, flags.format)
  if (flags.output !== undefined && flags.outDir !== undefined) {
    throw new UsageError('Expected --output or --out-dir, not: both')
  }
  if (flags.output === '' || flags.outDir === '') throw new UsageError('Expected a path for the output, not: nothing')
  if (flags.resume === true && flags.outDir === undefined) {
    throw new UsageError('Expected --out-dir with --resume, not: another output')
  }
  if (flags.removed && (format === 'markdown' || format === 'text')) {
    throw new UsageError(`Expected --format json or jsonl with --removed, not: ${format}`)
  }
  if (flags.explain) {
    const other = givenOf(flags, [...OUTPUT_FLAGS, ...MARKDOWN_FLAGS, 'frontMatter'])
    if (other !== undefined) throw new UsageError(`Expected --explain alone, not: with ${other}`)
  }
  if (flags.null && flags.filesFrom === undefined)
    throw new UsageError('Expected --files-from with --null, not: nothing')
  if (flags.filesFrom === '-' && inputs.includes('-')) {
    throw new UsageError('Expected standard input to be a page or the list of --files-from, not: both')
  }
  return {
    inputs,
    inputFormat: oneOf('--input-format', INPUT_FORMATS, flags.inputFormat ?? 'auto'),
    filesFrom: flags.filesFrom ?? null,
    nulParted: flags.null ?? false,
    noIgnore: flags.ignore === false,
    format,
    output: flags.output ?? null,
    outDir: flags.outDir ?? null,
    removed: flags.removed ?? false,
    markdown: markdownSettings(flags, format),
    explain: flags.explain ?? false,
    exitZero: flags.exitZero ?? false,
    known: {
      url: flags.url === undefined ? null : checkUrl(flags.url),
      encoding: flags.encoding === undefined ? null : await checkEncoding(flags.encoding),
      language: flags.language === undefined ? null : checkLanguage(flags.language),
    },
    jobs: flags.jobs === undefined ? null : toCount('--jobs', flags.jobs),
    shard: flags.shard === undefined ? null : toShard(flags.shard, environment),
    maxBytes: flags.maxBytes === undefined ? PAGE_LIMIT_BYTES : toBytes('--max-bytes', flags.maxBytes),
    timeoutSeconds: flags.timeout === undefined ? TIMEOUT_SECONDS : toSeconds('--timeout', flags.timeout),
    resume: flags.resume ?? true,
    ...toRunSettings(flags, environment),
  }
}

/** What is asked of the run as a whole. */
function toRunSettings(flags: Flags, environment: Environment) {
  if (flags.check && flags.output === undefined && flags.outDir === undefined) {
    throw new UsageError('Expected --out-dir or --output with --check, not: neither')
  }
  if (flags.partPages !== undefined && flags.output === undefined) {
    throw new UsageError('Expected --output with --part-pages, not: without')
  }
  if (flags.failFast && flags.maxFailures !== undefined) {
    throw new UsageError('Expected --fail-fast or --max-failures, not: both')
  }
  if (flags.cacheLocation === '') throw new UsageError('Expected a folder for --cache-location, not: nothing')
  const isCached = flags.cache === true || flags.cacheLocation !== undefined
  return {
    policy: {
      require: flags.require === undefined ? [] : toRequired(flags.require),
      minConfidence: flags.minConfidence === undefined ? null : toConfidence(flags.minConfidence),
    },
    maxFailures: toTolerance(flags.maxFailures),
    failFast: flags.failFast ?? false,
    check: flags.check ?? false,
    partPages: flags.partPages === undefined ? null : toCount('--part-pages', flags.partPages),
    cache: isCached ? (flags.cacheLocation ?? defaultCacheFolder(process.cwd())) : null,
    reports: toReports(flags.report ?? [], environment.GITHUB_ACTIONS === 'true'),
    quiet: flags.quiet ?? false,
  }
}

const OPTION_NAMES = {
  format: '--format',
  output: '--output',
  outDir: '--out-dir',
  removed: '--removed',
  tables: '--tables',
  images: '--images',
  links: '--links',
  frontMatter: '--front-matter',
} as const

type Named = keyof typeof OPTION_NAMES

const OUTPUT_FLAGS: readonly Named[] = ['format', 'output', 'outDir', 'removed']
/** Flags that say how Markdown is written, alone and in JSON. */
const MARKDOWN_FLAGS: readonly Named[] = ['tables', 'images', 'links']

/** The option that was given first of some, by its name. */
function givenOf(flags: Flags, names: readonly Named[]): string | undefined {
  const given = names.find((name) => isGiven(flags, name))
  if (given === undefined) return undefined
  return flags[given] === false ? `--no-${given}` : OPTION_NAMES[given]
}

/** The parser says of each `--no-...` by itself that it was not given. */
function isGiven(flags: Flags, name: Named): boolean {
  return name === 'images' || name === 'links' ? flags[name] === false : flags[name] !== undefined
}

function markdownSettings(flags: Flags, format: Format | null): RenderSettings {
  const idle = format === 'text' ? givenOf(flags, MARKDOWN_FLAGS) : undefined
  if (idle !== undefined) {
    throw new UsageError(`Expected --format markdown, json or jsonl with ${idle}, not: text`)
  }
  if (flags.frontMatter !== undefined && format !== null && format !== 'markdown') {
    throw new UsageError(`Expected --format markdown with --front-matter, not: ${format}`)
  }
  return {
    tables: flags.tables === false ? 'none' : oneOf('--tables', TABLE_STYLES, flags.tables ?? 'auto'),
    images: flags.images ?? true,
    links: flags.links ?? true,
    frontMatter: oneOf('--front-matter', FRONT_MATTER_STYLES, flags.frontMatter ?? 'yaml'),
  }
}

function oneOf<Value extends string>(option: string, values: readonly Value[], given: string): Value {
  const value = values.find((candidate) => candidate === given)
  if (value !== undefined) return value
  throw new UsageError(`Expected ${values.slice(0, -1).join(', ')} or ${values.at(-1)} for ${option}, not: ${given}`)
}

/** A whole number from 1. */
function toCount(option: string, given: string): number {
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given)
  throw new UsageError(`Expected a whole number from 1 for ${option}, not: ${given}`)
}

function toSeconds(option: string, given: string): number {
  const seconds = /^\d{1,6}(?:\.\d{1,3})?$/.test(given) ? Number(given) : 0
  if (seconds > 0) return seconds
  throw new UsageError(`Expected a number of seconds for ${option}, not: ${given}`)
}

const UNIT_BYTES: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2 }

/** No page is held that is larger: strings end at half of it, and a page takes several of them. */
const MOST_BYTES = 256 * 1024 ** 2

/** `500000`, `500k`, `20M`. */
function toBytes(option: string, given: string): number {
  const found = /^(\d{1,9})([km]?)b?$/i.exec(given)
  const bytes = Number(found?.[1] ?? 0) * (UNIT_BYTES[(found?.[2] ?? '').toLowerCase()] ?? 0)
  if (bytes > 0 && bytes <= MOST_BYTES) return bytes
  throw new UsageError(`Expected a size such as 500k or 20M, at most 256M, for ${option}, not: ${given}`)
}

function toShard(given: string, environment: Environment): Shard {
  if (given === 'auto') return shardFrom(environment)
  const found = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(given)
  const shard = { index: Number(found?.[1] ?? 0), count: Number(found?.[2] ?? 0) }
  if (found !== null && shard.index <= shard.count) return shard
  throw new UsageError(`Expected a share such as 1/4, or auto, for --shard, not: ${given}`)
}

function checkUrl(given: string): string {
  if (URL.canParse(given)) return given
  throw new UsageError(`Expected an absolute address for --url, not: ${given}`)
}

async function checkEncoding(given: string): Promise<string> {
  const name = await nameOfLabel(given)
  if (name !== null) return name
  throw new UsageError(`Expected an encoding of the web for --encoding, not: ${given}`)
}

/** BCP 47 in its usual writing: `PT-br` -> `pt-BR`. */
function checkLanguage(given: string): string {
  try {
    const [tag] = Intl.getCanonicalLocales(given)
    if (tag !== undefined) return tag
  } catch {
    // Not a tag: told below.
  }
  throw new UsageError(`Expected a language tag such as en or pt-BR for --language, not: ${given}`)
}
