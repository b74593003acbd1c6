import { describe, expect, test } from 'vitest'
import { toBody } from '../../src/render/markdown.ts'
import type { Block } from '../../src/types.ts'
import {
  article,
  block,
  code,
  container,
  headers,
  heading,
  image,
  inline,
  inside,
  list,
  rule,
  table,
} from '../helpers/blocks.ts'

const body = (...blocks: readonly (Block | readonly Block[])[]) => toBody(article(blocks.flat()))

describe('tables', () => {
  test('header cells make the header row, pipes are escaped', () => {
    expect(body(table([headers('Name', 'Score'), ['a|b', '95']]))).toBe(
      '| Name | Score |\n| --- | --- |\n| a\\|b | 95 |',
    )
  })

  test('without header cells the header row is empty', () => {
    expect(
      body(
        table([
          ['a', 'b'],
          ['c', 'd'],
        ]),
      ),
    ).toBe('|  |  |\n| --- | --- |\n| a | b |\n| c | d |')
  })

  test('header cells in the first column only are no header row', () => {
    expect(
      body(
        table([
          [{ text: 'a', header: true }, 'b'],
          [{ text: 'c', header: true }, 'd'],
        ]),
      ),
    ).toBe('|  |  |\n| --- | --- |\n| a | b |\n| c | d |')
  })

  test('a cell over two columns is followed by an empty one', () => {
    expect(body(table([headers('x', 'y'), [{ text: 'a', colSpan: 2 }], ['b', 'c']]))).toBe(
      '| x | y |\n| --- | --- |\n| a |  |\n| b | c |',
    )
  })

  test('a cell over three rows has empty ones below', () => {
    expect(
      body(
        table([headers('x', 'y', 'z'), ['a', { text: 'b', rowSpan: 3 }, 'c'], ['d', 'e'], ['f', 'g'], ['h', 'i', 'j']]),
      ),
    ).toBe('| x | y | z |\n| --- | --- | --- |\n| a | b | c |\n| d |  | e |\n| f |  | g |\n| h | i | j |')
  })

  test('a spanned last column is written as an empty cell, a short row leaves later columns alone', () => {
    expect(body(table([headers('x', 'y'), ['a', { text: 'b', rowSpan: 2 }], ['c'], ['d', 'e']]))).toBe(
      '| x | y |\n| --- | --- |\n| a | b |\n| c |  |\n| d | e |',
    )
    expect(body(table([headers('x', 'y', 'z'), ['a', 'b', { text: 'c', rowSpan: 2 }], ['d'], ['e', 'f', 'g']]))).toBe(
      '| x | y | z |\n| --- | --- | --- |\n| a | b | c |\n| d |\n| e | f | g |',
    )
  })

  test('the header is as wide as the widest row, or cells would be lost', () => {
    expect(body(table([headers('x', 'y'), ['a', 'b', 'c']]))).toBe('| x | y |  |\n| --- | --- | --- |\n| a | b | c |')
  })

  test('empty cells keep their place', () => {
    expect(body(table([headers('x', 'y'), [null, 'b'], ['c', null]]))).toBe('| x | y |\n| --- | --- |\n|  | b |\n| c |')
  })

  test('several blocks of a cell stand on one line', () => {
    const cell = [block('one'), inline('two<br><b>three</b>'), code('four')]
    expect(body(table([headers('x', 'y'), ['a', { text: cell }]]))).toBe(
      '| x | y |\n| --- | --- |\n| a | one<br>two<br>**three**<br>`four` |',
    )
  })

  test('lists and code of several lines make an HTML table, unless GFM is asked for', () => {
    const cell = [...list(['four', 'five']), code('six\n  seven')]
    const made = article(table([headers('x', 'y'), ['a', { text: cell }]]))
    expect(toBody(made)).toMatch(/^<table>\n[\s\S]*<td><ul><li>four<\/li><li>five<\/li><\/ul><pre>[\s\S]*\n<\/table>$/)
    expect(toBody(made, { tables: 'gfm' })).toBe('| x | y |\n| --- | --- |\n| a | four<br>five<br>`six seven` |')
  })

  test('code in a cell keeps its pipes', () => {
    expect(body(table([headers('x', 'y'), ['a', { text: [inline('<code>b | c</code>')] }]]))).toBe(
      '| x | y |\n| --- | --- |\n| a | `b \\| c` |',
    )
  })

  test('a backslash before a pipe is text: no code of a cell can tell it', () => {
    expect(body(table([headers('x', 'y'), ['a', { text: [inline('<code>b \\| c</code>')] }]]))).toBe(
      '| x | y |\n| --- | --- |\n| a | b \\\\\\| c |',
    )
  })

  test('formulas in a cell have names for pipes', () => {
    const formula = block('|x| \\| y', { marks: [{ type: 'math', start: 0, end: 8 }] })
    expect(body(table([headers('x', 'y'), ['a', { text: [formula] }]]))).toBe(
      '| x | y |\n| --- | --- |\n| a | $\\vert x\\vert  \\Vert  y$ |',
    )
  })

  test('what is in a table but in no row of it keeps its side', () => {
    const [outer, ...rows] = [table([headers('x', 'y'), ['a', 'b']])].flat()
    const path = (outer as Block).containers.slice(0, 1)
    const caption = inside([...path, container('caption')], block('c'))
    expect(body(caption, outer as Block, rows, inside(path, block('d')))).toBe(
      'c\n\n| x | y |\n| --- | --- |\n| a | b |\n\nd',
    )
  })

  test('in an item a blank line parts a table from what is around it', () => {
    expect(body(list([[block('a'), ...table([headers('x', 'y'), ['b', 'c']]), block('d')]]))).toBe(
      '- a\n\n  | x | y |\n  | --- | --- |\n  | b | c |\n\n  d',
    )
  })

  test('tables of one column or one row are layout', () => {
    expect(body(table([['a'], ['b']]))).toBe('a\n\nb')
    expect(body(table([['a', 'b']]))).toBe('a\n\nb')
    expect(body(table([[{ text: [heading(2, 'h'), block('p')] }]]))).toBe('## h\n\np')
  })

  test('tables with headings or much text in cells are layout', () => {
    const story = [block('one'), block('two'), block('three')]
    expect(
      body(
        table([
          ['menu', { text: story }],
          ['', 'foot'],
        ]),
      ),
    ).toBe('menu\n\none\n\ntwo\n\nthree\n\nfoot')
  })

  test('a data table within a layout table stays', () => {
    const inner = table([headers('x', 'y'), ['a', 'b']])
    expect(
      body(
        table([
          ['menu', { text: [block('before'), ...inner] }],
          ['c', 'd'],
        ]),
      ),
    ).toBe('menu\n\nbefore\n\n| x | y |\n| --- | --- |\n| a | b |\n\nc\n\nd')
  })

  test('a layout table within a cell of a data table is text of the cell', () => {
    expect(body(table([headers('x', 'y'), ['a', { text: table([['b'], ['c']]) }]]))).toBe(
      '| x | y |\n| --- | --- |\n| a | b<br>c |',
    )
  })

  test('a caption comes first', () => {
    const [first, ...rest] = table([headers('x', 'y'), ['a', 'b']]) as [Block, ...Block[]]
    const outer = first.containers.slice(0, 1)
    expect(body(inside([...outer, container('caption')], block('About x')), first, rest)).toBe(
      'About x\n\n| x | y |\n| --- | --- |\n| a | b |',
    )
  })
})

