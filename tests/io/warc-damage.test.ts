import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PageInput } from '../../src/io/page.ts'
import { readPages } from '../../src/io/sources.ts'
import { archive, httpResponse, PACKINGS, type Packing, recordId, warcRecord } from '../helpers/warc.ts'

const page = (number: number, words = '') => `<!doctype html><p>page ${number} ${words}`
const record = (number: number, changes: object = {}) =>
  warcRecord({ number, block: httpResponse(page(number)), ...changes })

async function* inPieces(data: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < data.length; at += size) yield data.subarray(at, at + size)
}

async function read(data: Uint8Array, size = 1 << 16): Promise<PageInput[]> {
  const pages: PageInput[] = []
  for await (const found of readPages({ stdin: inPieces(data, size) }, 'warc')) pages.push(found)
  return pages
}

/** `page 1`, with the codes of its warnings; or `! code: message`. */
async function summaryOf(data: Uint8Array, size?: number): Promise<string[]> {
  return (await read(data, size)).map(({ content, warnings }) => {
    if ('failure' in content) return `! ${content.failure.code}: ${content.failure.message}`
    const body = 'bytes' in content ? Buffer.from(content.bytes).toString() : content.text
    return [/page \d+/.exec(body)?.[0] ?? body, ...warnings.map(({ code }) => code)].join(', ')
  })
}

describe('a wrong length costs no other record', () => {
  test.each([
    ['too long', 100_000],
    ['too long for a number', '9000000000000000000'],
    ['too short', 50],
    ['nothing', 0],
    ['negative', -1],
    ['no number', 'abc'],
    ['missing', null],
  ])('%s', async (_name, length) => {
    const records = [record(1), record(2, { length }), record(3)]
    const expected = ['page 1', 'page 2, warc-record', 'page 3']
    expect(await summaryOf(archive(records))).toEqual(expected)
    expect(await summaryOf(archive(records, 'by record'))).toEqual(expected)
  })

  test('larger than a page: only members tell better, since a page could hold what looks like records', async () => {
    const records = [record(1), record(2, { length: '99999999999' }), record(3)]
    const block = httpResponse(page(2)).length
    const large = '! input-limit: the page is larger than 20 MB'
    expect(await summaryOf(archive(records, 'by record'))).toEqual([
      'page 1',
      `${large} (warc-record: the record is not 99999999999 bytes long, as it says: ${block + 4} bytes)`,
      'page 3',
    ])
    expect(await summaryOf(archive(records))).toEqual([
      'page 1',
      `${large} (truncated: the archive ends within the record: ${block + 4 + record(3).length} of 99999999999 bytes)`,
    ])
  })

  test.each([1, 10, 1000])('of the last record, read %i bytes at a time', async (size) => {
    expect(await summaryOf(archive([record(1), record(2, { length: 1000 })]), size)).toEqual([
      'page 1',
      'page 2, truncated',
    ])
    expect(await summaryOf(archive([record(1), record(2, { length: null })]), size)).toEqual([
      'page 1',
      'page 2, warc-record',
    ])
  })

  test('the first of two lengths counts', async () => {
    const twice = record(2, { fields: [['content-length', '5']] })
    expect(await summaryOf(archive([record(1), twice, record(3)]))).toEqual([
      'page 1',
      'page 2, warc-record, warc-record',
      'page 3',
    ])
  })
})

describe('what stands between records', () => {
  test('one line end, three, none', async () => {
    const data = archive([record(1, { end: '\r\n' }), record(2, { end: '\n\n\n' }), record(3, { end: '' })])
    expect(await summaryOf(data)).toEqual(['page 1, warc-record', 'page 2, warc-record', 'page 3, warc-record'])
  })

  test.each([0, 1, 2, 3])('line ends of which byte %i is damaged', async (at) => {
    const end = Buffer.from('\r\n\r\n')
      .fill('#', at, at + 1)
      .toString()
    const [first, ...rest] = await summaryOf(archive([record(1, { end }), record(2), record(3)]))
    expect(first).toBe('page 1, warc-record')
    expect(rest).toEqual(['page 2', 'page 3'])
  })

  test('LF line ends', async () => {
    expect(await summaryOf(archive([record(1, { newline: '\n' }), record(2, { newline: '\n' })]))).toEqual([
      'page 1',
      'page 2',
    ])
  })

  test.each([3, 1000])('bytes that are no record, read %i bytes at a time', async (size) => {
    const noise = Buffer.from('WARC/ noise WARC/1.0 \r\nWARC/1.0\r\n')
    const first = record(1).length
    expect(await summaryOf(Buffer.concat([record(1), noise, record(2), noise]), size)).toEqual([
      'page 1',
      `! bad-record: warc-record: ${noise.length} bytes from byte ${first} on are no record`,
      'page 2',
      `! unreadable: trailing-data: ${noise.length} bytes from byte ${first + noise.length + record(2).length} on are no record`,
    ])
  })

  test('megabytes of noise', async () => {
    const noise = Buffer.alloc(3_000_000, 'noise WARC/1.0\n')
    expect(await summaryOf(Buffer.concat([record(1), noise, record(2), noise]))).toEqual([
      'page 1',
      `! bad-record: warc-record: 3000000 bytes from byte ${record(1).length} on are no record`,
      'page 2',
      `! unreadable: trailing-data: 3000000 bytes from byte ${2 * record(1).length + 3_000_000} on are no record`,
    ])
  })
})

