import { expect, test } from 'vitest'
import { toPlain, toText } from '../../src/render/text.ts'
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

test('blocks are parted by one blank line', () => {
  const blocks = [
    heading(2, 'H'),
    inline('a <b>b</b>'),
    rule(),
    ...list(['c', 'd']),
    inside([container('quote')], block('e')),
  ]
  expect(toText(article(blocks))).toBe('H\n\na b\n\nc\n\nd\n\ne')
})

test('code is verbatim, line breaks stay', () => {
  expect(toText(article([code('a\n\n  b'), inline('c<br>d')]))).toBe('a\n\n  b\n\nc\nd')
})

test('rows of a table are lines', () => {
  const cells = table([headers('x', 'y'), ['a', { text: [block('b'), inline('c<br>d')] }]])
  expect(toText(article([block('before'), ...cells, block('after')]))).toBe('before\n\nx | y\na | b c d\n\nafter')
})

test('tables after each other are parted like blocks', () => {
  expect(toText(article([...table([headers('x', 'y')]), ...table([headers('z', 'w')])]))).toBe('x | y\n\nz | w')
})

test('layout tables are blocks', () => {
  expect(toText(article(table([['a'], ['b']])))).toBe('a\n\nb')
})

test('captions of figures and pictures are left out, those of tables are text', () => {
  const figure = container('figure')
  const outer = container('table')
  const blocks = [
    inside([figure], image({ src: 'https://a.test/b', alt: 'c' })),
    inside([figure, container('caption')], block('d')),
    inside([outer, container('caption')], block('e')),
    ...table([headers('x', 'y'), ['a', 'b']]).map((one) => ({
      ...one,
      containers: [outer, ...one.containers.slice(1)],
    })),
  ]
  expect(toText(article(blocks))).toBe('e\n\nx | y\na | b')
})

test('the plain article has its title', () => {
  expect(toPlain(article([block('a'), block('b')], { title: 'T' }))).toBe('T\n\na\n\nb\n')
  expect(toPlain(article([block('a')]))).toBe('a\n')
  expect(toPlain(article([]))).toBe('')
})
