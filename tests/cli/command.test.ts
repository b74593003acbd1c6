import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { htmlPage, records, textPage, workplace } from './command.ts'

const USAGE = /^clean-article: Expected .*, not: .*\nclean-article --help lists the options\.\n$/

describe('one page', () => {
  test.each([
    ['text', 'page.txt', textPage('Tamar')],
    ['html', 'page.html', htmlPage('Tamar')],
    ['html under a strange name', 'page.dat', htmlPage('Tamar')],
    ['gzip', 'page.html.gz', gzipSync(htmlPage('Tamar'))],
  ])('%s comes out as Markdown', (_name, name, content) => {
    const { put, run } = workplace()
    put(name, content)
    const { code, stdout, stderr } = run([name])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^---\n/)
    expect(stdout).toContain('three months. Tamar\n')
    expect(stdout).not.toContain('Share this')
  })

  test('of standard input, said or not', () => {
    const { run } = workplace()
    expect(run([], textPage('Tamar')).stdout).toContain('Tamar')
    expect(run(['-'], textPage('Tamar')).stdout).toContain('Tamar')
  })

  test('as JSON', () => {
    const { put, run } = workplace()
    put('page.txt', textPage('Tamar'))
    const { stdout } = run(['page.txt', '-f', 'json'])
    const record = JSON.parse(stdout)
    expect(record).toMatchObject({ id: 'page.txt', path: 'page.txt', warnings: [] })
    expect(record).not.toHaveProperty('removed')
    expect(record).not.toHaveProperty('meta')
    expect(record.text).toContain('Tamar')
    const jsonl = run(['page.txt', '-f', 'jsonl']).stdout
    expect(jsonl.split('\n')).toHaveLength(2)
    expect(JSON.parse(jsonl)).toEqual(record)
  })

  test('with what was removed: JSON unless said otherwise', () => {
    const { put, run } = workplace()
    put('page.txt', textPage('Tamar'))
    const record = JSON.parse(run(['page.txt', '--removed']).stdout)
    expect(record.removed).toContainEqual(expect.objectContaining({ text: 'Share this', reason: 'share' }))
  })

  test('as plain text', () => {
    const { put, run } = workplace()
    put('page.txt', textPage('Tamar'))
    expect(run(['page.txt', '-f', 'text']).stdout).toMatch(/^.*Tamar.*\n\nThe council said/)
  })

  test('without what is not wanted: in Markdown, and in the body of JSON', () => {
    const { put, run } = workplace()
    const extra = '<p>See <a href="https://example.org/plan">the plan of the works</a> for more.</p>'
    put('a.html', htmlPage('here').replace('</article>', `${extra}</article>`))
    const wishes = ['--no-links', '--no-images', '--no-tables']
    const bare = run(['a.html', ...wishes, '--front-matter', 'none']).stdout
    expect(bare).toMatch(/^# Bridge to be repaired: here\n/)
    expect(bare).toContain('\nSee the plan of the works for more.\n')
    expect(JSON.parse(run(['a.html', ...wishes, '-f', 'json']).stdout)).toMatchObject({
      body: expect.stringContaining('\nSee the plan of the works for more.'),
    })
    expect(run(['a.html']).stdout).toContain('See [the plan of the works](https://example.org/plan) for more.')
  })

  test('explained: every line with its verdict, without colours in a pipe', () => {
    const { put, run } = workplace()
    put('page.txt', textPage('Tamar\x1b[31m'))
    const { code, stdout } = run(['page.txt', '--explain'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^ *5 {2}keep {4}body +\d\.\d\d {2}The council said/m)
    expect(stdout).toMatch(/^ *11 {2}remove {2}share +\d\.\d\d {2}Share this$/m)
    expect(stdout).toMatch(/^title {7}Bridge to be repaired: Tamar\\x1b\[31m\n +\d+\.\d\d {2}(?:heading, )?line 3\n/m)
    expect(stdout).toMatch(/^section {5}News\n {9}1 {2}breadcrumbs, line 1\n/m)
    expect(stdout).toMatch(/^language {4}en\n {9}1 {2}detected\n/m)
    expect(stdout).not.toContain('\x1b')
  })

  test('with what is known of it', () => {
    const { run } = workplace()
    const args = ['-f', 'json', '--url', 'https://example.com/a', '--language', 'fr', '--encoding', 'windows-1252']
    const record = JSON.parse(run(args, Buffer.from(textPage('\x93caf\xe9\x94'), 'latin1')).stdout)
    expect(record).toMatchObject({ url: 'https://example.com/a', language: 'fr', path: null })
    expect(record.text).toContain('“café”')
  })

  test.each(['', ' \n\t\n'])('without text is no failure: %j', (input) => {
    const { run } = workplace()
    const { code, stdout, stderr } = run(['-f', 'json'], input)
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ title: null, text: '', warnings: [{ code: 'no-article' }] })
    expect(stderr).toMatch(/^warning: standard input: no-article: .*\n$/)
  })

  test('that is none: one line, and a record where records are asked for', () => {
    const { put, run } = workplace()
    put('bad\x1b[2J.pdf', '%PDF-1.7')
    const line = 'failed: bad\\x1b[2J.pdf: not-text: the input is binary data\n'
    expect(run(['bad\x1b[2J.pdf'])).toEqual({ code: 1, stdout: '', stderr: line })
    const { code, stdout, stderr } = run(['bad\x1b[2J.pdf', '-f', 'json'])
    expect([code, stderr]).toEqual([1, line])
    expect(JSON.parse(stdout)).toMatchObject({ id: 'bad\x1b[2J.pdf', error: { code: 'not-text' } })
    expect(run(['bad\x1b[2J.pdf', '--exit-zero']).code).toBe(0)
  })
})

