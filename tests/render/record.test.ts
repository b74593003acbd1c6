import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import schema from '../../src/render/article.schema.json' with { type: 'json' }
import { type BlockRole, failureRecord, toRecord } from '../../src/render/record.ts'
import type { Block, Verdict } from '../../src/types.ts'
import { block, code, container, heading, image, inside, outcome, rule, table } from '../helpers/blocks.ts'

const BODY: Verdict = { label: 'body', evidence: {} }

/** The contract's fields in the order of the contract. */
const CLEANED = [
  'id',
  'path',
  'url',
  'site',
  'title',
  'date',
  'modified',
  'authors',
  'editor',
  'credits',
  'section',
  'tags',
  'language',
  'dateline',
  'images',
  'pageType',
  'confidence',
  'text',
  'body',
  'blocks',
  'removed',
  'warnings',
  'meta',
]

const ajv = new Ajv2020.default({ strict: true, allowUnionTypes: true, allErrors: true })
addFormats.default(ajv)
const validate = ajv.compile(schema)

function expectValid(record: unknown): void {
  validate(JSON.parse(JSON.stringify(record)))
  expect(validate.errors).toBeNull()
}

const page = outcome(
  [
    [
      block('Home', { span: { start: 0, end: 4, line: 1 } }),
      { label: 'boilerplate', reason: 'navigation', evidence: {} },
    ],
    [heading(1, 'A title', { span: { start: 5, end: 12 } }), { label: 'field', field: 'title', evidence: {} }],
    [block('One.', { span: { start: 13, end: 17, line: 3 } }), BODY],
    [block('Two.', { span: { start: 18, end: 22 } }), BODY],
  ],
  {
    title: 'A title',
    date: '2019-03-14T15:32:40+07:00',
    modified: '2020-02-26',
    authors: ['Ann Other'],
    credits: [{ role: 'author', name: 'Ann Other' }],
    images: [{ src: null, alt: null, caption: 'c', credit: 'd' }],
    confidence: 0.98765,
  },
)

