import { either, flag, number, type Shape, text } from '../../rules/shape.ts'
import type { Flags } from '../program.ts'
import type { Settings } from '../settings.ts'

/** A key of the configuration that stands for an option of the command line. */
export interface ConfigKey {
  /** As the parser of options calls it, too. */
  readonly name: keyof Flags
  readonly option: string
  /** Its kind of value; which values there are is told by the check of the option. */
  readonly shape: Shape
  /** What holds at last; null where each page decides. */
  readonly of: (settings: Settings) => unknown
}

/** A new option that makes sense for all runs of a project gets a row here and one in the schema. */
export const CONFIG_KEYS: readonly ConfigKey[] = [
  { name: 'format', option: '--format', shape: text, of: ({ format }) => format },
  { name: 'inputFormat', option: '--input-format', shape: text, of: ({ inputFormat }) => inputFormat },
  { name: 'removed', option: '--removed', shape: flag, of: ({ removed }) => removed },
  { name: 'tables', option: '--tables', shape: text, of: ({ markdown }) => markdown.tables },
  {
    name: 'frontMatter',
    option: '--front-matter',
    shape: text,
    of: ({ format, markdown }) => (format === null || format === 'markdown' ? markdown.frontMatter : null),
  },
  { name: 'encoding', option: '--encoding', shape: text, of: ({ known }) => known.encoding },
  { name: 'language', option: '--language', shape: text, of: ({ known }) => known.language },
  { name: 'jobs', option: '--jobs', shape: number, of: ({ jobs }) => jobs },
  {
    name: 'require',
    option: '--require',
    shape: text,
    of: ({ policy }) => (policy.require.length === 0 ? null : policy.require.join(',')),
  },
  { name: 'minConfidence', option: '--min-confidence', shape: number, of: ({ policy }) => policy.minConfidence },
  {
    name: 'maxFailures',
    option: '--max-failures',
    shape: either(number, text),
    of: ({ maxFailures: { amount, isPercent } }) => (isPercent ? `${amount}%` : amount),
  },
  { name: 'quiet', option: '--quiet', shape: flag, of: ({ quiet }) => quiet },
  { name: 'exitZero', option: '--exit-zero', shape: flag, of: ({ exitZero }) => exitZero },
]

/** For editors: says where the schema of the file is. */
export const SCHEMA_KEY = '$schema'
export const SITES_KEY = 'sites'

/**
 * What a value of the configuration would be on the command line.
 *
 * @returns Undefined for what is said by leaving an option out.
 */
export function toFlag(value: unknown): string | true | undefined {
  if (typeof value === 'boolean') return value || undefined
  return Array.isArray(value) ? value.join(',') : String(value)
}
