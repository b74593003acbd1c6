import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { htmlPage, records, textPage, workplace } from '../command.ts'

const REPAIR =
  'The council said on Monday that the bridge over the river will be repaired before the winter, and that the work, ' +
  'which was delayed twice, should take no longer than three months.'
const OFFER =
  'Readers who order the paper this week get it for three months at half the price, with a map of the county.'

const CONFIG = `{
  // The Tamar Post and all of its editions
  "tables": "html",
  "sites": {
    "tamarpost.test": {
      "paths": ["crawl/post/**"],
      "remove": ["[data-slot]", { "line": "Readers who *" }],
      "title": [".kicker", { "line": "THE POST PRESENTS: *" }],
      "date": [".when", { "line": "Set down on *, *", "take": 1 }],
      "author": [".who", { "line": "Set down on *, *", "take": 2 }],
    },
  },
}
`

const TEXT = `THE POST PRESENTS: Bridge to be repaired

Set down on 3 March 2021, Ann Lee

${REPAIR}

${OFFER}

${REPAIR} So it said.
`

const HTML = `<!doctype html><html><head><title>Post</title><link rel=canonical href="https://www.tamarpost.test/a"></head>
<body><div class=kicker>Bridge to be repaired</div><div class=who>Ann Lee</div><div class=when>3.3.2021</div>
<p>${REPAIR}</p><p data-slot=1>${OFFER}</p><p>${REPAIR} So it said.</p></body></html>`

const BODY = `# Bridge to be repaired

${REPAIR}

${REPAIR} So it said.
`

const TEXT_FRONT = `---
title: "Bridge to be repaired"
date: "2021-03-03"
authors:
  - "Ann Lee"
language: "en"
---

`

const HTML_FRONT = TEXT_FRONT.replace('language:', 'site: "Post"\nurl: "https://www.tamarpost.test/a"\nlanguage:')

/** A folder with a configuration and a page of each kind. */
function project() {
  const place = workplace()
  place.put('clean-article.config.jsonc', CONFIG)
  place.put('crawl/post/a.txt', TEXT)
  place.put('crawl/post/a.html', HTML)
  return place
}

describe('rules for sites', () => {
  test('a page of text, by its path', () => {
    const { run } = project()
    expect(run(['crawl/post/a.txt'])).toEqual({ code: 0, stdout: TEXT_FRONT + BODY, stderr: '' })
  })

  test('a page of HTML, by its address', () => {
    const { run } = project()
    expect(run(['crawl/post/a.html'])).toEqual({ code: 0, stdout: HTML_FRONT + BODY, stderr: '' })
  })

  test('from a folder further down, and for standard input with an address', () => {
    const { root, shell, run } = project()
    expect(shell('cd crawl/post && $CLEAN_ARTICLE a.txt').stdout).toBe(TEXT_FRONT + BODY)
    expect(run(['-', '--url', 'https://tamarpost.test/b'], TEXT).stdout).toContain(`\n${BODY}`)
    expect(run([join(root, 'crawl/post/a.txt')]).stdout).toBe(TEXT_FRONT + BODY)
  })

  test('records, each by its own address', () => {
    const { put, run } = project()
    const lines = ['https://tamarpost.test/a', 'https://elsewhere.test/a'].map((url) =>
      JSON.stringify({ url, text: TEXT }),
    )
    put('all.jsonl', `${lines.join('\n')}\n`)
    const [ours, other] = records(run(['all.jsonl']).stdout)
    expect(ours).toMatchObject({ title: 'Bridge to be repaired', authors: ['Ann Lee'] })
    expect(other?.text).toContain(OFFER)
  })

  test('what was removed has its reason and its place', () => {
    const { run } = project()
    const { removed } = JSON.parse(run(['crawl/post/a.txt', '--removed']).stdout)
    const start = TEXT.indexOf(OFFER)
    expect(removed.at(-1)).toEqual({
      text: OFFER,
      role: 'boilerplate',
      reason: 'site-rule',
      span: { start, end: start + OFFER.length, line: 7 },
    })
  })

  test('--explain shows what each rule names', () => {
    const { run } = project()
    const { stdout } = run(['crawl/post/a.html', '--explain'])
    expect(stdout).toMatch(/^\d {2}remove {2}site-rule {2}\d\.\d\d {2}Readers who order/m)
    expect(stdout).toMatch(/^title {7}Bridge to be repaired\n {6}sure {2}site rule, block 1/m)
    expect(stdout).toContain(
      `${[
        'rules       tamarpost.test',
        '         1  remove [data-slot]',
        '         1  remove line "Readers who *"',
        '         1  title .kicker',
        '         0  title line "THE POST PRESENTS: *"',
        '         1  date .when',
        '         0  date line "Set down on *, *"',
        '         1  author .who',
        '         0  author line "Set down on *, *"',
      ].join('\n')}\n`,
    )
  })
})

