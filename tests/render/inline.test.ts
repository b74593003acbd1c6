import { describe, expect, test } from 'vitest'
import { toBody } from '../../src/render/markdown.ts'
import { article, block, inline } from '../helpers/blocks.ts'

const text = (value: string) => toBody(article([block(value)]))
const html = (value: string) => toBody(article([inline(value)]))

describe('text that does not parse is written as it is', () => {
  test.each([
    'snake_case and _ alone',
    '2 * 3 = 6',
    '5* is a lone star',
    '#hashtag and C#',
    'costs $5 and $7, a 50% cut',
    'Q&A, AT&T, R & D',
    '3 < 4 > 2 <3',
    '[1] and [a] [b] (c)',
    '~20 to ~30 km',
    "it's `odd",
    'a | b',
    'C:\\path and \\ alone',
    'a-b - c + d',
    'https://a.test/b_c?d=e&f=g#h (see www.a.test)',
    'mail to first.last@a.test!',
    '2020 was 1.5 times 3) fine',
    'a {b} ^c^ "d" :::e',
    'الأخبار «اليوم» می‌شود',
    '100 €*',
  ])('%s', (value) => {
    expect(text(value)).toBe(value)
  })
})

describe('text that would parse is escaped', () => {
  test.each([
    ['*a*', '\\*a\\*'],
    ['a *b* c', 'a \\*b\\* c'],
    ['_a_ and __init__', '\\_a\\_ and \\_\\_init\\_\\_'],
    ['~~a~~', '\\~\\~a\\~\\~'],
    ['`a` b', '\\`a\\` b'],
    ['[a](b)', '[a\\](b)'],
    ['![a](b)', '![a\\](b)'],
    ['<video> and </b> <!-- c -->', '&lt;video> and &lt;/b> &lt;!-- c -->'],
    ['&lt; &amp; &#60; &x', '\\&lt; \\&amp; \\&#60; &x'],
    ['a \\* b', 'a \\\\* b'],
    ['# a', '\\# a'],
    ['###### a', '\\###### a'],
    ['- a', '\\- a'],
    ['+ a', '\\+ a'],
    ['* a', '\\* a'],
    ['1. a', '1\\. a'],
    ['12) a', '12\\) a'],
    ['2020.', '2020\\.'],
    ['> a', '\\> a'],
    ['---', '\\---'],
    ['* * *', '\\* * *'],
    ['___', '\\___'],
    ['===', '\\==='],
    ['```', '\\```'],
    ['~~~ a', '\\~~~ a'],
    ['[a]: b', '\\[a]: b'],
    ['[^1]: b', '\\[^1]: b'],
    ['[x] a', '\\[x] a'],
    ['| --- |', '\\| --- |'],
  ])('%s', (value, expected) => {
    expect(text(value)).toBe(expected)
  })

  test('a URL with something to escape in it is kept from becoming a link that shows the escape', () => {
    expect(text('www.(/<img src=x onerror=alert(1)>')).toBe('www\\.(/&lt;img src=x onerror=alert(1)>')
    expect(text('https://a.test/*b*c*')).toBe('https\\://a.test/\\*b\\*c\\*')
    expect(html('<b>https://a.test</b>b')).toBe('**https\\://a.test**b')
  })

  test('after a line break', () => {
    expect(html('a<br># b<br>---<br>1. c<br>| - | - |')).toBe('a\\\n\\# b\\\n\\---\\\n1\\. c\\\n\\| - | - |')
  })
})