describe('code', () => {
  test('is fenced, verbatim', () => {
    expect(body(code('if (a < b) {\n\n  *c* = `d`\n}'))).toBe('```\nif (a < b) {\n\n  *c* = `d`\n}\n```')
  })

  test('names the language of code', () => {
    expect(body(code('a()', { codeLanguage: 'js' }))).toBe('```js\na()\n```')
  })

  test('the fence is longer than any inside', () => {
    expect(body(code('````\nx\n````'))).toBe('`````\n````\nx\n````\n`````')
  })

  test('in a list item is indented with it', () => {
    expect(body(list([[block('a'), code('b\n\n c')]]))).toBe('- a\n  ```\n  b\n\n   c\n  ```')
  })
})

describe('lists', () => {
  test('are tight', () => {
    expect(body(list(['a', 'b']), block('c'))).toBe('- a\n- b\n\nc')
  })

  test('nest', () => {
    const inner = list(['b', 'c'])
    expect(body(list([[block('a'), ...inner], 'd']))).toBe('- a\n  - b\n  - c\n- d')
  })

  test('a list right in a list belongs to the item before it', () => {
    const outer = container('list', { ordered: false })
    const item = (text: string) => inside([outer, container('item')], block(text))
    const inner = list(['b']).map((one) => inside([outer], one))
    expect(body(item('a'), inner, item('c'))).toBe('- a\n  - b\n- c')
    expect(body(inner)).toBe('- - b')
  })

  test('ordered lists count from their first number', () => {
    expect(body(list(['Alpha', 'Charlie'], { ordered: true, first: 3 }))).toBe('3. Alpha\n4. Charlie')
  })

  test('a number that Markdown cannot tell becomes 1', () => {
    expect(body(list(['a'], { ordered: true, first: -5 }))).toBe('1. a')
    expect(body(list(['a'], { ordered: true, first: 9_999_999_999 }))).toBe('1. a')
  })

  test('lists after each other stay apart', () => {
    expect(body(list(['a']), list(['b']))).toBe('- a\n\n* b')
  })

  test('tasks', () => {
    const outer = container('list', { ordered: false })
    const task = (checked: boolean, text: string) => inside([outer, container('item', { checked })], block(text))
    expect(body(task(true, 'done'), task(false, 'open'))).toBe('- [x] done\n- [ ] open')
  })

  test('text that looks like a task is none', () => {
    expect(body(list(['[x] a']))).toBe('- \\[x] a')
  })

  test('several paragraphs of an item stay in it', () => {
    expect(body(list([[block('a'), block('b')], 'c']))).toBe('- a\n\n  b\n- c')
  })
})

