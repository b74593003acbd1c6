import type { Element } from 'domhandler'
import { describe, expect, test } from 'vitest'
import { finderIn, selectorProblem } from '../../src/segment/selectors.ts'
import { parseHtml } from '../../src/segment/tree.ts'

const PAGE = `<body><div class="A b"><p id=one data-Kind=lead>1<p>2 <i>x</i><template><p>3</template></div><section><p>4`

function found(selector: string, html = PAGE): string[] | null {
  const elements = finderIn(parseHtml(html, true).document).find(selector)
  return elements?.map(({ name, attribs }: Element) => name + (attribs.id ?? '')) ?? null
}

describe('selectors', () => {
  test.each([
    ['p', ['pone', 'p', 'p', 'p']],
    ['.A.b > p', ['pone', 'p']],
    ['div p:nth-child(2)', ['p']],
    ['[data-kind=lead]', ['pone']],
    ['p + p', ['p']],
    ['P:has(i)', ['p']],
    ['section, i', ['i', 'section']],
    ['p:not(#one)', ['p', 'p', 'p']],
    [':contains("x"):not(:has(*))', ['i']],
    ['h1', []],
  ])('%s', (selector, wanted) => {
    expect(found(selector)).toEqual(wanted)
  })
})

test('a page that would take too long is given up, and nothing else of it', () => {
  const page = `<div>${'<p>a</p>'.repeat(10_000)}</div>`
  expect(found('h2 ~ p', page)).toBeNull()
  expect(found('p:nth-child(2n)', page)).toBeNull()
  expect(found('div p', page)).toHaveLength(10_000)
})

test('what is in order', () => {
  const fine = ['p', '*', 'a:hover', 'my-element', 'x > p', '#x', 'x.y', ':root', '[x]']
  expect(fine.filter((selector) => selectorProblem(selector) !== null)).toEqual([])
})
