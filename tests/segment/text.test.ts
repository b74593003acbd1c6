import { describe, expect, test } from 'vitest'
import { splitCredits } from '../../src/segment/credits.ts'
import { segmentText } from '../../src/segment/text.ts'

const textsOf = (page: string): string[] => segmentText(page).map((block) => block.text)

test('a line is a block; spans and line numbers point into the source', () => {
  const page = 'Home\r\n\r\n  First  line \r\nSecond'
  const blocks = segmentText(page)
  expect(blocks.map((block) => [block.text, block.span.line, block.gap])).toEqual([
    ['Home', 1, true],
    ['First line', 3, true],
    ['Second', 4, false],
  ])
  expect(blocks.map((block) => page.slice(block.span.start, block.span.end))).toEqual(['Home', 'First  line', 'Second'])
})

describe('hard-wrapped pages', () => {
  const wrapped = [
    'The harbour council voted on Tuesday to keep the small ferry running',
    'through the winter, although fewer than forty people use it on most days',
    'and the engine is older than the mayor who defended it in the debate.',
    '',
    'Fishermen had asked for the decision since the spring, when the road',
    'bridge was closed for repairs and the detour added an hour to the way to',
    'the market.',
  ].join('\n')

  test('lines are joined to paragraphs', () => {
    expect(textsOf(wrapped)).toEqual([
      'The harbour council voted on Tuesday to keep the small ferry running through the winter, although fewer than forty people use it on most days and the engine is older than the mayor who defended it in the debate.',
      'Fishermen had asked for the decision since the spring, when the road bridge was closed for repairs and the detour added an hour to the way to the market.',
    ])
  })

  test('a line that had room for the next word ends its paragraph', () => {
    const page = `${wrapped}\nShort line.\nAnother short line.`
    expect(textsOf(page).slice(-2)).toEqual(['Short line.', 'Another short line.'])
  })

  test('lines of Chinese are joined without a space', () => {
    const line = '港口委员会星期二投票决定让小渡轮整个冬天继续航行尽管大多数日子乘客不到四十人'
    expect(textsOf([line, line, line, line, line, '完。'].join('\n'))).toEqual([`${line.repeat(5)}完。`])
  })
})

test('a page with a line a paragraph stays as it is', () => {
  const lines = ['A short menu', 'x'.repeat(300), 'y'.repeat(500), 'Another', 'z'.repeat(80)]
  expect(textsOf(lines.join('\n'))).toEqual(lines)
})

test('bullets and counted numbers are lists, a single one is not', () => {
  const blocks = segmentText('* one\n* two\n\n1. first\n2. second\n\n7. August war es.')
  expect(blocks.map((block) => [block.text, block.containers.map((container) => container.type).join('/')])).toEqual([
    ['one', 'list/item'],
    ['two', 'list/item'],
    ['first', 'list/item'],
    ['second', 'list/item'],
    ['7. August war es.', ''],
  ])
  expect(blocks[2]?.containers[0]).toMatchObject({ ordered: true, first: 1 })
})

test('a short line over prose is a heading, one that ends a sentence is not', () => {
  const prose =
    'The ferry crosses the bay eight times a day, and in summer it carries bicycles, dogs and now and then a small car as well.'
  const kinds = segmentText(`Winter timetable\n\n${prose}\n\nIt was late.\n\n${prose}`).map((block) => block.kind)
  expect(kinds).toEqual(['heading', 'paragraph', 'paragraph', 'paragraph'])
})

describe('credits at the end of a paragraph', () => {
  const split = (text: string) => splitCredits(segmentText(text), text)
  test('initials and desks become a block of their own, with their own span', () => {
    const page = 'Harga cabai di pasar naik lagi pekan ini, kata para pedagang. (abc/de) '
    const blocks = split(page)
    expect(blocks.map((block) => [block.text, block.continues])).toEqual([
      ['Harga cabai di pasar naik lagi pekan ini, kata para pedagang.', false],
      ['(abc/de)', true],
    ])
    expect(blocks.map((block) => page.slice(block.span.start, block.span.end))).toEqual(
      blocks.map((block) => block.text),
    )
  })
  test.each([
    'The programme is run by the Centre for Disease Control (CDC)',
    'The programme is run by a small group of people in the town (see below).',
    'It opened in the spring and closed again in the autumn. (It was sold.)',
  ])('not %s', (text) => expect(split(text)).toHaveLength(1))
})
