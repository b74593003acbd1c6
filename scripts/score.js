// Builds the command, runs it over the development corpora and scores it: the tables of docs/quality.md.
//
//     npm run score                          unpacks the corpora of ../shared into .corpus
//     npm run score -- --corpus <folder>     uses sets that are unpacked already
//     npm run score -- --sets zh-dev,fundus-dev
//
// The corpora and their scorer are not part of the repository: without ../shared beside it there is nothing to score.
import { spawnSync } from 'node:child_process'
import { closeSync, createReadStream, createWriteStream, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const shared = resolve(root, '..', 'shared')
const scorer = join(shared, 'bench', 'score.mjs')
const unpacker = join(shared, 'corpus', 'unpack.mjs')
const predictions = join(root, '.corpus', 'predictions')

/** Sets with the kinds of pages that their gold is about. */
const SETS = {
  'wcxb-dev': ['html', 'text'],
  'fundus-dev': ['html', 'text'],
  'zh-dev': ['html', 'text'],
  'readability-dev': ['html', 'text'],
  'trafilatura-dev': ['html'],
}
const INPUTS = { html: 'pages', text: 'text.wet.jsonl' }

const { values: options } = parseArgs({ options: { corpus: { type: 'string' }, sets: { type: 'string' } } })
process.exitCode = await main()

async function main() {
  if (!existsSync(scorer)) return complain(`Expected the corpora and their scorer in ${shared}, not: nothing there`)
  const sets = options.sets?.split(',') ?? Object.keys(SETS)
  const unknown = sets.find((set) => !Object.hasOwn(SETS, set))
  if (unknown !== undefined) return complain(`Expected sets among ${Object.keys(SETS).join(', ')}, not: ${unknown}`)
  if (!existsSync(join(root, 'dist', 'cli.js')))
    return complain('Expected the built command in dist, not: nothing there')

  const corpus = options.corpus === undefined ? unpack(sets) : resolve(options.corpus)
  mkdirSync(predictions, { recursive: true })
  const rows = []
  for (const set of sets) {
    for (const mode of SETS[set]) {
      const gold = join(corpus, set)
      if (!existsSync(join(gold, INPUTS[mode])))
        return complain(`Expected ${join(gold, INPUTS[mode])}, not: nothing there`)
      console.log(`\n== ${set}, ${mode}`)
      const summary = await score(gold, join(gold, INPUTS[mode]), join(predictions, `${set}.${mode}`))
      rows.push({ set, mode, ...summary })
    }
  }
  console.log(`\n${toMarkdownTable(rows)}`)
  return 0
}

function complain(message) {
  console.error(`score: ${message}`)
  return 2
}

function unpack(sets) {
  const folder = join(root, '.corpus')
  run([unpacker, folder, ...sets], ['ignore', 'ignore', 'inherit'])
  return folder
}

/** @returns The figures of all pages, by the scorer's names. */
async function score(gold, input, stem) {
  const raw = openSync(`${stem}.raw.jsonl`, 'w')
  const command = join(root, 'bin', 'clean-article.js')
  run([command, input, '--format', 'jsonl', '--exit-zero'], ['ignore', raw, 'inherit'])
  closeSync(raw)
  await nameByPath(`${stem}.raw.jsonl`, `${stem}.jsonl`)
  run(
    [scorer, '--gold', gold, '--pred', `${stem}.jsonl`, '--json', `${stem}.scores.json`],
    ['ignore', 'inherit', 'inherit'],
  )
  return JSON.parse(readFileSync(`${stem}.scores.json`, 'utf8')).all
}

function run(args, stdio) {
  const { status, error } = spawnSync(process.execPath, args, { stdio })
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`Expected exit code 0 of ${args[0]}, not: ${status}`)
}

/** Pages out of files have their path as id; the scorer takes an id as it is, but makes one of a path by itself. */
async function nameByPath(from, to) {
  const out = createWriteStream(to)
  for await (const line of createInterface({ input: createReadStream(from) })) {
    const record = JSON.parse(line)
    if (record.id === record.path) delete record.id
    if (!out.write(`${JSON.stringify(record)}\n`)) await new Promise((done) => out.once('drain', done))
  }
  out.end()
  await finished(out)
}

function toMarkdownTable(rows) {
  const columns = Object.keys(rows[0] ?? {})
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(columns.map((name) => cell(row, name)))),
  ].join('\n')
}

function cell(row, name) {
  const value = row[name]
  // JSON has no NaN: what a set has no gold for is null.
  if (value === null) return '-'
  return typeof value !== 'number' || (Number.isInteger(value) && (name === 'pages' || name === 'failed'))
    ? String(value)
    : value.toFixed(3)
}