describe('which configuration', () => {
  test('none with --no-config', () => {
    const { run } = project()
    expect(run(['crawl/post/a.txt', '--no-config']).stdout).toContain(OFFER)
  })

  test('another one with --config, relative to the working folder; its paths are relative to it', () => {
    const { put, run } = project()
    put(
      'rules/mine.json',
      JSON.stringify({ sites: { post: { paths: ['../crawl/**'], remove: [{ line: '*repaired*' }] } } }),
    )
    const { code, stdout } = run(['crawl/post/a.txt', '--config', 'rules/mine.json', '-f', 'text'])
    expect([code, stdout.includes(OFFER), stdout.includes(REPAIR)]).toEqual([0, true, false])
  })

  test('that of a package.json', () => {
    const { put, run } = workplace()
    put('package.json', JSON.stringify({ name: 'x', cleanArticle: { format: 'text' } }))
    put('a.txt', textPage('Tamar'))
    const { stdout } = run(['a.txt'])
    expect(stdout).toMatch(/^Bridge to be repaired: Tamar\n/)
  })

  test('it is no page of a folder', () => {
    const { put, run } = workplace()
    put('clean-article.config.json', '{}')
    put('a.html', htmlPage('Tamar'))
    expect(records(run(['.']).stdout).map(({ id }) => id)).toEqual(['a'])
  })

  test('--print-config shows what holds, where it is from, and does nothing else', () => {
    const { put, run, files } = workplace()
    put('a/b/clean-article.config.json', '{"language": "pt-br", "sites": {"a.test": {"keep": ["p"]}}}')
    const before = files()
    expect(
      run([
        'nothing.txt',
        '-d',
        'out',
        '--tables',
        'gfm',
        '--config',
        'a/b/clean-article.config.json',
        '--print-config',
      ]),
    ).toEqual({
      code: 0,
      stdout: `${JSON.stringify(
        {
          inputFormat: 'auto',
          removed: false,
          tables: 'gfm',
          frontMatter: 'yaml',
          language: 'pt-BR',
          maxFailures: 0,
          quiet: false,
          exitZero: false,
          sites: { 'a.test': { keep: ['p'] } },
        },
        undefined,
        2,
      )}\n`,
      stderr: 'configuration: a/b/clean-article.config.json\n',
    })
    expect(run(['--print-config', '--no-config'])).toMatchObject({ code: 0, stderr: 'configuration: none\n' })
    expect(files()).toEqual(before)
  })
})

describe('settings', () => {
  test('a format for one page; several on standard output are jsonl all the same', () => {
    const { put, run } = workplace()
    put('clean-article.config.json', '{"format": "text"}')
    put('a.txt', textPage('Tamar'))
    put('b.txt', textPage('Lynher'))
    expect(run(['a.txt']).stdout).toMatch(/^Bridge to be repaired: Tamar\n/)
    expect(records(run(['a.txt', 'b.txt']).stdout)).toHaveLength(2)
    expect(run(['a.txt', 'b.txt', '-f', 'text'])).toMatchObject({ code: 2, stdout: '' })
  })

  test('one for a folder of files', () => {
    const { put, run, files } = workplace()
    put('clean-article.config.json', '{"format": "json"}')
    put('in/a.txt', textPage('Tamar'))
    run(['in', '-d', 'out'])
    expect(files()).toEqual(['clean-article.config.json', 'in/a.txt', 'out/a.json'])
  })
})

describe('a configuration that is wrong', () => {
  test('nothing is done, and everything is told at once', () => {
    const { put, run, files } = project()
    put(
      'clean-article.config.jsonc',
      '{\n  "format": "md",\n  "sites": {\n    "a.test": { "titel": "h1", "remove": ["p["] }\n  }\n}\n',
    )
    const before = files()
    expect(run(['crawl', '-d', 'out'])).toEqual({
      code: 2,
      stdout: '',
      stderr: [
        'clean-article: clean-article.config.jsonc:2:13: format: Expected markdown, json, jsonl or text for format, not: md',
        'clean-article: clean-article.config.jsonc:4:17: Expected a known key, not: titel (did you mean title?)',
        'clean-article: clean-article.config.jsonc:4:43: sites["a.test"].remove[0]: Expected a CSS selector or { "line": ... }, not: p[ (Expected name, found )',
        'clean-article --help lists the options.\n',
      ].join('\n'),
    })
    expect(files()).toEqual(before)
  })

  test('places in a package.json', () => {
    const { put, run } = workplace()
    put('package.json', '{\n  "cleanArticle": { "formt": "text" }\n}')
    expect(run(['-'], 'a').stderr).toBe(
      'clean-article: package.json:2:21: Expected a known key, not: formt (did you mean format?)\nclean-article --help lists the options.\n',
    )
  })

  test.each([
    ['nothing.json', 'nothing.json (no such file or folder (ENOENT))'],
    ['folder', 'folder (is a folder (EISDIR))'],
  ])('--config %s', (name, shown) => {
    const { root, run } = workplace()
    mkdirSync(join(root, 'folder'))
    expect(run(['-', '--config', name], 'a')).toEqual({
      code: 2,
      stdout: '',
      stderr: `clean-article: Expected a configuration file that can be read, not: ${shown}\nclean-article --help lists the options.\n`,
    })
  })

  test('a package.json that is broken is nothing of ours, unless it has our key', () => {
    const { put, run } = workplace()
    put('a.txt', textPage('Tamar'))
    put('package.json', '{"name": ')
    expect(run(['a.txt']).code).toBe(0)
    put('package.json', '{"cleanArticle": ')
    expect(run(['a.txt'])).toMatchObject({ code: 2, stdout: '' })
  })
})
