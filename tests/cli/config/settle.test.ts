import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { rulesFor } from '../../../src/batch/rules.ts'
import { findConfig } from '../../../src/cli/config/find.ts'
import { printConfig } from '../../../src/cli/config/print.ts'
import { settle } from '../../../src/cli/config/settle.ts'
import { parseArguments } from '../../../src/cli/program.ts'
import { UsageError } from '../../../src/io/errors.ts'

/** A folder with files, for one test. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'clean-article-')))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), content)
  }
  return root
}

/** What the command line and a configuration say together. */
async function settled(config: unknown, ...args: string[]) {
  const root = folderWith({ 'my.json': typeof config === 'string' ? config : JSON.stringify(config) })
  const parsed = parseArguments([...args, '--config', join(root, 'my.json')], '1.2.3')
  if (parsed.type === 'print') throw new Error('nothing to run')
  return { root, ...(await settle(parsed.inputs, parsed.flags)) }
}

describe('the nearest configuration', () => {
  const under = (root: string, folder = 'a/b') => {
    mkdirSync(join(root, folder), { recursive: true })
    return findConfig(join(root, folder))
  }

  test.each(['clean-article.config.json', 'clean-article.config.jsonc', 'a/clean-article.config.json'])(
    '%s',
    (name) => {
      const root = folderWith({ [name]: '{}' })
      expect(under(root)).toEqual({ file: join(root, name), isManifest: false })
    },
  )

  test('a package.json with the key', () => {
    const root = folderWith({ 'package.json': '{"cleanArticle": {}}', 'a/package.json': '{"name": "cleanArticle"}' })
    expect(under(root)).toEqual({ file: join(root, 'package.json'), isManifest: true })
  })

  test('the nearer one, of whatever kind', () => {
    const root = folderWith({ 'clean-article.config.json': '{}', 'a/package.json': '{"cleanArticle": {}}' })
    expect(under(root)?.file).toBe(join(root, 'a/package.json'))
  })

  test('a key further in is another matter, and a folder of the name no file', () => {
    const root = folderWith({ 'package.json': '{"cleanArticle": {}}', 'a/package.json': '{"x": {"cleanArticle": 1}}' })
    mkdirSync(join(root, 'a/clean-article.config.json'))
    expect(under(root)?.file).toBe(join(root, 'package.json'))
  })

  test('two in one folder', () => {
    const root = folderWith({ 'clean-article.config.json': '{}', 'package.json': '{"cleanArticle": {}}' })
    expect(() => under(root)).toThrow(
      new UsageError(`Expected one configuration in ${root}, not: clean-article.config.json and package.json`),
    )
  })
})

describe('what holds', () => {
  const CONFIG = {
    format: 'json',
    removed: true,
    tables: 'html',
    language: 'PT-br',
    inputFormat: 'text',
    exitZero: true,
  }

  test('the file', async () => {
    const { settings } = await settled(CONFIG)
    const { language: _, tables, ...others } = CONFIG
    expect(settings).toMatchObject({ ...others, markdown: { tables }, isFormatDefault: true })
    expect(settings.known).toEqual({ url: null, encoding: null, language: 'pt-BR' })
    expect(settings).not.toHaveProperty('rules')
  })

  test('the command line before the file', async () => {
    const { settings } = await settled(CONFIG, '-f', 'jsonl', '--language', 'de')
    expect(settings).toMatchObject({ format: 'jsonl', removed: true })
    expect(settings.known.language).toBe('de')
    expect(settings).not.toHaveProperty('isFormatDefault')
  })

  test.each([
    [['-f', 'markdown'], { format: 'markdown', removed: false, markdown: { tables: 'html' } }],
    [['-f', 'text'], { format: 'text', removed: false, markdown: { tables: 'auto' }, exitZero: true }],
    [['--explain'], { format: null, removed: false, markdown: { tables: 'auto' }, explain: true, inputFormat: 'text' }],
  ])('with %j, what does not go with it is left out', async (args, wanted) => {
    expect((await settled(CONFIG, ...args)).settings).toMatchObject(wanted)
  })

  test('false is what leaving an option out is', async () => {
    expect((await settled({ removed: false, format: 'text' })).settings).toMatchObject({
      removed: false,
      format: 'text',
    })
  })

  test('printed, it is a configuration that says the same', async () => {
    const sites = { 'a.test': { keep: ['p'] } }
    const { settings } = await settled({ ...CONFIG, sites }, '-f', 'jsonl')
    expect(JSON.parse(printConfig(settings))).toEqual({
      ...CONFIG,
      format: 'jsonl',
      language: 'pt-BR',
      maxFailures: 0,
      quiet: false,
      sites,
    })
    const { settings: again } = await settled(printConfig(settings))
    expect(printConfig(again)).toBe(printConfig(settings))
  })

  test('demands on the pages', async () => {
    const demands = { jobs: 3, require: 'title,date', minConfidence: 0.5, maxFailures: '5%', quiet: true }
    const { settings } = await settled(demands, '--min-confidence', '.7')
    expect(settings).toMatchObject({
      jobs: 3,
      policy: { require: ['title', 'date'], minConfidence: 0.7 },
      maxFailures: { amount: 5, isPercent: true },
      quiet: true,
    })
    expect(JSON.parse(printConfig(settings))).toMatchObject({ ...demands, minConfidence: 0.7 })
  })

  test('a byte order mark, comments and a last comma are read', async () => {
    expect((await settled('\ufeff{ // a\n "format": "json", }')).settings.format).toBe('json')
  })
})

