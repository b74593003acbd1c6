import { describe, expect, test } from 'vitest'
import { parseArguments } from '../../src/cli/program.ts'
import { toSettings } from '../../src/cli/settings.ts'

async function settingsOf(...args: string[]) {
  const parsed = parseArguments(args, '1.2.3')
  if (parsed.type === 'print') throw new Error('nothing to run')
  return toSettings(parsed.inputs, parsed.flags)
}

test('what is not said has a value all the same', async () => {
  expect(await settingsOf()).toEqual({
    inputs: [],
    inputFormat: 'auto',
    format: null,
    output: null,
    outDir: null,
    removed: false,
    markdown: { tables: 'auto', images: true, links: true, frontMatter: 'yaml' },
    explain: false,
    exitZero: false,
    known: { url: null, encoding: null, language: null },
  })
})

test('what is said', async () => {
  const args = 'a.html - -f jsonl -d out --input-format html --removed --tables gfm --exit-zero'.split(' ')
  const known = '--url https://example.com/a --encoding latin1 --language PT-br'.split(' ')
  expect(await settingsOf(...args, ...known)).toEqual({
    inputs: ['a.html', '-'],
    inputFormat: 'html',
    format: 'jsonl',
    output: null,
    outDir: 'out',
    removed: true,
    markdown: { tables: 'gfm', images: true, links: true, frontMatter: 'yaml' },
    explain: false,
    exitZero: true,
    known: { url: 'https://example.com/a', encoding: 'windows-1252', language: 'pt-BR' },
  })
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
