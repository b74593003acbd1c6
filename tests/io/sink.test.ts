import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { atomicFile } from '../../src/io/atomic.ts'
import { nameKey } from '../../src/io/names.ts'
import type { PageInput } from '../../src/io/page.ts'
import { fileSink } from '../../src/io/sink-file.ts'
import {
  createNaming,
  folderSink,
  makeFolder,
  type NamePlan,
  planNames,
  plannedName,
} from '../../src/io/sink-folder.ts'
import { streamSink } from '../../src/io/sink-stream.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sink-'))
})

afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

const at = (...parts: string[]) => join(root, ...parts)
const read = (name: string) => readFileSync(at(name), 'utf8')
const everything = () => readdirSync(root, { recursive: true }).sort()

function page(stem: string, isRecord = false): PageInput {
  return {
    id: stem,
    path: stem,
    url: null,
    meta: {},
    content: { kind: 'text', text: '' },
    warnings: [],
    stem,
    isRecord,
  }
}

describe('atomicFile', () => {
  test('has its name only when it is whole', async () => {
    writeFileSync(at('a.md'), 'old')
    const file = atomicFile(at('a.md'))
    await file.write('new ')
    await file.write('text')
    expect(read('a.md')).toBe('old')
    await file.commit()
    expect(read('a.md')).toBe('new text')
    expect(everything()).toEqual(['a.md'])
  })

  test('leaves nothing when it is given up', async () => {
    const file = atomicFile(at('a.md'))
    await file.write('half')
    expect(everything()).toHaveLength(1)
    file.abort()
    expect(everything()).toEqual([])
    file.abort()
  })

  test('leaves nothing when its name is taken by a folder', async () => {
    mkdirSync(at('a.md'))
    const file = atomicFile(at('a.md'))
    await file.write('text')
    await expect(file.commit()).rejects.toThrow()
    expect(everything()).toEqual(['a.md'])
  })

  test('replaces a link and not what it points to', async () => {
    writeFileSync(at('victim'), 'untouched')
    symlinkSync('victim', at('a.md'))
    const file = atomicFile(at('a.md'))
    await file.write('text')
    await file.commit()
    expect([read('victim'), read('a.md')]).toEqual(['untouched', 'text'])
  })
})

describe('fileSink', () => {
  test('appears when all is written', async () => {
    const sink = await fileSink(at('all.jsonl'), { allowEmpty: false })
    expect(await sink.write(page('a'), '1\n')).toBe(true)
    await sink.write(page('b'), '2\n')
    expect(existsSync(at('all.jsonl'))).toBe(false)
    await sink.close()
    expect(read('all.jsonl')).toBe('1\n2\n')
  })

  test('no page, no file, unless an empty one is wanted', async () => {
    await (await fileSink(at('none.md'), { allowEmpty: false })).close()
    await (await fileSink(at('none.jsonl'), { allowEmpty: true })).close()
    expect(everything()).toEqual(['none.jsonl'])
  })

  test('a folder in its place is wrong usage, a folder that is missing an obstacle', async () => {
    await expect(fileSink(root, { allowEmpty: false })).rejects.toThrow(/^Expected a file for --output/)
    const sink = await fileSink(at('missing/a.md'), { allowEmpty: false })
    await expect(sink.write(page('a'), 'x')).rejects.toThrow(/a\.md: no such file or folder \(ENOENT\)$/)
  })

  test('devices are written to, not replaced', async () => {
    const sink = await fileSink('/dev/null', { allowEmpty: false })
    await sink.write(page('a'), 'x')
    await sink.close()
    const full = await fileSink('/dev/full', { allowEmpty: false })
    await expect(full.write(page('a'), 'x')).rejects.toThrow(/no space left/)
    full.abort()
  })
})

async function openFolder(plan: NamePlan, temporary?: string) {
  await makeFolder(at('out'))
  return folderSink({ folder: at('out'), nameOf: createNaming('.md', plan), temporary })
}

