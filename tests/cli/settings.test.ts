import { describe, expect, test } from 'vitest'
import { parseArguments } from '../../src/cli/program.ts'
import { toSettings } from '../../src/cli/settings.ts'
import type { Environment } from '../../src/cli/shardAuto.ts'

async function settingsOf(...args: string[]) {
  return settingsIn({}, ...args)
}

async function settingsIn(environment: Environment, ...args: string[]) {
  const parsed = parseArguments(args, '1.2.3')
  if (parsed.type === 'print') throw new Error('nothing to run')
  return toSettings(parsed.inputs, parsed.flags, environment)
}

test('what is not said has a value all the same', async () => {
  expect(await settingsOf()).toEqual({
    inputs: [],
    inputFormat: 'auto',
    filesFrom: null,
    nulParted: false,
    noIgnore: false,
    format: null,
    output: null,
    outDir: null,
    removed: false,
    markdown: { tables: 'auto', images: true, links: true, frontMatter: 'yaml' },
    explain: false,
    exitZero: false,
    known: { url: null, encoding: null, language: null },
    jobs: null,
    shard: null,
    maxBytes: 20 * 1024 * 1024,
    timeoutSeconds: 60,
    resume: true,
    policy: { require: [], minConfidence: null },
    maxFailures: { amount: 0, isPercent: false },
    failFast: false,
    check: false,
    partPages: null,
    cache: null,
    reports: { files: [], github: false },
    quiet: false,
  })
})

test('what is said', async () => {
  const args = 'a.html - -f jsonl -d out --input-format html --removed --tables gfm --exit-zero'.split(' ')
  const listed = '--files-from list.txt -0 --no-ignore'.split(' ')
  const known = '--url https://example.com/a --encoding latin1 --language PT-br'.split(' ')
  const work = '-j 3 --shard 2/4 --max-bytes 500k --timeout 1.5 --no-resume'.split(' ')
  const policy = '--require title,date --min-confidence .5 --max-failures 5% --quiet --check'.split(' ')
  const files = '--cache-location kept --report json=r.json --report github'.split(' ')
  expect(await settingsOf(...args, ...listed, ...known, ...work, ...policy, ...files)).toEqual({
    inputs: ['a.html', '-'],
    inputFormat: 'html',
    filesFrom: 'list.txt',
    nulParted: true,
    noIgnore: true,
    format: 'jsonl',
    output: null,
    outDir: 'out',
    removed: true,
    markdown: { tables: 'gfm', images: true, links: true, frontMatter: 'yaml' },
    explain: false,
    exitZero: true,
    known: { url: 'https://example.com/a', encoding: 'windows-1252', language: 'pt-BR' },
    jobs: 3,
    shard: { index: 2, count: 4 },
    maxBytes: 500 * 1024,
    timeoutSeconds: 1.5,
    resume: false,
    policy: { require: ['title', 'date'], minConfidence: 0.5 },
    maxFailures: { amount: 5, isPercent: true },
    failFast: false,
    check: true,
    partPages: null,
    cache: 'kept',
    reports: { files: [{ kind: 'json', path: 'r.json' }], github: true },
    quiet: true,
  })
})

test('what the environment says', async () => {
  const kubernetes = { JOB_COMPLETION_INDEX: '2', CLEAN_ARTICLE_SHARDS: '4' }
  expect((await settingsIn(kubernetes, '--shard', 'auto')).shard).toEqual({ index: 3, count: 4 })
  expect((await settingsIn({ GITHUB_ACTIONS: 'true' })).reports).toEqual({ files: [], github: true })
})

test('what is to be left out', async () => {
  const { markdown } = await settingsOf('--no-images', '--no-links', '--no-tables', '--front-matter', 'none')
  expect(markdown).toEqual({ tables: 'none', images: false, links: false, frontMatter: 'none' })
})

test('names like options, after two dashes', async () => {
  expect((await settingsOf('--', '-rf.html', '--help')).inputs).toEqual(['-rf.html', '--help'])
})

describe('wrong usage', () => {
  test.each([
    ['-f md', 'Expected markdown, json, jsonl or text for --format, not: md'],
    ['--input-format pdf', 'Expected auto, text, html, jsonl or warc for --input-format, not: pdf'],
    ['--formt json', 'Expected a known option, not: --formt (Did you mean --format?)'],
    ['--format', 'Expected a value after -f, --format <format>, not: the end'],
    ['--resume', 'Expected --out-dir with --resume, not: another output'],
    ['-j 0', 'Expected a whole number from 1 for --jobs, not: 0'],
    ['-j many', 'Expected a whole number from 1 for --jobs, not: many'],
    ['--max-bytes 0', 'Expected a size such as 500k or 20M, at most 256M, for --max-bytes, not: 0'],
    ['--max-bytes 1G', 'Expected a size such as 500k or 20M, at most 256M, for --max-bytes, not: 1G'],
    ['--timeout 0', 'Expected a number of seconds for --timeout, not: 0'],
    ['--timeout 1m', 'Expected a number of seconds for --timeout, not: 1m'],
    ['-o a -d b', 'Expected --output or --out-dir, not: both'],
    ['--removed -f text', 'Expected --format json or jsonl with --removed, not: text'],
    ['--tables csv', 'Expected auto, gfm, html or none for --tables, not: csv'],
    ['--tables gfm -f text', 'Expected --format markdown, json or jsonl with --tables, not: text'],
    ['--no-tables -f text', 'Expected --format markdown, json or jsonl with --no-tables, not: text'],
    ['--no-images -f text', 'Expected --format markdown, json or jsonl with --no-images, not: text'],
    ['--no-links -f text', 'Expected --format markdown, json or jsonl with --no-links, not: text'],
    ['--front-matter toml', 'Expected yaml or none for --front-matter, not: toml'],
    ['--front-matter none -f json', 'Expected --format markdown with --front-matter, not: json'],
    ['--explain --tables gfm', 'Expected --explain alone, not: with --tables'],
    ['--explain --no-links', 'Expected --explain alone, not: with --no-links'],
    ['--explain --removed', 'Expected --explain alone, not: with --removed'],
    ['--explain -f json', 'Expected --explain alone, not: with --format'],
    ['--null', 'Expected --files-from with --null, not: nothing'],
    ['- --files-from -', 'Expected standard input to be a page or the list of --files-from, not: both'],
    ['--url page.html', 'Expected an absolute address for --url, not: page.html'],
    ['--encoding utf-7', 'Expected an encoding of the web for --encoding, not: utf-7'],
    ['--language english_UK', 'Expected a language tag such as en or pt-BR for --language, not: english_UK'],
  ])('%s', async (args, message) => {
    await expect(async () => settingsOf(...args.split(' '))).rejects.toThrow(message)
  })
})

describe('help and version', () => {
  test('examples come first', () => {
    const parsed = parseArguments(['--help'], '1.2.3')
    const text = parsed.type === 'print' ? parsed.text : ''
    expect(text.indexOf('Examples:')).toBeGreaterThan(0)
    expect(text.indexOf('Examples:')).toBeLessThan(text.indexOf('Usage:'))
    expect(text).toContain('--exit-zero')
  })

  test('version', () => {
    expect(parseArguments(['--version'], '1.2.3')).toEqual({ type: 'print', text: '1.2.3\n' })
  })
})
