import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type CheckFileOptions, checkFile, checkFolder } from '../../src/io/sink-check.ts'
import { createNaming } from '../../src/io/sink-folder.ts'
import { emptyFolder, PAGE, writeAll } from './outputs.ts'

const ONE_FILE: CheckFileOptions = { partPages: null, isLines: true, allowEmpty: true }

describe('a folder', () => {
  test('page by page: the same, another, a longer one, none', async () => {
    const { at, files, read } = emptyFolder()
    writeFileSync(at('same.md'), 'text\n')
    writeFileSync(at('other.md'), 'texts')
    writeFileSync(at('longer.md'), 'text\nmore')
    mkdirSync(at('folder.md'))
    const sink = checkFolder(at('.'), createNaming('.md', new Map()))
    const check = (stem: string) => sink.write({ ...PAGE, stem }, 'text\n')
    expect(await check('same')).toBe(true)
    for (const stem of ['other', 'longer']) {
      const message = `${at(`${stem}.md`)} is not what would be written`
      await expect(check(stem)).rejects.toMatchObject({ code: 'differs', message })
    }
    for (const stem of ['none', 'folder']) {
      const message = `${at(`${stem}.md`)} is missing`
      await expect(check(stem)).rejects.toMatchObject({ code: 'differs', message })
    }
    expect(files()).toEqual(['folder.md', 'longer.md', 'other.md', 'same.md'])
    expect(read('other.md')).toBe('texts')
  })

  test('records of one name are a failure of the second, as when they are written', async () => {
    const { at } = emptyFolder()
    writeFileSync(at('a.md'), 'text')
    const sink = checkFolder(at('.'), createNaming('.md', new Map()))
    const record = { ...PAGE, isRecord: true }
    expect(await sink.write(record, 'text')).toBe(true)
    await expect(sink.write(record, 'text')).rejects.toMatchObject({ code: 'duplicate-name' })
  })
})

describe('a file of lines', () => {
  /** What is told of pages, and of the rest, where this is the file. */
  async function check(content: string | null, pages: readonly string[], options: Partial<CheckFileOptions> = {}) {
    const { at, files } = emptyFolder()
    if (content !== null) writeFileSync(at('all'), content)
    const sink = checkFile(at('all'), { ...ONE_FILE, ...options })
    const told = await writeAll(sink, pages)
    const surplus = await sink.surplus?.()
    expect(files()).toEqual(content === null ? [] : ['all'])
    const message = (surplus?.failure.message ?? 'ok').replace(at('all'), 'all')
    return [...told.map((text) => text.replace(at('all'), 'all')), message]
  }
  const OTHER = 'differs: all is not what would be written'

  test.each<[string | null, readonly string[], readonly string[]]>([
    ['1\n2\n', ['1\n', '2\n'], ['ok', 'ok', 'ok']],
    // After a page that differs comes the next: whatever its length.
    ['x\n2\n', ['1\n', '2\n'], [OTHER, 'ok', 'ok']],
    ['a longer line\n2\n', ['1\n', '2\n'], [OTHER, 'ok', 'ok']],
    ['1\n', ['1\n', '2\n'], ['ok', OTHER, 'ok']],
    ['1\n2\n3\n', ['1\n', '2\n'], ['ok', 'ok', 'all goes on after the last page']],
    [null, ['1\n', '2\n'], ['differs: all is missing', 'differs: all is missing', 'ok']],
    ['', [], ['ok']],
    ['1\n', [], ['all goes on after the last page']],
    [null, [], ['all is missing']],
  ])('%j against %j', async (content, pages, told) => {
    expect(await check(content, pages)).toEqual(told)
  })

  test('no page of one that may have none: nothing would be written', async () => {
    expect(await check('old', [], { allowEmpty: false, isLines: false })).toEqual(['ok'])
  })

  test('one page as Markdown differs once, however it goes on', async () => {
    const one = { allowEmpty: false, isLines: false }
    expect(await check('text\n', ['text\n'], one)).toEqual(['ok', 'ok'])
    expect(await check('other\ntext\n', ['text\n'], one)).toEqual([OTHER, 'ok'])
    expect(await check('text\nmore\n', ['text\n'], { ...one, partPages: 1 })).toEqual([
      expect.stringContaining('is missing'),
      'ok',
    ])
  })
})

test('a gzipped file is compared by its text', async () => {
  const { at } = emptyFolder()
  writeFileSync(at('all.gz'), Buffer.concat([gzipSync('1\n', { level: 1 }), gzipSync('2\n')]))
  const sink = checkFile(at('all.gz'), ONE_FILE)
  expect(await writeAll(sink, ['1\n', '2\n'])).toEqual(['ok', 'ok'])
  expect(await sink.surplus?.()).toBeNull()
})

describe('parts', () => {
  async function check(parts: readonly (string | null)[], pages: readonly string[]) {
    const { at } = emptyFolder()
    parts.forEach((content, i) => {
      if (content !== null) writeFileSync(at(`all-0000${i + 1}.jsonl`), content)
    })
    const sink = checkFile(at('all.jsonl'), { ...ONE_FILE, partPages: 2 })
    const told = [...(await writeAll(sink, pages)), (await sink.surplus?.())?.failure.message ?? 'ok']
    rmSync(at('.'), { recursive: true })
    return told.map((text) => text.replace(`${at('all')}-0000`, 'part '))
  }

  test.each<[readonly (string | null)[], readonly string[], readonly string[]]>([
    [
      ['1\n2\n', '3\n'],
      ['1\n', '2\n', '3\n'],
      ['ok', 'ok', 'ok', 'ok'],
    ],
    [
      ['1\n2\nx\n', '3\n'],
      ['1\n', '2\n', '3\n'],
      ['ok', 'differs: part 1.jsonl is not what would be written', 'ok', 'ok'],
    ],
    [
      [null, '3\n'],
      ['1\n', '2\n', '3\n'],
      ['differs: part 1.jsonl is missing', 'differs: part 1.jsonl is missing', 'ok', 'ok'],
    ],
    [
      ['1\n2\n', '3\n4\n'],
      ['1\n', '2\n', '3\n'],
      ['ok', 'ok', 'ok', 'part 2.jsonl goes on after the last page'],
    ],
    [
      ['1\n2\n', '3\n'],
      ['1\n', '2\n'],
      ['ok', 'ok', 'part 2.jsonl is a part too many'],
    ],
    [[''], [], ['ok']],
  ])('%j against %j', async (parts, pages, told) => {
    expect(await check(parts, pages)).toEqual(told)
  })
})