describe('several pages on standard output', () => {
  test('are jsonl in the order given, then a summary', () => {
    const { put, run } = workplace()
    put('b.html', htmlPage('Tamar'))
    put('a.txt', textPage('Lynher'))
    put('no.png', '%PDF-1.7')
    const { code, stdout, stderr } = run(['b.html', 'no.png', 'a.txt'])
    expect(code).toBe(1)
    expect(records(stdout).map(({ id, error }) => [id, error !== undefined])).toEqual([
      ['b.html', false],
      ['no.png', true],
      ['a.txt', false],
    ])
    expect(stderr).toMatch(/^failed: no\.png: not-text: .*\n3 pages, 2 cleaned, 1 failed\n$/)
  })

  test('of a folder, of a pattern', () => {
    const { put, run } = workplace()
    put('in/b/c.html', htmlPage('Tamar'))
    put('in/a.txt', textPage('Lynher'))
    const ids = (args: string[]) => records(run(args).stdout).map(({ id }) => id)
    // In a folder a page is known by its place there, as scorers and `-d` know it; named by itself, by its path.
    expect(ids(['in'])).toEqual(['a', 'b/c'])
    expect(ids(['in/**/*.{html,txt}'])).toEqual(['in/a.txt', 'in/b/c.html'])
  })

  test('the file that they go to is none of them', () => {
    const { put, root, shell } = workplace()
    put('in/a.txt', textPage('Tamar'))
    expect(shell('$CLEAN_ARTICLE in > in/all.jsonl').code).toBe(0)
    expect(records(readFileSync(join(root, 'in/all.jsonl'), 'utf8'))).toHaveLength(1)
    expect(shell('$CLEAN_ARTICLE in > in/all.jsonl').code).toBe(0)
    expect(records(readFileSync(join(root, 'in/all.jsonl'), 'utf8'))).toHaveLength(1)
  })

  test.each([['markdown'], ['json'], ['text']])('as %s are wrong usage', (format) => {
    const { put, run } = workplace()
    put('in/a.txt', textPage('Tamar'))
    put('all.jsonl', '{"text":"x"}\n')
    for (const input of ['in', 'all.jsonl']) {
      const { code, stdout, stderr } = run([input, '-f', format])
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toMatch(USAGE)
    }
  })
})

