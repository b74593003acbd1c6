import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { extract } from '../src/extract.ts'
import { cleanArticle } from '../src/index.ts'
import { toSource } from '../src/io/page.ts'
import { readPages } from '../src/io/sources.ts'
import { toMarkdown } from '../src/render/markdown.ts'

/** Compared as they are; credits and the body have their own comparisons. */
const FIELDS = words('title date modified authors editor section tags site url language dateline images')
/** In the order of the keys. */
const FRONT_MATTER = words('title date authors editor site url section tags language')
/** `removed.tsv` shows the beginnings of texts. */
const SHOWN_CHARS = 60

interface Credit {
  readonly role: string
  readonly name: string
}

interface Expected extends Readonly<Record<string, unknown>> {
  readonly title: string
  readonly credits: readonly Credit[]
  readonly text: readonly string[]
}

const fixtures = new URL('../fixtures/', import.meta.url)
const names = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

describe.each(names)('fixture %s', (name) => {
  const folder = new URL(`${name}/`, fixtures)
  const read = (file: string) => readFileSync(new URL(file, folder), 'utf8')
  const expected = () => JSON.parse(read('expected.json')) as Expected
  const clean = () => cleanArticle(readInput(folder), { removed: true })

  test('fields', async () => {
    const record = { ...(await clean()) } as unknown as Expected
    const wanted = expected()
    expect(pick(record)).toEqual(pick(wanted))
    expect(creditSet(record.credits)).toEqual(creditSet(wanted.credits))
  })

  test('body', async () => {
    const { blocks } = await clean()
    expect(shown(blocks).map((block) => block.text)).toEqual(expected().text)
  })

  test('removed', async () => {
    const { removed } = await clean()
    const wanted = read('removed.tsv').trimEnd().split('\n')
    const got = shown(removed ?? []).map(({ role, text }, i) => `${allowedRole(role, wanted[i])}\t${start(text)}`)
    expect(got).toEqual(wanted)
  })

  test('Markdown', async () => {
    expect(await markdownOf(folder)).toBe(read('expected.md'))
  })

  test('expectations that agree', () => {
    const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(read('expected.md')) ?? []
    const wanted = expected()
    const known = FRONT_MATTER.filter((key) => wanted[key] !== null && String(wanted[key]) !== '')
    expect(Object.entries(parse(yaml) as object)).toEqual(known.map((key) => [key, wanted[key]]))
    expect(body.startsWith(`# ${wanted.title}\n\n`)).toBe(true)
  })
})

function inputOf(folder: URL): URL {
  const file = readdirSync(folder).find((entry) => entry.startsWith('input.'))
  if (file === undefined) throw new Error(`Expected an input in ${folder.pathname}`)
  return new URL(file, folder)
}

function readInput(folder: URL): Uint8Array {
  const input = inputOf(folder)
  const bytes = readFileSync(input)
  return input.pathname.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

/** The way that the command line takes: from the file, gzipped or not. */
async function markdownOf(folder: URL): Promise<string> {
  const path = fileURLToPath(inputOf(folder))
  for await (const page of readPages({ path, file: path, name: path }, 'auto')) {
    if ('failure' in page.content) throw new Error(page.content.failure.message)
    const source = await toSource(page, page.content, { url: null, encoding: null, language: null })
    return toMarkdown((await extract(source)).article)
  }
  throw new Error(`Expected a page in ${path}`)
}

function words(text: string): string[] {
  return text.split(' ')
}

function pick(record: Expected): Record<string, unknown> {
  return Object.fromEntries(FIELDS.map((key) => [key, record[key]]))
}

/** "By X" and "Reporting by X" say the same of an article. */
function creditSet(credits: readonly Credit[]): string[] {
  const lines = credits.map(({ role, name }) => `${role === 'reporter' ? 'author' : role}: ${name}`)
  return [...new Set(lines)].sort()
}

/** Pictures and rules have no text. */
function shown<T extends { readonly text: string }>(blocks: readonly T[]): T[] {
  return blocks.filter((block) => block.text !== '')
}

function start(text: string): string {
  return text.slice(0, SHOWN_CHARS).trim().replaceAll(/\s+/g, ' ')
}

/** A row may allow several roles: `field:title|boilerplate`. */
function allowedRole(role: string, row: string | undefined): string {
  const [roles = ''] = row?.split('\t') ?? []
  const got = role === 'boilerplate' ? role : `field:${role}`
  return roles.split('|').includes(got) ? roles : got
}
