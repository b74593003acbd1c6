import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { archive, httpResponse, inChunks, PACKINGS, recordId, warcRecord } from '../helpers/warc.ts'
import { htmlPage, records, textPage, workplace } from './command.ts'

const WORDS = ['Tamar', 'Lynher', 'Tavy']

/** A record of jsonl without what tells where it was read from. */
function article({ id: _id, path: _path, meta: _meta, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return rest
}

describe('pages of an archive are those of loose files', () => {
  test.each(PACKINGS)('WARC, %s', (packing) => {
    const { put, run, root } = workplace()
    const fields = ['Content-Type: text/html', 'Transfer-Encoding: chunked']
    for (const word of WORDS) put(`in/${word}.html`, htmlPage(word))
    const block = (word: string) => httpResponse(inChunks(htmlPage(word), 100), fields)
    put(
      'in.warc',
      archive(
        WORDS.toSorted().map((word, i) => warcRecord({ number: i, url: null, block: block(word) })),
        packing,
      ),
    )
    const loose = records(run(['in']).stdout)
    expect(loose.map(({ text }) => String(text).includes('The council said'))).toEqual([true, true, true])
    const { code, stdout, stderr } = run(['in.warc'])
    expect([code, stderr]).toEqual([0, '3 pages, 3 cleaned, 0 failed\n'])
    expect(records(stdout).map(article)).toEqual(loose.map(article))
    expect(records(stdout).map(({ id, path }) => [id, path])).toEqual([0, 1, 2].map((i) => [recordId(i), 'in.warc']))
    expect(records(run(['-'], readFileSync(join(root, 'in.warc'))).stdout).map(article)).toEqual(loose.map(article))
  })

  test('WET', () => {
    const { put, run } = workplace()
    for (const word of WORDS) put(`in/${word}.txt`, textPage(word))
    const wet = WORDS.toSorted().map((word, i) =>
      warcRecord({ type: 'conversion', number: i, url: null, block: textPage(word) }),
    )
    put('in.warc.wet.gz', archive(wet, 'by record'))
    expect(records(run(['in.warc.wet.gz']).stdout).map(article)).toEqual(records(run(['in']).stdout).map(article))
  })
})

test('what an archive tells of a page is in its record', () => {
  const { put, run } = workplace()
  put('in.warc', warcRecord({ number: 4, url: 'https://example.com/bridge', block: httpResponse(htmlPage('Tamar')) }))
  expect(records(run(['in.warc']).stdout)).toMatchObject([
    { id: recordId(4), url: 'https://example.com/bridge', meta: { 'WARC-Date': '2024-01-02T03:04:05Z' }, date: null },
  ])
})

test('records in are pages, passed over or failed', () => {
  const { put, run } = workplace()
  const page = httpResponse(htmlPage('Tamar'))
  const data = archive([
    warcRecord({ type: 'warcinfo', number: 1, contentType: 'application/warc-fields', block: 'software: x\r\n' }),
    warcRecord({ type: 'request', number: 2, block: 'GET / HTTP/1.1\r\n\r\n' }),
    warcRecord({ number: 3, block: page }),
    warcRecord({ number: 4, block: httpResponse(htmlPage('gone'), ['Content-Type: text/html'], '404 Not Found') }),
    warcRecord({ number: 5, block: httpResponse('\x89PNG', ['Content-Type: image/png']) }),
    warcRecord({ number: 6, block: page, length: null }),
    warcRecord({ number: 7, block: page.subarray(0, 30) }),
    Buffer.from('noise\r\n'),
  ])
  put('in.warc', data)
  const { code, stdout, stderr } = run(['in.warc'])
  expect(code).toBe(1)
  expect(records(stdout).map(({ id, error }) => [id, (error as { code: string } | undefined)?.code])).toEqual([
    [recordId(3), undefined],
    [recordId(6), undefined],
    [recordId(7), 'bad-record'],
    [null, 'unreadable'],
  ])
  expect(stderr).toBe(
    `failed: in.warc: ${recordId(7)}: bad-record: the header of HTTP has no end\n` +
      `failed: in.warc: unreadable: trailing-data: 7 bytes from byte ${data.length - 7} on are no record\n` +
      '4 pages, 2 cleaned, 2 failed; warc-record 1; 2 records without a page, 1 response without success, ' +
      '1 response of another type than HTML or text passed over\n',
  )
})

test('an archive without pages says so', () => {
  const { put, run } = workplace()
  put('in.warc', warcRecord({ type: 'metadata', contentType: 'application/json', block: '{}' }))
  const stderr = '0 pages, 0 cleaned, 0 failed; 1 record without a page passed over\n'
  expect(run(['in.warc'])).toEqual({ code: 0, stdout: '', stderr })
  expect(run(['in.warc', '-d', 'out'])).toEqual({ code: 0, stdout: '', stderr })
})

test('into a folder: a file a record, all of them in the folder', () => {
  const { put, run, files, root } = workplace()
  const urls = [
    'https://example.com/',
    'https://example.com/',
    '../../../escape',
    '/etc/passwd',
    'con',
    '\u202egpj.',
    '',
  ]
  put(
    'a/in.warc.gz',
    archive(
      urls.map((url, number) => warcRecord({ number, url, block: httpResponse(htmlPage(`w${number}`)) })),
      'by record',
    ),
  )
  const { code, stderr } = run(['a', '-d', 'out'])
  expect([code, stderr]).toEqual([0, '7 pages, 7 cleaned, 0 failed\n'])
  const written = files().filter((name) => name !== 'a/in.warc.gz')
  expect(written).toHaveLength(7)
  expect(written.filter((name) => !/^out\/in\/[\w.-]+-[0-9a-f]{8}\.md$/.test(name))).toEqual([])
  const texts = written.map((name) => readFileSync(join(root, name), 'utf8'))
  expect(urls.every((_url, number) => texts.some((text) => text.includes(`w${number}`)))).toBe(true)
})
