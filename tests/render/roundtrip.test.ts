import fc from 'fast-check'
import type { Root } from 'mdast'
import { expect, test } from 'vitest'
import { toBody } from '../../src/render/markdown.ts'
import { toTree } from '../../src/render/tree.ts'
import type { Block, Mark } from '../../src/types.ts'
import { article, block, code, container, headers, heading, inside, list, table } from '../helpers/blocks.ts'
import { fold, isBreak, parse, problems, textOf, walk } from '../helpers/readback.ts'

/**
 * Whatever the text of a page is made of, a Markdown parser reads back the same text in the same kinds of blocks, and
 * nothing that is live.
 */

/** The structure without text, and without links, as GFM makes links of bare URLs. */
function shapeOf(root: Root): string[] {
  return walk(root)
    .map((node) => (isBreak(node) ? 'break' : node.type))
    .filter((type) => type !== 'text' && type !== 'link')
}

const PIECES = [
  ...'*_~`[]()<>#+-=!|\\&;:.,"\'/@^$',
  '**',
  '__',
  '~~',
  '``',
  '```',
  '---',
  '***',
  '===',
  '](',
  '![',
  '<b>',
  '</b>',
  '<!--',
  '<?',
  '<a href="x">',
  '&lt;',
  '&#60;',
  'www.',
  'http://',
  'https://a.test/',
  'a@b.test',
  '1.',
  '12)',
  '# ',
  '- ',
  '+ ',
  '> ',
  '[x] ',
  '[a]: b',
  '[^1]',
  '| - |',
  ' ',
  ' ',
  ' ',
  '\u00a0',
  'a',
  'b',
  'word',
  'snake_case',
  '1',
  'é',
  '字',
  '「',
  '」',
  '。',
  '€',
  '👍',
  '—',
  '\u200d',
]

const anyText = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 })
  .map((pieces) => fold(pieces.join('')))

const URLS = [
  'https://a.test/(b',
  'c.html?d=*e*',
  'javascript:x',
  'https://a.test/`|\\<',
  'data:x',
  'mailto:a@b.test',
  'j&Tab;s:x',
]
const TYPES: readonly Mark['type'][] = [
  'strong',
  'emphasis',
  'code',
  'delete',
  'link',
  'superscript',
  'subscript',
  'image',
]

const marked = anyText.chain((text) =>
  fc
    .array(
      fc.record({
        type: fc.constantFrom(...TYPES),
        url: fc.constantFrom(...URLS),
        alt: fc.constantFrom('', 'alt *x* ](y) <b>'),
        from: fc.nat(text.length),
        length: fc.nat(6),
      }),
      { maxLength: 4 },
    )
    .map((marks): Block => {
      const spans = marks.map(({ type, url, alt, from, length }): Mark => {
        const end = type === 'image' ? from : Math.min(from + length, text.length)
        return { type, start: from, end, url, alt }
      })
      return block(text, { marks: spans })
    }),
)

/** Some spaces of the text turned into line breaks. */
const broken = fc.tuple(marked, fc.boolean()).map(([one, breaks]): Block => {
  if (!breaks) return one
  const text = one.text.replaceAll(' ', '\n')
  const found = [...text].flatMap((character, i): Mark[] =>
    character === '\n' ? [{ type: 'break', start: i, end: i + 1 }] : [],
  )
  return { ...one, text, marks: text.length === [...text].length ? [...one.marks, ...found] : one.marks }
})

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
      expect(shapeOf(root), markdown).toEqual(shapeOf(toTree(written, 'auto').root))
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
