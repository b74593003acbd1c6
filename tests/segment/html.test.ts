import { describe, expect, test } from 'vitest'
import { segmentHtml } from '../../src/segment/html.ts'
import type { Block } from '../../src/types.ts'

const blocksOf = (html: string, url: string | null = null): readonly Block[] => segmentHtml(html, url).blocks
const textsOf = (html: string): string[] => blocksOf(html).map((block) => block.text)
const path = (block: Block | undefined): string =>
  (block?.containers ?? []).map((container) => container.type).join('/')

describe('where blocks part', () => {
  test.each([
    ['at block-level elements', 'a<div>b<p>c</p>d</div>e', ['a', 'b', 'c', 'd', 'e']],
    ['not at inline elements', '<p>a<b>b</b> <i>c</i>d</p>', ['ab cd']],
    ['a line break stays inside, two end the paragraph', '<p>a<br>b<br><br>c</p>', ['a\nb', 'c']],
    ['white space is folded, no-break space too', '<p>  a \n\t b&nbsp; c </p>', ['a b c']],
    ['soft hyphens and zero-width spaces part no words', '<p>a&shy;b\u200bc</p>', ['abc']],
    ['code keeps its lines', '<pre><code>if a:\n    b\n</code></pre>', ['if a:\n    b']],
    ['scripts and styles are not text', '<p>a<script>x</script><style>y</style>b</p>', ['ab']],
    ['cells', '<table><tr><td>a</td><td>b</td></tr></table>', ['a', 'b']],
  ])('%s', (_, html, expected) => expect(textsOf(html)).toEqual(expected))
})

test('marks stand over the text, links are absolute, and marks go on over a block border', () => {
  const [first, second] = blocksOf(
    '<p>See <a href="/x"><b>the</b> thing</a>.</p><b><p>bold</p></b>',
    'https://example.org/a/',
  )
  expect(first?.marks).toEqual([
    { type: 'link', url: 'https://example.org/x', start: 4, end: 13 },
    { type: 'strong', start: 4, end: 7 },
  ])
  expect(first?.dom?.linkChars).toBe(8)
  expect(second?.marks).toEqual([{ type: 'strong', start: 0, end: 4 }])
})

test('a link that runs code keeps its text and loses its target', () => {
  expect(blocksOf('<p><a href="JaVa&#10;Script:alert(1)">x</a></p>')[0]?.marks).toEqual([
    { type: 'link', start: 0, end: 1 },
  ])
})

test('containers are shared by the blocks inside', () => {
  const [a, b, c] = blocksOf('<ol start=3><li>a<ul><li>b</ul><li>c</ol>')
  expect([path(a), path(b), path(c)]).toEqual(['list/item', 'list/item/list/item', 'list/item'])
  expect(a?.containers[0]).toEqual({ type: 'list', ordered: true, first: 3, id: 1 })
  expect(b?.containers[1]?.id).toBe(a?.containers[1]?.id)
  expect(c?.containers[1]?.id).not.toBe(a?.containers[1]?.id)
})

test('spans of cells are clamped', () => {
  const cell = blocksOf('<table><tr><td colspan=1000000 rowspan=-3>a</td></tr></table>')[0]?.containers.at(-1)
  expect([cell?.colSpan, cell?.rowSpan]).toEqual([50, 1])
})

describe('pictures', () => {
  const image = (html: string) => blocksOf(html, 'https://example.org/').find((block) => block.kind === 'image')?.image
  test('lazy sources win over placeholders', () => {
    expect(image('<img src="data:image/gif;base64,R0" data-src="/a.jpg" alt=" A  b ">')).toEqual({
      src: 'https://example.org/a.jpg',
      alt: 'A b',
    })
  })
  test('the largest of a source set', () => {
    expect(image('<img srcset="/s.jpg 320w, /l.jpg 1200w, /m.jpg 640w">')?.src).toBe('https://example.org/l.jpg')
  })
  test.each([
    ['tracking pixels', '<img src=/p.gif width=1 height=1>'],
    ['icons', '<img src=/i.png width=16>'],
    ['data', '<img src="data:image/png;base64,AAAA">'],
  ])('no %s', (_, html) => expect(image(html)).toBeUndefined())
  test('inside of text a picture is a mark', () => {
    const block = blocksOf('<p>a <img src="/a.png" alt="A"> b</p>', 'https://example.org/')[0]
    expect(block?.text).toBe('a b')
    expect(block?.marks).toEqual([{ type: 'image', start: 2, end: 2, url: 'https://example.org/a.png', alt: 'A' }])
  })
})