describe('the header of a record', () => {
  test('longer than 64 KB', async () => {
    const long = record(2, { fields: [['X', 'y'.repeat(1 << 20)]] })
    expect(await summaryOf(archive([record(1), long, record(3)]))).toEqual([
      'page 1',
      `! bad-record: warc-record: the header of the record at byte ${record(1).length} has no end: ${long.length} bytes`,
      'page 3',
    ])
  })

  test('cut off', async () => {
    expect(await summaryOf(archive([record(1), record(2).subarray(0, 100)]))).toEqual([
      'page 1',
      `! unreadable: truncated: the archive ends within the header of the record at byte ${record(1).length}`,
    ])
  })

  test('without id or date', async () => {
    const bare = Buffer.from(
      'WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: 6\r\n\r\npage 1\r\n\r\n',
    )
    const [found] = await read(bare)
    expect(found).toMatchObject({
      id: '-',
      warnings: [{ code: 'warc-record', message: 'the header of the record lacks WARC-Record-ID and lacks WARC-Date' }],
    })
  })
})

describe('records that hold records', () => {
  const inner = archive([record(7), record(8)])

  test.each(PACKINGS)('are one page, %s', async (packing) => {
    const outer = warcRecord({ type: 'resource', number: 2, contentType: 'text/plain', block: inner })
    expect(await summaryOf(archive([record(1), outer, record(3)], packing))).toEqual(['page 1', 'page 7', 'page 3'])
  })

  test('even where they are damaged, if members tell where records begin', async () => {
    const outer = warcRecord({ type: 'resource', number: 3, contentType: 'text/plain', block: inner, length: 5 })
    const data = archive([record(1), record(2), outer, record(4)], 'by record')
    expect(await summaryOf(data)).toEqual(['page 1', 'page 2', 'page 7, warc-record', 'page 4'])
  })

  test('even where they are too large for a page', async () => {
    const block = Buffer.concat([inner, Buffer.alloc(21 * 1024 * 1024, 'a'), inner])
    const outer = warcRecord({ type: 'resource', number: 2, contentType: 'text/plain', block })
    expect(await summaryOf(archive([record(1), outer, record(3)]))).toEqual([
      'page 1',
      '! input-limit: the page is larger than 20 MB',
      'page 3',
    ])
  })
})

describe('damaged members', () => {
  const whole = [1, 2, 3].map((number) =>
    gzipSync(warcRecord({ number, block: httpResponse(page(number, noise(number))) })),
  )
  const damaged = (from: number, to: number) => {
    const [first, second, third] = whole.map((member) => Buffer.from(member)) as [Buffer, Buffer, Buffer]
    second.fill(0xff, from, to)
    return Buffer.concat([first, second, third])
  }

  test.each([1, 100, 1 << 16])('in the middle, read %i bytes at a time', async (size) => {
    const [second] = whole.slice(1)
    const length = second?.length ?? 0
    expect(await summaryOf(damaged(length / 2, length / 2 + 20), size)).toEqual(['page 1', 'page 2, corrupt', 'page 3'])
  })

  test('at its beginning: the record is lost, and told', async () => {
    const found = await summaryOf(damaged(12, 60))
    expect(found).toEqual([
      'page 1',
      expect.stringMatching(/^! unreadable: corrupt: a part of the gzip data is damaged: \d+ bytes$/),
      'page 3',
    ])
  })

  test('a wrong checksum is a warning of its own record', async () => {
    const length = whole[1]?.length ?? 0
    expect(await summaryOf(damaged(length - 8, length - 4))).toEqual(['page 1', 'page 2, corrupt', 'page 3'])
  })

  test('one member for all: what comes before the damage is read', async () => {
    const records = [1, 2, 3].map((number) => warcRecord({ number, block: httpResponse(page(number, noise(number))) }))
    const data = archive(records, 'at once')
    data.fill(0xff, data.length - 200, data.length - 180)
    const found = await read(data)
    expect(found[0]).toMatchObject({ id: recordId(1), warnings: [] })
    expect(found.at(-1)?.content).toMatchObject({ failure: { code: 'unreadable' } })
  })

  /** Words that do not compress to nothing. */
  function noise(seed: number): string {
    return Array.from({ length: 400 }, (_, i) => `${((i + 1000 * seed) * 104_729) % 1_000_003}`).join(' ')
  }
})

