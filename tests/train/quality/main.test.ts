import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type BlockModel, LEARNED_TYPES } from '../../../src/model/score.ts'
import type { Floors } from '../../../src/train/quality/gate.ts'
import { main } from '../../../src/train/quality/main.ts'
import { ALL_SETS, UNSEEN_SETS } from '../../../src/train/quality/sets.ts'

/** Sites that each model was fitted on, and the model that each page was judged by. */
const fitted = vi.hoisted(() => new Map<unknown, Set<string>>())
const judgedBy = vi.hoisted(() => new Map<string, unknown>())

vi.mock('../../../src/train/fitModel.ts', () => ({
  fitModel(pages: readonly { readonly site: string }[]): BlockModel {
    const trees = { bias: 1, names: [], trees: [] }
    const types = Object.fromEntries(LEARNED_TYPES.map((type) => [type, trees])) as unknown as BlockModel['types']
    const model: BlockModel = {
      odds: { words: { keys: [], values: [] }, names: { keys: [], values: [] } },
      first: trees,
      second: null,
      articles: trees,
      fields: { title: { h1: 1, 'title:clean': 1 }, date: { line: 1 }, author: { none: 1 } },
      types,
    }
    fitted.set(model, new Set(pages.map((page) => page.site)))
    return model
  },
}))
vi.mock('../../../src/extract.ts', async (load) => {
  const actual = await load<typeof import('../../../src/extract.ts')>()
  const judge: typeof actual.judge = (page, source, model) => {
    judgedBy.set(page.blocks[0]?.text ?? '', model)
    return actual.judge(page, source, model)
  }
  return { ...actual, judge }
})

const PAGES_A_SET = 6

/** Stands for the benchmark's: a page that was predicted gets `f1`, one that was not gets 0. */
function scorer(f1: number): string {
  return `
    import { readFileSync, writeFileSync } from 'node:fs'
    const { argv } = process
    const option = (name) => argv[argv.indexOf('--' + name) + 1]
    const lines = (file) => readFileSync(file, 'utf8').split('\\n').filter(Boolean).map((line) => JSON.parse(line))
    const predicted = new Set(lines(option('pred')).filter(({ text }) => text.length > 0).map(({ id }) => id))
    const rows = lines(option('gold') + '/gold.jsonl').map(({ id, body }) => ({
      id, group: 'article', missing: !predicted.has(id), failed: false,
      ...(body === null ? { with: Number(predicted.has(id)) } : { word: { f: predicted.has(id) ? ${f1} : 0 } }),
    }))
    const mean = (list) => list.length ? list.reduce((a, b) => a + b) / list.length : null
    const all = {
      pages: rows.length, failed: rows.filter((row) => row.missing).length,
      wordF1: mean(rows.flatMap(({ word }) => word?.f ?? [])), with: mean(rows.flatMap((row) => row.with ?? [])),
    }
    writeFileSync(option('json'), JSON.stringify({ all, rows }))`
}

