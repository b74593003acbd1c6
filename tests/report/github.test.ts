import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { githubReporter } from '../../src/report/github.ts'
import type { ReportLine } from '../../src/report/line.ts'
import { createAdder } from '../../src/report/sums.ts'
import { emptyFolder } from '../io/outputs.ts'
import { LINES, line } from './lines.ts'

async function tell(lines: readonly ReportLine[], summary: string | null = null): Promise<string[]> {
  const said: string[] = []
  const adder = createAdder()
  const inRepository = (path: string) => (path.startsWith('/') ? null : `pages/${path}`)
  const reporter = githubReporter({ say: (text) => void said.push(text), summary, inRepository })
  for (const each of lines) {
    adder.add(each)
    await reporter.add(each)
  }
  await reporter.close(adder.sums({ complete: true, shard: null }))
  return said
}

const failed = (number: number, changes: Partial<ReportLine> = {}) =>
  line(number, { status: 'failed', codes: ['internal'], message: 'why', ...changes })

test('failed pages are errors, those with warnings are warnings', async () => {
  expect(await tell(LINES)).toEqual([
    '::error file=pages/in/p4.html,title=not-text::in/p4.html: the input is "binary" <data> & more',
    '::error file=pages/all.jsonl,title=missing-field::all.jsonl: x7: no date',
    '::warning file=pages/in/p2.html,title=warnings::in/p2.html: cleaned with warnings: charset-guess, truncated',
  ])
})

test('what a page says stays in its place', async () => {
  const path = 'a,b:c%\n::warning::x.html'
  expect(await tell([failed(1, { path, message: '50%\r\n::stop-commands::x' })])).toEqual([
    '::error file=pages/a%2Cb%3Ac%25%0A%3A%3Awarning%3A%3Ax.html,title=internal' +
      '::a,b:c%25%0A::warning::x.html: 50%25%0D%0A::stop-commands::x',
  ])
})

test('a file outside of the repository and standard input have no place', async () => {
  const outside = [failed(1, { path: '/elsewhere/a.html' }), failed(2, { path: null })]
  expect(await tell(outside)).toEqual([
    '::error title=internal::/elsewhere/a.html: why',
    '::error title=internal::standard input: why',
  ])
})

test('ten annotations of a level, as GitHub shows', async () => {
  const lines = Array.from({ length: 25 }, (_, i) =>
    i % 2 === 0 ? failed(i) : line(i, { status: 'ok-degraded', codes: ['truncated'] }),
  )
  const said = await tell(lines)
  expect(said.map((text) => text.split(' ')[0])).toEqual([...Array(10).fill('::error'), ...Array(10).fill('::warning')])
  expect(said[9]).toContain('p18.html')
})

test('the summary is added to what others wrote', async () => {
  const { at } = emptyFolder()
  writeFileSync(at('summary'), 'before\n')
  await tell([failed(1)], at('summary'))
  const text = readFileSync(at('summary'), 'utf8')
  expect(text).toMatch(/^before\n# clean-article\n/)
  expect(text).toMatch(/\n\| in\/p1\.html \| `internal` \| why \|\n$/)
})

test.each([0, 600_000])('the summary of a step is at most 1 MiB, %i of which others wrote', async (before) => {
  const { at } = emptyFolder()
  writeFileSync(at('summary'), ' '.repeat(before))
  const lines = Array.from({ length: 9000 }, (_, i) => failed(i, { message: 'ü'.repeat(100) }))
  await tell(lines, at('summary'))
  const bytes = readFileSync(at('summary'))
  expect(bytes.length).toBeLessThanOrEqual(1024 * 1024)
  expect(bytes.length).toBeGreaterThan(1024 * 1024 - 1000)
  const text = bytes.toString()
  const rows = text.split('\n').filter((row) => row.includes('ü')).length
  expect(text.endsWith(`\n\n${9000 - rows} more failed pages; the json report has them all.\n`)).toBe(true)
})

test('no room, or no file, costs the summary only', async () => {
  const { at } = emptyFolder()
  writeFileSync(at('full'), ' '.repeat(1024 * 1024 - 50))
  expect(await tell([failed(1)], at('full'))).toHaveLength(1)
  expect(readFileSync(at('full'))).toHaveLength(1024 * 1024 - 50)
  expect(await tell([], at('none/summary'))).toEqual(['::warning::the job summary could not be written'])
})
