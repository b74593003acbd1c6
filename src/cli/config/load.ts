import { readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { loadSelectorTest } from '../../extract.ts'
import { describeSystemError, UsageError } from '../../io/errors.ts'
import { shownPath, siteRulesShape } from '../../rules/check.ts'
import { objectOf, type Problem, type Shape, text } from '../../rules/shape.ts'
import type { SiteRules } from '../../rules/siteRules.ts'
import type { Flags } from '../program.ts'
import { toSettings } from '../settings.ts'
import { type ConfigDocument, type Position, parseDocument, SyntaxProblem } from './document.ts'
import { type FoundConfig, MANIFEST_KEY } from './find.ts'
import { CONFIG_KEYS, SCHEMA_KEY, SITES_KEY, toFlag } from './keys.ts'

/** A configuration without mistakes. */
export interface Config {
  /** Relative to the working folder. */
  readonly file: string
  /** Absolute: what `paths` of rules are relative to. */
  readonly folder: string
  /** What the command line would say. */
  readonly flags: Flags
  readonly sites: SiteRules | null
}

type Values = Readonly<Record<string, unknown>>

/**
 * Reads a configuration.
 *
 * @throws UsageError with all that is wrong with it, each with its place.
 */
export async function loadConfig({ file, isManifest }: FoundConfig): Promise<Config> {
  const shownFile = relative(process.cwd(), resolve(file)) || file
  const document = read(file, shownFile, !isManifest)
  const path = isManifest ? [MANIFEST_KEY] : []
  const value = isManifest ? (document.value as Values)[MANIFEST_KEY] : document.value
  const shape = await shapeOf(value)
  const problems = [...shape(value, path), ...(await wrongValues(value, path))]
  const placed = [...problems.map((problem) => place(problem, document)), ...document.doubles]
  if (placed.length > 0) throw mistakes(shownFile, placed)
  const values = value as Values
  return {
    file: shownFile,
    folder: dirname(resolve(file)),
    flags: await flagsOf(values, shownFile),
    sites: (values[SITES_KEY] as SiteRules | undefined) ?? null,
  }
}

/** Selectors can be checked where the HTML parser is: loaded for those who have rules only. */
async function shapeOf(value: unknown): Promise<Shape> {
  const hasSites = typeof value === 'object' && value !== null && SITES_KEY in value
  return objectOf({
    [SCHEMA_KEY]: text,
    ...Object.fromEntries(CONFIG_KEYS.map(({ name, shape }) => [name, shape])),
    [SITES_KEY]: hasSites ? siteRulesShape(await loadSelectorTest()) : text,
  })
}

function read(file: string, shownFile: string, comments: boolean): ConfigDocument {
  let content: string
  try {
    content = readFileSync(file, 'utf8').replace(/^\ufeff/, '')
  } catch (error) {
    throw new UsageError(`Expected a configuration file that can be read, not: ${file} (${describeSystemError(error)})`)
  }
  try {
    return parseDocument(content, comments)
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error
    throw mistakes(shownFile, [{ ...error.position, message: error.message }])
  }
}

/** Values that their options would refuse. */
async function wrongValues(value: unknown, path: readonly string[]): Promise<Problem[]> {
  const problems: Problem[] = []
  if (typeof value !== 'object' || value === null) return problems
  for (const { name, option, shape } of CONFIG_KEYS) {
    const one = (value as Values)[name]
    if (one === undefined || shape(one, []).length > 0) continue
    const message = await refusal({ [name]: toFlag(one) })
    if (message !== null)
      problems.push({ path: [...path, name], isKey: false, message: message.replaceAll(option, name) })
  }
  return problems
}

async function refusal(flags: Flags): Promise<string | null> {
  try {
    await toSettings([], flags)
    return null
  } catch (error) {
    if (error instanceof UsageError) return error.message
    throw error
  }
}

/** The values as flags, which have to go with each other. */
async function flagsOf(values: Values, shownFile: string): Promise<Flags> {
  const flags: Flags = Object.fromEntries(
    CONFIG_KEYS.flatMap(({ name }) => {
      const given = values[name] === undefined ? undefined : toFlag(values[name])
      return given === undefined ? [] : [[name, given]]
    }),
  )
  const message = await refusal(flags)
  if (message !== null) throw new UsageError(`${shownFile}: ${message}`)
  return flags
}

function place(problem: Problem, document: ConfigDocument): Position & { readonly message: string } {
  const where = problem.isKey ? '' : `${shownPath(problem.path)}: `
  return { ...document.positionOf(problem), message: where === ': ' ? problem.message : `${where}${problem.message}` }
}

function mistakes(file: string, found: readonly (Position & { readonly message: string })[]): UsageError {
  const sorted = [...found].sort((a, b) => a.line - b.line || a.column - b.column)
  const [first = '', ...rest] = sorted.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`)
  return new UsageError(first, rest)
}
