import { describe, expect, test } from 'vitest'
import { explain } from '../../src/cli/explain.ts'
import type { Article, Block, Outcome, Verdict } from '../../src/types.ts'

function block(text: string, changes: Partial<Block> = {}): Block {
  return {
    kind: 'paragraph',
    text,
    span: { start: 0, end: text.length },
    level: 0,
    containers: [],
    marks: [],
    image: null,
    gap: true,
    continues: false,
    dom: null,
    ...changes,
  }
}

const ARTICLE: Article = {
  url: null,
  site: null,
  title: 'A title\x1b[0m',
  date: '2020-02-25',
  modified: null,
  authors: ['Ana Ito', 'Bo Lee'],
  editor: null,
  credits: [{ role: 'photographer', name: 'Cy Roe' }],
  section: null,
  tags: [],
  language: 'en',
  dateline: null,
  images: [],
  pageType: 'article',
  confidence: 0.915,
  blocks: [],
  notes: [],
}

function outcomeOf(blocks: readonly Block[], verdicts: readonly Verdict[], scores: readonly number[]): Outcome {
  return { page: { blocks } as unknown as Outcome['page'], scores, verdicts, article: ARTICLE, warnings: [] }
}

const outcome = outcomeOf(
  [
    block('Home > News', { span: { start: 0, end: 11, line: 3 } }),
    block('A title', { span: { start: 13, end: 20, line: 12 } }),
    block(`A body with \x1b[31mcolour and ${'many words '.repeat(20)}`, { span: { start: 22, end: 99, line: 14 } }),
  ],
  [
    { label: 'boilerplate', reason: 'breadcrumb', evidence: {} },
    { label: 'field', field: 'title', evidence: {} },
    { label: 'body', evidence: {} },
  ],
  [0.031, 0.5, 0.987],
)

const lines = (width: number, color = false) => explain(outcome, { color, columns: width }).split('\n')

test('one aligned line for each block, clipped to the width', () => {
  expect(lines(60).slice(0, 4)).toEqual([
    ' 3  remove  breadcrumb  0.03  Home > News',
    '12  field   title       0.50  A title',
    '14  keep    body        0.99  A body with \\x1b[31mcolour an…',
    '',
  ])
  expect(lines(60)[2]).toHaveLength(60)
})

test('then the fields, those that are missing too', () => {
  expect(lines(60).slice(4)).toEqual([
    'title       A title\\x1b[0m',
    'date        2020-02-25',
    'modified    -',
    'authors     Ana Ito, Bo Lee',
    'editor      -',
    'credits     Cy Roe (photographer)',
    'site        -',
    'url         -',
    'section     -',
    'tags        -',
    'language    en',
    'dateline    -',
    'images      -',
    'pageType    article',
    'confidence  0.92',
    '',
  ])
})

test('colours only where they are wanted', () => {
  expect(lines(60).join('')).not.toContain('\x1b')
  expect(lines(60, true)[0]).toBe('\x1b[2m 3  remove  breadcrumb  0.03  Home > News\x1b[22m')
})

test('blocks of HTML are counted; pictures and rules have no text', () => {
  const picture = { kind: 'image', image: { src: 'https://example.com/a.jpg', alt: '' } } as const
  const shown = explain(
    outcomeOf(
      [block('', picture), block('', { kind: 'rule' })],
      Array(2).fill({ label: 'body', evidence: {} }),
      [1, 0],
    ),
    { color: false, columns: 80 },
  )
  expect(shown.split('\n').slice(0, 2)).toEqual([
    '1  keep    body  1.00  [image] https://example.com/a.jpg',
    '2  keep    body  0.00  [rule]',
  ])
})

describe('widths', () => {
  test('a narrow terminal still shows some text', () => {
    expect(lines(10)[2]).toContain('A body with')
  })
})