/** Invented sets: each page on a site of its own but for the last two, which share one; the first has no gold body. */
function workplace() {
  const root = mkdtempSync(join(tmpdir(), 'clean-article-quality-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const put = (name: string, content: string) => {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), content)
  }
  for (const set of ALL_SETS) {
    const pages = Array.from({ length: PAGES_A_SET }, (_, i) => {
      const head = `Tide tables of ${set}, part ${i}`
      const prose = `The ferry left at ${i} and came back with the evening tide, late and full of wet sheep.`
      const hasBody = i > 0 && !UNSEEN_SETS.includes(set)
      const site = `${set}${Math.min(i, PAGES_A_SET - 2)}.example`
      return { id: `${set}-${i}`, url: `https://www.${site}/${i}`, head, prose, body: hasBody ? prose : null }
    })
    put(`corpus/${set}/gold.jsonl`, lines(pages.map(({ id, url, body }) => ({ id, url, body, lang: 'en' }))))
    for (const mode of ['wet', 'lynx'])
      put(
        `corpus/${set}/text.${mode}.jsonl`,
        lines(pages.map(({ id, head, prose }) => ({ id, text: `${head}\n\n${prose}\n` }))),
      )
    for (const { id, head, prose } of pages) put(`corpus/${set}/pages/${id}.html`, `<h1>${head}</h1><p>${prose}</p>`)
  }
  put('shared/bench/score.mjs', scorer(0.9))
  put('floors.json', JSON.stringify({ note: '', corpora: {}, floors: {}, simple: {} } satisfies Floors))
  const printed: string[] = []
  const noted: string[] = []
  return {
    root,
    put,
    printed,
    noted,
    floors: () => JSON.parse(readFileSync(join(root, 'floors.json'), 'utf8')) as Floors,
    run(...args: string[]) {
      return main(args, {
        shared: join(root, 'shared'),
        work: join(root, 'work'),
        floors: join(root, 'floors.json'),
        print: (line) => printed.push(...line.split('\n')),
        note: (line) => noted.push(line),
      })
    },
  }
}

function lines(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}

function predictions(root: string, name: string): { readonly id: string; readonly text: string }[] {
  return readFileSync(join(root, 'work/quality', `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

test('pins what it measures, then passes, then fails when a figure falls', { timeout: 60_000 }, async () => {
  const { root, run, put, floors, printed } = workplace()
  const html = ['--corpus', join(root, 'corpus'), '--kind', 'html']
  expect(await run(...html, '--raise')).toBe(0)
  const pinned = floors()
  expect(pinned.floors).toMatchObject({
    'wcxb-dev html wordF1': 0.9,
    'trafilatura-dev html with': 1,
    'readability-dev html failed': 0,
    'confidence html ece': expect.any(Number),
  })
  expect(Object.keys(pinned.corpora)).toEqual(ALL_SETS.toSorted())
  expect(printed.at(-1)).toMatch(/^gate: passed, (\d+) of \1 bounds kept$/)

  put('shared/bench/score.mjs', scorer(0.85))
  put('floors.json', JSON.stringify({ ...pinned, floors: { ...pinned.floors, 'zh-dev wet wordF1': 0.9 } }))
  expect(await run(...html, '--raise')).toBe(1)
  expect(printed).toContain('below its floor: zh-dev html wordF1 0.850, floor 0.900, difference -0.050')
  expect(printed.at(-1)).toMatch(/^gate: FAILED, .*; INCOMPLETE: 1 were not measured$/)
  expect(floors().floors).toMatchObject({ 'zh-dev html wordF1': 0.9, 'zh-dev wet wordF1': 0.9 })
})

test('another corpus fails and raises nothing', { timeout: 60_000 }, async () => {
  const { root, run, put, floors, printed } = workplace()
  put('floors.json', JSON.stringify({ note: '', corpora: { 'zh-dev': '0'.repeat(16) }, floors: {}, simple: {} }))
  expect(await run('--corpus', join(root, 'corpus'), '--kind', 'html', '--raise')).toBe(1)
  expect(printed.some((line) => line.startsWith('another corpus: zh-dev'))).toBe(true)
  expect(floors().floors).toEqual({})
})

test('every page is judged once a mode, as the command would write it, by a model that has not seen its site', {
  timeout: 60_000,
}, async () => {
  fitted.clear()
  judgedBy.clear()
  const { root, run } = workplace()
  expect(await run('--corpus', join(root, 'corpus'))).toBe(0)
  const modes = ALL_SETS.flatMap((set) =>
    ['html', 'wet', ...(UNSEEN_SETS.includes(set) ? [] : ['lynx'])].map((mode) => `${set}.${mode}`),
  )
  const written = readdirSync(join(root, 'work/quality')).filter((name) => /^[^.]+\.[^.]+\.jsonl$/.test(name))
  expect(written.sort()).toEqual(modes.map((name) => `${name}.jsonl`).sort())
  for (const name of modes) {
    const set = name.split('.')[0] as string
    const pages = predictions(root, name)
    expect(pages.map(({ id }) => id).sort()).toEqual(Array.from({ length: PAGES_A_SET }, (_, i) => `${set}-${i}`))
    expect(pages[0]).toMatchObject({ path: null, confidence: expect.any(Number), text: expect.stringMatching(/ferry/) })
  }
  const siteOfHead = /^Tide tables of (.+), part (\d)$/
  expect(judgedBy.size).toBe(ALL_SETS.length * PAGES_A_SET)
  for (const [head, model] of judgedBy) {
    const [, set, part] = siteOfHead.exec(head) ?? []
    const site = `${set}${Math.min(Number(part), PAGES_A_SET - 2)}.example`
    expect(fitted.get(model)?.has(site)).toBe(false)
    expect(fitted.get(model)?.size).toBeGreaterThan(0)
  }
})

test('a part of the sets is scored against that part, without a gate', { timeout: 60_000 }, async () => {
  const { root, run, printed, floors } = workplace()
  expect(await run('--corpus', join(root, 'corpus'), '--kind', 'html', '--limit', '3')).toBe(0)
  expect(predictions(root, 'zh-dev.html')).toHaveLength(3)
  expect(printed.find((line) => line.startsWith('| zh-dev | html |'))).toMatch(
    /^\| zh-dev \| html \| 3 \| 0 \| 0\.900 \|/,
  )
  expect(printed.at(-1)).toBe('gate: not evaluated, 3 pages of each set at most')
  expect(floors().floors).toEqual({})
})

test.each([
  [['--kind', 'pdf'], /--kind html or text, not: pdf$/],
  [['--limit', '0'], /not: 0$/],
  [['--limit', '3', '--raise'], /--raise on whole sets/],
  [['--lower'], /--lower/],
  [['--corpus', 'nowhere'], /Expected nowhere.wcxb-dev.gold\.jsonl, not: nothing there$/],
])('wrong usage: %j', async (args, message) => {
  const { run, noted, printed } = workplace()
  expect(await run(...args)).toBe(2)
  expect(noted).toEqual([expect.stringMatching(message)])
  expect(printed).toEqual([])
})

test('without the corpora beside the repository there is nothing to measure', async () => {
  const { root, run, noted } = workplace()
  rmSync(join(root, 'shared'), { recursive: true })
  expect(await run()).toBe(2)
  expect(noted).toEqual([
    `quality: Expected the corpora and their scorer in ${join(root, 'shared')}, not: nothing there`,
  ])
})
