import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PageInput } from '../../src/io/page.ts'
import { type InputFormat, readPages } from '../../src/io/sources.ts'
import { archive, httpResponse, PACKINGS, warcRecord } from '../helpers/warc.ts'

let root: string

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'sources-'))
})

afterAll(() => {
  rmSync(root, { recursive: true, force: true })
})

async function* inPieces(data: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < data.length; at += 10_000) yield data.subarray(at, at + 10_000)
}

async function fromStdin(data: string | Uint8Array, format: InputFormat = 'auto'): Promise<PageInput[]> {
  const pages: PageInput[] = []
  for await (const page of readPages({ stdin: inPieces(Buffer.from(data)) }, format)) pages.push(page)
  return pages
}

/** `html <p>`, `text ...`, `! code`. */
function summary({ content }: PageInput): string {
  if ('failure' in content) return `! ${content.failure.code}`
  return `${content.kind} ${'text' in content ? content.text : Buffer.from(content.bytes).toString()}`
}

describe('one page', () => {
  test('of a file, with its path', async () => {
    const path = join(root, 'page.html')
    writeFileSync(path, '<!doctype html><p>x')
    const pages: PageInput[] = []
    for await (const page of readPages({ path, file: path, name: 'sub/page.html' }, 'auto')) pages.push(page)
    expect(pages.map(summary)).toEqual(['html <!doctype html><p>x'])
    expect(pages[0]).toMatchObject({ id: path, path, url: null, stem: 'sub/page', isRecord: false, warnings: [] })
  })

  test('of standard input', async () => {
    const [page] = await fromStdin('plain')
    expect(page).toMatchObject({ id: '-', path: null, stem: 'stdin' })
  })

  test('the kind can be given', async () => {
    expect((await fromStdin('plain', 'html')).map(summary)).toEqual(['html plain'])
    expect((await fromStdin('<!doctype html>', 'text')).map(summary)).toEqual(['text <!doctype html>'])
  })

  test('no bytes are an empty text', async () => {
    expect((await fromStdin('')).map(summary)).toEqual(['text '])
  })

  test.each([
    ['PDF', '%PDF-1.7', 'auto'],
    ['PDF called text', '%PDF-1.7', 'text'],
  ] as const)('%s is no page', async (_name, data, format) => {
    expect((await fromStdin(data, format)).map(summary)).toEqual(['! not-text'])
  })

  test('at most 20 MB', async () => {
    const limit = 20 * 1024 * 1024
    expect((await fromStdin(Buffer.alloc(limit, 'a'))).map((page) => 'bytes' in page.content)).toEqual([true])
    expect((await fromStdin(Buffer.alloc(limit + 1, 'a'))).map(summary)).toEqual(['! input-limit'])
    expect((await fromStdin(gzipSync(Buffer.alloc(limit + 1, 'a')))).map(summary)).toEqual(['! input-limit'])
  })

  test('a file that went away', async () => {
    const path = join(root, 'gone.html')
    for await (const page of readPages({ path, file: path, name: 'gone.html' }, 'auto')) {
      expect(page.content).toEqual({ failure: { code: 'unreadable', message: 'no such file or folder (ENOENT)' } })
    }
  })
})

describe('gzip', () => {
  test('whatever the name, and twice', async () => {
    expect((await fromStdin(gzipSync('plain'))).map(summary)).toEqual(['text plain'])
    expect((await fromStdin(gzipSync(gzipSync('plain')))).map(summary)).toEqual(['text plain'])
    expect((await fromStdin(gzipSync(gzipSync(gzipSync('plain'))))).map(summary)).toEqual(['! not-text'])
  })

  test('damage is a warning of the page', async () => {
    const [page] = await fromStdin(gzipSync('plain').subarray(0, -4))
    expect(page?.warnings.map(({ code }) => code)).toEqual(['truncated'])
    expect(page === undefined ? '' : summary(page)).toBe('text plain')
  })

  test('nothing to be had is a failure', async () => {
    expect((await fromStdin(gzipSync('plain').subarray(0, 10))).map(summary)).toEqual(['! unreadable'])
  })
})

describe('WARC', () => {
  const RECORDS = [1, 2].map((number) => warcRecord({ number, block: httpResponse(`<p>page ${number}`) }))

  test.each(PACKINGS)('is found by its bytes, %s', async (packing) => {
    expect((await fromStdin(archive(RECORDS, packing))).map(summary)).toEqual(['html <p>page 1', 'html <p>page 2'])
  })

  test('compressed twice', async () => {
    const whole = gzipSync(archive(RECORDS, 'by record'))
    expect((await fromStdin(whole)).map(summary)).toEqual(['html <p>page 1', 'html <p>page 2'])
    expect((await fromStdin(whole.subarray(0, -4))).map(summary)).toEqual([
      'html <p>page 1',
      'html <p>page 2',
      '! unreadable',
    ])
  })

  test('records of a file lie below its name', async () => {
    const path = join(root, 'crawl.warc.gz')
    writeFileSync(path, archive(RECORDS, 'by record'))
    const stems: string[] = []
    for await (const page of readPages({ path, file: path, name: 'crawl.warc.gz' }, 'auto')) stems.push(page.stem)
    expect(stems).toEqual([
      expect.stringMatching(/^crawl\/example\.com-1-[0-9a-f]{8}$/),
      expect.stringMatching(/^crawl\/example\.com-2-[0-9a-f]{8}$/),
    ])
  })

  test('said to be WARC: what is none is lost, and told', async () => {
    expect((await fromStdin('no archive', 'warc')).map(summary)).toEqual(['! unreadable'])
    expect(await fromStdin('', 'warc')).toEqual([])
  })

  test.each([
    ['the first line', (bytes: Buffer) => bytes.fill('#', 0, 8)],
    ['the first line, by record', (bytes: Buffer) => gzipSync(bytes.fill('#', 0, 8))],
    ['the field after it', (bytes: Buffer) => bytes.fill('#', 10, 15)],
  ])('damage of %s does not make a page of an archive', async (_name, damage) => {
    const pages = await fromStdin(damage(archive(RECORDS)))
    expect(pages.at(-1)?.content).toMatchObject({ kind: 'html' })
    expect(pages.map(({ isRecord }) => isRecord)).toEqual([true, true])
  })

  test('the first member of an archive may be damaged where it is said to be one', async () => {
    const bytes = archive(RECORDS, 'by record').fill(0, 0, 3)
    expect((await fromStdin(bytes, 'warc')).map(summary)).toEqual(['! unreadable', 'html <p>page 2'])
  })
})

