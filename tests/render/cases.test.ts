import { describe, expect, test } from 'vitest'
import { toBody } from '../../src/render/markdown.ts'
import type { RenderWishes, TableStyle } from '../../src/render/settings.ts'
import { segmentHtml } from '../../src/segment/html.ts'
import { article } from '../helpers/blocks.ts'

/**
 * From HTML to Markdown, without the choice of what is article: the thirty cases that other tools are known to get
 * wrong. Each page was written for this file.
 */

const URL_OF_PAGE = 'https://example.org/news/story.html'

/** All that shows on a page. */
function markdownOf(html: string, wishes?: RenderWishes): string {
  const { blocks } = segmentHtml(html, URL_OF_PAGE)
  return toBody(article(blocks.filter(({ dom }) => !dom?.hidden && !dom?.control)), wishes)
}

type Case = readonly [name: string, html: string, markdown: string]

const lines = (...parts: readonly string[]) => parts.join('\n')

const CASES: Readonly<Record<string, readonly Case[]>> = {
  '01 table with a head': [
    [
      'a row a line, pipes escaped',
      '<table><thead><tr><th>Name</th><th>Score</th></tr></thead><tbody><tr><td>a|b</td><td>95</td></tr><tr><td>c</td><td>\n80 </td></tr></tbody></table>',
      lines('| Name | Score |', '| --- | --- |', '| a\\|b | 95 |', '| c | 80 |'),
    ],
    [
      'plain cells in the head are header cells',
      '<table><thead><tr><td>Name</td><td>Score</td></tr></thead><tr><td>a</td><td>95</td></tr></table>',
      lines('| Name | Score |', '| --- | --- |', '| a | 95 |'),
    ],
    [
      'paragraphs and breaks in a cell stay on its line',
      '<table><tr><th>A<th>B<tr><td><p>one</p><p>two</p><td>three<br>four</table>',
      lines('| A | B |', '| --- | --- |', '| one<br>two | three<br>four |'),
    ],
  ],
  '02 table without a head': [
    [
      'header cells of the first row',
      '<table><tr><th>x</th><th>y</th></tr><tr><td>1</td><td>2</td></tr></table>',
      lines('| x | y |', '| --- | --- |', '| 1 | 2 |'),
    ],
    [
      'data only',
      '<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>',
      lines('|  |  |', '| --- | --- |', '| 1 | 2 |', '| 3 | 4 |'),
    ],
  ],
  '03 spans': [
    [
      'columns',
      '<table><tr><th>x<th>y<tr><td colspan=2>a<tr><td>b<td>c</table>',
      lines('| x | y |', '| --- | --- |', '| a |  |', '| b | c |'),
    ],
    [
      'rows',
      '<table><tr><th>x<th>y<tr><td rowspan=2>a<td>b<tr><td>c</table>',
      lines('| x | y |', '| --- | --- |', '| a | b |', '|  | c |'),
    ],
    [
      'absurd ones',
      '<table><tr><th>x<th>y<tr><td colspan=0 rowspan=-1>a<td colspan=x>b</table>',
      lines('| x | y |', '| --- | --- |', '| a | b |'),
    ],
  ],
  '04 layout tables': [
    ['one column', '<table><tr><td><h2>Title</h2><p>One.</p></td></tr></table><p>Two.</p>', '## Title\n\nOne.\n\nTwo.'],
    [
      'a data table within stays',
      '<table><tr><td><p>Before.</p><table><tr><th>x<th>y<tr><td>1<td>2</table><p>After.</p></td></tr></table>',
      lines('Before.', '', '| x | y |', '| --- | --- |', '| 1 | 2 |', '', 'After.'),
    ],
  ],
  '05 empty tables and cells': [
    ['empty table', '<p>a</p><table><tr><td></td><td> &nbsp; </td></tr></table><p>b</p>', 'a\n\nb'],
    ['empty cell', '<table><tr><th>x<th>y<tr><td></td><td>b</table>', lines('| x | y |', '| --- | --- |', '|  | b |')],
  ],
  '06 code blocks': [
    [
      'language-',
      '<pre><code class="language-python">def f():\n\treturn 1\n</code></pre>',
      '```python\ndef f():\n\treturn 1\n```',
    ],
    ['lang- on pre', '<pre class="prettyprint lang-go"><code>x := 1</code></pre>', '```go\nx := 1\n```'],
    [
      'highlight-source- around',
      '<div class="highlight highlight-source-shell"><pre>ls  -l</pre></div>',
      '```shell\nls  -l\n```',
    ],
    ['data-lang', '<div class="box"><pre><code data-lang="toml">a = 1</code></pre></div>', '```toml\na = 1\n```'],
    ['hljs', '<pre><code class="hljs rust">let a;</code></pre>', '```rust\nlet a;\n```'],
    [
      'sourceCode',
      '<div class="sourceCode" id="cb1"><pre class="sourceCode r"><code>x</code></pre></div>',
      '```r\nx\n```',
    ],
    ['brush', '<pre class="brush: php; toolbar: false">echo 1;</pre>', '```php\necho 1;\n```'],
    [
      'Sphinx',
      '<div class="highlight-python3 notranslate"><div class="highlight"><pre>x</pre></div></div>',
      '```python3\nx\n```',
    ],
    ['no language', '<pre><code class="language-plaintext">x</code></pre>', '```\nx\n```'],
    ['a longer fence', '<pre>```\nx\n```</pre>', '````\n```\nx\n```\n````'],
  ],
  '07 line numbers, copy buttons, lines of code': [
    [
      'numbers within the lines',
      '<pre><code class="language-js"><span class="line"><span class="ln">1</span><span>if (a) {\n</span></span><span class="line"><span class="ln">2</span><span>  b()\n</span></span></code></pre>',
      '```js\nif (a) {\n  b()\n```',
    ],
    [
      'numbers in a gutter, br for line ends',
      '<figure class="highlight js"><table><tr><td class="gutter"><pre><span class="line">1</span><br><span class="line">2</span></pre></td><td class="code"><pre><span class="line">a()</span><br><span class="line">  b()</span></pre></td></tr></table></figure>',
      '```js\na()\n  b()\n```',
    ],
    [
      'copy button',
      '<pre><button>Copy</button><code>a\n b</code><div class="copy-code">Copy</div></pre>',
      '```\na\n b\n```',
    ],
    [
      'a line an element',
      '<pre><code><div class="line">a {</div><div class="line">  b</div><div class="line"><br></div><div class="line">}</div></code></pre>',
      '```\na {\n  b\n\n}\n```',
    ],
    ['items of a list', '<pre class="linenums"><ol><li>a<li>  b</ol></pre>', '```\na\n  b\n```'],
  ],
  '08 inline code': [
    ['backtick', '<p><code>a`b</code></p>', '``a`b``'],
    ['link and emphasis inside', '<p>See <code>a <a href="/x">b</a> <em>c</em></code>.</p>', 'See `a b c`.'],
    ['link around', '<p>See <a href="/x"><code>f(x)</code></a>.</p>', 'See [`f(x)`](https://example.org/x).'],
    ['spaces', '<p>a<code> b </code>c</p>', 'a `b` c'],
    ['Markdown in it', '<p><code>*a* [b](c) \\</code></p>', '`*a* [b](c) \\`'],
  ],
  '09 nested lists': [
    ['list in an item', '<ul><li><p>a</p><ul><li>b</li></ul></li><li>c</li></ul>', '- a\n  - b\n- c'],
    ['list in a list', '<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>', '- a\n  - b\n- c'],
    ['mixed', '<ol><li>a<ul><li>b</ul><li>c</ol>', '1. a\n   - b\n2. c'],
    ['empty items', '<ul><li></li><li>a</li><li> </li></ul>', '- a'],
  ],
  '10 ordered lists': [
    ['start', '<ol start=3><li>Alpha<li>Charlie</ol>', '3. Alpha\n4. Charlie'],
    ['value', '<ol><li value=7>Alpha<li>Charlie</ol>', '7. Alpha\n8. Charlie'],
    ['numbers that are text', '<p>1. a</p><p>2) b</p><p>1.5 c</p>', '1\\. a\n\n2\\) b\n\n1.5 c'],
  ],
  '11 task lists': [
    [
      'boxes',
      '<ul><li><input type=checkbox checked> x</li><li><label><input type="checkbox"> y</label></li></ul>',
      '- [x] x\n- [ ] y',
    ],
    ['a lone box', '<p><input type=checkbox> Remember me</p>', 'Remember me'],
    ['not at the start', '<ul><li>a <input type=checkbox></ul>', '- a'],
  ],
  '12 footnotes': [
    [
      'a list of notes',
      '<p>Text.<sup><a href="#fn1" id="ref1">1</a></sup> More.</p><hr><h2>Notes</h2><ol><li id="fn1">1990 was <em>dry</em>. <a href="#ref1">↩</a></li></ol>',
      'Text.[^1] More.\n\n[^1]: 1990 was *dry*.',
    ],
    [
      'Wikipedia',
      '<p>Salt<sup id="cite_ref-a_1-0" class="reference"><a href="#cite_note-a-1"><span>[</span>1<span>]</span></a></sup> and tin<sup class="reference"><a href="#cite_note-2">[b]</a></sup>.</p><h2>References</h2><ol class="references"><li id="cite_note-a-1"><span>^ <a href="#cite_ref-a_1-0"><sup><i><b>a</b></i></sup></a> <a href="#cite_ref-a_1-1"><sup>b</sup></a></span> <span>Lee, p. 3.</span></li><li id="cite_note-2"><b><a href="#cite_ref-2">^</a></b> <a href="/b">Book</a>.</li></ol><h2>See also</h2><p>Zinc</p>',
      'Salt[^1] and tin[^b].\n\n## See also\n\nZinc\n\n[^1]: Lee, p. 3.\n\n[^b]: [Book](https://example.org/b).',
    ],
    [
      'notes with their own numbers, several paragraphs',
      '<p>One [<a href="#_ftn1">1</a>] and <a href="#_ftn2"><sup>[2]</sup></a>.</p><div id="_ftn1"><p><a href="#_ftnref1">[1]</a> First.</p><p>Goes on.</p></div><p><a name="_ftn2" href="#_ftnref2">[2]</a> Second.</p>',
      'One [^1] and [^2].\n\n[^1]: First.\n\n    Goes on.\n\n[^2]: Second.',
    ],
    [
      'signs, several at a place, brackets after it',
      '<p>a<sup><a href="#n1">*</a>, <a href="#n2">†</a></sup>(b)</p><p id=n1>* first</p><p id=n2><sup>†</sup> second</p>',
      'a[^1], [^2]\\(b)\n\n[^1]: first\n\n[^2]: second',
    ],
    [
      'other links within the page are none: they have its address',
      '<p><a href="#a">A</a> <a href="#s2">2</a> x<sup><a href="#gone">3</a></sup></p><h2 id=a>A</h2><p>b</p><h2 id=s2>2</h2><p>c</p>',
      '[A](https://example.org/news/story.html#a) [2](https://example.org/news/story.html#s2) x[<sup>3</sup>](https://example.org/news/story.html#gone)\n\n## A\n\nb\n\n## 2\n\nc',
    ],
  ],
  '13 KaTeX': [
    [
      'inline',
      '<p>So <span class="katex"><span class="katex-mathml"><math><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow><annotation encoding="application/x-tex">x^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true"><span>x2</span></span></span> is it.</p>',
      'So $x^2$ is it.',
    ],
    [
      'display',
      '<p>So <span class="katex-display"><span class="katex"><span class="katex-mathml"><math display="block"><semantics><mi>y</mi><annotation encoding="application/x-tex">y = \\frac{a}{b}</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">y</span></span></span> is it.</p>',
      'So\n\n$$\ny = \\frac{a}{b}\n$$\n\nis it.',
    ],
  ],
  '14 MathML and MathJax': [
    [
      'Wikipedia',
      '<p>a <span class="mwe-math-element"><span style="display: none;"><math alttext="{\\displaystyle E=mc^{2}}"><semantics><mi>E</mi><annotation encoding="application/x-tex">{\\displaystyle E=mc^{2}}</annotation></semantics></math></span><img src="/e.svg" alt="{\\displaystyle E=mc^{2}}"></span> b</p>',
      'a $E=mc^{2}$ b',
    ],
    ['alttext', '<p><math alttext="a_1 * b_2"><mi>a</mi></math></p>', '$a_1 * b_2$'],
    [
      'script',
      '<p>Let <span class="MathJax_Preview"></span><span class="MathJax"><nobr>x+1</nobr></span><script type="math/tex">x+1</script> be.</p><script type="math/tex; mode=display">y %no\n\\le 2</script>',
      'Let $x+1$ be.\n\n$$\ny \\le 2\n$$',
    ],
    ['a picture', '<p>a <img class="latex" src="/l.png" alt="\\sqrt{2}" width=20> b</p>', 'a $\\sqrt{2}$ b'],
    ['delimiters', '<p><span class="math inline">\\(n\\)</span> items</p>', '$n$ items'],
    [
      'MathML without TeX',
      '<p>a <math><msup><mi>x</mi><mn>2</mn></msup><mo>≥</mo><mfrac><mn>1</mn><mi>y</mi></mfrac></math> b</p><math display="block"><mi>z</mi></math>',
      'a $x^2 \\geq \\frac{1}{y}$ b\n\n$$\nz\n$$',
    ],
    [
      'MathJax 3, whose MathML is for screen readers',
      '<p>a <mjx-container><mjx-math aria-hidden="true"><mjx-mi></mjx-mi></mjx-math><mjx-assistive-mml><math><msqrt><mi>x</mi></msqrt></math></mjx-assistive-mml></mjx-container> b</p>',
      'a $\\sqrt{x}$ b',
    ],
    [
      'what would be a tag or a link to others',
      '<p>so <math alttext="a&lt;b, [0,1](x) &lt;!"></math> it is</p>',
      'so $a< b, [0,1] (x) < !$ it is',
    ],
    ['the text of what is no formula stays', '<p>a <math><mi>x</mi><mo>=</mo><span>1</span></math> b</p>', 'a x=1 b'],
  ],
  '15 dollars': [
    ['no formula anywhere', '<p>costs $5 and $7</p>', 'costs $5 and $7'],
    ['beside formulas', '<p>costs $5 and $7 for <math alttext="n"></math></p>', 'costs \\$5 and \\$7 for $n$'],
  ],
  '16 figures': [
    [
      'picture, caption',
      '<figure><img src="/a.jpg" alt="A cat"><figcaption>The cat.</figcaption></figure>',
      '![A cat](https://example.org/a.jpg)\n\nThe cat.',
    ],
    [
      'caption like the alternative text',
      '<figure><img src="/a.jpg" alt="A cat"><figcaption>A cat</figcaption></figure>',
      '![A cat](https://example.org/a.jpg)',
    ],
    ['prose', '<figure><h3>Head</h3><p>Prose.</p></figure>', '## Head\n\nProse.'],
  ],
  '17 lazy images': [
    [
      'data-src',
      '<p>a</p><img src="data:image/gif;base64,R0" data-src="/a.jpg">',
      'a\n\n![](https://example.org/a.jpg)',
    ],
    ['data-original', '<img src="/blank.gif" data-original="/a.jpg">', '![](https://example.org/a.jpg)'],
    [
      'the copy for readers without scripts',
      '<img src="/spacer.gif" data-src="/a.jpg"><noscript><img src="/a.jpg"></noscript>',
      '![](https://example.org/a.jpg)',
    ],
    [
      'the copy before it',
      '<p>a</p><noscript><img src="/a-800.jpg"></noscript><img src="data:image/svg+xml,x" data-src="/a.jpg">',
      'a\n\n![](https://example.org/a.jpg)',
    ],
    [
      'the only one with a source',
      '<p>a</p><img src="data:image/gif;base64,R0"><noscript><img src="/a.jpg" alt="A"></noscript>',
      'a\n\n![A](https://example.org/a.jpg)',
    ],
  ],
  '18 sets of sources': [
    [
      'the largest',
      '<img src="/s.jpg" srcSet="/s.jpg 320w, /l,w_900.jpg 900w,/m.jpg 640w">',
      '![](https://example.org/l,w_900.jpg)',
    ],
    ['densities', '<img src="/1.jpg" srcset="/1.jpg, /2.jpg 2x">', '![](https://example.org/2.jpg)'],
    [
      'picture',
      '<picture><source type="image/webp" srcset="/w.webp 900w"><source srcset="/a.jpg 300w, /b.jpg 600w"><img src="data:image/gif;base64,R0" alt="B"></picture>',
      '![B](https://example.org/b.jpg)',
    ],
  ],
  '19 pixels, icons, avatars': [
    [
      'small',
      '<p>a</p><img src="/p.gif" width=1 height=1><img src="/i.png" width="32"><img src=/j.png style="width: 16px">',
      'a',
    ],
    ['hidden', '<p>a</p><img src="/p.gif" style="display:none">', 'a'],
    [
      'trackers',
      '<p>a</p><img src="https://www.facebook.com/tr?id=1&ev=PageView"><img src="//sb.scorecardresearch.com/p?c1=2">',
      'a',
    ],
    ['avatars', '<p><img class="avatar" src="/me.jpg">Ann</p>', 'Ann'],
    [
      'a character',
      '<p>Well <img class="emoji" alt="🙂" src="https://s.w.org/images/1f642.svg"> done</p>',
      'Well 🙂 done',
    ],
  ],
  '20 embeds': [
    [
      'YouTube',
      '<p>a</p><iframe title="A walk" src="https://www.youtube-nocookie.com/embed/abcDEF12345?rel=0"></iframe><p>b</p>',
      'a\n\n[A walk](https://www.youtube.com/watch?v=abcDEF12345)\n\nb',
    ],
    [
      'Vimeo, without a title, loaded lazily',
      '<p>a</p><iframe data-src="//player.vimeo.com/video/123456"></iframe>',
      'a\n\n[Video](https://vimeo.com/123456)',
    ],
    [
      'a file',
      '<p>a</p><video poster="/p.jpg"><source src="/v.mp4"></video>',
      'a\n\n[Video](https://example.org/v.mp4)',
    ],
    [
      'nothing to show',
      '<p>a</p><video></video><iframe src="https://ads.example.com/"></iframe><audio src="blob:x"></audio>',
      'a',
    ],
  ],
  '21 posts': [
    [
      'a quotation with its author',
      '<blockquote class="twitter-tweet"><p lang="en">Rain <a href="https://twitter.com/hashtag/rain">#rain</a></p>&mdash; Ann (@ann) <a href="https://twitter.com/ann/status/12">May 3, 2020</a></blockquote> <script async src="https://platform.twitter.com/widgets.js"></script>',
      '> Rain [#rain](https://twitter.com/hashtag/rain)\n>\n> — Ann (@ann) [May 3, 2020](https://twitter.com/ann/status/12)',
    ],
  ],
  '22 quotations and callouts': [
    ['nested', '<blockquote>a<blockquote>b</blockquote></blockquote>', '> a\n>\n> > b'],
    ['Bootstrap', '<div class="alert alert-info" role="alert">Mind <b>this</b>.</div>', '> [!NOTE]\n> Mind **this**.'],
    [
      'a title that says the kind',
      '<div class="admonition warning"><p class="admonition-title">Warning:</p><p>Hot.</p><ul><li>a</ul></div>',
      '> [!WARNING]\n> Hot.\n>\n> - a',
    ],
    [
      'a first word that says the kind',
      '<div class="notecard note"><p><strong>Note:</strong> It is <em>hot</em>.</p></div>',
      '> [!NOTE]\n> It is *hot*.',
    ],
    [
      'a title that is another word for the kind stays',
      '<div class="alert alert-danger"><p><strong>Danger:</strong> Hot.</p></div>',
      '> [!CAUTION]\n> **Danger:** Hot.',
    ],
    [
      'a title that says more',
      '<div class="markdown-alert markdown-alert-tip"><p class="markdown-alert-title">Save time</p><p>Do it.</p></div>',
      '> [!TIP]\n> Save time\n>\n> Do it.',
    ],
  ],
  '23 definitions and details': [
    [
      'definitions',
      '<dl><dt>Tin</dt><dd>A metal.</dd><dd>A can.</dd><dt>Salt</dt><dd>A mineral.</dd></dl>',
      '**Tin**\n\n- A metal.\n- A can.\n\n**Salt**\n\n- A mineral.',
    ],
    ['details', '<details><summary>More</summary><p>Of it.</p></details>', '**More**\n\nOf it.'],
  ],
  '24 ruby and direction': [
    ['ruby', '<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字</p>', '漢(かん)字'],
    ['ruby without brackets', '<p><ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>だ</p>', '漢(かん)字(じ)だ'],
    [
      'marks of direction',
      '<p dir=rtl>\u200fمی\u200cخواهم (\u200eABC\u200f) را</p>',
      '\u200fمی\u200cخواهم (\u200eABC\u200f) را',
    ],
  ],
  '25 line breaks': [
    ['two part paragraphs', '<p>a<br><br>b</p>', 'a\n\nb'],
    ['one stays', '<p>a<br>\n b<br></p><p><br>c</p>', 'a\\\nb\n\nc'],
    ['between blocks', '<div>a</div><br><br><div>b</div>', 'a\n\nb'],
    ['in emphasis', '<p><b>a<br>b</b></p>', '**a\\\nb**'],
  ],
  '26 sup, sub and others': [
    ['sup', '<p>100<sup>2</sup> and H<sub>2</sub>O</p>', '100<sup>2</sup> and H<sub>2</sub>O'],
    ['del', '<p><del>x</del> <s>y</s></p>', '~~x~~ ~~y~~'],
    ['kbd and mark are text', '<p>Press <kbd>Ctrl</kbd>+<kbd>C</kbd>, <mark>now</mark>.</p>', 'Press Ctrl+C, now.'],
    ['empty sup', '<p>a<sup></sup>b <sub> </sub>c</p>', 'ab c'],
  ],
  '27 links': [
    ['relative', '<p><a href="../a b.html?x=(1">t</a></p>', '[t](https://example.org/a%20b.html?x=%281)'],
    [
      'base',
      '<base href="https://cdn.example.net/dir/"><p><a href="x">t</a></p>',
      '[t](https://cdn.example.net/dir/x)',
    ],
    [
      'what runs code',
      '<p><a href="javascript:a()">t</a> <a href="data:text/html,x">u</a> <a href="vbscript:x">v</a></p>',
      't u v',
    ],
    ['empty ones', '<p>a<a href="/x"></a>b <a name=c></a>c</p>', 'ab c'],
    ['marks that link to headings', '<h2>Title <a class="anchor" href="#title">#</a></h2><p>a</p>', '## Title\n\na'],
    [
      'around a picture',
      '<a href="/big"><img src="/a.jpg"></a>',
      '[![](https://example.org/a.jpg)](https://example.org/big)',
    ],
    [
      'around a picture in a line',
      '<p>a<br><a href="/big"><img src="/a.jpg" alt="A"></a><br><a href="/b"><img src="/b.jpg"> b</a></p>',
      lines(
        'a\\',
        '[![A](https://example.org/a.jpg)](https://example.org/big)\\',
        '[![](https://example.org/b.jpg)](https://example.org/b) [b](https://example.org/b)',
      ),
    ],
    ['around a block', '<a href="/x"><div><p>t</p></div></a>', '[t](https://example.org/x)'],
  ],
  '28 headings': [
    ['levels', '<h1>a</h1><h4>b</h4><h2>c</h2>', '## a\n\n### b\n\n### c'],
    [
      'lines of one heading',
      '<h2><div>a <i>b</i></div><div>c <b>d</b></div></h2><h2>e</h2>',
      '## a *b* c **d**\n\n## e',
    ],
    ['a heading that is never closed', `<h2>a${'<p>b'.repeat(4)}`, `## a${'\n\n## b'.repeat(4)}`],
    ['text and dashes', '<p>text<br>---</p>', 'text\\\n\\---'],
    ['number signs', '<p># a</p><h2>b #</h2>', '\\# a\n\n## b \\#'],
  ],
  '29 literal characters': [
    [
      'where they would not parse',
      '<p>snake_case, 2 * 3, a < b, [x], C#, 5 + 3, a & b, R&D</p>',
      'snake_case, 2 * 3, a < b, [x], C#, 5 + 3, a & b, R&D',
    ],
    ['emphasis', '<p>*a* and __b__</p>', '\\*a\\* and \\_\\_b\\_\\_'],
    ['tags', '<p>the &lt;video&gt; tag</p>', 'the &lt;video> tag'],
    ['entities', '<p>&amp;lt; and &amp;copy; and AT&amp;T</p>', '\\&lt; and \\&copy; and AT&T'],
    [
      'line starts',
      '<p># a</p><p>+ b</p><p>- c</p><p>12. d</p><p>&gt; e</p>',
      '\\# a\n\n\\+ b\n\n\\- c\n\n12\\. d\n\n\\> e',
    ],
    ['bold that renders', '<p><b>「強」</b>です</p>', '「**強**」です'],
  ],
  '30 white space and marks': [
    ['outside of marks', '<p>w<b> x </b>y</p>', 'w **x** y'],
    ['touching marks', '<p><b>a</b><b>b</b></p>', '**ab**'],
    ['nested', '<p><i><b>a</b> b</i> c</p>', '***a** b* c'],
    ['no-break spaces, soft hyphens', '<p>a&nbsp;&nbsp;b c&shy;d e\u200bf</p>', 'a b cd ef'],
    ['comments and wbr', '<p>a<!-- x -->b c<wbr>d</p>', 'ab cd'],
    ['white-space: pre', '<code style="white-space: pre">a\n  b</code>', '```\na\n  b\n```'],
    [
      'icons that screen readers skip',
      '<p>a <a href="/x">b<i class="fa" aria-hidden="true"></i></a><svg aria-hidden="true"><title>c</title><path/></svg> d</p>',
      'a [b](https://example.org/x) d',
    ],
    ['blocks in a span', '<span>a<div>b</div>c</span>', 'a\n\nb\n\nc'],
    [
      'between inline elements',
      '<ul><li><a href="/a">a</a>\n<a href="/b">b</a> , <i>c</i></li></ul>',
      '- [a](https://example.org/a) [b](https://example.org/b) , *c*',
    ],
  ],
}

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  test.each(cases)('%s', (_name, html, markdown) => expect(markdownOf(html)).toBe(markdown))
})