describe('folderSink', () => {
  test('mirrors a tree', async () => {
    const sink = await openFolder(new Map())
    await sink.write(page('a/b/c'), 'one')
    await sink.write(page('d'), 'two')
    await sink.close()
    expect([read('out/a/b/c.md'), read('out/d.md')]).toEqual(['one', 'two'])
    expect(everything()).toEqual(['out', 'out/a', 'out/a/b', 'out/a/b/c.md', 'out/d.md'])
  })

  test('records of one name are a failure of the second, files are planned', async () => {
    const plan = planNames([{ path: 'in/a.html', file: 'in/a.html', name: 'a.html' }], '.md')
    const sink = await openFolder(plan)
    await sink.write(page('a'), 'file')
    await expect(sink.write(page('a', true), 'record')).rejects.toMatchObject({
      code: 'duplicate-name',
      message: 'a.md is the output of in/a.html already',
    })
    await sink.write(page('b', true), 'record')
    await expect(sink.write(page('b', true), 'again')).rejects.toMatchObject({ code: 'duplicate-name' })
    expect([read('out/a.md'), read('out/b.md')]).toEqual(['file', 'record'])
  })

  test('a record whose output stays keeps its name', async () => {
    const sink = await openFolder(new Map())
    sink.keep?.(page('a', true))
    await expect(sink.write(page('a', true), 'record')).rejects.toMatchObject({ code: 'duplicate-name' })
  })

  test('files are made in another folder where one is given', async () => {
    mkdirSync(at('making'))
    const sink = await openFolder(new Map(), at('making'))
    await sink.write(page('a/b'), 'x')
    expect(everything()).toEqual(['making', 'out', 'out/a', 'out/a/b.md'])
  })

  test('a link within the tree is not entered', async () => {
    mkdirSync(at('elsewhere'))
    mkdirSync(at('out'))
    symlinkSync('../elsewhere', at('out/a'))
    const sink = await openFolder(new Map())
    await expect(sink.write(page('a/b'), 'x')).rejects.toThrow(/it is no folder$/)
    expect(everything()).toEqual(['elsewhere', 'out', 'out/a'])
  })

  test('a file in its place is wrong usage', async () => {
    writeFileSync(at('out'), '')
    await expect(makeFolder(at('out'))).rejects.toThrow(/^Expected a folder for --out-dir/)
  })
})

describe('planNames', () => {
  const entry = (path: string) => ({ path, file: path, name: path })

  test('two inputs with one output name are both named', () => {
    expect(() => planNames([entry('x/a.html'), entry('x/a.txt')], '.md')).toThrow(
      'Expected an output name for each input, not: x/a.md for both x/a.html and x/a.txt',
    )
  })

  test('names that are one on some disks are two on all, in any order', () => {
    const entries = ['Page.html', 'page.html', 'e\u0301.html', 'é.html', 'A/x.html', 'a/X.html'].map(entry)
    const plan = planNames(entries, '.md')
    expect(planNames(entries.toReversed(), '.md')).toEqual(plan)
    expect(plan.size).toBe(6)
    expect(new Set([...plan.keys()].map((name) => nameKey(name, 'darwin'))).size).toBe(6)
    const names = ['Page', 'page', 'e\u0301', 'é', 'A/x', 'a/X', 'other'].map((stem) => plannedName(plan, stem, '.md'))
    expect(names).toEqual([
      expect.stringMatching(/^Page-[0-9a-f]{8}\.md$/),
      'page.md',
      expect.stringMatching(/^e\u0301-[0-9a-f]{8}\.md$/),
      'é.md',
      expect.stringMatching(/^A\/x-[0-9a-f]{8}\.md$/),
      expect.stringMatching(/^a\/X-[0-9a-f]{8}\.md$/),
      'other.md',
    ])
  })

  test('folders that could not be listed have no output', () => {
    const failure = { code: 'unreadable', message: 'permission denied' } as const
    expect(planNames([{ ...entry('x'), failure }, entry('x.html')], '.md')).toEqual(new Map([['x.md', 'x.html']]))
  })
})

describe('streamSink', () => {
  test('waits until the stream has taken the text', async () => {
    const taken: string[] = []
    const slow = new Writable({
      write(chunk, _encoding, done) {
        setTimeout(() => {
          taken.push(String(chunk))
          done()
        }, 5)
      },
    })
    const sink = streamSink(slow)
    await sink.write(page('a'), 'one')
    expect(taken).toEqual(['one'])
  })

  function failing(code: string): Writable {
    return new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) })
  }

  test('a reader that went away is told from an obstacle', async () => {
    expect(await streamSink(failing('EPIPE')).write(page('a'), 'x')).toBe(false)
    await expect(streamSink(failing('ENOSPC')).write(page('a'), 'x')).rejects.toThrow(
      "Can't write to standard output: no space left on the disk (ENOSPC)",
    )
  })
})
