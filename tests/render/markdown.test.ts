import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { frontMatter } from '../../src/render/frontMatter.ts'
import { toBody, toMarkdown } from '../../src/render/markdown.ts'
import type { Mark } from '../../src/types.ts'
import { article, block, heading } from '../helpers/blocks.ts'

test('front matter, title, body', () => {
  const written = toMarkdown(
    article([block('One.'), heading(3, 'Two'), block('Three.')], {
      title: 'A *title*: "x"',
      date: '2019-03-14T15:32:40+07:00',
      authors: ['Ann Other', 'B. C'],
      editor: 'D',
      site: 'E',
      url: 'https://a.test/b',
      section: 'F',
      tags: ['g', 'h: i'],
      language: 'id',
      dateline: 'TELAGASARI',
    }),
  )
  expect(written).toBe(`---
title: "A *title*: \\"x\\""
date: "2019-03-14T15:32:40+07:00"
authors:
  - "Ann Other"
  - "B. C"
editor: "D"
site: "E"
url: "https://a.test/b"
section: "F"
tags:
  - "g"
  - "h: i"
language: "id"
---

# A \\*title\\*: "x"

One.

## Two

Three.
`)
})

test('what is not known is left out', () => {
  expect(toMarkdown(article([block('a')], { title: 'T' }))).toBe('---\ntitle: "T"\n---\n\n# T\n\na\n')
  expect(toMarkdown(article([block('a')], { language: 'en' }))).toBe('---\nlanguage: "en"\n---\n\na\n')
  expect(toMarkdown(article([block('a')]))).toBe('a\n')
  expect(toMarkdown(article([]))).toBe('')
})

test('a title is one line', () => {
  expect(toMarkdown(article([], { title: 'a\n# b\u2028c' }))).toContain('\n# a # b c\n')
})

describe('front matter reads back as the same strings', () => {
  const read = (title: string, version: '1.1' | '1.2'): unknown =>
    parse(frontMatter(article([], { title, tags: [title] })).replaceAll('---\n', ''), { version })

  const titles = [
    '---',
    '...',
    'yes',
    'no',
    'null',
    '~',
    '1e3',
    '0x1f',
    '12:30:45',
    '2024-01-01',
    '<<',
    '&a',
    '*a',
    '!!str x',
    '# c',
    'a: b',
    "it's",
    '"q"',
    '\\',
    '\\n',
    '{a: 1}',
    '[a]',
    '- a',
    '? a',
    '| x',
    '> x',
    '%TAG',
    '@a',
    '`a`',
    'a\tb',
    'a\u0085b',
    'a\u2028b',
    'a\u2029b',
    '\ufeffa',
    'a\u007fb',
    'a\u009fb',
    ' a ',
    '👍',
    '\u0000',
    'a\n---\nb',
  ]

  test.each(titles)('%j', (title) => {
    expect(read(title, '1.2')).toEqual({ title, tags: [title] })
    expect(read(title, '1.1')).toEqual({ title, tags: [title] })
  })

  test('any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (title) => {
        expect(read(title, '1.2')).toEqual({ title: title.toWellFormed(), tags: [title.toWellFormed()] })
        expect(read(title, '1.1')).toEqual({ title: title.toWellFormed(), tags: [title.toWellFormed()] })
      }),
      { seed: 42, numRuns: 500 },
    )
  })

  test('it is one line a field, so that no value can end it', () => {
    expect(frontMatter(article([], { title: 'a\n---\nb' }))).toBe('---\ntitle: "a\\n---\\nb"\n---\n')
  })
})

test('large bodies are written in time linear in their size', () => {
  const cpu = (text: string) => {
    const blocks = [block(text)]
    const before = process.cpuUsage()
    toBody(article(blocks))
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  for (const piece of ['word ', '*', ' *a', '[', '[a](', '`', '_a', 'http://a', '&lt;', '\\', '<', '#']) {
    // A quadratic writer takes minutes on half a megabyte.
    expect(cpu(piece.repeat(500_000 / piece.length)), piece).toBeLessThan(2000)
  }
}, 60_000)

test('a block may hold any number of marks', () => {
  const text = 'ab '.repeat(150_000)
  const links = Array.from(
    { length: 150_000 },
    (_, i): Mark => ({ type: 'link', start: 3 * i, end: 3 * i + 2, url: 'c' }),
  )
  const marks: Mark[] = [{ type: 'superscript', start: 0, end: text.length }, ...links]
  expect(toBody(article([block(text, { marks })]))).toMatch(/^<sup>\[ab\]\(c\) [^<]+<\/sup>$/)
}, 60_000)
