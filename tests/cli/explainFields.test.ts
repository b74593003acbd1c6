import { describe, expect, test } from 'vitest'
import { fieldLines } from '../../src/cli/explainFields.ts'
import { extract } from '../../src/extract.ts'
import type { Candidate, ChosenField, Outcome, PageKind } from '../../src/types.ts'
import { block, outcome } from '../helpers/blocks.ts'

const PROSE =
  'The ferry that has carried cars over the river for ninety years will stop in autumn, the council said on Monday, because the pier on the north bank can no longer be repaired.'

/** The lines of a page; learned weights and the confidence are `#`, since they change with each training. */
async function explained(kind: PageKind, text: string): Promise<string[]> {
  const found = await extract({ kind, text, url: null, language: null, warnings: [] }, { candidates: true })
  return fieldLines(found, { color: false, columns: 80 }).map((line) =>
    line.replace(/^ *-?\d+\.\d\d(?= {2})|\d\.\d\d$/, (weight) =>
      '#'.padStart(weight.trimStart() === weight ? 1 : weight.length),
    ),
  )
}

test('a text page', async () => {
  const lines = [
    'Ferry to close in autumn | Riverton Post',
    'Home > Town',
    'Ferry to close in autumn',
    'By Ida Moss',
    'Published 3 May 2024, 10:30 CEST',
    'Updated 4 May 2024',
    ...[PROSE, PROSE, PROSE, PROSE].map((one, i) => `${one} ${'More. '.repeat(i)}`),
    'Editing by Jon Reed',
    'Tags: ferry, river',
  ]
  expect(await explained('text', lines.join('\n\n'))).toEqual([
    'title       Ferry to close in autumn',
    '         #  line 1; line 5',
    '         #  line 9  Published 3 May 2024, 10:30 CEST',
    '         #  line 7  By Ida Moss',
    '         #  line 1  Ferry to close in autumn | Riverton Post',
    'date        2024-05-03T10:30:00+02:00',
    '         #  labelled, line 9',
    'modified    2024-05-04',
    '         1  labelled, line 11',
    'authors     Ida Moss',
    '      sure  byline, line 7',
    'editor      Jon Reed',
    '         1  byline, line 21',
    'credits     Ida Moss (author), Jon Reed (editor)',
    'site        Riverton Post',
    '         1  end of title, line 1',
    'url         -',
    'section     Town',
    '         1  breadcrumbs, line 3',
    'tags        ferry, river',
    '         1  labelled, line 23',
    'language    en',
    '         1  detected',
    'dateline    -',
    'images      -',
    'pageType    article',
    'confidence  #',
  ])
})

test('an HTML page', async () => {
  const html = `<!doctype html><html lang="en"><head><title>Ferry to close in autumn | Riverton Post</title>
    <meta property="og:title" content="Last ferry in autumn"><meta name="author" content="Ida Moss">
    <meta property="article:published_time" content="2024-05-03T10:30:00+02:00">
    <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry to close in autumn",
      "datePublished": "2024-05-03", "dateModified": "2024-05-04", "keywords": ["ferry", "river"], }</script></head>
    <body><nav><a href="/">Home</a></nav><article><h1>Ferry to close in autumn</h1>
    <p>By <a rel="author" href="/ida">Ida Moss</a></p><time datetime="2024-05-02">2 May 2024</time>
    ${`<p>${PROSE}</p>`.repeat(4)}</article></body></html>`
  expect(await explained('html', html)).toEqual([
    'title       Ferry to close in autumn',
    '         #  JSON-LD headline; h1, block 2; <title>',
    '         #  og:title                 Last ferry in autumn',
    '         #  <title>                  Riverton Post',
    '         #  <title>                  Ferry to close in autumn | Riverton Post',
    'date        2024-05-03T10:30:00+02:00',
    '      sure  JSON-LD datePublished; article:published_time',
    '         #  time[datetime], block 4  2024-05-02',
    'modified    2024-05-04',
    '         1  JSON-LD dateModified',
    'authors     Ida Moss',
    '      sure  meta author; rel=author, block 3; byline, block 3',
    'editor      -',
    'credits     Ida Moss (author)',
    'site        Riverton Post',
    '         1  end of title',
    'url         -',
    'section     -',
    'tags        ferry, river',
    '         1  JSON-LD keywords',
    'language    en',
    '         1  detected; html[lang]',
    'dateline    -',
    'images      -',
    'pageType    article',
    'confidence  #',
  ])
})

describe('a field', () => {
  const candidate = (value: string, changes: Partial<Candidate> = {}): Candidate => ({
    value,
    source: 'og:title',
    place: -1,
    weight: 1,
    also: [],
    ...changes,
  })

  function lines(field: ChosenField, list: readonly Candidate[], options: { color?: boolean; fields?: object } = {}) {
    const body = { label: 'body', evidence: {} } as const
    const plain = outcome(
      [
        [block('A'), body],
        [block('B'), body],
      ],
      options.fields ?? {},
    )
    const found = { ...plain, candidates: { [field]: list } } as unknown as Outcome
    const all = fieldLines(found, { color: options.color ?? false, columns: 60 })
    const from = all.findIndex((line) => line.includes(field))
    return all.slice(from, from + 1 + Math.min(list.length, 4))
  }

  test('shows where its value is, and three others', () => {
    const others = ['b', 'c', 'd', 'e'].map((value, i) =>
      candidate(value, { weight: -i - 0.5, source: 'line', place: i % 2 }),
    )
    const chosen = candidate('a', { source: 'h1', place: 1, weight: 2.5, also: [{ source: '<title>', place: -1 }] })
    expect(lines('title', [chosen, ...others], { fields: { title: 'a' } })).toEqual([
      'title       a',
      '      2.50  h1, block 2; <title>',
      '     -0.50  block 1  b',
      '     -1.50  block 2  c',
      '     -2.50  block 1  d',
    ])
  })

  test('that is missing may have been given up, for nothing or for a reason of its own', () => {
    const none = candidate('', { source: 'none', weight: 1.25 })
    expect(lines('date', [none, candidate('2024-05-03', { weight: 0.5, source: 'URL' })])).toEqual([
      'date        -',
      '      1.25  none',
      '      0.50  URL  2024-05-03',
    ])
    expect(lines('modified', [candidate('2024-05-03', { source: 'meta lastmod' })])).toEqual([
      'modified    -',
      '         1  meta lastmod  2024-05-03',
    ])
  })

  test('that needed no weighing is sure', () => {
    const sure = candidate('Ida Moss', { weight: Number.POSITIVE_INFINITY, source: 'JSON-LD author' })
    expect(lines('authors', [sure], { fields: { authors: ['Ida Moss'] } })[1]).toBe('      sure  JSON-LD author')
  })

  test('is clipped to the width, and has no power over the terminal', () => {
    const long = candidate(`\x1b[31m${'long '.repeat(30)}`, { source: 's'.repeat(50) })
    const [first = '', second = '', third = ''] = lines('title', [candidate('a'), long], {
      fields: { title: 'x'.repeat(99) },
    })
    expect([first.length, third.length]).toEqual([60, 66])
    expect(second).toBe('         1  og:title')
    expect(third).toContain(`${'s'.repeat(31)}…  \\x1b[31mlong`)
  })

  test('has colours only where they are wanted', () => {
    const list = [candidate('a'), candidate('b', { weight: 0 })]
    expect(lines('title', list, { fields: { title: 'a' }, color: true })).toEqual([
      '\x1b[1mtitle     \x1b[22m  a',
      '         1  og:title',
      '\x1b[2m         0  og:title  b\x1b[22m',
    ])
  })
})
