import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { type Token, tokenize } from './helpers/tokens.ts'

/** Rooms of the house: the folders of `src`, and its files by name. */
interface Room {
  /** Why the room is where it is. */
  readonly why: string
  /** Rooms that it may import, besides itself. */
  readonly rooms: readonly string[]
  /** Packages that it may import. */
  readonly packages: readonly string[]
}

const PURE_STAGES = 'types text rules dates language segment features model label article render extract'.split(' ')

const ROOMS: Readonly<Record<string, Room>> = {
  types: { why: 'data only: everything may depend on it, it depends on nothing', rooms: [], packages: [] },
  text: { why: 'what a word, a phrase, a character is; knows no page', rooms: ['types'], packages: [] },
  dates: { why: 'reads dates out of strings; knows no page', rooms: ['types', 'text'], packages: [] },
  language: { why: 'tells languages apart', rooms: ['types', 'text'], packages: [] },
  rules: {
    why: 'what the user says of the pages of a site; knows hosts, paths and lines, no HTML',
    rooms: ['types'],
    packages: ['leven'],
  },
  segment: {
    why: 'the only room that knows HTML: after it both kinds of page are the same',
    rooms: ['types', 'text', 'rules'],
    packages: ['cheerio/slim', 'css-select', 'domutils', 'htmlparser2', 'domhandler', 'jsonrepair'],
  },
  features: { why: 'figures of a page, without a judgement', rooms: ['types', 'text', 'language'], packages: [] },
  model: {
    why: 'figures to probabilities: a learned model must be able to take its place',
    rooms: ['types', 'features'],
    packages: [],
  },
  label: { why: 'one verdict a block, from scores and phrases', rooms: ['types', 'text', 'features'], packages: [] },
  article: { why: 'fields from hints and blocks', rooms: ['types', 'text', 'dates', 'language'], packages: [] },
  extract: {
    why: 'the recipe: the only place that knows the order of the stages',
    rooms: ['types', 'text', 'language', 'rules', 'segment', 'features', 'model', 'label', 'article'],
    packages: [],
  },
  render: {
    why: 'article to Markdown and records; must not know how it was found',
    rooms: ['types', 'text'],
    packages: ['unified', 'remark-stringify', 'mdast'],
  },
  io: {
    why: 'bytes in and out; knows no article',
    rooms: ['types', 'text'],
    packages: ['@exodus/bytes/encoding.js', 'chardet', 'ignore', 'tinyglobby', 'node:*'],
  },
  batch: {
    why: 'many pages, several at a time, none of which can harm another',
    rooms: ['types', 'rules', 'extract', 'render', 'io'],
    packages: ['node:*'],
  },
  report: {
    why: 'tells CI what became of pages; knows no article and no terminal',
    rooms: ['io', 'batch'],
    packages: ['node:*'],
  },
  cli: {
    why: 'the command line, on top of everything',
    rooms: ['types', 'rules', 'extract', 'render', 'io', 'batch', 'report'],
    packages: ['commander', '@humanwhocodes/momoa', 'node:*'],
  },
  index: {
    why: 'the library: the core without the command line',
    rooms: ['types', 'rules', 'extract', 'render', 'io'],
    packages: [],
  },
  train: {
    why: 'must compute the same features as the tool does',
    rooms: [...PURE_STAGES, 'io/decode'],
    packages: ['node:*'],
  },
}

/** A name that pure rooms must not use. */
interface Ban {
  readonly name: RegExp
  readonly why: string
}

const BANS: readonly Ban[] = [
  {
    name: /^(?:process|Buffer|require|__dirname|__filename|global|globalThis)$/,
    why: 'the core runs wherever JavaScript does',
  },
  {
    name: /^(?:fetch|XMLHttpRequest|WebSocket|eval|Function|setTimeout|setInterval|setImmediate|queueMicrotask)$/,
    why: 'no network, no foreign code, no timers',
  },
  { name: /^(?:console|alert)$/, why: 'what is to be told is in the outcome' },
  { name: /^(?:random|randomUUID|getRandomValues|performance)$/, why: 'the same page gives the same bytes' },
  {
    name: /^(?:toLocale\w+|localeCompare|Intl|getTimezoneOffset|get(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds))$/,
    why: 'the same bytes in every locale and time zone',
  },
]

/** Variables of a module that pure rooms may have, each with its reason. */
const MEMOS: Readonly<Record<string, string>> = {
  'language/rank.ts languagesOfWord': 'an index of a constant table, built on first use so that loading stays cheap',
  'text/lexicon.ts ranges': 'an index of the phrases by their first characters, built on first use likewise',
}

const source = fileURLToPath(new URL('../src/', import.meta.url))
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.split(sep).join('/'))
  .sort()
  .map((file) => ({ file, room: roomOf(file), tokens: tokenize(readFileSync(join(source, file), 'utf8')) }))
const pureFiles = files.filter(({ room }) => PURE_STAGES.includes(room))

/** `label/rules/share.ts` -> label; `types.ts` -> types. */
function roomOf(file: string): string {
  return (file.split('/')[0] ?? '').replace(/\.ts$/, '')
}

interface Import {
  readonly line: number
  /** Null where it is computed. */
  readonly from: string | null
}