describe('a filter of jsonl', () => {
  const LINES = [
    JSON.stringify({ id: 'one', html: htmlPage('Tamar'), url: 'https://example.com/one', score: 0.25 }),
    'no json',
    JSON.stringify({ id: 'two', text: textPage('Lynher') }),
    JSON.stringify({ id: 'three' }),
    '',
    JSON.stringify({ id: 'last', text: '' }),
  ]

  test('one line out for each line in, in order', () => {
    const { run } = workplace()
    const { code, stdout } = run(['--input-format', 'jsonl', '--format', 'jsonl', '-'], `${LINES.join('\n')}\n`)
    expect(code).toBe(1)
    const found = records(stdout)
    expect(found.map(({ id, error }) => [id, (error as { code: string } | undefined)?.code])).toEqual([
      ['one', undefined],
      [null, 'bad-record'],
      ['two', undefined],
      ['three', 'bad-record'],
      [null, 'bad-record'],
      ['last', undefined],
    ])
    expect(found[0]).toMatchObject({ url: 'https://example.com/one', meta: { score: 0.25 } })
    expect(found[0]?.text).toContain('Tamar')
  })

  test('nothing in, nothing out', () => {
    const { run } = workplace()
    expect(run(['--input-format', 'jsonl', '-f', 'jsonl', '-'])).toMatchObject({ code: 0, stdout: '' })
  })

  test('fields that JSON reads but can not write cost one record', () => {
    const { run } = workplace()
    const deep = `{"id":"deep","text":"x","field":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    const { stdout } = run(['--input-format', 'jsonl', '-'], `${deep}\n${LINES[2]}\n`)
    expect(records(stdout)).toMatchObject([{ id: 'deep', error: { code: 'internal' } }, { id: 'two' }])
  })

  test('gzipped, found by its bytes', () => {
    const { put, run } = workplace()
    put('all.jsonl.gz', gzipSync(`${LINES.join('\n')}\n`))
    expect(records(run(['all.jsonl.gz']).stdout)).toHaveLength(LINES.length)
  })
})

describe('into a folder', () => {
  test('mirrors the tree', () => {
    const { put, run, files, root } = workplace()
    put('in/a/b.html.gz', gzipSync(htmlPage('Tamar')))
    put('in/c.txt', textPage('Lynher'))
    put('in/bad.pdf', '%PDF-1.7')
    const { code, stdout, stderr } = run(['in', '-d', 'out'])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^failed: in\/bad\.pdf: .*\n3 pages, 2 cleaned, 1 failed\n$/)
    expect(files().filter((name) => name.startsWith('out'))).toEqual(['out/a/b.md', 'out/c.md'])
    expect(readFileSync(join(root, 'out/a/b.md'), 'utf8')).toContain('Tamar')
  })

  test.each([
    ['markdown', 'md'],
    ['json', 'json'],
    ['jsonl', 'jsonl'],
    ['text', 'txt'],
  ])('%s has the extension %s', (format, extension) => {
    const { put, run, files } = workplace()
    put('in/a.html', htmlPage('Tamar'))
    expect(run(['in', '-d', 'out', '-f', format]).code).toBe(0)
    expect(files()).toContain(`out/a.${extension}`)
  })

  test('again gives the same, though the output lies within the input', () => {
    const { put, run, files } = workplace()
    put('a.html', htmlPage('Tamar'))
    expect(run(['.', '-d', 'out']).code).toBe(0)
    expect(run(['.', '-d', 'out']).stderr).toBe('1 page, 1 cleaned, 0 failed\n')
    expect(files()).toEqual(['a.html', 'out/a.md'])
  })

  test('two inputs with one output name are wrong usage, and nothing is done', () => {
    const { put, run, files } = workplace()
    put('in/a.html', htmlPage('Tamar'))
    put('in/a.txt', textPage('Lynher'))
    const { code, stderr } = run(['in', '-d', 'out'])
    expect(code).toBe(2)
    expect(stderr).toMatch(USAGE)
    expect(stderr).toContain('a.md for both in/a.html and in/a.txt\n')
    expect(files()).toEqual(['in/a.html', 'in/a.txt'])
  })

  test('an output that would replace an input is wrong usage', () => {
    const { put, run, root } = workplace()
    put('a.txt', textPage('Tamar'))
    expect(run(['a.txt', '-f', 'text', '-d', '.'])).toMatchObject({ code: 2, stderr: expect.stringMatching(USAGE) })
    expect(run(['a.txt', '-f', 'text', '-o', 'a.txt'])).toMatchObject({ code: 2, stderr: expect.stringMatching(USAGE) })
    expect(readFileSync(join(root, 'a.txt'), 'utf8')).toBe(textPage('Tamar'))
  })

  test('records are named by their id', () => {
    const { put, run, files } = workplace()
    const lines = ['one', 'a/../b', 'one'].map((id) => JSON.stringify({ id, text: textPage(id) }))
    put('all.jsonl', `${lines.join('\n')}\n${JSON.stringify({ text: textPage('x') })}\n`)
    const { code, stderr } = run(['all.jsonl', '-d', 'out'])
    expect(code).toBe(1)
    expect(stderr).toContain('failed: all.jsonl: one: duplicate-name: ')
    expect(files().slice(1)).toEqual([
      expect.stringMatching(/^out\/all\/a-..-b-[0-9a-f]{8}\.md$/),
      'out/all/line-4.md',
      'out/all/one.md',
    ])
  })

  test('links in the input are passed over, links in the output not followed', () => {
    const { put, run, root, files } = workplace()
    put('in/a.html', htmlPage('Tamar'))
    put('secret.html', htmlPage('secret'))
    symlinkSync('../secret.html', join(root, 'in/link.html'))
    put('victim', 'untouched')
    mkdirSync(join(root, 'out'))
    symlinkSync('../victim', join(root, 'out/a.md'))
    expect(run(['in', '-d', 'out'])).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('1 link or special file'),
    })
    expect(files().filter((name) => name.startsWith('out'))).toEqual(['out/a.md'])
    expect(readFileSync(join(root, 'victim'), 'utf8')).toBe('untouched')
  })

  test('names that another system can not have are changed', () => {
    const { put, run, files } = workplace()
    put('in/-rf:?.html', htmlPage('Tamar'))
    put('in/CON.html', htmlPage('Tamar'))
    expect(run(['in', '-d', 'out']).code).toBe(0)
    expect(files().slice(2)).toEqual(['out/-rf__.md', 'out/CON_.md'])
  })
})

describe('into a file', () => {
  test('one page', () => {
    const { put, run, root } = workplace()
    put('a.txt', textPage('Tamar'))
    expect(run(['a.txt', '-o', 'a.md'])).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toContain('Tamar')
  })

  test('several pages as jsonl, the file itself being no input', () => {
    const { put, run, root } = workplace()
    put('a.txt', textPage('Tamar'))
    put('b.txt', textPage('Lynher'))
    for (let i = 0; i < 2; i += 1) expect(run(['.', '-o', 'all.jsonl']).code).toBe(0)
    expect(records(readFileSync(join(root, 'all.jsonl'), 'utf8'))).toHaveLength(2)
  })

  test('a page that failed leaves the file as it was', () => {
    const { put, run, root, files } = workplace()
    put('bad.pdf', '%PDF-1.7')
    writeFileSync(join(root, 'a.md'), 'old')
    expect(run(['bad.pdf', '-o', 'a.md']).code).toBe(1)
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('old')
    expect(files()).toEqual(['a.md', 'bad.pdf'])
  })
})

describe('wrong usage: code 2, nothing on standard output', () => {
  test.each([
    ['unknown option', ['--formt', 'json']],
    ['unknown format', ['-f', 'pdf']],
    ['an input that is not there', ['missing.html']],
    ['a pattern that matches nothing', ['*.none']],
    ['one address for many pages', ['.', '--url', 'https://example.com/']],
    ['a file as the folder', ['a.txt', '-d', 'a.txt']],
    ['a folder as the file', ['a.txt', '-o', '.']],
  ])('%s', (_name, args) => {
    const { put, run, files } = workplace()
    put('a.txt', textPage('Tamar'))
    const { code, stdout, stderr } = run(args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(USAGE)
    expect(files()).toEqual(['a.txt'])
  })
})

test('help and version', () => {
  const { run } = workplace()
  expect(run(['--help'])).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringMatching(/Examples:[\s\S]*Usage:/),
  })
  expect(run(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('gzip that is cut keeps what could be read', () => {
  const { put, run } = workplace()
  const whole = gzipSync(textPage('Tamar'))
  put('cut.txt.gz', whole.subarray(0, -8))
  const { code, stdout, stderr } = run(['cut.txt.gz'])
  expect(code).toBe(0)
  expect(stdout).toContain('Tamar')
  expect(stderr).toMatch(/^warning: cut\.txt\.gz: truncated: /)
  expect(gunzipSync(whole).toString()).toBe(textPage('Tamar'))
})
