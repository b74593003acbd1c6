import { expect, test } from 'vitest'
import { segment } from '../../src/extract.ts'
import { computeRows, type Rows } from '../../src/features/index.ts'
import { textPage } from '../helpers/page.ts'

const SENTENCE = 'The ferry to the island did not sail on Monday, because the storm had torn the ropes of the pier.'

/** A column of an HTML page by the texts of its blocks. */
async function columnOf(name: string, html: string): Promise<Record<string, number>> {
  const page = await segment({ kind: 'html', text: html, url: null, language: 'en', warnings: [] })
  const column = pick(computeRows(page), name)
  return Object.fromEntries(page.blocks.map((block, i) => [block.text, column[i] as number]))
}

function pick(rows: Rows, name: string): ArrayLike<number> {
  const column = rows.columns[rows.names.indexOf(name)]
  if (column === undefined) throw new Error(`Expected a feature of the registry, not: ${name}`)
  return column
}

const LIST = `<main><p>${SENTENCE}</p>
<div class="card"><h3>Ropes</h3><p>from the chandler</p></div>
<div class="card"><h3>Anchors</h3><p>of all weights</p></div>
<div class="card"><h3>Lamps</h3><p>for night watches</p></div>
<div class="note"><p>Closed on Sundays</p></div></main>`

test('three siblings of one name are repeated items, paragraphs and single boxes are none', async () => {
  const items = await columnOf('innerItems', LIST)
  expect(items.Anchors).toBe(Math.log2(3))
  expect(items['of all weights']).toBe(Math.log2(3))
  expect(items['Closed on Sundays']).toBeNaN()
  expect(items[SENTENCE]).toBeNaN()
})

test('items are measured together: four words each', async () => {
  expect((await columnOf('innerWords', LIST)).Lamps).toBeCloseTo(Math.log2(1 + 11 / 3 + 1 / 3))
})

test('blocks in elements of the same names share a slot, wherever they stand', async () => {
  const slots = await columnOf('slotBlocks', LIST)
  expect(slots.Ropes).toBe(Math.log2(3))
  expect(slots['from the chandler']).toBe(Math.log2(3))
  expect(slots['Closed on Sundays']).toBe(0)
})

test('what the page declares itself to be holds for all of its blocks', async () => {
  const product = '<script type="application/ld+json">{"@graph":[{"@type":"Product","name":"Rope"}]}</script>'
  const html = `<html><head>${product}</head><body><p>${SENTENCE}</p></body></html>`
  expect((await columnOf('declaresProduct', html))[SENTENCE]).toBe(1)
  expect((await columnOf('declaresArticle', html))[SENTENCE]).toBe(0)
})

test('links to other hosts and links of the own one are told apart', async () => {
  const html = `<link rel="canonical" href="https://www.pier.example/ferry"><p>See <a href="https://www.coast.example/a">A</a> and <a href="https://pier.example/b">B</a></p>`
  expect((await columnOf('externalLinks', html))['See A and B']).toBe(0.5)
})

test('the heading that a block stands under counts, and how far up it is', async () => {
  const html = `<p>Before</p><h2>Related articles</h2><p>${SENTENCE}</p>`
  const phrase = await columnOf('sectionPhrase', html)
  expect([phrase.Before, phrase[SENTENCE]]).toEqual([0, 1])
  const level = await columnOf('sectionLevel', html)
  expect(level.Before).toBeNaN()
  expect(level[SENTENCE]).toBe(2)
})

test('figures of the markup are missing on a text page, those of the text are not', () => {
  const rows = computeRows(textPage(['12 May 2023', 'Costs €30', 'Who sails?', '3 June 2024']))
  for (const name of ['innerItems', 'slotBlocks', 'externalLinks', 'declaresProduct'])
    expect(Array.from(pick(rows, name))).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN])
  expect(Array.from(pick(rows, 'dateLike'))).toEqual([1, 0, 0, 1])
  expect(Array.from(pick(rows, 'priceLike'))).toEqual([0, 1, 0, 0])
  expect(Array.from(pick(rows, 'question'))).toEqual([0, 0, 1, 0])
  // Figure, word, figure: the two dates are of one make.
  expect(Array.from(pick(rows, 'makeCount'))).toEqual([1, 0, 0, 1])
})
