import { nameOfLabel } from '../io/decode.ts'
import { UsageError } from '../io/errors.ts'
import type { Known } from '../io/page.ts'
import type { InputFormat } from '../io/sources.ts'
import type { FrontMatterStyle, RenderSettings, TableStyle } from '../render/settings.ts'
import type { Flags } from './program.ts'

export type Format = 'markdown' | 'json' | 'jsonl' | 'text'

/** All that a run is told, checked and complete. */
export interface Settings {
  /** Arguments as given; empty for standard input. */
  readonly inputs: readonly string[]
  readonly inputFormat: InputFormat
  /** Null where the number of pages decides. */
  readonly format: Format | null
  readonly output: string | null
  readonly outDir: string | null
  readonly removed: boolean
  readonly markdown: RenderSettings
  readonly explain: boolean
  readonly exitZero: boolean
  readonly known: Known
}

const FORMATS: readonly Format[] = ['markdown', 'json', 'jsonl', 'text']
const INPUT_FORMATS: readonly InputFormat[] = ['auto', 'text', 'html', 'jsonl', 'warc']

const TABLE_STYLES: readonly TableStyle[] = ['auto', 'gfm', 'html', 'none']
const FRONT_MATTER_STYLES: readonly FrontMatterStyle[] = ['yaml', 'none']

/**
 * Check the flags and fill in what they leave open.
 *
 * @throws UsageError
 */
export async function toSettings(inputs: readonly string[], flags: Flags): Promise<Settings> {
  const format = flags.format === undefined ? null : oneOf('--format', FORMATS, flags.format)
  if (flags.output !== undefined && flags.outDir !== undefined) {
    throw new UsageError('Expected --output or --out-dir, not: both')
  }
  if (flags.output === '' || flags.outDir === '') throw new UsageError('Expected a path for the output, not: nothing')
  if (flags.removed && (format === 'markdown' || format === 'text')) {
    throw new UsageError(`Expected --format json or jsonl with --removed, not: ${format}`)
  }
  if (flags.explain) {
    const other = givenOf(flags, [...OUTPUT_FLAGS, ...MARKDOWN_FLAGS, 'frontMatter'])
    if (other !== undefined) throw new UsageError(`Expected --explain alone, not: with ${other}`)
  }
  return {
    inputs,
    inputFormat: oneOf('--input-format', INPUT_FORMATS, flags.inputFormat),
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
