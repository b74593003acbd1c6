import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { isGzipName } from '../../src/io/names.ts'
import { fileSink } from '../../src/io/sink-file.ts'
import { partSink } from '../../src/io/sink-parts.ts'
import { emptyFolder, writeAll } from './outputs.ts'

test.each([
  ['a.jsonl.gz', true],
  ['a.GZ', true],
  ['a.jsonl', false],
  ['gz', false],
])('%s: %s', (name, isGzip) => {
  expect(isGzipName(name)).toBe(isGzip)
})

test('a name that ends in .gz is written as gzip, without a name or a time in its header', async () => {
  const { at } = emptyFolder()
  await writeAll(await fileSink(at('a.gz'), { allowEmpty: false }), ['one\n', 'zwei ü\n'])
  const bytes = readFileSync(at('a.gz'))
  expect(gunzipSync(bytes).toString()).toBe('one\nzwei ü\n')
  // Magic, deflate, no flags, no time (RFC 1952).
  expect([...bytes.subarray(0, 8)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0])
  await writeAll(await fileSink(at('b.gz'), { allowEmpty: false }), ['one\n', 'zwei ü\n'])
  expect(readFileSync(at('b.gz'))).toEqual(bytes)
})

test('much text is several members, of which any reader makes one text', async () => {
  const { at } = emptyFolder()
  const pages = Array.from({ length: 30 }, (_, i) => `${String(i).repeat(100_000)}\n`)
  await writeAll(await fileSink(at('a.gz'), { allowEmpty: false }), pages)
  const bytes = readFileSync(at('a.gz'))
  expect(gunzipSync(bytes).toString()).toBe(pages.join(''))
  expect(bytes.toString('latin1').split('\x1f\x8b\x08').length - 1).toBe(5)
})

test('no page is gzip of nothing', async () => {
  const { at } = emptyFolder()
  await writeAll(await fileSink(at('a.gz'), { allowEmpty: true }), [])
  expect(gunzipSync(readFileSync(at('a.gz'))).toString()).toBe('')
})

test('parts are gzipped one by one', async () => {
  const { at } = emptyFolder()
  await writeAll(await partSink(at('a.jsonl.gz'), { pages: 1, allowEmpty: true }), ['1\n', '2\n'])
  const texts = ['a-00001.jsonl.gz', 'a-00002.jsonl.gz'].map((name) => gunzipSync(readFileSync(at(name))).toString())
  expect(texts).toEqual(['1\n', '2\n'])
})
