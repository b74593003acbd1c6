import { expect, test } from 'vitest'
import { cleanArticle, PageError } from '../src/index.ts'

const PARAGRAPH =
  'The council said on Monday that the bridge over the river will be repaired before the winter, and that the work, ' +
  'which was delayed twice, should take no longer than three months.'
const TEXT = `Home > News\n\n${PARAGRAPH}\n\n${PARAGRAPH} Naïve.\n\nShare this\n`
const HTML = `<!doctype html><nav><a href=/>Home</a></nav><article><p>${PARAGRAPH}</p><p>${PARAGRAPH} Naïve.</p></article>`

test.each([
  ['text', TEXT],
  ['HTML', HTML],
  ['bytes of text', Buffer.from(TEXT)],
  ['bytes of HTML', Buffer.from(HTML)],
])('%s', async (_name, input) => {
  const record = await cleanArticle(input)
  expect(record.text).toContain('Naïve.')
  expect(record.text).not.toMatch(/Home|Share/)
  expect(record).toMatchObject({ id: '', path: null, url: null, warnings: [] })
  expect(record).not.toHaveProperty('removed')
  expect(record).not.toHaveProperty('meta')
})

test('what is known need not be guessed', async () => {
  const input = Buffer.from(TEXT, 'latin1')
  const record = await cleanArticle(input, { url: 'https://example.com/a', encoding: 'latin1', language: 'fr' })
  expect(record).toMatchObject({
    id: 'https://example.com/a',
    url: 'https://example.com/a',
    language: 'fr',
    warnings: [],
  })
  expect(record.text).toContain('Naïve.')
})

test('the kind can be given', async () => {
  const record = await cleanArticle(HTML, { format: 'text', removed: true })
  expect([record.text, ...(record.removed ?? []).map(({ text }) => text)].join(' ')).toContain('<p>')
})

test('nothing is no failure', async () => {
  expect(await cleanArticle(' \n')).toMatchObject({ title: null, text: '', warnings: [{ code: 'no-article' }] })
})

test.each([
  ['binary data', Buffer.from('%PDF-1.7'), 'not-text'],
  ['compressed data', Buffer.from([0x1f, 0x8b, 8, 0]), 'not-text'],
  ['too much', 'x'.repeat(20 * 1024 * 1024 + 1), 'input-limit'],
])('%s is refused with a code', async (_name, input, code) => {
  const error = await cleanArticle(input).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(PageError)
  expect(error).toMatchObject({ code })
})
