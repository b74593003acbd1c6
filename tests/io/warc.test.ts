import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type PageInput, toSource } from '../../src/io/page.ts'
import type { PassedOver } from '../../src/io/passedOver.ts'
import { readPages } from '../../src/io/sources.ts'
import { archive, httpResponse, inChunks, recordId, warcRecord } from '../helpers/warc.ts'

const HTML = '<!doctype html><p>page'
const TYPE = 'Content-Type: text/html'

async function* once(data: Uint8Array): AsyncGenerator<Uint8Array> {
  yield data
}

async function read(...records: readonly Buffer[]): Promise<{ pages: PageInput[]; passedOver: PassedOver[] }> {
  const pages: PageInput[] = []
  const passedOver: PassedOver[] = []
  const input = { stdin: once(archive(records)) }
  for await (const page of readPages(input, 'warc', (reason) => passedOver.push(reason))) pages.push(page)
  return { pages, passedOver }
}

/** `html <p>`, `! code`, with the codes of its warnings; or why it was passed over. */
async function summaryOf(...records: readonly Buffer[]): Promise<string[]> {
  const { pages, passedOver } = await read(...records)
  const shown = pages.map(({ content, warnings }) => {
    if ('failure' in content) return `! ${content.failure.code}`
    const body = 'bytes' in content ? Buffer.from(content.bytes).toString() : content.text
    return [`${content.kind} ${body}`, ...warnings.map(({ code }) => code)].join(', ')
  })
  return [...shown, ...passedOver]
}

test('a page has the address, the id and the date of its record', async () => {
  const url = 'https://example.com/story?a=1'
  const { pages } = await read(warcRecord({ number: 7, url, block: httpResponse(HTML) }))
  expect(pages).toEqual([
    {
      id: recordId(7),
      path: null,
      url,
      meta: { 'WARC-Date': '2024-01-02T03:04:05Z' },
      content: { kind: 'html', bytes: new Uint8Array(Buffer.from(HTML)), charset: 'utf-8' },
      warnings: [],
      stem: 'example.com-story-a-1-dee11c5c',
      isRecord: true,
    },
  ])
  expect(structuredClone(pages)).toEqual(pages)
})

test('a page holds on to its own bytes only', async () => {
  const { pages } = await read(warcRecord({ block: httpResponse(HTML) }), warcRecord({ block: httpResponse(HTML) }))
  const sizes = pages.map(({ content }) => ('bytes' in content ? content.bytes.buffer.byteLength : null))
  expect(sizes).toEqual([HTML.length, HTML.length])
})

