// Measures pages per second against the peers, one thread each: a table of docs/performance.md.
//
//     npm run bench                          unpacks the corpora of ../shared into .corpus
//     npm run bench -- --corpus <folder>     uses sets that are unpacked already
//     npm run bench -- --pages 300           about so many pages of wcxb-dev, default 150
//
// A page goes in as a decoded string and comes out as JSON. What counts is CPU time, garbage collection with it. Each
// tool runs in a process of its own, so that none pays for what another has left in memory, and is warm: it has seen all
// pages once. The tools take turns, so that a machine that slows down slows all of them, of all pages each: a process that
// waits, and one that is made to collect its garbage, throws compiled code away, and compiles anew what it goes on with.
// Peers are installed into scripts/peers if they are missing.
import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const shared = resolve(root, '..', 'shared')
const unpacker = join(shared, 'corpus', 'unpack.mjs')
const peers = join(root, 'scripts', 'peers')

const HTML_SET = 'wcxb-dev'
const TEXT_SETS = ['wcxb-dev', 'fundus-dev', 'zh-dev', 'readability-dev', 'trafilatura-dev']
const TEXT_FILE = 'text.wet.jsonl'

const OURS = 'clean-article'
const BASE = '@mozilla/readability (linkedom)'

const ROUNDS = 2
const WARM_UP_RECORDS = 1500
/** In-process, nothing can stop a tool that takes minutes for a huge page: such pages are left out for all. */
const MAX_PAGE_BYTES = 3_000_000

const { values: options } = parseArgs({
  options: { corpus: { type: 'string' }, pages: { type: 'string', default: '150' } },
})
process.exitCode = await main()

async function main() {
  const count = Number(options.pages)
  if (!Number.isInteger(count) || count < 1) return complain(`Expected a number of pages, not: ${options.pages}`)
  if (!existsSync(join(root, 'dist', 'index.js'))) return complain('Expected the built package in dist, not: nothing')
  if (options.corpus === undefined && !existsSync(unpacker))
    return complain(`Expected the corpora in ${shared}, not: nothing there`)
  const corpus = options.corpus === undefined ? unpack() : resolve(options.corpus)
  const missing = [join(HTML_SET, 'pages'), ...TEXT_SETS.map((set) => join(set, TEXT_FILE))].find(
    (path) => !existsSync(join(corpus, path)),
  )
  if (missing !== undefined) return complain(`Expected ${join(corpus, missing)}, not: nothing there`)

  const { cleanArticle } = await import('../dist/index.js')
  const folder = join(corpus, HTML_SET, 'pages')
  const { names, pages, skipped } = readPages(folder, count)
  console.log(
    `${pages.length} pages of ${HTML_SET}, ${toMegabytes(pages)} MB; ${skipped} above ${MAX_PAGE_BYTES / 1e6} MB left out\n`,
  )
  console.log(toMarkdownTable(htmlRows(await race([OURS, ...(await peerNames())], folder, names), pages)))
  console.log(`\n${toMarkdownTable(await textRows(corpus, cleanArticle))}`)
  return 0
}

function complain(message) {
  console.error(`bench: ${message}`)
  return 2
}

function unpack() {
  const folder = join(root, '.corpus')
  run(process.execPath, [unpacker, folder, ...TEXT_SETS])
  return folder
}

async function peerNames() {
  if (!existsSync(join(peers, 'node_modules'))) run('npm', ['ci', '--prefix', peers, '--no-audit', '--no-fund'])
  return Object.keys((await import('./peers/tools.js')).PEERS)
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`Expected exit code 0 of ${command} ${args[0]}, not: ${status}`)
}

/** Every k-th page by name, so that all kinds of pages are there. */
function readPages(folder, count) {
  const files = readdirSync(folder).sort()
  const step = Math.max(1, Math.floor(files.length / count))
  const all = files.filter((_, i) => i % step === 0).slice(0, count)
  const read = (name) => readFileSync(join(folder, name), 'utf8')
  const names = all.filter((name) => Buffer.byteLength(read(name)) <= MAX_PAGE_BYTES)
  return { names, pages: names.map(read), skipped: all.length - names.length }
}

/** @returns CPU time in seconds and number of pages that were thrown at, by the name of the tool. */
async function race(tools, folder, names) {
  const runners = await Promise.all(
    tools.map(async (tool) => {
      const child = fork(join(root, 'scripts', 'bench-tool.js'), [folder, tool], { execArgv: ['--no-flush-bytecode'] })
      await once(child, 'message')
      return { tool, child }
    }),
  )
  const results = new Map(tools.map((tool) => [tool, { seconds: 0, failed: 0 }]))
  for (const { child } of runners) await turnOf(child, names)
  for (let round = 0; round < ROUNDS; round++) {
    for (const { tool, child } of runners) {
      const { seconds, failed } = await turnOf(child, names)
      const result = results.get(tool)
      result.seconds += seconds / ROUNDS
      result.failed += failed / ROUNDS
    }
  }
  for (const { child } of runners) child.kill()
  return results
}

async function turnOf(child, names) {
  child.send(names)
  const [result] = await once(child, 'message')
  return result
}

/** Texts in this process: nothing else runs in it. */
async function turn(tool, pages) {
  const before = process.cpuUsage()
  for (const page of pages) JSON.stringify(await tool(page))
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1e6 }
}

function htmlRows(results, pages) {
  const base = results.get(BASE).seconds
  const ours = results.get(OURS).seconds
  return [...results].map(([tool, { seconds, failed }]) => ({
    tool,
    'pages/s': (pages.length / seconds).toFixed(1),
    'MB/s': (toMegabytes(pages) / seconds).toFixed(2),
    'to Readability': (base / seconds).toFixed(2),
    [`${OURS} to it`]: (seconds / ours).toFixed(2),
    failed: String(failed),
  }))
}

async function textRows(corpus, cleanArticle) {
  const clean = (text) => cleanArticle(text, { format: 'text' })
  const sets = TEXT_SETS.map((set) => [set, readTexts(join(corpus, set, TEXT_FILE))])
  for (const [, texts] of sets) await turn(clean, texts.slice(0, WARM_UP_RECORDS / sets.length))
  const rows = []
  let [allCount, allMegabytes, allSeconds] = [0, 0, 0]
  for (const [set, texts] of sets) {
    const megabytes = toMegabytes(texts)
    const { seconds } = await turn(clean, texts)
    rows.push(textRow(set, texts.length, megabytes, seconds))
    allCount += texts.length
    allMegabytes += megabytes
    allSeconds += seconds
  }
  return [...rows, textRow('all', allCount, allMegabytes, allSeconds)]
}

function textRow(set, records, megabytes, seconds) {
  return {
    text: set,
    records: String(records),
    MB: megabytes.toFixed(1),
    'records/s': (records / seconds).toFixed(0),
    'MB/s': (megabytes / seconds).toFixed(2),
  }
}

function readTexts(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).text)
}

/** Of UTF-8, in millions of bytes. */
function toMegabytes(texts) {
  return Math.round(texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e5) / 10
}

function toMarkdownTable(rows) {
  const [names] = rows.map(Object.keys)
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [
    line(names),
    line(names.map((_, i) => (i === 0 ? '---' : '---:'))),
    ...rows.map((row) => line(names.map((name) => row[name]))),
  ].join('\n')
}