/** Static and dynamic imports, types and re-exports alike. */
function importsOf(tokens: readonly Token[]): Import[] {
  return tokens.flatMap((token, i): Import[] => {
    const next = tokens[i + 1]
    if (token.type !== 'word' || next === undefined || tokens[i - 1]?.text === '.') return []
    const isKeyword = token.text === 'import' || token.text === 'from'
    if (isKeyword && next.type === 'string') return [{ line: token.line, from: next.text }]
    if (token.text !== 'import' || next.text !== '(') return []
    const argument = tokens[i + 2]
    const isPlain = argument?.type === 'string' && [')', ','].includes(tokens[i + 3]?.text ?? '')
    return [{ line: token.line, from: isPlain ? argument.text : null }]
  })
}

/** What an import of a file is, as the table names it: a room, `io/decode`, a package, `node:*`. */
function targetOf(file: string, from: string): string {
  if (!from.startsWith('.')) return isBuiltin(from) ? 'node:*' : from
  return normalize(join(file, '..', from))
    .split(sep)
    .join('/')
}

function isAllowed(room: string, target: string, isOwn: boolean): boolean {
  const { rooms = [], packages = [] } = ROOMS[room] ?? {}
  if (!isOwn) return packages.includes(target)
  const name = roomOf(target)
  return name === room || rooms.includes(name) || rooms.includes(target.replace(/\.ts$/, ''))
}

test('every room of the house is in the table, and every row of the table is a room', () => {
  expect([...new Set(files.map(({ room }) => room))].sort()).toEqual(Object.keys(ROOMS).sort())
})

test('no room may import a package that it does not need', () => {
  const used = new Set(
    files.flatMap(({ file, room, tokens }) =>
      importsOf(tokens).map(({ from }) => (from === null ? '' : `${room} ${targetOf(file, from)}`)),
    ),
  )
  const idle = Object.entries(ROOMS).flatMap(([room, { packages }]) => packages.map((name) => `${room} ${name}`))
  expect(idle.filter((entry) => !used.has(entry))).toEqual([])
})

test('the table itself has no cycles', () => {
  const order: string[] = []
  const rest = new Set(Object.keys(ROOMS))
  for (let size = -1; size !== rest.size; ) {
    size = rest.size
    for (const room of rest) {
      if (!(ROOMS[room]?.rooms ?? []).every((other) => order.includes(roomOf(other)))) continue
      order.push(room)
      rest.delete(room)
    }
  }
  expect([...rest]).toEqual([])
})

describe.each(Object.entries(ROOMS))('%s', (room, { why }) => {
  test(`imports only what is below it: ${why}`, () => {
    const wrong = files
      .filter((entry) => entry.room === room)
      .flatMap(({ file, tokens }) =>
        importsOf(tokens).flatMap(({ line, from }) => {
          if (from === null) return [`src/${file}:${line} imports a computed name`]
          const target = targetOf(file, from)
          return isAllowed(room, target, from.startsWith('.')) ? [] : [`src/${file}:${line} imports ${target}`]
        }),
      )
    expect(wrong).toEqual([])
  })
})

test('own files are imported with their extension, never through the folder above src', () => {
  const wrong = files.flatMap(({ file, tokens }) =>
    importsOf(tokens)
      .filter(
        ({ from }) => from?.startsWith('.') && (!/\.(?:ts|json)$/.test(from) || targetOf(file, from).startsWith('..')),
      )
      .map(({ line, from }) => `src/${file}:${line} ${from}`),
  )
  expect(wrong).toEqual([])
})

describe('pure rooms', () => {
  test.each(BANS)('do not use $name: $why', ({ name }) => {
    const wrong = pureFiles.flatMap(({ file, tokens }) =>
      tokens
        .filter((token, i) => token.type === 'word' && name.test(token.text) && !isKey(tokens, i))
        .map((token) => `src/${file}:${token.line} ${token.text}`),
    )
    expect(wrong).toEqual([])
  })

  test('make dates of numbers only, never of the clock or of a string', () => {
    const wrong = pureFiles.flatMap(({ file, tokens }) =>
      tokens
        .map((token, i) => ({ token, next: tokens.slice(i + 1, i + 4) }))
        .filter(({ token }) => token.type === 'word' && token.text === 'Date')
        .filter(({ token, next }) => !isDateOfNumber(token, next, tokens))
        .map(({ token }) => `src/${file}:${token.line}`),
    )
    expect(wrong).toEqual([])
  })

  test('have no state: no variable outside of functions', () => {
    const found = pureFiles.flatMap(({ file, tokens }) =>
      tokens
        .filter(
          (token, i) =>
            token.depth === 0 &&
            /^(?:let|var)$/.test(token.text) &&
            token.type === 'word' &&
            tokens[i + 1]?.type === 'word',
        )
        .map((token) => `${file} ${tokens[tokens.indexOf(token) + 1]?.text}`),
    )
    expect(found).toEqual(Object.keys(MEMOS))
  })
})

/** A property or a member's name is no use of the global: `{ process: 1 }`, `line.process`, but `Math.random` is. */
function isKey(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]?.text
  const after = tokens[index + 1]?.text
  const isMember = before === '.' || (before === '?' && after !== '(')
  const isOfDate = /^(?:get|toLocale|localeCompare|random)/.test(tokens[index]?.text ?? '')
  return (isMember && !isOfDate) || (after === ':' && before !== '?')
}

/** `new Date(days * 86_400_000)`, `Date.UTC(`. */
function isDateOfNumber(token: Token, next: readonly Token[], tokens: readonly Token[]): boolean {
  const before = tokens[tokens.indexOf(token) - 1]?.text
  if (next[0]?.text === '.') return next[1]?.text === 'UTC'
  if (before !== 'new' || next[0]?.text !== '(') return false
  return next[1]?.type === 'number' || (next[1]?.type === 'word' && next[2]?.text === '*')
}