describe('what stands where a file was', () => {
  const read = async (path: string, changes: object) => {
    const pages: PageInput[] = []
    for await (const page of readPages({ path, file: path, name: 'x', ...changes }, 'auto')) pages.push(page)
    return pages.map(({ content }) => ('failure' in content ? content.failure.message : 'read'))
  }

  test.each([{ isListed: true }, { inFolder: true }])('is not opened: %o', async (changes) => {
    const pipe = join(root, `pipe-${Object.keys(changes)[0]}`)
    execFileSync('mkfifo', [pipe])
    expect(await read(pipe, changes)).toEqual(['is a pipe or a device'])
    expect(await read(root, changes)).toEqual(['is a folder (EISDIR)'])
  })
})

describe('jsonl', () => {
  const LINES = ['{"id":"a","html":"<p>x"}', '', 'no json', '{"id":"b"}', '{"url":"https://example.com/","text":"y"}']
  const EXPECTED = ['html <p>x', '! bad-record', '! bad-record', '! bad-record', 'text y']

  test('one page a line, in order', async () => {
    const pages = await fromStdin(`${LINES.join('\n')}\n`)
    expect(pages.map(summary)).toEqual(EXPECTED)
    expect(pages.map(({ id }) => id)).toEqual(['a', null, null, 'b', '-'])
    expect(pages.map(({ stem }) => stem)).toEqual(['a', 'line-2', 'line-3', 'b', 'line-5'])
    expect(pages[4]).toMatchObject({ url: 'https://example.com/', isRecord: true })
  })

  test.each([
    ['CRLF', `${LINES.join('\r\n')}\r\n`],
    ['no last line end', LINES.join('\n')],
    ['byte order mark', `\ufeff${LINES.join('\n')}\n`],
    ['gzip', gzipSync(LINES.join('\n'))],
  ])('%s', async (_name, data) => {
    expect((await fromStdin(data)).map(summary)).toEqual(EXPECTED)
  })

  test('a first line longer than what is sniffed', async () => {
    const long = 'x'.repeat(200_000)
    expect((await fromStdin(`{"text":"${long}"}\n{"text":"y"}`)).map(summary)).toEqual([`text ${long}`, 'text y'])
  })

  test('said to be jsonl: even a bad first line is a line', async () => {
    expect((await fromStdin('oops\n{"text":"y"}\n', 'jsonl')).map(summary)).toEqual(['! bad-record', 'text y'])
    expect(await fromStdin('', 'jsonl')).toEqual([])
  })

  test('only LF ends a line, with CR before it or not', async () => {
    const text = 'a\u2028b\u2029c\u0085d'
    const pages = await fromStdin(`{"text":"${text}"}\r\r\n{"text":"${text}"}\r{"text":"y"}\n`, 'jsonl')
    expect(pages.map(summary)).toEqual([`text ${text}`, '! bad-record'])
  })

  test('a line that is too long is one line', async () => {
    const pages = await fromStdin(`{"text":"${'x'.repeat(65 * 1024 * 1024)}"}\n{"text":"y"}\n`, 'jsonl')
    expect(pages.map(summary)).toEqual(['! input-limit', 'text y'])
    expect(pages[0]?.content).toEqual({ failure: { code: 'input-limit', message: 'line 1 is longer than 64 MB' } })
  })

  test('other JSON is text', async () => {
    expect((await fromStdin('{"title":"x"}\n')).map(summary)).toEqual(['text {"title":"x"}\n'])
    expect((await fromStdin('{\n"html":"x"}')).map(summary)).toEqual(['text {\n"html":"x"}'])
  })

  test('records of a file lie below its name', async () => {
    const path = join(root, 'crawl.jsonl.gz')
    writeFileSync(path, gzipSync('{"id":"a","text":"x"}\n'))
    for await (const page of readPages({ path, file: path, name: 'crawl.jsonl.gz' }, 'auto')) {
      expect(page).toMatchObject({ id: 'a', path, stem: 'crawl/a' })
    }
  })

  test('lost data are never silent', async () => {
    const lines = Array.from({ length: 3000 }, (_, i) => JSON.stringify({ id: `${i}`, text: `${(i * 7919) % 10_007}` }))
    const whole = gzipSync(`${lines.join('\n')}\n`)
    const cut = await fromStdin(whole.subarray(0, whole.length / 2))
    const last = cut.at(-1)
    expect(last?.content).toMatchObject({ failure: { code: 'bad-record' } })
    expect(JSON.stringify(last)).toContain('the gzip data end early')
    expect(cut.slice(0, -1).every(({ content }) => 'text' in content)).toBe(true)

    const noTrailer = await fromStdin(whole.subarray(0, -8))
    expect(noTrailer).toHaveLength(3001)
    expect(noTrailer.at(-1)?.content).toMatchObject({ failure: { code: 'unreadable' } })
  })
})