describe('rules', () => {
  test('are plain data, with the paths of pages as the file sees them', async () => {
    const sites = { 'a.test': { paths: ['crawl/**'], remove: ['.x'] } }
    const { settings, root } = await settled({ sites })
    expect(structuredClone(settings.rules)).toEqual({ sites, folder: root })
    expect(rulesFor(settings.rules ?? null, { path: join(root, 'crawl', 'a.txt') })).toEqual({
      rules: sites,
      path: 'crawl/a.txt',
    })
    expect(rulesFor(settings.rules ?? null, { path: null })).toEqual({ rules: sites, path: null })
  })

  test('none', async () => {
    expect(rulesFor((await settled({})).settings.rules ?? null, { path: 'a' })).toEqual({})
  })
})

describe('what is wrong', () => {
  /** Each line of the complaint, without the path of the file. */
  async function complaint(config: unknown): Promise<string[]> {
    const error: unknown = await settled(config).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    if (!(error instanceof UsageError)) throw error
    return [error.message, ...error.others].map((line) => line.replace(/^.*my\.json:? ?/, ''))
  }

  test('everything at once, each with its place', async () => {
    const config = `{
  "titel": 1,
  "format": "md",
  "encoding": "utf-7",
  "removed": "yes",
  "sites": {
    "a.test": { "remove": ["div["], "autor": "b" }
  },
  "format": "json"
}`
    expect(await complaint(config)).toEqual([
      '2:3: Expected a known key, not: titel (did you mean sites?)',
      '4:15: encoding: Expected an encoding of the web for encoding, not: utf-7',
      '5:14: removed: Expected true or false, not: yes',
      '7:28: sites["a.test"].remove[0]: Expected a CSS selector or { "line": ... }, not: div[ (Expected name, found )',
      '7:37: Expected a known key, not: autor (did you mean author?)',
      '9:3: Expected each key once, not: format again',
    ])
  })

  test.each<[unknown, string]>([
    ['{"format": "json"', '1:18: Expected JSON, not: the end'],
    [[], '1:1: Expected an object, not: a list'],
    [{ format: 'md' }, '1:11: format: Expected markdown, json, jsonl or text for format, not: md'],
    [{ inputFormat: 'pdf' }, '1:16: inputFormat: Expected auto, text, html, jsonl or warc for inputFormat, not: pdf'],
    [
      { language: 'english_UK' },
      '1:13: language: Expected a language tag such as en or pt-BR for language, not: english_UK',
    ],
    [{ sites: 3 }, '1:10: sites: Expected an object, not: 3'],
    [{ format: 'text', removed: true }, 'Expected --format json or jsonl with --removed, not: text'],
  ])('%j', async (config, wanted) => {
    expect(await complaint(config)).toEqual([wanted])
  })

  test('the command line is wrong by itself', async () => {
    await expect(settled({}, '-f', 'md')).rejects.toThrow(
      'Expected markdown, json, jsonl or text for --format, not: md',
    )
    await expect(settle([], { config: '' })).rejects.toThrow('Expected a file for --config, not: nothing')
  })
})