describe('a page whose address nobody tells', () => {
  const bodyOf = (html: string) => toBody(article(segmentHtml(html, null).blocks))
  test('links to places of it lead nowhere', () =>
    expect(bodyOf('<p><a href="#a">A</a> <a href="/b#a">B</a></p><h2 id=a>C</h2>')).toBe('A [B](/b#a)\n\n## C'))
  test('references to notes are known by the place that they lead to', () =>
    expect(
      bodyOf(
        '<p id=r>a<sup><a href="https://a.test/b#n">[1]</a></sup> c<sup><a href="https://a.test/d#m">2</a></sup></p><ol><li id=n><a href="https://a.test/b#r">^</a> e</ol>',
      ),
    ).toBe('a[^1] c[<sup>2</sup>](https://a.test/d#m)\n\n[^1]: e'))
})

describe('--tables', () => {
  const plain = '<table><tr><th>x<th>y<tr><td colspan=2>a &lt; b</table>'
  const rich = '<table><tr><th>x<th>y<tr><td><ul><li>a<li>b</ul><td><pre>c\n\n d</pre></table>'
  const htmlOfRich = lines(
    '<table>',
    '<thead>',
    '<tr><th>x</th><th>y</th></tr>',
    '</thead>',
    '<tbody>',
    '<tr><td><ul><li>a</li><li>b</li></ul></td><td><pre><code>c&#10;&#10; d</code></pre></td></tr>',
    '</tbody>',
    '</table>',
  )
  test.each<readonly [string, TableStyle | undefined, string, string]>([
    ['plain', 'gfm', plain, lines('| x | y |', '| --- | --- |', '| a < b |  |')],
    ['plain', 'auto', plain, lines('| x | y |', '| --- | --- |', '| a < b |  |')],
    [
      'plain',
      'html',
      plain,
      lines(
        '<table>',
        '<thead>',
        '<tr><th>x</th><th>y</th></tr>',
        '</thead>',
        '<tbody>',
        '<tr><td colspan="2">a &lt; b</td></tr>',
        '</tbody>',
        '</table>',
      ),
    ],
    ['rich', 'gfm', rich, lines('| x | y |', '| --- | --- |', '| a<br>b | `c d` |')],
    ['rich', 'html', rich, htmlOfRich],
    ['rich', undefined, rich, htmlOfRich],
    ['plain', 'none', plain, 'x\n\ny\n\na < b'],
    ['rich', 'none', rich, 'x\n\ny\n\n- a\n- b\n\n```\nc\n\n d\n```'],
  ])('a %s table as %s', (_, style, html, markdown) => expect(markdownOf(html, { tables: style })).toBe(markdown))
})
