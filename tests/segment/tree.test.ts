import type { ChildNode, Element } from 'domhandler'
import { describe, expect, test } from 'vitest'
import { parseHtml } from '../../src/segment/tree.ts'

/** The tree as a one-line sketch: `div(p("a") p("b"))`. */
function sketch(html: string): string {
  const draw = (node: ChildNode): string => {
    if (node.type === 'text') return JSON.stringify(node.data)
    const element = node as Element
    return element.children.length === 0 ? element.name : `${element.name}(${element.children.map(draw).join(' ')})`
  }
  return parseHtml(html).document.children.map(draw).join(' ')
}

describe('end tags that authors leave out', () => {
  test.each([
    ['paragraphs', '<p>a<p>b', 'p("a") p("b")'],
    ['a block ends the paragraph', '<p>a<div>b</div>', 'p("a") div("b")'],
    ['list items', '<ul><li>a<li>b<ul><li>c</ul><li>d</ul>', 'ul(li("a") li("b" ul(li("c"))) li("d"))'],
    ['definitions', '<dl><dt>a<dd>b<dt>c</dl>', 'dl(dt("a") dd("b") dt("c"))'],
    ['table cells', '<table><tr><td>a<td>b<tr><td>c</table>', 'table(tr(td("a") td("b")) tr(td("c")))'],
    [
      'rows of a table: their start tags as well',
      '<table><tbody><td>a<td>b</tr><th>c</table>',
      'table(tbody(tr(td("a") td("b")) tr(th("c"))))',
    ],
    ['options', '<select><option>a<option>b</select>', 'select(option("a") option("b"))'],
    ['a link in a link', '<a href=1>a<a href=2>b</a>', 'a("a") a("b")'],
    ['head before content', '<head><title>t</title><div>a</div>', 'head(title("t")) div("a")'],
  ])('%s', (_, html, expected) => expect(sketch(html)).toBe(expected))
})

describe('end tags that close nothing', () => {
  test.each([
    ['stray', 'a</div></p>b', '"ab"'],
    ['not out of a cell', '<div><table><tr><td>a</div>b</td></tr></table>c</div>', 'div(table(tr(td("ab"))) "c")'],
    ['inline not across a block', '<span><div>a</span>b</div></span>c', 'span(div("ab")) "c"'],
    ['a link across a block', '<a><div>a</a>b</div>', 'a(div("a")) "b"'],
  ])('%s', (_, html, expected) => expect(sketch(html)).toBe(expected))
})

test('character references, raw text and self-closing drawings', () => {
  expect(sketch('a &amp; b&eacute;<script>1<2</script><svg><path/><g/></svg>c')).toBe(
    '"a & bé" script("1<2") svg(path g) "c"',
  )
})

test('text nodes and elements know their place in the source', () => {
  const html = '<p>a &lt; b</p><p>c</p>'
  const [first, second] = parseHtml(html).document.children as Element[]
  expect(html.slice(first?.startIndex ?? -1, first?.endIndex ?? -1)).toBe('<p>a &lt; b</p>')
  const text = second?.children[0]
  expect(html.slice(text?.startIndex ?? -1, text?.endIndex ?? -1)).toBe('c')
})

test('nesting beyond the limit is flattened, and no text is lost', () => {
  const { document, warnings } = parseHtml(`${'<div>'.repeat(5000)}deep${'</div>'.repeat(5000)}after`)
  expect(warnings.map((warning) => warning.code)).toEqual(['depth-limit'])
  expect(JSON.stringify(texts(document.children))).toBe('["deep","after"]')
})

test('elements beyond the limit are ignored, and no text is lost', () => {
  const { document, warnings } = parseHtml(`${'<i></i>'.repeat(300_001)}<b>bold</b>`)
  expect(warnings.map((warning) => warning.code)).toEqual(['node-limit'])
  expect(texts(document.children)).toEqual(['bold'])
})

function texts(nodes: readonly ChildNode[]): string[] {
  const found: string[] = []
  const stack = [...nodes].reverse()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'text') found.push(node.data)
    else if ('children' in node) stack.push(...[...node.children].reverse())
  }
  return found
}
