import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { pumped, pumpsOf } from './helpers/pumps.ts'
import { tokenize } from './helpers/tokens.ts'

/** Lengths that a suspect is tried at: cubic regexes are found before they take minutes. */
const SIZES = [1000, 5000, 20_000, 40_000] as const
/** A regex that stays below this at a length is none at the next one: linear ones take about 0.03 ms per 1,000. */
const SUSPECT_MS = [0.06, 0.5, 5, 0] as const
/** CPU time at 40,000 characters: a linear regex takes about 1 ms, a quadratic one about 1,000 ms. */
const LIMIT_MS = 200
/** No noise makes a regex this slow. */
const SURE_MS = 1000

/** A slow regex is timed for seconds before it is told. */
const TIMEOUT_MS = 60_000

/** Runs a regex as the sources do: over all matches with `g`, else up to the first. */
function run(regex: RegExp, text: string): void {
  regex.lastIndex = 0
  if (regex.global) text.replace(regex, '')
  else regex.exec(text)
}

/**
 * The first look is by the wall clock, which sees fractions of a millisecond (CPU time may come in ticks of 10 ms);
 * where that would fail the test, CPU time decides, which other processes do not add to.
 */
function timeAt(regex: RegExp, text: string): number {
  const first = wallMs(regex, text)
  return first > LIMIT_MS && first < SURE_MS ? Math.min(first, cpuMs(regex, text), cpuMs(regex, text)) : first
}

function wallMs(regex: RegExp, text: string): number {
  const start = performance.now()
  run(regex, text)
  return performance.now() - start
}

function cpuMs(regex: RegExp, text: string): number {
  const start = process.cpuUsage()
  run(regex, text)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** @returns The string that makes the regex slow, with its time; null where none was found. */
function findSlow(pattern: string, flags: string): string | null {
  const regex = new RegExp(pattern, flags)
  for (const pump of pumpsOf(pattern)) {
    for (const variant of [0, 1]) {
      for (const [step, chars] of SIZES.entries()) {
        const ms = timeAt(regex, pumped(pump, chars)[variant] ?? '')
        if (ms > LIMIT_MS) return `${JSON.stringify(pump)} repeated for ${chars} characters: ${ms.toFixed(0)} ms`
        if (ms < (SUSPECT_MS[step] ?? 0)) break
      }
    }
  }
  return null
}

const source = fileURLToPath(new URL('../src/', import.meta.url))
/** The training reads names of its own corpora, no pages of others. */
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.startsWith('train'),
)
const tokens = files.sort().map((file) => ({ file, tokens: tokenize(readFileSync(join(source, file), 'utf8')) }))
const withRegexes = tokens
  .map(({ file, tokens: all }) => ({ file, regexes: all.filter(({ type }) => type === 'regex') }))
  .filter(({ regexes }) => regexes.length > 0)

describe('this test', () => {
  test.each([/^\s+|\s+$/g, /<(.+?)>/g, /(\S+)\s*:\s*(\S+)/, /\bby\s+(.+?)\s+on\b/i])(
    'finds %s',
    { timeout: TIMEOUT_MS },
    ({ source: pattern, flags }) => {
      expect(findSlow(pattern, flags)).not.toBeNull()
    },
  )

  test.each([/\s{2,}/g, /^\d{1,3}[.)]\s{1,8}(?=\S)/, /[^\s,]{1,40}$/, /\p{L}/u])(
    'passes %s',
    ({ source: pattern, flags }) => {
      expect(findSlow(pattern, flags)).toBeNull()
    },
  )
})

describe('every regex literal takes linear time', () => {
  test.each(withRegexes)('src/$file', { timeout: TIMEOUT_MS }, ({ regexes }) => {
    const slow = regexes.flatMap(({ text, flags, line }) => {
      const found = findSlow(text, flags)
      return found === null ? [] : [`line ${line}: /${text}/${flags}: ${found}`]
    })
    expect(slow).toEqual([])
  })
})

test('there are no regexes but literals', () => {
  const made = tokens.flatMap(({ file, tokens: all }) =>
    all
      .filter(({ type, text }, i) => type === 'word' && text === 'RegExp' && all[i + 1]?.text === '(')
      .map(({ line }) => `src/${file}:${line}`),
  )
  expect(made).toEqual([])
})