describe('which records are pages', () => {
  test.each(['warcinfo', 'request', 'metadata', 'revisit', 'continuation'])('%s is none', async (type) => {
    expect(await summaryOf(warcRecord({ type, block: httpResponse(HTML) }))).toEqual(['record'])
  })

  test.each([
    ['response', 'application/http; msgtype=response', httpResponse(HTML, [TYPE]), `html ${HTML}`],
    ['response', null, httpResponse(HTML, [TYPE]), `html ${HTML}`],
    ['RESPONSE', 'APPLICATION/HTTP', httpResponse(HTML, [TYPE]), `html ${HTML}`],
    ['response', 'text/dns', '20240102\nexample.com', 'media-type'],
    ['resource', 'text/html; charset=utf-8', HTML, `html ${HTML}`],
    ['resource', 'application/xhtml+xml', HTML, `html ${HTML}`],
    ['resource', 'text/plain', 'words', 'text words'],
    ['resource', 'image/png', '\x89PNG', 'media-type'],
    ['conversion', 'text/plain', 'words', 'text words'],
    ['conversion', 'text/plain', 'HTTP/2 is a protocol', 'text HTTP/2 is a protocol'],
    ['conversion', 'application/json', '{}', 'media-type'],
    // The standard has unknown types passed over; what could be a page is rather damaged.
    ['screenshot', 'image/png', '\x89PNG', 'record'],
    ['respomse', 'application/http; msgtype=response', httpResponse(HTML), '! bad-record'],
    ['', 'text/html', HTML, '! bad-record'],
  ])('%s of %s: %#', async (type, contentType, block, expected) => {
    expect(await summaryOf(warcRecord({ type, contentType, block }))).toEqual([expected])
  })

  test.each([
    ['200 OK', `html ${HTML}`],
    ['203', `html ${HTML}`],
    ['404 Not Found', 'status'],
    ['301 Moved', 'status'],
    ['304 Not Modified', 'status'],
  ])('status %s', async (status, expected) => {
    expect(await summaryOf(warcRecord({ block: httpResponse(HTML, [TYPE], status) }))).toEqual([expected])
  })

  test.each([
    ['text/html', 'words', 'html words'],
    ['Text/HTML ; charset=x', 'words', 'html words'],
    ['text/plain', 'words', 'text words'],
    ['text/css', 'p { color: red }', 'media-type'],
    ['application/json', '{"a": 1}', 'media-type'],
    ['application/rss+xml', '<?xml version="1.0"?><rss><channel><title>x</title></channel></rss>', 'media-type'],
    // Types that say nothing: the bytes tell.
    ['', HTML, `html ${HTML}`],
    ['', 'words', 'text words'],
    ['application/octet-stream', 'words', 'text words'],
    ['application/octet-stream', '%PDF-1.7', 'media-type'],
    // A document is one whatever it is called.
    ['text/xml', `<?xml version="1.0"?>${HTML}`, `html <?xml version="1.0"?>${HTML}`],
    ['text/htmk', HTML, `html ${HTML}`],
    // It says that it is a page and can't be read.
    ['text/html', '%PDF-1.7', '! not-text'],
  ])('type %j of %j', async (mediaType, body, expected) => {
    const fields = mediaType === '' ? [] : [`Content-Type: ${mediaType}`]
    expect(await summaryOf(warcRecord({ block: httpResponse(body, fields) }))).toEqual([expected])
  })

  test('the type that the archive identified counts where the declared one is none of a page', async () => {
    const block = httpResponse('<p>x', ['Content-Type: application/x-httpd-php'])
    const fields = [['WARC-Identified-Payload-Type', 'text/html']] as const
    expect(await summaryOf(warcRecord({ fields, block }))).toEqual(['html <p>x'])
    expect(await summaryOf(warcRecord({ block }))).toEqual(['media-type'])
  })
})

describe('the body of a response', () => {
  const gzip = 'Content-Encoding: gzip'
  const chunked = 'Transfer-Encoding: chunked'

  test.each([
    ['gzip', [gzip], gzipSync(HTML), ''],
    ['gzip, of which only the name is left', [gzip], HTML, ''],
    ['gzip that nothing tells of', [], gzipSync(HTML), ''],
    ['gzip twice', ['Content-Encoding: gzip, gzip'], gzipSync(gzipSync(HTML)), ''],
    ['gzip twice, told once', [gzip], gzipSync(gzipSync(HTML)), ''],
    ['gzip in two fields', [gzip, gzip], gzipSync(gzipSync(HTML)), ''],
    ['x-gzip', ['content-encoding:X-GZIP'], gzipSync(HTML), ''],
    ['gzip, cut off', [gzip], gzipSync(HTML).subarray(0, -4), ', truncated'],
    ['deflate', ['Content-Encoding: deflate'], deflateSync(HTML), ''],
    ['deflate without its header', ['Content-Encoding: deflate'], deflateRawSync(HTML), ''],
    ['deflate, of which only the name is left', ['Content-Encoding: deflate'], HTML, ''],
    ['br', ['Content-Encoding: br'], brotliCompressSync(HTML), ''],
    ['br, of which only the name is left', ['Content-Encoding: br'], HTML, ''],
    ['br in gzip', ['Content-Encoding: br, gzip'], gzipSync(brotliCompressSync(HTML)), ''],
    ['a coding that nobody knows', ['Content-Encoding: x-none'], HTML, ''],
    ['chunks', [chunked], inChunks(HTML, 5), ''],
    ['chunks, of which only the name is left', [chunked], HTML, ''],
    ['chunks of gzip', [gzip, chunked], inChunks(gzipSync(HTML), 7), ''],
    ['gzip of the transfer', ['Transfer-Encoding: gzip, chunked'], inChunks(gzipSync(HTML), 7), ''],
    ['chunks without the last one', [chunked], inChunks(HTML, 100).subarray(0, -5), ', truncated'],
  ])('%s', async (_name, fields, body, codes) => {
    const block = httpResponse(body, [TYPE, ...fields])
    expect(await summaryOf(warcRecord({ block }))).toEqual([`html ${HTML}${codes}`])
  })

  test('no more is decompressed than a page may have', async () => {
    const limit = 20 * 1024 * 1024
    for (const [coding, compress] of [
      ['gzip', gzipSync],
      ['deflate', deflateSync],
      ['br', brotliCompressSync],
    ] as const) {
      const page = (bytes: number) =>
        httpResponse(compress(Buffer.alloc(bytes, 'a')), [TYPE, `Content-Encoding: ${coding}`])
      const { pages } = await read(warcRecord({ block: page(limit) }), warcRecord({ block: page(limit + 1) }))
      const sizes = pages.map(({ content }) => ('bytes' in content ? content.bytes.length : content))
      expect(sizes).toEqual([limit, { failure: { code: 'input-limit', message: 'the page is larger than 20 MB' } }])
    }
  })

  test('a page too large is passed on as such, a film is passed over', async () => {
    const large = Buffer.alloc(21 * 1024 * 1024, 'a')
    const film = httpResponse(large, ['Content-Type: video/mp4'])
    const last = warcRecord({ block: httpResponse(HTML, [TYPE]) })
    expect(await summaryOf(warcRecord({ block: httpResponse(large) }), warcRecord({ block: film }), last)).toEqual([
      '! input-limit',
      `html ${HTML}`,
      'media-type',
    ])
  })
})

