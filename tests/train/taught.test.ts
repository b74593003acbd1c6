import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadModel } from '../../src/model/score.ts'
import { readTaught, TAUGHT_SET, teach } from '../../src/train/taught.ts'

const PARAGRAPHS = [
  'The ferry did not sail on Monday because of the storm, and the harbour office said that nobody had been hurt.',
  'By noon the queue of cars reached back to the mill, where the bakery handed out bread and tea to those who waited.',
  'The captain hopes that the crossing can be opened again before the end of the week, if the wind goes down.',
]
const PAGE = `<html><head><title>Ferry waits for the wind</title></head><body><nav><a href="/">Home</a></nav>
<article><h1>Ferry waits for the wind</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</article>
<footer>All rights reserved</footer></body></html>`

/** A corpus of the same page with different annotations. */
function corpusOf(rows: readonly { id: string; with: string[]; without: string[] }[]): string {
  const root = mkdtempSync(join(tmpdir(), 'taught-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const folder = join(root, TAUGHT_SET)
  mkdirSync(join(folder, 'pages'), { recursive: true })
  const lines = (list: readonly object[]): string => list.map((row) => `${JSON.stringify(row)}\n`).join('')
  writeFileSync(join(folder, 'gold.jsonl'), lines(rows))
  for (const { id } of rows) writeFileSync(join(folder, 'pages', `${id}.html`), PAGE)
  writeFileSync(join(folder, 'text.wet.jsonl'), lines(rows.map(({ id }) => ({ id, text: PARAGRAPHS.join('\n\n') }))))
  return root
}

test('only bodies that the annotated pieces confirm are taught', async () => {
  const root = corpusOf([
    { id: 'right', with: ['queue  of cars'], without: ['All rights reserved'] },
    { id: 'missing', with: ['a sentence that is not there'], without: [] },
    { id: 'wrong', with: [], without: ['bread and tea'] },
  ])
  const bodies = await teach(root, await loadModel('html'))
  expect([...bodies.keys()]).toEqual(['right'])
  const examples = []
  for await (const example of readTaught(root, 'wet', bodies)) examples.push(example)
  expect(examples).toMatchObject([{ id: 'right', site: 'right', pageType: 'article', source: { kind: 'text' } }])
  expect(examples[0]?.gold).toContain(PARAGRAPHS[1])
})
