import { mkdirSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileSink } from '../../src/io/sink-file.ts'
import { isPartName, partName, partSink } from '../../src/io/sink-parts.ts'
import { emptyFolder, PAGE, writeAll } from './outputs.ts'

test.each([
  ['articles.jsonl', 1, 'articles-00001.jsonl'],
  ['out/articles.jsonl.gz', 12, 'out/articles-00012.jsonl.gz'],
  ['articles', 1, 'articles-00001'],
  ['a.b/c.d.md', 1, 'a.b/c.d-00001.md'],
  ['.jsonl', 1, '.jsonl-00001'],
  ['all.GZ', 123_456, 'all-123456.GZ'],
])('%s, %i: %s', (path, part, name) => {
  expect(partName(path, part)).toBe(name)
})

test.each([
  ['all.jsonl', 'all-00001.jsonl', true],
  ['all.jsonl', 'all-100000.jsonl', true],
  ['all.jsonl', 'all.jsonl', false],
  ['all.jsonl', 'all-1.jsonl', false],
  ['all.jsonl', 'all-00001.jsonl.gz', false],
  ['all.jsonl', 'all-0000x.jsonl', false],
  ['all.jsonl', 'tall-00001.jsonl', false],
])('of %s, %s: %s', (path, name, isPart) => {
  expect(isPartName(path, name)).toBe(isPart)
})

test('parts have so many pages, the last one fewer', async () => {
  const { at, files, read } = emptyFolder()
  const sink = await partSink(at('all.jsonl'), { pages: 2, allowEmpty: true })
  expect(await writeAll(sink, ['1\n', '2\n', '3\n'])).toEqual(['ok', 'ok', 'ok'])
  expect(files()).toEqual(['all-00001.jsonl', 'all-00002.jsonl'])
  expect([read('all-00001.jsonl'), read('all-00002.jsonl')]).toEqual(['1\n2\n', '3\n'])
})

test('a part appears when it is full, and is whole where the run ends before its time', async () => {
  const { at, files } = emptyFolder()
  const sink = await partSink(at('all.jsonl'), { pages: 2, allowEmpty: true })
  await sink.write(PAGE, '1\n')
  expect(files().filter((name) => name.startsWith('all'))).toEqual([])
  await sink.write(PAGE, '2\n')
  expect(files()).toEqual(['all-00001.jsonl'])
  await sink.write(PAGE, '3\n')
  sink.abort()
  expect(files()).toEqual(['all-00001.jsonl'])
})

test('parts of a longer run before are gone, what lies behind a gap stays', async () => {
  const { at, files } = emptyFolder()
  for (const name of ['all-00001.jsonl', 'all-00002.jsonl', 'all-00003.jsonl', 'all-00005.jsonl', 'all.jsonl']) {
    writeFileSync(at(name), 'old')
  }
  mkdirSync(at('all-00004.jsonl'))
  await writeAll(await partSink(at('all.jsonl'), { pages: 2, allowEmpty: true }), ['1\n', '2\n'])
  expect(files()).toEqual(['all-00001.jsonl', 'all-00004.jsonl', 'all-00005.jsonl', 'all.jsonl'])
})

test('no page, one empty part', async () => {
  const { at, files, read } = emptyFolder()
  await writeAll(await partSink(at('all.jsonl'), { pages: 2, allowEmpty: true }), [])
  expect(files()).toEqual(['all-00001.jsonl'])
  expect(read('all-00001.jsonl')).toBe('')
})

test('all parts together are the file that would be written without', async () => {
  const { at, files, read } = emptyFolder()
  const lines = fc.array(
    fc.string().map((text) => `${JSON.stringify(text)}\n`),
    { maxLength: 12 },
  )
  await fc.assert(
    fc.asyncProperty(lines, fc.integer({ min: 1, max: 5 }), async (pages, size) => {
      await writeAll(await partSink(at('all.jsonl'), { pages: size, allowEmpty: true }), pages)
      await writeAll(await fileSink(at('whole'), { allowEmpty: true }), pages)
      const parts = files().filter((name) => name.startsWith('all'))
      expect(parts).toHaveLength(Math.max(1, Math.ceil(pages.length / size)))
      expect(parts.map(read).join('')).toBe(read('whole'))
    }),
    { numRuns: 30 },
  )
})
