import { expect, test } from 'vitest'
import { isRecordLine, parseRecord } from '../../src/io/records.ts'

test('fields of the page, and all others unchanged', () => {
  const line = '{"id":"a","url":"https://example.com/","html":"<p>x","score":1.5,"tags":["b",null],"language":"en"}'
  expect(parseRecord(line)).toEqual({
    id: 'a',
    url: 'https://example.com/',
    kind: 'html',
    text: '<p>x',
    meta: { score: 1.5, tags: ['b', null], language: 'en' },
  })
})

test.each([
  ['{"text":"x"}', { id: null, url: null, kind: 'text', text: 'x', meta: {} }],
  ['{"id":17,"text":""}', { id: '17', kind: 'text', text: '' }],
  ['{"html":null,"text":"x"}', { kind: 'text', text: 'x', meta: {} }],
  ['{"html":"<p>","text":"x"}', { kind: 'html', text: '<p>', meta: { text: 'x' } }],
  ['{"url":"","text":"x"}', { url: null }],
])('%s', (line, expected) => {
  expect(parseRecord(line)).toMatchObject(expected)
})

test('a field named __proto__ is a field', () => {
  const { meta } = parseRecord('{"text":"x","__proto__":{"polluted":true}}')
  expect(JSON.stringify(meta)).toBe('{"__proto__":{"polluted":true}}')
  expect((meta as { polluted?: true }).polluted).toBeUndefined()
})

test.each([
  ['', null],
  ['not json', null],
  ['[1]', null],
  ['null', null],
  ['"text"', null],
  ['{"id":"a"}', 'a'],
  ['{"id":"a","html":5}', 'a'],
  ['{"id":{},"text":null}', null],
])('no record: %s', (line, id) => {
  expect(() => parseRecord(line)).toThrow(expect.objectContaining({ code: 'bad-record', id }))
})

test('first lines', () => {
  expect(isRecordLine('{"id":1,"text":"x"}')).toBe(true)
  expect(isRecordLine('{"title":"x"}')).toBe(false)
  expect(isRecordLine('{ "html": "cut')).toBe(false)
})