describe('quotes', () => {
  test('a numbered list in them that starts late needs a blank line before it', () => {
    const [quote, numbers] = [container('quote'), { ordered: true, first: 4 }]
    const inner = list(['b'], numbers).map((one) => inside([quote], one))
    expect(body(list([[block('a'), ...inner]]))).toBe('- a\n\n  > 4. b')
  })

  test('nest', () => {
    const outer = container('quote')
    const inner = container('quote')
    expect(body(inside([outer], block('a')), inside([outer, inner], block('b')), inside([outer], block('c')))).toBe(
      '> a\n>\n> > b\n>\n> c',
    )
  })

  test('after each other stay apart', () => {
    expect(body(inside([container('quote')], block('a')), block('x'), inside([container('quote')], block('b')))).toBe(
      '> a\n\nx\n\n> b',
    )
  })
})

describe('figures', () => {
  const picture = { src: 'https://a.test/b.jpg', alt: 'A cat' }

  test('picture, then caption', () => {
    const figure = container('figure')
    const caption = inside([figure, container('caption')], block('The cat.'))
    expect(body(inside([figure], image(picture)), caption)).toBe('![A cat](https://a.test/b.jpg)\n\nThe cat.')
  })

  test('a caption equal to the alternative text is not repeated', () => {
    const figure = container('figure')
    const caption = inside([figure, container('caption')], block('A cat'))
    expect(body(inside([figure], image(picture)), caption)).toBe('![A cat](https://a.test/b.jpg)')
  })

  test('prose in a figure is prose', () => {
    expect(body(inside([container('figure')], block('Words')))).toBe('Words')
  })

  test('a caption that has left the body for the fields comes back after its picture', () => {
    const images = [{ src: picture.src, alt: picture.alt, caption: 'Told once', credit: null }]
    expect(toBody(article([image(picture), block('Text')], { images }))).toBe(
      '![A cat](https://a.test/b.jpg)\n\nTold once\n\nText',
    )
    expect(toBody(article([image(picture), block('Told once')], { images }))).toBe(
      '![A cat](https://a.test/b.jpg)\n\nTold once',
    )
  })

  test('a picture in a link', () => {
    const marks = [{ type: 'link' as const, start: 0, end: 0, url: 'https://a.test/big' }]
    expect(body(image(picture, { marks }))).toBe('[![A cat](https://a.test/b.jpg)](https://a.test/big)')
  })

  test('pictures without a source, or with data for one, are dropped', () => {
    expect(body(image({ src: '', alt: 'x' }), image({ src: 'data:image/png;base64,AA', alt: 'x' }), block('a'))).toBe(
      'a',
    )
  })
})