describe('marks', () => {
  test.each([
    ['a <b>b</b> c', 'a **b** c'],
    ['a <i>b</i> <del>c</del>', 'a *b* ~~c~~'],
    ['<b> x </b>y', '**x** y'],
    ['a<b> b </b>c', 'a **b** c'],
    ['<b>a</b><b>b</b>', '**ab**'],
    ['<b>a<b>b</b></b>', '**ab**'],
    ['<b></b>a<i> </i>b', 'a b'],
    ['<i><b>a</b></i>', '***a***'],
    ['<b>a <i>b</i></b>', '**a *b***'],
    ['Hell<b>o</b>gain', 'Hell**o**gain'],
    ['<b>a</b><i>b</i>', '**a***b*'],
    ['a <sup>2</sup> b', 'a <sup>2</sup> b'],
    ['100<sup>2</sup>, H<sub>2</sub>O', '100<sup>2</sup>, H<sub>2</sub>O'],
    ['a<sup></sup>b', 'ab'],
    ['a<b><sup>x</sup></b>', 'a<sup>**x**</sup>'],
    ['a<sup><b>x</b></sup>', 'a<sup>**x**</sup>'],
    ['a<sup><x></sup>', 'a<sup>&lt;x></sup>'],
    ['<del>x</del>', '~~x~~'],
  ])('%s', (value, expected) => {
    expect(html(value)).toBe(expected)
  })

  test('crossing marks are split', () => {
    const marks = [
      { type: 'strong' as const, start: 0, end: 7 },
      { type: 'emphasis' as const, start: 4, end: 11 },
    ]
    expect(toBody(article([block('one two and', { marks })]))).toBe('**one *two*** *and*')
  })

  test('punctuation without which a mark would not form is moved out of it', () => {
    expect(html('<b>「強」</b>です')).toBe('「**強**」です')
    expect(html('<b>「強」</b>')).toBe('**「強」**')
    expect(html('a<b>.b,</b>c')).toBe('a.**b**,c')
    expect(html('a<b>!</b>b')).toBe('a!b')
    expect(html('<b>Note:</b>text')).toBe('**Note**:text')
  })

  test('a mark that cannot form is left out', () => {
    expect(html('a<b><code>b</code></b>c')).toBe('a`b`c')
    expect(html('a <b><code>b</code></b> c')).toBe('a **`b`** c')
  })

  test('marks outside of the text are clamped', () => {
    expect(toBody(article([block('ab', { marks: [{ type: 'strong', start: -5, end: 99 }] })]))).toBe('**ab**')
    expect(toBody(article([block('ab', { marks: [{ type: 'strong', start: 2, end: 1 }] })]))).toBe('ab')
  })

  test('text beside marks is escaped where it would join them', () => {
    expect(html('*<b>a</b>')).toBe('\\***a**')
    expect(html('<b>a</b>*')).toBe('**a**\\*')
    expect(html('_<i>a</i>_')).toBe('\\_*a*\\_')
    expect(html('a`<code>b</code>')).toBe('a\\``b`')
    expect(html('a!<a href="https://a.test">b</a>')).toBe('a\\![b](https://a.test)')
  })
})

describe('code spans', () => {
  test.each([
    ['<code>`a`b`</code>', '`` `a`b` ``'],
    ['<code>a`b</code>', '``a`b``'],
    ['<code>a<a href="https://a.test">b</a></code>', '`ab`'],
    ['<a href="https://a.test"><code>a</code></a>', '[`a`](https://a.test)'],
    ['<code>a</code><code>b</code>', '`ab`'],
    ['<code>a</code> <code>b</code>', '`a` `b`'],
    ['<code>a<b>b</b></code>', '`ab`'],
    ['x <code>a<br>b</code>', 'x `a b`'],
    ['<code>a<br>b</code>', '```\na\nb\n```'],
    ['x<code> a </code>y', 'x `a` y'],
    ['<code>*a* <x></code>', '`*a* <x>`'],
    ['<a href="https://a.test"><code>a</code></a><code>b</code>', '[`a`](https://a.test)`b`'],
  ])('%s', (value, expected) => {
    expect(html(value)).toBe(expected)
  })

  test('side by side they do not fuse', () => {
    expect(html('<code>a```~</code><code>`<x onclick=1></code>')).toBe('``a```~`<x onclick=1>``')
  })
})

