import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { gunzip, gzipTrace } from '../../src/io/gunzip.ts'
import { byteReader } from '../../src/io/reader.ts'
import type { Warning } from '../../src/types.ts'

async function* inPieces(data: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < data.length; at += size) yield data.subarray(at, at + size)
}

async function unpack(data: Uint8Array, size = 1 << 16): Promise<[string, string[]]> {
  const notes: Warning[] = []
  const parts: Buffer[] = []
  for await (const part of gunzip(byteReader(inPieces(data, size)), notes)) parts.push(part)
  return [Buffer.concat(parts).toString(), notes.map(({ code }) => code)]
}

const ONE = gzipSync('first member ')
const TWO = gzipSync('second member')
/** Text that does not compress to nothing, so that there is something to cut. */
const LONG_TEXT = Array.from({ length: 20_000 }, (_, i) => `${(i * 7919) % 10_007}`).join(' ')
const LONG = gzipSync(LONG_TEXT)

test.each([1, 7, 1 << 16])('members one after the other, read %i bytes at a time', async (size) => {
  expect(await unpack(Buffer.concat([ONE, TWO]), size)).toEqual(['first member second member', []])
})

test('a member of many pieces', async () => {
  expect(await unpack(LONG, 1000)).toEqual([LONG_TEXT, []])
})

test('zero padding, between members too', async () => {
  const padding = Buffer.alloc(1000)
  expect(await unpack(Buffer.concat([ONE, padding, TWO, padding]))).toEqual(['first member second member', []])
})

test('garbage at the end is reported and costs nothing', async () => {
  const [text, codes] = await unpack(Buffer.concat([ONE, Buffer.from('garbage')]))
  expect([text, codes]).toEqual(['first member ', ['trailing-data']])
})

test.each([1, 1 << 16])('garbage between members, read %i bytes at a time', async (size) => {
  const [text, codes] = await unpack(Buffer.concat([ONE, Buffer.from('\x1fgar\x1f\x8bbage\x1f'), TWO]), size)
  expect(text).toBe('first member second member')
  expect(new Set(codes)).toEqual(new Set(['trailing-data']))
})

test('a member that is cut keeps its beginning', async () => {
  const [text, codes] = await unpack(LONG.subarray(0, LONG.length / 2))
  expect(text.length).toBeGreaterThan(1000)
  expect(LONG_TEXT.startsWith(text)).toBe(true)
  expect(codes).toEqual(['truncated'])
})

test.each([1, 4, 8])('a trailer short of %i bytes', async (missing) => {
  expect(await unpack(ONE.subarray(0, -missing))).toEqual(['first member ', ['truncated']])
})

test('a header that is cut', async () => {
  expect(await unpack(ONE.subarray(0, 6))).toEqual(['', ['truncated']])
})

test('a wrong checksum keeps the data', async () => {
  const wrong = Buffer.from(ONE)
  wrong[wrong.length - 6] = (wrong[wrong.length - 6] ?? 0) ^ 1
  expect(await unpack(Buffer.concat([wrong, TWO]))).toEqual(['first member second member', ['corrupt']])
})

test('a damaged member does not cost those after it', async () => {
  const damaged = Buffer.from(LONG)
  damaged.fill(0xff, 5000, 5100)
  const [text, codes] = await unpack(Buffer.concat([ONE, damaged, TWO]))
  expect(text.startsWith('first member ')).toBe(true)
  expect(text.endsWith('second member')).toBe(true)
  expect(codes).toContain('corrupt')
})

test('a member whose checksum is cut short does not cost the next one', async () => {
  const short = Buffer.concat([ONE.subarray(0, -1), TWO])
  expect(await unpack(short)).toEqual(['first member second member', ['corrupt']])
})

test('a member that runs on into the next one does not cost it', async () => {
  // The first bit says that the block is the last one; without it, zlib goes on with what follows.
  const open = Buffer.from(ONE)
  open[10] = (open[10] ?? 0) & 0xfe
  const [text, codes] = await unpack(Buffer.concat([open, TWO]))
  expect(text.endsWith('second member')).toBe(true)
  expect(codes).toEqual(['corrupt'])
})

test('a header without end does not cost the members after it', async () => {
  const named = Buffer.from(ONE)
  named[3] = 8
  const [text, codes] = await unpack(Buffer.concat([named, LONG.subarray(0, 5000).fill(1), TWO]))
  expect([text, codes]).toEqual(['second member', ['corrupt']])
})

test('reserved flags, or what no writer sets, begin no member in noise', async () => {
  const flags = Buffer.from([0x1f, 0x8b, 8, 0x20, 0, 0, 0, 0, 0, 3])
  const level = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 9, 3])
  expect(await unpack(Buffer.concat([ONE, flags, level, TWO]))).toEqual([
    'first member second member',
    ['trailing-data'],
  ])
})

test('members and damage are told with their place in the output', async () => {
  const wrong = Buffer.from(TWO)
  wrong[wrong.length - 6] = (wrong[wrong.length - 6] ?? 0) ^ 1
  const trace = gzipTrace()
  const input = byteReader(inPieces(Buffer.concat([ONE, wrong, Buffer.from('noise'), ONE]), 7))
  for await (const _part of gunzip(input, [], trace));
  expect(trace.members).toEqual([0, 13, 26])
  expect(trace.damage.map(({ from, to, warning }) => [from, to, warning.code])).toEqual([[13, 26, 'corrupt']])
})

test('extra field, name, comment and header checksum', async () => {
  const header = Buffer.from([0x1f, 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3])
  const fields = Buffer.concat([
    Buffer.from([3, 0]),
    Buffer.from('ext'),
    Buffer.from('../../name\0comment\0'),
    Buffer.from([0, 0]),
  ])
  expect(await unpack(Buffer.concat([header, fields, ONE.subarray(10)]))).toEqual(['first member ', []])
})

test('thousands of empty members', async () => {
  const empty = gzipSync('')
  expect(await unpack(Buffer.concat([...Array.from({ length: 5000 }, () => empty), TWO]))).toEqual([
    'second member',
    [],
  ])
})
