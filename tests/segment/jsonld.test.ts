import { describe, expect, test } from 'vitest'
import { jsonLdReader } from '../../src/segment/jsonld.ts'

const read = (script: string) => jsonLdReader()(script)

describe('a script is read', () => {
  const value = { '@type': 'NewsArticle', headline: 'Ferry to close', tags: ['a', 'b'] }
  const json = JSON.stringify(value)

  test.each([
    ['as it is', json],
    ['out of a comment', `<!-- ${json} -->`],
    ['out of CDATA', `<![CDATA[ ${json} ]]>`],
    ['out of CDATA behind a comment', `//<![CDATA[\n${json}\n//]]>`],
    ['out of CDATA in a comment', `/*<![CDATA[*/ ${json} /*]]>*/`],
    ['with a closing semicolon', `${json};`],
    ['with quotes as entities', json.replaceAll('"', '&quot;')],
    ['with commas too many', '{"@type": "NewsArticle", "headline": "Ferry to close", "tags": ["a", "b",],}'],
    ['with a comma missing', '{"@type": "NewsArticle" "headline": "Ferry to close", "tags": ["a" "b"]}'],
    ['with comments', '{"@type": "NewsArticle", /* news */ "headline": "Ferry to close", "tags": ["a", "b"] // two\n}'],
    ['with single quotes', "{'@type': 'NewsArticle', 'headline': 'Ferry to close', 'tags': ['a', 'b']}"],
    ['cut off', '{"@type": "NewsArticle", "headline": "Ferry to close", "tags": ["a", "b"]'],
  ])('%s', (_, script) => expect(read(script)).toEqual(value))

  test('as a list in CDATA', () => expect(read(`<![CDATA[ [${json}] ]]>`)).toEqual([value]))

  test('with line breaks in a string', () => {
    expect(read('{"headline": "Ferry\n\tto close"}')).toEqual({ headline: 'Ferry\n\tto close' })
  })

  test('with quotes in quotes', () => {
    expect(read('{"headline": "The "old" ferry", "name": "x"}')).toEqual({ headline: 'The "old" ferry', name: 'x' })
  })

  test('entities in strings are left to whoever reads the strings', () => {
    expect(read('{"headline": "&quot;Soon&quot;",}')).toEqual({ headline: '&quot;Soon&quot;' })
  })
})

test.each(['', 'none', ']', '<![CDATA[ ]]>', '{'.repeat(40_000), '['.repeat(40_000)])(
  'nothing to be had of %.20s',
  (script) => {
    expect(read(script)).toBeUndefined()
  },
)

test('a page does not mend without end', () => {
  const reader = jsonLdReader()
  const broken = `{"a": "${'x'.repeat(30_000)}",}`
  expect(reader(broken)).toBeDefined()
  expect(reader(broken)).toBeUndefined()
  expect(reader('{"a": 1,}')).toEqual({ a: 1 })
})
