import { expect, test } from 'vitest'
import { ruleLines } from '../../src/cli/explainRules.ts'
import type { Page, Ruling } from '../../src/types.ts'

const RULING: Ruling = {
  sites: ['news.example.com', '*'],
  uses: [
    { rule: 'remove .promo', count: 12 },
    { rule: `title line "A \x1b[31m long ${'line '.repeat(9)}*"`, count: 0 },
  ],
  title: [],
  date: [],
  author: [],
}
const page = { ruling: RULING } as unknown as Page

test('each rule with what it names, under the sites', () => {
  expect(ruleLines(page, { color: false, columns: 60 })).toEqual([
    'rules       news.example.com, *',
    '        12  remove .promo',
    '         0  title line "A \\x1b[31m long line line line line…',
  ])
})

test('in colour', () => {
  expect(ruleLines(page, { color: true, columns: 60 })[1]).toBe('\x1b[2m        12  remove .promo\x1b[22m')
})

test('a page without rules', () => {
  expect(ruleLines({} as unknown as Page, { color: false, columns: 60 })).toEqual([])
})
