import { expect, test } from 'vitest'
import { failureLine, summaryLine, warningLines } from '../../src/cli/summary.ts'
import type { PageInput } from '../../src/io/page.ts'
import type { Outcome } from '../../src/types.ts'

function page(id: string | null, path: string | null, isRecord = false): PageInput {
  return { id, path, url: null, meta: {}, content: { kind: 'text', text: '' }, warnings: [], stem: '', isRecord }
}

const failure = { code: 'not-text', message: 'binary data' } as const

test.each([
  [page('a.html', 'a.html'), 'failed: a.html: not-text: binary data'],
  [page('-', null), 'failed: standard input: not-text: binary data'],
  [page('x7', 'all.jsonl', true), 'failed: all.jsonl: x7: not-text: binary data'],
  [page(null, 'all.jsonl', true), 'failed: all.jsonl: not-text: binary data'],
  [page('x7', null, true), 'failed: x7: not-text: binary data'],
  [page('a\x1b[2J\n.html', 'a\x1b[2J\n.html'), 'failed: a\\x1b[2J\\n.html: not-text: binary data'],
])('failures %#', (input, line) => {
  expect(failureLine({ page: input, failure }, failure)).toBe(line)
})

test('warnings, a line for each', () => {
  const outcome = { warnings: [{ code: 'truncated', message: 'ends\nearly' }] } as unknown as Outcome
  expect(warningLines({ page: page('a', 'a'), outcome })).toEqual(['warning: a: truncated: ends\\nearly'])
  expect(warningLines({ page: page('a', 'a'), failure })).toEqual([])
})

test('the sum of a run', () => {
  const counts = { pages: 12, failed: 1, isCutShort: false, warnings: new Map() }
  expect(summaryLine(counts, 0)).toBe('12 pages, 11 cleaned, 1 failed')
  const warnings = new Map([
    ['no-article', 1],
    ['charset-guess', 2],
  ] as const)
  expect(summaryLine({ ...counts, warnings }, 1)).toBe(
    '12 pages, 11 cleaned, 1 failed; charset-guess 2, no-article 1; 1 link or special file passed over',
  )
})