describe('a cleaned page', () => {
  test('has the fields of the contract, in its order', () => {
    const record = toRecord(page, { id: 'a', path: 'a.txt', meta: { x: [1] }, removed: true })
    expect(Object.keys(record)).toEqual(CLEANED)
    expect(record).toMatchObject({
      id: 'a',
      path: 'a.txt',
      url: null,
      title: 'A title',
      confidence: 0.988,
      text: 'One.\n\nTwo.',
      body: 'One.\n\nTwo.',
      meta: { x: [1] },
    })
    expectValid(record)
  })

  test('has removed and meta only where asked for', () => {
    const record = toRecord(page, { id: 'a', path: null })
    expect(Object.keys(record)).toEqual(CLEANED.filter((key) => key !== 'removed' && key !== 'meta'))
    expectValid(record)
  })

  test('tells of each block where it stood', () => {
    expect(toRecord(page, { id: 'a', path: null }).blocks).toEqual([
      { role: 'paragraph', text: 'One.', span: { start: 13, end: 17, line: 3 } },
      { role: 'paragraph', text: 'Two.', span: { start: 18, end: 22 } },
    ])
  })

  test('tells what was removed and why, in the order of the page', () => {
    expect(toRecord(page, { id: 'a', path: null, removed: true }).removed).toEqual([
      { text: 'Home', role: 'boilerplate', reason: 'navigation', span: { start: 0, end: 4, line: 1 } },
      { text: 'A title', role: 'title', reason: 'used-as-title', span: { start: 5, end: 12 } },
    ])
  })

  test.each<[Block, BlockRole]>([
    [block('x'), 'paragraph'],
    [heading(2, 'x'), 'heading'],
    [code('x'), 'code'],
    [image({ src: 'https://a.test/b', alt: '' }), 'image'],
    [rule(), 'rule'],
    [inside([container('list'), container('item')], block('x')), 'list-item'],
    [inside([container('list'), container('item')], code('x')), 'code'],
    [inside([container('quote')], block('x')), 'quote'],
    [inside([container('quote'), container('list'), container('item')], block('x')), 'list-item'],
    [inside([container('list'), container('item'), container('quote')], block('x')), 'quote'],
    [table([['a', 'b']])[0] as Block, 'table-cell'],
    [inside([container('figure'), container('caption')], block('x')), 'caption'],
    [inside([container('definitions'), container('term')], block('x')), 'term'],
    [inside([container('definitions'), container('definition')], block('x')), 'definition'],
    [inside([container('details'), container('summary')], block('x')), 'summary'],
    [inside([container('details')], block('x')), 'paragraph'],
  ])('roles follow the kind and the innermost container (%#)', (one, role) => {
    const record = toRecord(outcome([[one, BODY]]), { id: 'a', path: null })
    expect(record.blocks.map((found) => found.role)).toEqual([role])
    expectValid(record)
  })

  test('collects the warnings of all stages', () => {
    const wide = Array.from({ length: 3000 }, () => ['x', { text: 'y', colSpan: 50 }])
    const record = toRecord(
      { ...outcome(table(wide).map((one) => [one, BODY] as const)), warnings: [{ code: 'truncated', message: 'm' }] },
      { id: 'a', path: null },
    )
    expect(record.warnings.map((warning) => warning.code)).toEqual(['truncated', 'table-limit'])
    expect(record.body.match(/x/g)).toHaveLength(3000)
    expect(record.body.length).toBeLessThan(150_000)
  })

  test('has no control characters and is well-formed', () => {
    const dirty = outcome([[block('a\u001b[1m\ud800'), BODY]], { title: 'b\u0007\u202e\nc', authors: ['d\u0085e'] })
    expect(toRecord(dirty, { id: 'a', path: null })).toMatchObject({
      title: 'b\u202e c',
      authors: ['d e'],
      text: 'a[1m\ufffd',
      body: 'a[1m\ufffd',
      blocks: [{ text: 'a[1m\ufffd' }],
    })
  })

  test('without a body has empty ones', () => {
    const record = toRecord(outcome([]), { id: 'a', path: null })
    expect(record).toMatchObject({ text: '', body: '', blocks: [] })
    expectValid(record)
  })
})

describe('a failed page', () => {
  test('has an error instead of the content', () => {
    const record = failureRecord({ id: 'a', path: 'b.gz', code: 'corrupt', message: 'no gzip', meta: { x: 1 } })
    expect(record).toEqual({
      id: 'a',
      path: 'b.gz',
      url: null,
      error: { code: 'corrupt', message: 'no gzip' },
      meta: { x: 1 },
    })
    expect(Object.keys(record)).toEqual(['id', 'path', 'url', 'error', 'meta'])
    expectValid(record)
    expectValid(failureRecord({ id: 'a', path: null, url: 'https://a.test', code: 'c', message: '' }))
  })
})

describe('the schema', () => {
  test('has the fields of the contract, no more and no less', () => {
    expect(Object.keys(schema.$defs.cleaned.properties)).toEqual(CLEANED)
    expect(Object.keys(schema.$defs.failed.properties)).toEqual(['id', 'path', 'url', 'error', 'meta'])
  })

  test('describes every field', () => {
    const fields = Object.values(schema.$defs).flatMap((definition) => Object.entries(definition.properties))
    expect(fields.filter(([, field]) => !('description' in field || '$ref' in field))).toEqual([])
  })

  test.each([
    ['a field that nobody knows', { extra: 1 }],
    ['a confidence over 1', { confidence: 1.1 }],
    ['a date in words', { date: 'yesterday' }],
    ['an unknown role', { blocks: [{ role: 'x', text: '', span: { start: 0, end: 0 } }] }],
    ['an error beside the content', { error: { code: 'a', message: '' } }],
  ])('refuses %s', (_, wrong) => {
    expect(validate({ ...toRecord(page, { id: 'a', path: null }), ...wrong })).toBe(false)
  })
})
