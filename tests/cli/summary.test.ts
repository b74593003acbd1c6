import { expect, test } from 'vitest'
import { failureLine, summaryLine, warningLines } from '../../src/cli/summary.ts'
import { pageReport } from '../helpers/reports.ts'

const page = (id: string | null, path: string | null, isRecord = false) => pageReport({ id, path, isRecord })

const failure = { code: 'not-text', message: 'binary data' } as const

test.each([
  [page('a.html', 'a.html'), 'failed: a.html: not-text: binary data'],
  [page('-', null), 'failed: standard input: not-text: binary data'],
  [page('x7', 'all.jsonl', true), 'failed: all.jsonl: x7: not-text: binary data'],
  [page(null, 'all.jsonl', true), 'failed: all.jsonl: not-text: binary data'],
  [page('x7', null, true), 'failed: x7: not-text: binary data'],
  [page('a\x1b[2J\n.html', 'a\x1b[2J\n.html'), 'failed: a\\x1b[2J\\n.html: not-text: binary data'],
])('failures %#', (input, line) => {
  expect(failureLine(input, failure)).toBe(line)
})

test('warnings, a line for each', () => {
  const warnings = [{ code: 'truncated', message: 'ends\nearly' }] as const
  expect(warningLines({ ...page('a', 'a'), warnings })).toEqual(['warning: a: truncated: ends\\nearly'])
  expect(warningLines(page('a', 'a'))).toEqual([])
})

test('the sum of a run', () => {
  const statuses = { ok: 9, 'ok-degraded': 2, skipped: 0, failed: 1 }
  const counts = { pages: 12, statuses, isCutShort: false, isStopped: false, warnings: new Map() }
  expect(summaryLine(counts, new Map())).toBe('12 pages, 11 cleaned, 1 failed')
  const warnings = new Map([
    ['no-article', 1],
    ['charset-guess', 2],
  ] as const)
  expect(summaryLine({ ...counts, warnings }, new Map([['special', 1]]))).toBe(
    '12 pages, 11 cleaned, 1 failed; charset-guess 2, no-article 1; 1 link or special file passed over',
  )
})

test('what was passed over, each reason with its number', () => {
  const statuses = { ok: 2, 'ok-degraded': 0, skipped: 0, failed: 0 }
  const counts = { pages: 2, statuses, isCutShort: false, isStopped: false, warnings: new Map() }
  const passedOver = new Map([
    ['media-type', 7],
    ['record', 2],
    ['hidden', 1],
    ['ignored', 3],
    ['status', 1],
  ] as const)
  expect(summaryLine(counts, passedOver)).toBe(
    '2 pages, 2 cleaned, 0 failed; 1 hidden file or folder, 3 ignored files or folders, 2 records without a page, ' +
      '1 response without success, 7 responses of other types than HTML or text passed over',
  )
})
