import fc from 'fast-check'
import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { failureRow } from '../../src/report/markdown.ts'
import { emptyFolder } from '../io/outputs.ts'
import { LINES, line, report } from './lines.ts'

async function markdown(...args: [Parameters<typeof report>[1], Parameters<typeof report>[2]?]): Promise<string> {
  const { at, read } = emptyFolder()
  await report({ kind: 'md', path: at('r.md') }, ...args)
  return read('r.md')
}

test('the sums, the codes, the pages that failed', async () => {
  expect(await markdown(LINES)).toBe(`# clean-article

| pages | cleaned | of these with warnings | without text | failed |
| ---: | ---: | ---: | ---: | ---: |
| 5 | 3 | 1 | 1 | 2 |

| code | pages |
| --- | ---: |
| \`charset-guess\` | 1 |
| \`missing-field\` | 1 |
| \`no-article\` | 1 |
| \`not-text\` | 1 |
| \`truncated\` | 1 |

| failed | code | why |
| --- | --- | --- |
| in/p4.html | \`not-text\` | the input is "binary" &lt;data&gt; &amp; more |
| all.jsonl: x7 | \`missing-field\` | no date |
`)
})

test('nothing failed, a share of the pages, stopped', async () => {
  expect(await markdown([line(1)], { shard: { index: 1, count: 4 }, complete: false })).toBe(`# clean-article

**The run was stopped before its end.**

| pages, share 1 of 4 | cleaned | of these with warnings | without text | failed |
| ---: | ---: | ---: | ---: | ---: |
| 1 | 1 | 0 | 0 | 0 |
`)
})

test('names and messages of any characters stay text in their cells', () => {
  const head = '| failed | code | why |\n| --- | --- | --- |\n'
  // What would be a link by itself is one in any cell; it does no harm.
  const text = fc.string({ unit: 'grapheme' }).filter((value) => !/:\/\/|www|@/i.test(value))
  fc.assert(
    fc.property(text, text, (path, message) => {
      const row = failureRow(line(1, { path, status: 'failed', codes: ['internal'], message }))
      const tree = unified()
        .use(remarkParse)
        .use(remarkGfm)
        .parse(head + row) as Root
      expect(tree.children.map(({ type }) => type)).toEqual(['table'])
      const table = tree.children[0]
      const cells = table?.type === 'table' ? (table.children[1]?.children ?? []) : []
      expect(cells).toHaveLength(3)
      const types = cells.flatMap(({ children }) => children.map(({ type }) => type))
      expect(types.filter((type) => type !== 'text' && type !== 'inlineCode')).toEqual([])
      const last = cells[2]?.children[0]
      expect(last?.type === 'text' ? last.value : '').toBe(message.trim())
    }),
  )
})