/** One byte is missing, one too many, or another; or all from there on. */
const damage = fc.record({
  kind: fc.constantFrom('cut', 'delete', 'insert', 'flip'),
  /** Share of the archive that is in front of it. */
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  byte: fc.integer({ min: 1, max: 255 }),
})

type Damaging = typeof damage extends fc.Arbitrary<infer T> ? T : never

function apply({ kind, byte }: Damaging, data: Buffer, at: number): Buffer {
  const [before, after] = [data.subarray(0, at), data.subarray(at)]
  if (kind === 'cut') return before
  if (kind === 'delete') return Buffer.concat([before, after.subarray(1)])
  if (kind === 'insert') return Buffer.concat([before, Buffer.of(byte), after])
  return Buffer.concat([before, Buffer.of((after[0] ?? 0) ^ byte), after.subarray(1)])
}

const words = fc.array(fc.constantFrom('market', 'bridge\n', 'WARC/1.0\r\n', '\r\n\r\n', 'é', '\n\n'), {
  maxLength: 60,
})
const pages = fc
  .array(words, { minLength: 2, maxLength: 6 })
  .map((all) => all.map((parts, i) => page(i, parts.join(' '))))

const RUNS = Number(process.env.FUZZ_RUNS ?? 300)
const SEED = Number(process.env.FUZZ_SEED ?? 1)

describe('one damaged byte', () => {
  const packings = PACKINGS.filter((packing): packing is Exclude<Packing, 'at once'> => packing !== 'at once')

  test.each(packings)('costs the record that it is in at most, %s', async (packing) => {
    await fc.assert(
      fc.asyncProperty(pages, damage, async (bodies, damaging) => {
        const parts = bodies.map((body, number) =>
          archive([warcRecord({ number, block: httpResponse(body) })], packing),
        )
        const data = Buffer.concat(parts)
        const at = Math.floor(damaging.at * data.length)
        const found = await read(apply(damaging, data, at))
        const texts = new Map(
          found.map(({ id, content }) => [id, 'bytes' in content ? Buffer.from(content.bytes).toString() : null]),
        )
        let start = 0
        for (const [number, body] of bodies.entries()) {
          const end = start + (parts[number]?.length ?? 0)
          const isHit = (at >= start && at < end) || (damaging.kind === 'cut' && at < end)
          // A byte that is put in where a record begins belongs to none.
          const isBeside = damaging.kind === 'insert' && at === end
          if (!isHit && !isBeside) expect(texts.get(recordId(number))).toBe(body)
          start = end
        }
      }),
      { numRuns: RUNS, seed: SEED },
    )
  })

  test('is never silent in compressed data', async () => {
    await fc.assert(
      fc.asyncProperty(pages, damage, fc.constantFrom('by record', 'at once'), async (bodies, damaging, packing) => {
        const records = bodies.map((body, number) => warcRecord({ number, block: httpResponse(body) }))
        const data = archive(records, packing as Packing)
        const found = await read(apply(damaging, data, Math.floor(damaging.at * data.length)))
        const isTold = found.some(({ content, warnings }) => 'failure' in content || warnings.length > 0)
        const texts = found.map(({ content }) => ('bytes' in content ? Buffer.from(content.bytes).toString() : null))
        // Whole members may be cut off, and headers of members have bytes that say nothing.
        const isWhole = texts.every((text, i) => text === bodies[i])
        expect(isTold || isWhole).toBe(true)
      }),
      { numRuns: RUNS, seed: SEED },
    )
  })

  test('gives the same however the archive is read', async () => {
    await fc.assert(
      fc.asyncProperty(pages, damage, fc.constantFrom(...PACKINGS), async (bodies, damaging, packing) => {
        const records = bodies.map((body, number) => warcRecord({ number, block: httpResponse(body) }))
        const data = archive(records, packing)
        const damagedData = apply(damaging, data, Math.floor(damaging.at * data.length))
        const once = await read(damagedData)
        for (const size of [1, 17, 400]) expect(await read(damagedData, size)).toEqual(once)
      }),
      { numRuns: RUNS / 5, seed: SEED },
    )
  })
})
