import fc from 'fast-check'
import type { Root } from 'mdast'
import { expect, test } from 'vitest'
import { toBody } from '../../src/render/markdown.ts'
import { RENDER_DEFAULTS } from '../../src/render/settings.ts'
import { toTree } from '../../src/render/tree.ts'
import type { Block, Container } from '../../src/types.ts'
import { broken } from '../helpers/anyText.ts'
import { article, block, code, container, image, inside, rule } from '../helpers/blocks.ts'
import { fold, parse, problems, shapeOf, textOf } from '../helpers/readback.ts'

/** Structures within structures, whatever stands beside what: they read back as they were. */

const SETTINGS = { ...RENDER_DEFAULTS, tables: 'gfm' as const }

const leaf: fc.Arbitrary<readonly Block[]> = fc.oneof(
  { weight: 3, arbitrary: broken.map((one) => [one]) },
  { weight: 2, arbitrary: fc.constantFrom('one', 'two').map((text) => [block(text)]) },
  fc.integer({ min: 1, max: 6 }).map((level) => [block('head', { kind: 'heading', level })]),
  fc.constantFrom('x', 'if a:\n\n    b', '```', '> a').map((text) => [code(text)]),
  fc.constant([image({ src: 'https://a.test/b.jpg', alt: 'c' })]),
  fc.constant([rule()]),
)

/** All blocks of some parts within one more structure, each part in a structure of its own where one is named. */
function wrap(outer: Container, part: Container['type'] | null, parts: readonly (readonly Block[])[]): Block[] {
  return parts.flatMap((blocks) => {
    const path = part === null ? [outer] : [outer, container(part)]
    return blocks.map((one) => inside(path, one))
  })
}

function tableOf(cells: readonly (readonly Block[])[]): Block[] {
  const outer = container('table')
  const rows = [cells.slice(0, 2), cells.slice(2)]
  return rows.flatMap((row, r) => {
    const path = [outer, container('row')]
    return row.flatMap((blocks, column) => {
      const cell = container('cell', { column, header: r === 0 })
      return blocks.map((one) => inside([...path, cell], one))
    })
  })
}

const { blocks: anyBlocks } = fc.letrec<{ tree: readonly Block[]; blocks: readonly Block[] }>((tie) => {
  const parts = fc.array(tie('blocks'), { minLength: 1, maxLength: 3 })
  return {
    tree: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      { weight: 3, arbitrary: leaf },
      { weight: 2, arbitrary: parts.map((items) => wrap(container('list', { ordered: false }), 'item', items)) },
      fc
        .tuple(parts, fc.constantFrom(0, 1, 9, 12))
        .map(([items, first]) => wrap(container('list', { ordered: true, first }), 'item', items)),
      { weight: 2, arbitrary: tie('blocks').map((inner) => wrap(container('quote'), null, [inner])) },
      tie('blocks').map((inner) => wrap(container('details'), null, [inner])),
      parts.map((items) => wrap(container('definitions'), 'definition', items)),
      fc.array(tie('blocks'), { minLength: 4, maxLength: 4 }).map(tableOf),
    ),
    blocks: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((groups) => groups.flat()),
  }
})

/** Code in a cell is text where GFM has no way to tell it. */
const shapeWithoutCode = (root: Root) => shapeOf(root).filter((type) => type !== 'inlineCode')

test('text and structure survive at any depth', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(anyBlocks, (blocks) => {
      const written = article(blocks)
      const markdown = toBody(written, SETTINGS)
      const root = parse(markdown)
      expect(problems(root), markdown).toEqual([])
      expect(textOf(root), markdown).toBe(fold(blocks.map((one) => one.text).join(' ')))
      expect(shapeWithoutCode(root), markdown).toEqual(shapeWithoutCode(toTree(written, SETTINGS).root))
    }),
    { seed: 42, numRuns: 200 },
  )
})
