import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extract.ts'
import { decode } from '../../src/io/decode.ts'
import type { Article, Candidates, ChosenField, Outcome, PageKind } from '../../src/types.ts'

const fixtures = new URL('../../fixtures/', import.meta.url)
const names = readdirSync(fixtures, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []))

async function read(name: string): Promise<Outcome> {
  const folder = new URL(`${name}/`, fixtures)
  const file = readdirSync(folder).find((one) => one.startsWith('input.')) ?? ''
  const bytes = readFileSync(new URL(file, folder))
  const kind: PageKind = file.includes('.html') ? 'html' : 'text'
  const { text, warnings } = await decode(file.endsWith('.gz') ? gunzipSync(bytes) : bytes, { kind })
  return extract({ kind, text, url: null, language: null, warnings }, { candidates: true })
}

/** A field as its candidates write it. */
function written(article: Article, field: ChosenField): string {
  return [article[field]]
    .flat()
    .filter((one) => one !== null)
    .join(', ')
}

test.each(names)('of %s: what the article has is the heaviest candidate', async (name) => {
  const { article, candidates, page } = await read(name)
  for (const [field, list] of Object.entries(candidates as Candidates) as [ChosenField, Candidates[ChosenField]][]) {
    const value = written(article, field)
    if (value !== '') expect([field, list[0]?.value]).toEqual([field, value])
    const weights = list.map(({ weight }) => weight)
    expect(weights).toEqual([...weights].sort((a, b) => (a === b ? 0 : b > a ? 1 : -1)))
    const origins = list.flatMap((one) => [one, ...one.also])
    for (const { place } of origins) expect(place >= -1 && place < page.blocks.length).toBe(true)
  }
  expect(() => structuredClone(candidates)).not.toThrow()
})

describe('candidates', () => {
  test('are listed only where they are asked for', async () => {
    const source = { kind: 'text', text: 'A line', url: null, language: null, warnings: [] } as const
    expect(await extract(source)).not.toHaveProperty('candidates')
    expect(Object.values((await extract(source, { candidates: true })).candidates ?? {})).toHaveLength(10)
  })

  test('what the caller says goes before what the page says', async () => {
    const text = '<html lang="de"><link rel="canonical" href="https://example.com/a"><p>Ein Satz.</p></html>'
    const source = { kind: 'html', text, url: 'https://example.com/b', language: 'nl', warnings: [] } as const
    const { candidates } = await extract(source, { candidates: true })
    expect(candidates?.url).toEqual([
      { value: 'https://example.com/b', source: 'given', place: -1, weight: 1, also: [] },
    ])
    expect(candidates?.language.map(({ value, source: told }) => `${value} ${told}`)).toEqual([
      'nl given',
      'de html[lang]',
    ])
  })
})