describe('links', () => {
  test.each([
    ['<a href="https://a.test/b">c</a>', '[c](https://a.test/b)'],
    ['<a href="b.html">c</a>', '[c](b.html)'],
    ['<a href="mailto:a@a.test">c</a>', '[c](mailto:a@a.test)'],
    ['<a href="javascript:alert(1)">c</a>', 'c'],
    ['<a href="JaVa\nScript:alert(1)">c</a>', 'c'],
    ['<a href="\u0001javascript:alert(1)">c</a>', 'c'],
    ['<a href="data:text/html,x">c</a>', 'c'],
    ['<a href="vbscript:x">c</a>', 'c'],
    ['<a href="#top">c</a>', 'c'],
    ['<a>c</a>', 'c'],
    ['<a href="https://a.test"> </a>b', 'b'],
    ['<a href="https://a.test/b c|d">e</a>', '[e](https://a.test/b%20c%7Cd)'],
    ['<a href="https://a.test/b_(c)">d</a>', '[d](https://a.test/b_(c))'],
    ['<a href="https://a.test/b)c">d</a>', '[d](https://a.test/b%29c)'],
    ['<a href="java&Tab;script:x">c</a>', '[c](java&amp;Tab;script:x)'],
    ['<a href="https://a.test?a=1&copy;=2">c</a>', '[c](https://a.test?a=1&amp;copy;=2)'],
    ['<a href="https://a.test">[1]</a>', '[\\[1\\]](https://a.test)'],
    ['<a href="https://a.test">](javascript:x)</a>', '[\\](javascript:x)](https://a.test)'],
    ['<a href="https://a.test"> a </a>b', '[a](https://a.test) b'],
    ['<a href="https://a.test"><b>a</b></a>', '[**a**](https://a.test)'],
    ['<b>a <a href="https://a.test">b</a> c</b>', '**a [b](https://a.test) c**'],
    ['x<b><a href="https://a.test">b</a></b>y', 'x[**b**](https://a.test)y'],
  ])('%s', (value, expected) => {
    expect(html(value)).toBe(expected)
  })

  test('do not nest: the outer one wins', () => {
    expect(html('<a href="https://a.test">a <a href="https://b.test">b</a></a>')).toBe('[a b](https://a.test)')
  })

  test('one link is written once, whatever is in it', () => {
    expect(html('<a href="https://a.test">a <b>b</b> <i>c</i></a>')).toBe('[a **b** *c*](https://a.test)')
  })
})

describe('images', () => {
  test('stand between words', () => {
    expect(html('a <img src="https://a.test/b.png"> c')).toBe('a ![](https://a.test/b.png) c')
  })

  test('alternative text is one line of text', () => {
    const marks = [{ type: 'image' as const, start: 1, end: 1, url: 'https://a.test/b', alt: 'x](y) *z*\n\n<script>' }]
    expect(toBody(article([block('a', { marks })]))).toBe('a![x\\](y) \\*z\\* &lt;script>](https://a.test/b)')
  })

  test('with an unsafe source are dropped', () => {
    expect(html('a <img src="javascript:x"> c')).toBe('a c')
  })
})

describe('line breaks', () => {
  test('stay within a block', () => {
    expect(html('a<br>b')).toBe('a\\\nb')
    expect(html('<b>a<br>b</b>')).toBe('**a\\\nb**')
  })

  test('none at the ends, no empty lines', () => {
    expect(html('<br>a<br><br> b<br>')).toBe('a\\\nb')
  })

  test('without text of its own a mark may stand for the break', () => {
    const marks = [{ type: 'break' as const, start: 1, end: 1 }]
    expect(toBody(article([block('a\nb', { marks })]))).toBe('a\\\nb')
  })

  test('a line feed without a mark is white space', () => {
    expect(text('a\nb')).toBe('a b')
  })
})

test('control characters, separators, tags and lone surrogates do not reach the output', () => {
  expect(text('a\u001b[31mb\u0007\u007f\u009b c\u{e0041}d\u2028e\ud800')).toBe('a[31mb cd e\ufffd')
  const marks = [{ type: 'strong' as const, start: 3, end: 4 }]
  expect(toBody(article([block('\u001ba b', { marks })]))).toBe('a **b**')
})
