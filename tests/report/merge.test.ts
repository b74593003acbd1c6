import { mkdirSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReportLine } from '../../src/report/line.ts'
import { mergeReports } from '../../src/report/merge.ts'
import { openReports } from '../../src/report/open.ts'
import { emptyFolder } from '../io/outputs.ts'
import { LINES, line, report } from './lines.ts'

/** Merge reports into another one. */
async function merge(paths: readonly string[], path: string): Promise<void> {
  const reports = await openReports([{ kind: 'json', path }], null)
  const pages = mergeReports(paths)
  let step = await pages.next()
  for (; step.done !== true; step = await pages.next()) await reports.add(step.value)
  await reports.close(step.value)
}

async function pagesOf(paths: readonly string[]): Promise<ReportLine[]> {
  const pages: ReportLine[] = []
  for await (const page of mergeReports(paths)) pages.push(page)
  return pages
}

test('reports of shards are the report of one process, whichever way the pages were shared and the reports named', async () => {
  const statuses = fc.constantFrom('ok', 'ok-degraded', 'skipped', 'failed' as const)
  const pages = fc.array(fc.record({ status: statuses, shard: fc.nat(2), bytesOut: fc.nat(99) }), { maxLength: 20 })
  const orders = fc.shuffledSubarray([0, 1, 2], { minLength: 3 })
  await fc.assert(
    fc.asyncProperty(pages, orders, async (drawn, order) => {
      const { at, read } = emptyFolder()
      const all = drawn.map(({ status, shard, bytesOut }, i) => ({ shard, page: line(i + 1, { status, bytesOut }) }))
      await report(
        { kind: 'json', path: at('whole') },
        all.map(({ page }) => page),
      )
      const paths = [0, 1, 2].map((index) => at(`${order[index]}.json`))
      for (const [index, path] of paths.entries()) {
        const mine = all.filter(({ shard }) => shard === index).map(({ page }) => page)
        await report({ kind: 'json', path }, mine, { shard: { index: index + 1, count: 3 } })
      }
      await merge(
        order.map((i) => at(`${i}.json`)),
        at('merged'),
      )
      expect(read('merged')).toBe(read('whole'))
    }),
    { numRuns: 20 },
  )
})

test('gzipped reports are read as well', async () => {
  const { at, read } = emptyFolder()
  await report({ kind: 'json', path: at('a.json') }, LINES)
  writeFileSync(at('b.json.gz'), gzipSync(read('a.json')))
  expect(await pagesOf([at('b.json.gz')])).toEqual(LINES)
  await report({ kind: 'json', path: at('c.json.gz') }, LINES)
  expect(await pagesOf([at('c.json.gz')])).toEqual(LINES)
})

test('runs over different inputs: by their places, then by their names', async () => {
  const { at } = emptyFolder()
  const other = (number: number) => line(number, { path: `a/${number}`, id: 'x' })
  await report({ kind: 'json', path: at('1') }, [line(1), line(2)])
  await report({ kind: 'json', path: at('2') }, [other(1), other(2), other(3)])
  const expected = [other(1), line(1), other(2), line(2), other(3)]
  expect(await pagesOf([at('1'), at('2')])).toEqual(expected)
  expect(await pagesOf([at('2'), at('1')])).toEqual(expected)
})

test('one run that was stopped makes a whole that is not complete', async () => {
  const { at, read } = emptyFolder()
  await report({ kind: 'json', path: at('1') }, [line(1)], { complete: false })
  await report({ kind: 'json', path: at('2') }, [line(2)])
  await merge([at('1'), at('2')], at('merged'))
  expect(JSON.parse(read('merged').split('\n').at(-2) ?? '')).toMatchObject({ sums: { pages: 2, complete: false } })
})

describe('refused', () => {
  const SHARD = (index: number, count: number) => ({ shard: { index, count } })

  test.each<[string, (at: (name: string) => string) => unknown, readonly string[], string]>([
    [
      'a page in two',
      (at) => report({ kind: 'json', path: at('1') }, LINES),
      ['1', '1'],
      'Expected reports of different pages, not: p1 twice in ',
    ],
    [
      'a shard that is missing',
      (at) => report({ kind: 'json', path: at('1') }, [], SHARD(2, 4)),
      ['1'],
      'Expected the reports of all 4 shards, not: without 1, 3, 4',
    ],
    [
      'a report that was cut',
      (at) => writeFileSync(at('1'), `${JSON.stringify(line(1))}\n`),
      ['1'],
      '1, which ends without sums',
    ],
    ['something else', (at) => writeFileSync(at('1'), '{"html":"x"}\n'), ['1'], '1, whose line 1 is of another kind'],
    ['nothing', (at) => writeFileSync(at('1'), ''), ['1'], '1, which ends without sums'],
    ['a folder', (at) => mkdirSync(at('1')), ['1'], '1: is a folder (EISDIR)'],
  ])('%s', async (_name, prepare, paths, message) => {
    const { at } = emptyFolder()
    await prepare(at)
    await expect(pagesOf(paths.map(at))).rejects.toThrow(message)
  })

  test('shards of different runs', async () => {
    const { at } = emptyFolder()
    await report({ kind: 'json', path: at('1') }, [], SHARD(1, 2))
    await report({ kind: 'json', path: at('2') }, [], SHARD(2, 3))
    await expect(pagesOf([at('1'), at('2')])).rejects.toThrow('Expected shards of one run, not: of 2 and of 3 together')
  })

  test('lines after the sums, and sums of other pages', async () => {
    const { at, read } = emptyFolder()
    await report({ kind: 'json', path: at('1') }, LINES)
    const lines = read('1').trimEnd().split('\n')
    writeFileSync(at('2'), [...lines, lines[0]].join('\n'))
    await expect(pagesOf([at('2')])).rejects.toThrow('2, which goes on after its sums')
    writeFileSync(at('3'), lines.slice(1).join('\n'))
    await expect(pagesOf([at('3')])).rejects.toThrow('3, which ends with other sums')
  })
})
