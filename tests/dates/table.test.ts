import { describe, expect, test } from 'vitest'
import { orderOf } from '../../src/dates/order.ts'
import { parseDates } from '../../src/dates/parse.ts'
import { TABLE } from './table.ts'

/** What a page takes for a date: the first that is sure and no end of a span. */
function read(text: string, language: string): string | null {
  const region = /-([A-Z]{2})$/.exec(language)?.[1] ?? null
  const found = parseDates(text, { language, region, order: orderOf(language, region) })
  const date = found.find(({ ambiguous, range }) => !ambiguous && !range)
  if (date === undefined) return null
  return date.time === null ? date.day : `${date.day}T${date.time}${date.offset ?? ''}`
}

describe.each(Object.entries(TABLE))('%s', (language, rows) => {
  test.each(rows)('%s', (text, expected) => {
    expect(read(text, language)).toBe(expected)
  })
})

test('the table has 300 strings in 40 languages at least, each once', () => {
  const languages = new Set(Object.keys(TABLE).map((tag) => tag.split('-', 1)[0]))
  const strings = Object.entries(TABLE).flatMap(([language, rows]) => rows.map(([text]) => `${language} ${text}`))
  expect(languages.size).toBeGreaterThanOrEqual(40)
  expect(strings.length).toBeGreaterThanOrEqual(300)
  expect(new Set(strings).size).toBe(strings.length)
})