test('hidden text is a block that says so', () => {
  const blocks = blocksOf(
    '<p>a</p><p hidden>b</p><div style="display: none"><p>c</p></div><noscript><p>d</p></noscript><p>e<span aria-hidden=true>f</span></p>',
  )
  expect(blocks.map((block) => [block.text, block.dom?.hidden])).toEqual([
    ['a', false],
    ['b', true],
    ['c', true],
    ['d', true],
    ['e', false],
    ['f', true],
  ])
})

test('spans hold the text of their block', () => {
  const html = '<div>\n <p> one &amp; <b>two</b>\n</p><p>three</p></div>'
  expect(blocksOf(html).map((block) => html.slice(block.span.start, block.span.end))).toEqual([
    'one &amp; <b>two',
    'three',
  ])
})

test('the outline names the elements around', () => {
  const { outline, blocks } = segmentHtml(
    '<body><main id="mainContent"><article class="post-body entry_2"><p>a</p></article></main></body>',
    null,
  )
  const names: string[] = []
  for (let i = blocks[0]?.dom?.element ?? -1; i > 0; i = outline.parent[i] ?? -1)
    names.push(`${outline.tag[i]}:${outline.tokens[i]?.join(' ')}`)
  expect(names).toEqual(['p:', 'article:post body postbody entry', 'main:main content maincontent', 'body:'])
})

test('a bar with breadcrumbs: the list in it, without the names of icons', async () => {
  const icon = '<i class="material-icons">keyboard_arrow_right</i>'
  const trail = `<ol><li><a href="/">Home${icon}</a></li><li><a href="/e">Ekonomi${icon}</a></li></ol>`
  const bar = `<div class="breadcrumbs-bar">${trail}<a href="/es" hreflang="es">Español</a></div>`
  const { hints, blocks } = await segmentHtml(`${bar}<p>Go ${icon}on</p>`, null)
  expect(hints.breadcrumbs).toEqual(['Home', 'Ekonomi'])
  expect(blocks.map(({ text }) => text)).toEqual(['Home', 'Ekonomi', 'Español', 'Go on'])
})

test('hints: title, meta, JSON-LD that needs mending, canonical address, breadcrumbs, times and people', () => {
  const { hints } = segmentHtml(
    `<html lang="id"><head><title> A &amp; B </title><link rel=canonical href="https://example.org/x">
     <meta property="og:site_name" content="Site"><script type="application/ld+json">{"@type":"NewsArticle","headline":"A
 B",}</script></head><body><nav class="breadcrumbs"><a href="/">Home</a> &gt; <a href="/e">Ekonomi</a></nav>
     <span class="byline">By <a rel="author" href="/x">Jane Roe</a></span><time datetime="2020-02-25">x</time></body>`,
    null,
  )
  expect(hints.title).toBe('A & B')
  expect(hints.language).toBe('id')
  expect(hints.canonical).toBe('https://example.org/x')
  expect(hints.meta).toEqual([{ name: 'og:site_name', content: 'Site' }])
  expect(hints.jsonLd).toEqual([{ '@type': 'NewsArticle', headline: 'A\n B' }])
  expect(hints.breadcrumbs).toEqual(['Home', 'Ekonomi'])
  expect(hints.people.map((hint) => [hint.via, hint.text])).toEqual([
    ['class=author', 'By Jane Roe'],
    ['rel=author', 'Jane Roe'],
  ])
  expect(hints.times[0]?.value).toBe('2020-02-25')
})

test('hints: a category is no tag, and a time element may say what it is the time of', () => {
  const { hints } = segmentHtml(
    `<body><a rel="category tag" href="/e">Ekonomi</a> <a rel="tag" href="/t">rotan</a>
     <time itemprop="datePublished" datetime="2020-02-25">x</time>
     <time itemprop="dateModified" datetime="2020-02-26">y</time></body>`,
    null,
  )
  expect(hints.tags).toEqual(['rotan'])
  expect(hints.times.map(({ via, value }) => [via, value])).toEqual([
    ['itemprop=datepublished', '2020-02-25'],
    ['itemprop=datemodified', '2020-02-26'],
  ])
})

test.each([
  ['<pre><code class="language-js">a()</code></pre>', 'js'],
  ['<pre class="hl lang-c++"><code>a()</code></pre>', 'c++'],
  ['<pre><code class="language">a()</code></pre>', undefined],
  ['<pre>a()</pre>', undefined],
  ['<p class="language-js">a()</p>', undefined],
])('language of the code in %s', (html, language) => {
  const { blocks } = segmentHtml(`<body><pre><code class="lang-py">b()</code></pre>${html}</body>`, null)
  expect(blocks.map((block) => block.codeLanguage)).toEqual(['py', language])
})