describe('the header of HTTP', () => {
  test.each([
    ['LF line ends', 'HTTP/1.0 200 OK\nContent-Type: text/html\n\n<p>x', 'html <p>x'],
    ['folded lines', 'HTTP/1.1 200 OK\r\nContent-Type:\r\n text/html\r\n\r\n<p>x', 'html <p>x'],
    ['a line that is no field', 'HTTP/1.1 200 OK\r\njunk\r\nContent-Type: text/html\r\n\r\n<p>x', 'html <p>x'],
    ['a damaged first line', 'HTPP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x', 'html <p>x, warc-record'],
    ['no blank line', 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n<p>x', 'html <p>x, warc-record'],
    ['no header', `${HTML}\r\n\r\n`, `html ${HTML}\r\n\r\n, warc-record`],
    ['no body', 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n', '! bad-record'],
    ['an empty body', 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n', 'html '],
  ])('%s', async (_name, block, expected) => {
    expect(await summaryOf(warcRecord({ block }))).toEqual([expected])
  })
})

describe('encoding', () => {
  const known = { url: null, encoding: null, language: null }
  const text = async (fields: readonly string[], body: string) => {
    const { pages } = await read(warcRecord({ block: httpResponse(Buffer.from(body, 'latin1'), fields) }))
    const [page] = pages
    if (page === undefined || !('bytes' in page.content)) return page
    const source = await toSource(page, page.content, known)
    return [source.text.replace(/<[^>]*>/g, ''), source.warnings.map(({ code }) => code)]
  }

  test.each([
    ['HTTP alone', 'text/html; charset=windows-1251', '<p>\xcf', 'П'],
    ['HTTP before meta', 'text/html; charset="windows-1251"', '<meta charset=gbk><p>\xcf\xf0', 'Пр'],
    ['meta where HTTP says nothing', 'text/html', '<meta charset=gbk><p>\xc4\xe3', '你'],
    ['meta where HTTP says nonsense', 'text/html; charset=nonsense', '<meta charset=gbk><p>\xc4\xe3', '你'],
    ['meta where HTTP is wrong', 'text/html; charset=utf-8', '<meta charset=gbk><p>\xc4\xe3\xba\xc3', '你好'],
    ['a byte order mark before HTTP', 'text/html; charset=gbk', '\xef\xbb\xbf<p>\xc3\xa9', 'é'],
    ['HTTP for text', 'text/plain; charset=koi8-r', '\xf0', 'П'],
    ['UTF-16 by HTTP', 'text/plain; charset=utf-16le', 'h\0i\0', 'hi'],
    ['UTF-16 by HTTP alone', 'text/plain; charset=utf-16le', 'hi there', 'hi there'],
  ])('%s', async (_name, type, body, expected) => {
    expect(await text([`Content-Type: ${type}`], body)).toEqual([expected, []])
  })
})

describe('what the archive tells of a record', () => {
  const block = httpResponse(HTML, [TYPE])

  test('that it was cut off, or goes on elsewhere', async () => {
    const cut = warcRecord({ fields: [['WARC-Truncated', 'length']], block })
    const segment = warcRecord({ fields: [['WARC-Segment-Number', '1']], block })
    expect(await summaryOf(cut, segment)).toEqual([`html ${HTML}, truncated`, `html ${HTML}, truncated`])
    const { pages } = await read(cut)
    expect(pages[0]?.warnings).toEqual([{ code: 'truncated', message: 'the crawler cut the page off, reason: length' }])
  })

  test('which record it was made of', async () => {
    const fields = [['WARC-Refers-To', `<${recordId(3)}>`]] as const
    const { pages } = await read(warcRecord({ type: 'conversion', fields, block: 'words' }))
    expect(pages[0]?.meta).toEqual({ 'WARC-Date': '2024-01-02T03:04:05Z', 'WARC-Refers-To': recordId(3) })
  })

  test('addresses in angle brackets are read without them, no address is none', async () => {
    const { pages } = await read(
      warcRecord({ url: '<https://example.com/a>', block }),
      warcRecord({ url: '', block }),
      warcRecord({ url: null, block }),
    )
    expect(pages.map(({ url }) => url)).toEqual(['https://example.com/a', null, null])
  })

  test('names of its fields in any case, and folded', async () => {
    const header = `WARC/1.1\nwarc-type: response\nWARC-RECORD-ID : <urn:x>\nwarc-date: 2024\nwarc-target-uri: https://\n\texample.com\ncontent-length: ${block.length}\n\n`
    const { pages } = await read(Buffer.concat([Buffer.from(header), block, Buffer.from('\n\n')]))
    expect(pages).toMatchObject([{ id: 'urn:x', url: 'https:// example.com', warnings: [] }])
  })
})

describe('names of outputs', () => {
  const block = httpResponse(HTML, [TYPE])
  const stems = async (...records: readonly Buffer[]) => (await read(...records)).pages.map(({ stem }) => stem)

  test('two captures of one address are two files, in any order', async () => {
    const records = [1, 2].map((number) => warcRecord({ number, url: 'https://example.com/', block }))
    const found = await stems(...records)
    expect(new Set(found).size).toBe(2)
    expect((await stems(...records.toReversed())).toReversed()).toEqual(found)
  })

  test.each([
    ['https://example.com/../../etc/passwd', /^example\.com-\.\.-\.\.-etc-passwd-[0-9a-f]{8}$/],
    ['..\\..\\win', /^win-[0-9a-f]{8}$/],
    ['file:///etc/passwd', /^file-etc-passwd-[0-9a-f]{8}$/],
    ['con', /^con_-[0-9a-f]{8}$/],
    [`https://example.com/${'ö'.repeat(8000)}`, /^example\.com-ö{88}-[0-9a-f]{8}$/],
    [`https://example.com/${'語'.repeat(8000)}`, /^example\.com-語{62}-[0-9a-f]{8}$/],
    [null, /^urn-uuid-0{8}-0000-4000-8000-0{11}1-[0-9a-f]{8}$/],
  ])('%j', async (url, expected) => {
    expect(await stems(warcRecord({ url, block }))).toEqual([expect.stringMatching(expected)])
  })

  test('a record without address and id is told by its place', async () => {
    const bare = Buffer.from(
      `WARC/1.0\r\nWARC-Type: response\r\nContent-Length: ${block.length}\r\n\r\n${block}\r\n\r\n`,
    )
    expect(await stems(bare, bare)).toEqual([
      expect.stringMatching(/^byte-0-[0-9a-f]{8}$/),
      expect.stringMatching(new RegExp(`^byte-${bare.length}-[0-9a-f]{8}$`)),
    ])
  })
})
