import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { attributeAt, READ_ATTRIBUTES, tagAt } from '../../src/segment/names.ts'
import { parseHtml } from '../../src/segment/tree.ts'

test('attributes and tags in any case', () => {
  expect(attributeAt('<p CLASS=a>', 3, 8)).toBe('class')
  expect(attributeAt('<p data-junk=a>', 3, 12)).toBeNull()
  expect(tagAt('<DIV>', 1, 4)).toBe('div')
  expect(tagAt('<x-Card>', 1, 7)).toBe('x-card')
})

test('what nothing reads is left out, and the first of two of a name holds', () => {
  const { document } = parseHtml('<p onclick="a()" id=one data-state="{}" ID=two class="a &amp; b">')
  expect(document.children[0]).toMatchObject({ attribs: { id: 'one', class: 'a & b' } })
  expect(Object.keys((document.children[0] as { attribs?: object }).attribs ?? {})).toEqual(['id', 'class'])
})

test('whatever the segmenter reads is kept', () => {
  const folder = new URL('../../src/segment/', import.meta.url)
  const read = new Set<string>()
  for (const file of readdirSync(folder)) {
    const source = readFileSync(new URL(file, folder), 'utf8')
    for (const [, plain, quoted] of source.matchAll(/\battribs(?:\.([a-z]+)|\['([a-z:-]+)'\])/g))
      read.add(plain ?? quoted ?? '')
    // Tables of attributes: `const LAZY = ['data-src', ...] as const`.
    for (const [list] of source.matchAll(/(?<=const (?:LAZY|NAMING) = )\[[^\]]*\]/g))
      for (const [, name] of list.matchAll(/'([^']+)'/g)) read.add(name ?? '')
  }
  expect(read.size).toBeGreaterThan(30)
  expect([...read].filter((name) => !READ_ATTRIBUTES.includes(name))).toEqual([])
})
