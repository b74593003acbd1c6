import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pageName, toLine } from '../../src/report/line.ts'
import { parseLine, parseSums } from '../../src/report/parse.ts'
import { pageReport } from '../helpers/jobs.ts'
import { emptyFolder } from '../io/outputs.ts'
import { LINES, line, report } from './lines.ts'

test('a page is a line, the sums are the last', async () => {
  const { at, read, files } = emptyFolder()
  await report({ kind: 'json', path: at('r.json') }, LINES, { shard: { index: 2, count: 3 } })
  const lines = read('r.json').split('\n')
  expect(lines.slice(0, -2).map((text) => JSON.parse(text))).toEqual(LINES)
  expect(lines[0]).toBe(
    '{"number":1,"id":"p1","path":"in/p1.html","record":false,"status":"ok","codes":[],"message":null,' +
      '"confidence":0.9,"bytesIn":1000,"bytesOut":400,"sha256":null}',
  )
  expect(lines.at(-2)).toBe(
    '{"sums":{"pages":5,"statuses":{"ok":1,"ok-degraded":1,"skipped":1,"failed":2},' +
      '"codes":{"charset-guess":1,"missing-field":1,"no-article":1,"not-text":1,"truncated":1},' +
      '"bytesIn":4000,"bytesOut":1200,"complete":true,"shard":{"index":2,"count":3}}}',
  )
  expect(lines.at(-1)).toBe('')
  expect(files()).toEqual(['r.json'])
})

test('folders on the way are made', async () => {
  const { at, read } = emptyFolder()
  await report({ kind: 'json', path: at('ci/reports/r.json') }, [])
  expect(JSON.parse(read('ci/reports/r.json'))).toMatchObject({ sums: { pages: 0 } })
})

describe('a line of a page', () => {
  test('has why it failed first, then its warnings, each once, and nothing that only this run has', () => {
    const warnings = ['truncated', 'no-article', 'truncated'].map((code) => ({ code, message: 'a' }) as never)
    const told = pageReport({
      failure: { code: 'missing-field', message: 'no date' },
      status: 'failed',
      warnings,
      confidence: 0.41267,
      outputHash: 'ab',
      inputHash: 'cd',
    })
    expect(toLine(told, 7)).toEqual({
      number: 7,
      id: 'a.html',
      path: 'a.html',
      record: false,
      status: 'failed',
      codes: ['missing-field', 'truncated', 'no-article'],
      message: 'no date',
      confidence: 0.413,
      bytesIn: 1000,
      bytesOut: 400,
      sha256: 'ab',
    })
  })

  test.each([
    [{ id: 'a', path: 'in/a.html', record: false }, 'in/a.html'],
    [{ id: 'x7', path: 'all.jsonl', record: true }, 'all.jsonl: x7'],
    [{ id: null, path: 'all.jsonl', record: true }, 'all.jsonl'],
    [{ id: 'x7', path: null, record: true }, 'x7'],
    [{ id: '-', path: null, record: false }, 'standard input'],
  ])('%j is called %s', (page, name) => {
    expect(pageName(page)).toBe(name)
  })

  test('is read back as it was written, whatever its names are', () => {
    const text = fc.string({ unit: 'binary' })
    const pages = fc.record({
      id: fc.option(text),
      path: fc.option(text),
      message: fc.option(text),
      codes: fc.array(text),
    })
    fc.assert(
      fc.property(pages, (changes) => {
        const page = line(3, changes)
        expect(parseLine(JSON.stringify(page))).toEqual(page)
      }),
    )
  })

  test.each([
    '',
    '{',
    '[]',
    'null',
    '{"number":1}',
    JSON.stringify({ ...LINES[0], status: 'toString' }),
    JSON.stringify({ ...LINES[0], codes: [1] }),
    JSON.stringify({ ...LINES[0], bytesIn: -1 }),
    JSON.stringify({ ...LINES[0], number: '1' }),
  ])('%s is none', (text) => {
    expect(parseLine(text)).toBeNull()
    expect(parseSums(text)).toBeNull()
  })
})