describe('definitions and details', () => {
  test('the term is a bold line, what is said of it a list', () => {
    const outer = container('definitions')
    const term = inside([outer, container('term')], inline('A <b>term</b>'))
    const definition = inside([outer, container('definition')], block('what it means'))
    expect(body(term, definition)).toBe('**A term**\n\n- what it means')
  })

  test('the summary is a bold line', () => {
    const outer = container('details')
    expect(body(inside([outer, container('summary')], block('More')), inside([outer], block('of it')))).toBe(
      '**More**\n\nof it',
    )
  })
})

describe('headings', () => {
  test('start below the title and do not jump', () => {
    expect(body(heading(1, 'a'), heading(3, 'b'), heading(6, 'c'), heading(3, 'd'), heading(1, 'e'))).toBe(
      '## a\n\n### b\n\n#### c\n\n### d\n\n## e',
    )
    expect(body(heading(4, 'a'), heading(2, 'b'), heading(4, 'c'))).toBe('## a\n\n## b\n\n### c')
  })

  test('go no deeper than Markdown does', () => {
    expect(body([1, 2, 3, 4, 5, 6].map((level) => heading(level, 'x')))).toBe(
      '## x\n\n### x\n\n#### x\n\n##### x\n\n###### x\n\n###### x',
    )
  })

  test('stay on one line', () => {
    expect(body(inline('a<br>b', { kind: 'heading', level: 2 }))).toBe('## a b')
  })

  test('number signs at the end are text', () => {
    expect(body(heading(2, 'The C# #'), heading(2, 'C#'), heading(2, '#'))).toBe('## The C# \\#\n\n## C#\n\n## \\#')
  })
})

describe('rules', () => {
  test('of nothing but a rule there is no item, no quotation', () => {
    expect(body(list([rule(), [rule(), block('a')]]), inside([container('quote')], rule()))).toBe('- a')
  })

  test('part two things only', () => {
    expect(body(rule(), block('a'), rule(), block('b'), rule())).toBe('a\n\n---\n\nb')
    expect(body(rule())).toBe('')
  })

  test('text followed by a rule is no heading', () => {
    expect(body(list([[block('a'), rule(), block('b')]]))).toBe('- a\n\n  ---\n  b')
  })
})

describe('odd paths', () => {
  test('parts without their whole are told in order', () => {
    const row = container('row')
    const stray = [
      inside([container('item')], block('a')),
      inside([row, container('cell')], block('b')),
      inside([row], block('c')),
    ]
    expect(body(stray)).toBe('a\n\nb\n\nc')
  })

  test('text right in a list or table is kept', () => {
    const outer = container('table')
    const rows = table([headers('x', 'y'), ['a', 'b']]).map((one) => ({
      ...one,
      containers: [outer, ...one.containers.slice(1)],
    }))
    expect(body(inside([container('list')], block('a')))).toBe('- a')
    expect(body(rows, inside([outer], block('c')))).toBe('| x | y |\n| --- | --- |\n| a | b |\n\nc')
  })

  test('deep nesting is cut, nothing is lost', () => {
    const path = Array.from({ length: 5000 }, () => container('quote'))
    expect(body(inside(path, block('deep')))).toMatch(/^(?:> ){32}deep$/)
  })
})

test('the first line never opens front matter', () => {
  expect(body(block('---'), block('a: b'), block('---'))).toBe('\\---\n\na: b\n\n\\---')
  expect(body(block('+++'))).toBe('\\+++')
  expect(body(block('{"a": 1}'))).toBe('\\{"a": 1}')
  expect(body(block(';;;'))).toBe('\\;;;')
  expect(body(rule(), block('a'))).toBe('a')
})
