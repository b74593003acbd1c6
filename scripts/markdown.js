// What the tools keep of headings, lists, links, tables and the rest when they write Markdown: the table of
// docs/markdown.md.
//
//     npm run bench:markdown                          unpacks the corpora of ../shared into .corpus
//     npm run bench:markdown -- --corpus <folder>     uses sets that are unpacked already
//     npm run bench:markdown -- --losses <folder>     writes what each tool lost of each page
//
// Forty pages rich in structure: of each kind of mark the five pages with most of it in the part that clean-article keeps,
// the rarer kinds first. The marks are counted in the HTML that a tool kept, and in its Markdown as a CommonMark parser with
// GFM reads it. Each tool runs in a process of its own and is timed on its second turn.
import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { compare, KINDS } from './markdown/compare.js'
import { marksOfHtml, wordsOfHtml } from './markdown/html.js'
import { keptHtml } from './markdown/kept.js'
import { marksOfMarkdown, titlesOf, wordsOfMarkdown } from './markdown/read.js'
import { TOOLS } from './markdown/tools.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const shared = resolve(root, '..', 'shared')
const unpacker = join(shared, 'corpus', 'unpack.mjs')
const peers = join(root, 'scripts', 'peers')

/** Sets with the types of pages that are taken from them. */
const SETS = { 'readability-dev': null, 'wcxb-dev': ['documentation', 'forum'], 'zh-dev': null }
const RAREST_FIRST = ['footnotes', 'tables', 'languages', 'code', 'images', 'list items', 'headings', 'links']
const PAGES_A_KIND = 5

const { values: options } = parseArgs({ options: { corpus: { type: 'string' }, losses: { type: 'string' } } })
process.exitCode = await main()

async function main() {
  if (!existsSync(join(root, 'dist', 'index.js'))) return complain('Expected the built package in dist, not: nothing')
  if (options.corpus === undefined && !existsSync(unpacker))
    return complain(`Expected the corpora in ${shared}, not: nothing there`)
  const corpus = options.corpus === undefined ? unpack() : resolve(options.corpus)
  const missing = Object.keys(SETS).find((set) => !existsSync(join(corpus, set, 'pages')))
  if (missing !== undefined) return complain(`Expected ${join(corpus, missing, 'pages')}, not: nothing there`)
  if (!existsSync(join(peers, 'node_modules'))) run('npm', ['ci', '--prefix', peers, '--no-audit', '--no-fund'])

  const pages = choose(await readPages(corpus))
  console.log(`${pages.map(({ name, kind }) => `${name} (${kind})`).join(', ')}\n`)
  const rows = []
  for (const tool of Object.keys(TOOLS)) rows.push(await measure(tool, pages))
  console.log(toMarkdownTable(rows))
  return 0
}

function complain(message) {
  console.error(`bench:markdown: ${message}`)
  return 2
}

function unpack() {
  const folder = join(root, '.corpus')
  run(process.execPath, [unpacker, folder, ...Object.keys(SETS)])
  return folder
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`Expected exit code 0 of ${command} ${args[0]}, not: ${status}`)
}

/** All pages of the sets, with their kept part and its marks. */
async function readPages(corpus) {
  const { cleanArticle } = await import('../dist/index.js')
  const pages = []
  for (const [set, types] of Object.entries(SETS)) {
    const gold = readGold(join(corpus, set, 'gold.jsonl'))
    for (const file of readdirSync(join(corpus, set, 'pages')).sort()) {
      const { page_type: type, url = null } = gold.get(file.replace(/\.html$/, '')) ?? {}
      if (types !== null && !types.includes(type)) continue
      const html = readFileSync(join(corpus, set, 'pages', file), 'utf8')
      const record = await cleanArticle(html, { format: 'html', url: url ?? undefined, removed: true })
      const base = url ?? record.url
      const kept = keptHtml(html, record, base)
      pages.push({ name: `${set}/${file}`, html, url: base, kept, marks: marksOfHtml(kept) })
    }
  }
  return pages
}

function readGold(path) {
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  return new Map(lines.map((line) => JSON.parse(line)).map((page) => [page.id, page]))
}

/** Of each kind those with most, each page once; equal ones in the order of their names. */
function choose(pages) {
  const chosen = new Map()
  for (const kind of RAREST_FIRST) {
    const rest = pages.filter((page) => !chosen.has(page) && page.marks[kind].length > 0)
    const best = rest.toSorted((a, b) => b.marks[kind].length - a.marks[kind].length).slice(0, PAGES_A_KIND)
    for (const page of best) chosen.set(page, { ...page, kind })
  }
  return [...chosen.values()]
}

/** A row of the table. */
async function measure(tool, pages) {
  const child = fork(join(root, 'scripts', 'markdown', 'tool.js'), [tool], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(child, 'message')
  const inputs = pages.map(({ html, kept, url }) => ({ html, kept, url }))
  await turnOf(child, inputs)
  const { seconds, results } = await turnOf(child, inputs)
  child.kill()
  const counted = results.map(({ markdown, source }) => count(markdown, source))
  if (options.losses !== undefined) writeLosses(resolve(options.losses), tool, pages, results, counted)
  const sum = (read) => counted.reduce((total, one) => total + read(one), 0)
  const kinds = KINDS.map((kind) => [
    kind,
    `${sum(({ marks }) => marks[kind].kept)} / ${sum(({ marks }) => marks[kind].kept + marks[kind].missing.length)}`,
  ])
  return {
    tool,
    reads: TOOLS[tool].reads,
    ...Object.fromEntries(kinds),
    lost: sum(({ words }) => charsOf(words.missing)),
    doubled: sum(({ words }) => charsOf(words.extra)),
    'ms a page': ((seconds / pages.length) * 1000).toFixed(1),
  }
}

async function turnOf(child, inputs) {
  child.send(inputs)
  const [result] = await once(child, 'message')
  return result
}

function count(markdown, source) {
  const wanted = marksOfHtml(source)
  const found = marksOfMarkdown(markdown)
  const { words: own, hasFormulas } = wordsOfHtml(source)
  const words = compare(own, wordsOfMarkdown(markdown, hasFormulas))
  return {
    marks: Object.fromEntries(KINDS.map((kind) => [kind, compare(wanted[kind], found[kind])])),
    words: { ...words, missing: compare(words.missing, titlesOf(markdown)).missing },
  }
}

function charsOf(words) {
  return words.reduce((sum, word) => sum + word.length, 0)
}

function writeLosses(folder, tool, pages, results, counted) {
  for (const [i, { name }] of pages.entries()) {
    const path = join(folder, tool.replaceAll(/\W+/g, '-'), name.replace('/', '-'))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(`${path}.md`, results[i].markdown)
    writeFileSync(`${path}.kept.html`, results[i].source)
    const { marks, words } = counted[i]
    const lost = Object.fromEntries(KINDS.map((kind) => [kind, marks[kind].missing.flat()]))
    writeFileSync(`${path}.json`, JSON.stringify({ ...lost, lost: words.missing, doubled: words.extra }, undefined, 1))
  }
}

function toMarkdownTable(rows) {
  const names = Object.keys(rows[0])
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [
    line(names),
    line(names.map((_, i) => (i < 2 ? '---' : '---:'))),
    ...rows.map((row) => line(names.map((name) => row[name]))),
  ].join('\n')
}
