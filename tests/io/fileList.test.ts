import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readFileList } from '../../src/io/fileList.ts'

async function* bytesOf(text: string | Buffer): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text as Buffer)
  for (let at = 0; at < bytes.length; at += 3) yield bytes.subarray(at, at + 3)
}

async function pathsOf(text: string | Buffer, nul = false): Promise<string[]> {
  const entries = await readFileList(bytesOf(text), { nul })
  expect(entries.every(({ isListed }) => isListed)).toBe(true)
  return entries.map(({ path }) => path)
}

test.each([
  ['one a line, in order', 'b.html\na.html\n', ['b.html', 'a.html']],
  ['the last line without an end', 'a\nb', ['a', 'b']],
  ['CRLF', 'a\r\nb\r\n', ['a', 'b']],
  ['blank lines', '\n\na\n\r\n\nb\n', ['a', 'b']],
  ['a byte order mark', '\ufeffa\nb\n', ['a', 'b']],
  ['names that would be something else as arguments', '-\n--help\n*.html\n # x \n', ['-', '--help', '*.html', ' # x ']],
  ['one path twice', 'a\na\n', ['a', 'a']],
  ['nothing', '', []],
])('%s', async (_name, text, paths) => {
  expect(await pathsOf(text)).toEqual(paths)
})

test('parted by NUL: every other byte is one of a name', async () => {
  expect(await pathsOf('a\nb\0c\r\0\0\ufeffd', true)).toEqual(['a\nb', 'c\r', '\ufeffd'])
})

test('parted by NUL, but read as lines', async () => {
  expect(await readFileList(bytesOf('a\0b\0'), { nul: false })).toMatchObject([
    { failure: { code: 'unreadable', message: 'no file has a NUL in its name; see --null' } },
  ])
})

test('names that are not UTF-8 are opened by their bytes', async () => {
  const bytes = Buffer.from('caf\xe9.html\n', 'latin1')
  expect(await readFileList(bytesOf(bytes), { nul: false })).toMatchObject([
    { path: 'caf\ufffd.html', file: bytes.subarray(0, -1), name: 'caf\ufffd.html' },
  ])
})

test('a path that leads out of the working folder gives its last part, as an argument does', async () => {
  const entries = await readFileList(bytesOf('a/b.html\n../c.html\n/d/e.html\n'), { nul: false })
  expect(entries.map(({ name }) => name)).toEqual(['a/b.html', 'c.html', 'e.html'])
})

test('a list in a file, and one that is not there', async () => {
  const root = mkdtempSync(join(tmpdir(), 'list-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  writeFileSync(join(root, 'list'), 'a.html\n')
  expect(await readFileList(join(root, 'list'), { nul: false })).toMatchObject([{ path: 'a.html' }])
  await expect(readFileList(join(root, 'gone'), { nul: false })).rejects.toThrow(
    `Expected a list of files that can be read for --files-from, not: ${join(root, 'gone')}: no such file or folder (ENOENT)`,
  )
})
