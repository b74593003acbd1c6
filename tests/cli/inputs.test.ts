import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { htmlPage, records, textPage, workplace } from './command.ts'

describe('a list of files', () => {
  test('in its order, what is missing is a page that failed', () => {
    const { put, run } = workplace()
    put('b.html', htmlPage('Tamar'))
    put('sub/a.txt', textPage('Lynher'))
    put('list', 'sub/a.txt\ngone.html\n\nb.html\nsub\n')
    const { code, stdout, stderr } = run(['--files-from', 'list'])
    expect(code).toBe(1)
    expect(records(stdout).map(({ id, error }) => [id, (error as { code: string } | undefined)?.code])).toEqual([
      ['sub/a.txt', undefined],
      ['gone.html', 'unreadable'],
      ['b.html', undefined],
      ['sub', 'unreadable'],
    ])
    expect(stderr).toBe(
      'failed: gone.html: unreadable: no such file or folder (ENOENT)\n' +
        'failed: sub: unreadable: is a folder (EISDIR)\n' +
        '4 pages, 2 cleaned, 2 failed\n',
    )
  })

  test('of standard input, after what the arguments name, mirrored into a folder', () => {
    const { put, run, files } = workplace()
    for (const name of ['a.html', 'x/b.html', 'x/c.html']) put(`${name}`, htmlPage(name))
    const { code, stderr } = run(['a.html', '--files-from', '-', '-0', '-d', 'out'], 'x/c.html\0x/b.html\0')
    expect([code, stderr]).toEqual([0, '3 pages, 3 cleaned, 0 failed\n'])
    expect(files().filter((name) => name.startsWith('out'))).toEqual(['out/a.md', 'out/x/b.md', 'out/x/c.md'])
  })

  test('of one file, and of none: many all the same', () => {
    const { put, run } = workplace()
    put('a.html', htmlPage('Tamar'))
    expect(records(run(['--files-from', '-'], 'a.html\n').stdout)).toHaveLength(1)
    expect(run(['--files-from', '-'], '')).toEqual({ code: 0, stdout: '', stderr: '0 pages, 0 cleaned, 0 failed\n' })
  })

  test('a pipe that it names is not waited for', () => {
    const { root, run } = workplace()
    execFileSync('mkfifo', [`${root}/pipe.html`])
    const { code, stderr } = run(['--files-from', '-'], 'pipe.html\n')
    expect([code, stderr]).toEqual([
      1,
      'failed: pipe.html: unreadable: is a pipe or a device\n1 page, 0 cleaned, 1 failed\n',
    ])
  })

  test('names that are not UTF-8', () => {
    const { root, shell } = workplace()
    writeFileSync(Buffer.concat([Buffer.from(`${root}/caf`), Buffer.of(0xe9)]), htmlPage('Tamar'))
    const { code, stdout } = shell("find . -name 'caf*' -print0 | $CLEAN_ARTICLE --files-from - --null")
    expect(code).toBe(0)
    expect(records(stdout)).toMatchObject([{ id: './caf\ufffd' }])
  })

  test('that is not there is wrong usage', () => {
    const { run } = workplace()
    const { code, stdout, stderr } = run(['--files-from', 'gone'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(
      /^clean-article: Expected a list of files .*, not: gone: no such file or folder \(ENOENT\)\n/,
    )
  })
})

describe('ignore files', () => {
  test('keep files of a folder out, named ones not', () => {
    const { put, run, files } = workplace()
    put('in/a.html', htmlPage('Tamar'))
    put('in/draft/b.html', htmlPage('Lynher'))
    put('in/.hidden.html', htmlPage('Tavy'))
    put('in/.clean-article-ignore', 'draft\n')
    const { code, stderr } = run(['in', '-d', 'out'])
    expect([code, stderr]).toEqual([
      0,
      '1 page, 1 cleaned, 0 failed; 1 hidden file or folder, 1 ignored file or folder passed over\n',
    ])
    expect(files().filter((name) => name.startsWith('out'))).toEqual(['out/a.md'])
    expect(run(['in/draft/b.html']).stdout).toContain('Lynher')
    expect(run(['in/draft']).stderr).toBe('1 page, 1 cleaned, 0 failed\n')
    expect(records(run(['in', '--no-ignore']).stdout).map(({ id }) => id)).toEqual(['a', 'draft/b'])
  })
})

test('files that differ in case only are two outputs on every disk', () => {
  const { put, run, files } = workplace()
  put('in/Page.html', htmlPage('Tamar'))
  put('in/page.html', htmlPage('Lynher'))
  expect(run(['in', '-d', 'out']).code).toBe(0)
  expect(files().filter((name) => name.startsWith('out'))).toEqual([
    expect.stringMatching(/^out\/Page-[0-9a-f]{8}\.md$/),
    'out/page.md',
  ])
})
