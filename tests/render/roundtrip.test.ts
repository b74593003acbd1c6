import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toBody } from '../../src/render/markdown.ts'
import { RENDER_DEFAULTS } from '../../src/render/settings.ts'
import { toTree } from '../../src/render/tree.ts'
import type { Mark } from '../../src/types.ts'
import { anyText, broken, marked } from '../helpers/anyText.ts'
import { article, block, code, container, headers, heading, inside, list, table } from '../helpers/blocks.ts'
import { fold, parse, problems, shapeOf, textOf, walk } from '../helpers/readback.ts'

/**
 * Whatever the text of a page is made of, a Markdown parser reads back the same text in the same kinds of blocks, and
 * nothing that is live.
 */

const anyBlocks = fc.oneof(
  { weight: 4, arbitrary: broken.map((one) => [one]) },
  marked.map((one) => [{ ...one, kind: 'heading' as const, level: 2 }]),
  anyText.map((text) => [code(text.replaceAll('. ', '\n'))]),
  fc.array(broken, { minLength: 1, maxLength: 3 }).map((items) => list(items)),
  fc.array(broken, { minLength: 1, maxLength: 2 }).map((items) => {
    const quote = container('quote')
    return items.map((item) => inside([quote], item))
  }),
  fc
    .array(broken, { minLength: 2, maxLength: 2 })
    .map((cells) => table([headers('x', 'y'), cells.map((cell) => ({ text: [cell] }))])),
)

test('text and structure survive', () => {
  fc.assert(
    fc.property(fc.array(anyBlocks, { minLength: 1, maxLength: 3 }), (groups) => {
      const blocks = groups.flat()
      const written = article(blocks)
      const markdown = toBody(written)
      const root = parse(markdown)
      expect(problems(root), markdown).toEqual([])
      expect(textOf(root), markdown).toBe(fold(blocks.map((one) => one.text).join(' ')))
      expect(shapeOf(root), markdown).toEqual(shapeOf(toTree(written, RENDER_DEFAULTS).root))
    }),
    { seed: 42, numRuns: 700 },
  )
}, 60_000)

test('a reference to a note is one, whatever stands around it', () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      const mark: Mark = { type: 'note', start: before.length, end: before.length + 1, note: 'n' }
      const note = block(after, { note: 'n' })
      const markdown = toBody(article([block(`${before}1${after}`, { marks: [mark] }), note]))
      const root = parse(markdown)
      const [reference] = walk(root).filter((node) => node.type === 'footnoteReference')
      expect(reference, markdown).toMatchObject({ identifier: '1' })
      expect(
        root.children.map(({ type }) => type),
        markdown,
      ).toEqual(['paragraph', 'footnoteDefinition'])
      const [body, definition] = root.children.map((child) => textOf({ type: 'root', children: [child] }))
      expect(body, markdown).toBe(fold(before + after))
      expect(definition, markdown).toBe(fold(tidied(after)))
    }),
    { seed: 42, numRuns: 700 },
  )
}, 60_000)

/** Without the number of the note, which leads its text in some. */
function tidied(text: string): string {
  return text.replace(/^[[(]?1[\])]?[.:)]?(?=\s|$)/, (own) => (own === '1' ? own : ''))
}

test('the text of one paragraph is one paragraph', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      fc.pre(text !== '')
      const markdown = toBody(article([block(text)]))
      const root = parse(markdown)
      expect(
        root.children.map((child) => child.type),
        markdown,
      ).toEqual(['paragraph'])
      expect(textOf(root), markdown).toBe(text)
    }),
    { seed: 42, numRuns: 1000 },
  )
}, 60_000)

test('writing what was read gives the same Markdown', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const markdown = toBody(article([heading(2, text)]))
      const again = textOf(parse(markdown))
      expect(toBody(article([heading(2, again)]))).toBe(markdown)
    }),
    { seed: 42, numRuns: 300 },
  )
}, 60_000)
