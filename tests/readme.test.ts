import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const root = new URL('../', import.meta.url)
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8')
const readme = read('README.md')
const EXAMPLE = 'fixtures/id-pasar-text/input.txt'
/** Lines of the example are cut there, in characters. */
const WIDTH = 100

/** The command as a user runs it. */
function run(...args: string[]): string {
  return execFileSync(process.execPath, ['bin/clean-article.js', ...args], {
    cwd: fileURLToPath(root),
    encoding: 'utf8',
  })
}

/** The fenced block after a comment. */
function blockAfter(comment: string): string {
  const from = readme.indexOf(`<!-- ${comment} -->`)
  const start = readme.indexOf('\n', readme.indexOf('```', from)) + 1
  return readme.slice(start, readme.indexOf('\n```', start))
}

/** As the README shows it. */
function cut(text: string): string {
  const lines = text.trimEnd().split('\n')
  return lines
    .map((line) => (line.length > WIDTH ? `${line.slice(0, WIDTH - 1).trimEnd()}…` : line.trimEnd()))
    .join('\n')
}

/** First cells of a table, by its header's first cell, without their code marks. */
function column(header: string): string[] {
  const rows =
    readme
      .slice(readme.indexOf(`| ${header} |`))
      .split('\n\n')[0]
      ?.split('\n') ?? []
  return rows.slice(2).map((row) => (row.split(' | ')[0] ?? '').replace(/^\| /, '').replaceAll('`', ''))
}

test('the example is the fixture, and what the command makes of it', () => {
  expect(blockAfter(EXAMPLE)).toBe(cut(read(EXAMPLE)))
  expect(blockAfter(`clean-article ${EXAMPLE}`)).toBe(cut(run(EXAMPLE)))
})

test('the explained fields are those of the fixture; their weights change with each training', () => {
  const page = 'fixtures/en-library-html/input.html'
  const masked = (text: string) => text.replace(/^ *-?\d+\.\d\d(?= {2})/gm, '#')
  const fields = run(page, '--explain').split('\n\n').at(-1) ?? ''
  expect(masked(cut(fields))).toContain(masked(blockAfter(`clean-article ${page} --explain`)))
})

test('the options are those of --help', () => {
  const help = [...run('--help').matchAll(/^ {2}(-[^\n]{0,40}?)(?: {2}|$)/gm)].map(([, option]) => option)
  expect(help.length).toBeGreaterThan(10)
  expect(column('option')).toEqual(help)
})

test('the examples of use are those of --help', () => {
  const commands = (text: string) =>
    [...text.matchAll(/^ {2,4}((?:clean-article|curl) [^\n]*?) {2,}/gm)].map(([, command]) => command)
  const help = commands(run('--help'))
  expect(help.length).toBeGreaterThan(5)
  expect(commands(readme)).toEqual(help)
})

test('the keys of the configuration are those of its schema, and the example is one', () => {
  const { properties, $defs } = JSON.parse(read('src/cli/config/clean-article.config.schema.json'))
  expect(['$schema', ...column('key')]).toEqual(Object.keys(properties))
  expect(column('rule')).toEqual(Object.keys($defs.rules.properties))

  const folder = mkdtempSync(join(tmpdir(), 'clean-article-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const example = blockAfter('clean-article.config.json')
  writeFileSync(join(folder, 'example.json'), example)
  const printed = JSON.parse(run('--print-config', '--config', join(folder, 'example.json')))
  expect(printed).toMatchObject({ format: 'json', language: 'en' })
  expect(Object.keys(printed.sites)).toEqual(['*', 'example.com'])
})

test('the fields are those of the output, in their order', () => {
  const record = Object.keys(JSON.parse(run(EXAMPLE, '-f', 'json', '--removed')))
  expect(column('field')).toEqual([...record.filter((name) => name !== 'meta'), 'meta', 'error'])
})

test('every reason code is explained', () => {
  const codes = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, code]) => code).sort()
  const declared = /export type ReasonCode =([^;]*?)\n\n/.exec(read('src/types.ts'))?.[1] ?? ''
  expect(declared).toContain("'low-score'")
  expect(codes(read('docs/reasons.md'), /^### `([a-z-]+)`$/gm)).toEqual(codes(declared, /'([a-z-]+)'/g))
})

test('the scripts that documents name exist', () => {
  const { scripts } = JSON.parse(read('package.json'))
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    ...readdirSync(new URL('docs', root)).map((name) => `docs/${name}`),
  ]
  const named = documents.flatMap((file) => [...read(file).matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name))
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
})
