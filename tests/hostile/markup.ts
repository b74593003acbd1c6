import { asIs, type HostileCase, htmlAround, inHtml, paragraph, times } from './page.ts'

const LOST = { body: ['HEAD'] }

/** Tags, comments and references that are cut off, and the states of the tokenizer that few pages reach. */
export const MARKUP: readonly HostileCase[] = [
  inHtml('open-comment', 'a comment that never ends', (n) => `<!-- ${times(n, '- ')}`, { count: 100_000, ...LOST }),
  inHtml('comments', 'many comments', (n) => times(n, '<!-- x --><!--><!---->'), { count: 20_000 }),
  inHtml(
    'comment-dashes',
    'ends of comments that are none',
    (n) => `<!--${times(n, '--!-- >')}--><p>WITHIN words</p>`,
    { count: 50_000, anywhere: ['WITHIN'] },
  ),
  inHtml('comments-between-words', 'a comment after each word', (n) => `<p>${times(n, 'w<!-- -->w ')}</p>`, {
    count: 20_000,
  }),
  inHtml('cdata', 'sections of XML', (n) => times(n, '<![CDATA[ x ]]>'), { count: 20_000 }),
  inHtml('open-cdata', 'a section of XML that never ends, in a drawing', (n) => `<svg><![CDATA[${times(n, ']')}`, {
    count: 100_000,
    ...LOST,
  }),
  inHtml('instructions', 'processing instructions', (n) => times(n, '<?php echo "<p>" ?>'), { count: 20_000 }),
  inHtml('doctypes', 'doctypes', (n) => times(n, '<!doctype html>'), { count: 20_000 }),
  inHtml(
    'entities-of-a-doctype',
    'entities that a parser of XML would blow up',
    (n) => `<!DOCTYPE x [${times(n, '<!ENTITY a "&b;&b;">')}]>&a;`,
    { count: 5000 },
  ),
  inHtml(
    'script-in-comment',
    'the double escaped state',
    (n) => `${times(n, '<script><!--<script></script>')}--></script>`,
    { count: 10_000, ...LOST },
  ),
  inHtml('open-script', 'a script that never ends', (n) => `<script>${times(n, '</scrip')}`, {
    count: 50_000,
    ...LOST,
  }),
  inHtml('open-style', 'a style sheet that never ends', (n) => `<style>${times(n, 'a{}')}`, { count: 50_000, ...LOST }),
  inHtml('open-textarea', 'a text area that never ends', (n) => `<textarea>${times(n, '<p>')}`, {
    count: 50_000,
    ...LOST,
  }),
  asIs('open-title.html', 'a title that never ends', (n) => `<title>${times(n, '<b>')}${htmlAround('')}`, {
    count: 20_000,
  }),
  inHtml('plaintext', 'the tag after which nothing is a tag', (n) => `<plaintext>${times(n, '<p>')}`, {
    count: 20_000,
    ...LOST,
    anywhere: ['TAIL'],
  }),
  inHtml('xmp', 'old tags of raw text', (n) => times(n, '<xmp><p>x</xmp><listing>y</listing>'), { count: 5000 }),
  inHtml('open-tag', 'a tag that never ends', (n) => `<p ${times(n, 'a ')}`, { count: 100_000, body: ['HEAD'] }),
  inHtml('open-quote', 'a value that never ends', (n) => `<p title="${times(n, '<p>')}`, { count: 50_000, ...LOST }),
  inHtml('quotes', 'quotes that open and close at random', (n) => times(n, `<p title="'>it's</p>'"`), {
    count: 10_000,
    ...LOST,
  }),
  inHtml('less-than', 'less-than signs', (n) => `<p>WITHIN ${times(n, '<')} words</p>`, {
    count: 200_000,
    anywhere: ['WITHIN'],
  }),
  inHtml('end-tag-starts', 'beginnings of end tags', (n) => `<p>WITHIN ${times(n, '</')} words</p>`, {
    count: 100_000,
    anywhere: ['WITHIN'],
  }),
  inHtml('markup-starts', 'beginnings of declarations', (n) => times(n, '<!'), { count: 100_000, ...LOST }),
  inHtml('instruction-starts', 'beginnings of instructions', (n) => times(n, '<?'), { count: 100_000, ...LOST }),
  inHtml('tag-in-tag', 'tags within tags', (n) => times(n, '<p <b <i '), { count: 30_000, ...LOST }),
  inHtml('stray-ends', 'end tags of everything', (n) => times(n, '</p></b></table></ul></html></body></x></br>'), {
    count: 5000,
  }),
  inHtml(
    'stray-ends-deep',
    'end tags of nothing, on many open elements',
    (n) => `${times(n, '<i>')}${times(n, '</q>')}WITHIN`,
    { count: 20_000, anywhere: ['WITHIN'] },
  ),
  inHtml('long-names', 'a name of an element like a book', (n) => `<${'x'.repeat(n)}>WITHIN words</${'x'.repeat(n)}>`, {
    count: 300_000,
    anywhere: ['WITHIN'],
  }),
  inHtml('many-names', 'each element of another name', (n) => times(n, (i) => `<x${i}>w</x${i}> `), { count: 20_000 }),
  inHtml('nul-in-tags', 'NULs in names and values', () => '<p\0 cl\0ass="a\0b">WITHIN words</p\0><\0p>', {
    anywhere: ['WITHIN'],
  }),
  inHtml(
    'references',
    'every kind of reference',
    (n) => `<p>WITHIN ${times(n, '&amp;&notit;&#x;&#xD800;&#0;&#1114112;&#99999999999;&bogus;&lt')} words</p>`,
    { count: 3000, anywhere: ['WITHIN'] },
  ),
  inHtml(
    'reference-digits',
    'a reference of a hundred thousand digits',
    (n) => `<p>WITHIN &#${times(n, '9')}; words</p>`,
    { count: 100_000, anywhere: ['WITHIN'] },
  ),
  inHtml('reference-starts', 'beginnings of references', (n) => `<p>WITHIN ${times(n, '&#')} words</p>`, {
    count: 100_000,
    anywhere: ['WITHIN'],
  }),
  inHtml(
    'reference-name',
    'a reference to a name without end',
    (n) => `<p>WITHIN &${times(n, 'CounterClockwise')} words</p>`,
    { count: 20_000, anywhere: ['WITHIN'] },
  ),
  inHtml(
    'escaped-twice',
    'markup that is escaped again and again',
    (n) => `<p>WITHIN &${times(n, 'amp;')}lt;script&gt; words</p>`,
    { count: 50_000, anywhere: ['WITHIN'] },
  ),
  inHtml('controls', 'references to control characters', () => `<p>WITHIN ${times(160, (i) => `&#${i};`)} words</p>`, {
    anywhere: ['WITHIN'],
  }),
  inHtml('breaks', 'breaks of lines', (n) => `<p>WITHIN ${times(n, '<br>')} words</p>`, {
    count: 50_000,
    anywhere: ['WITHIN'],
  }),
  inHtml('breaks-and-words', 'a break after each word', (n) => `<p>${times(n, 'w<br>')}</p>`, { count: 30_000 }),
  inHtml('rules', 'rules', (n) => times(n, '<hr>'), { count: 50_000 }),
  inHtml(
    'empty-inline',
    'empty elements in a line',
    (n) => `<p>WITHIN ${times(n, '<i></i><span> </span>')} words</p>`,
    { count: 20_000, anywhere: ['WITHIN'] },
  ),
  inHtml('empty-blocks', 'empty elements', (n) => times(n, '<div> </div><p></p><li></li>'), { count: 20_000 }),
  inHtml(
    'marks',
    'a mark on every letter',
    (n) => `<p>${times(n, '<b>a</b><i>b</i><code>c</code><a href=/x>d</a>')}</p>`,
    { count: 5000 },
  ),
  inHtml(
    'marks-with-emoji',
    'marks in a text beyond the first plane',
    (n) => `<p>${times(n, '<b>\u{1f600}</b> <i>w</i> ')}</p>`,
    { count: 10_000 },
  ),
  inHtml(
    'pictures-in-a-line',
    'many pictures in one paragraph',
    (n) => `<p>${times(n, (i) => `w <img src="/${i}.png" alt="p${i}"> `)}</p>`,
    { count: 5000 },
  ),
  inHtml(
    'figures',
    'many pictures with captions',
    (n) => times(n, (i) => `<figure><img src=/${i}.png><figcaption>Caption ${i}</figcaption></figure>`),
    { count: 2000 },
  ),
  inHtml(
    'same-figure',
    'the same picture with the same caption',
    (n) => times(n, '<figure><img src=/a.png><figcaption>Photo: Ann Lee / Agency</figcaption></figure>'),
    { count: 2000 },
  ),
  inHtml(
    'embeds',
    'many frames',
    (n) => times(n, '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>'),
    { count: 3000 },
  ),
  inHtml('tasks', 'many check boxes', (n) => `<ul>${times(n, '<li><input type=checkbox checked> task</li>')}</ul>`, {
    count: 3000,
  }),
  inHtml(
    'code-lines',
    'code whose lines are elements',
    (n) => `<pre><code>${times(n, (i) => `<div class=line><span class=lineno>${i}</span>x = ${i}</div>`)}</code></pre>`,
    { count: 3000 },
  ),
  inHtml(
    'formulas',
    'formulas, and text that looks like them',
    (n) =>
      `<p>${times(n, '<span class=katex><span class=katex-mathml><math><annotation encoding="application/x-tex">x^2$</annotation></math></span></span> $5 ')}</p>`,
    { count: 1000 },
  ),
  inHtml(
    'rubies',
    'annotations beside characters',
    (n) => `<p>${times(n, '<ruby>\u6f22<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>')}</p>`,
    { count: 5000 },
  ),
  inHtml('paragraphs', 'many paragraphs', (n) => times(n, (i) => `<p>${paragraph(`No${i}`)}</p>`), { count: 400 }),
  inHtml('same-paragraph', 'the same paragraph', (n) => times(n, `<p>${paragraph('Again')}</p>`), { count: 400 }),
  inHtml('headings', 'headings over nothing', (n) => times(n, (i) => `<h${(i % 6) + 1}>Part ${i}</h${(i % 6) + 1}>`), {
    count: 5000,
  }),
  inHtml('items', 'one list of many items', (n) => `<ul>${times(n, (i) => `<li>Item ${i} of the list`)}</ul>`, {
    count: 5000,
  }),
  inHtml('lists', 'many lists of one item', (n) => times(n, (i) => `<ul><li>Item ${i} of the list</ul>`), {
    count: 5000,
  }),
  inHtml('links', 'many links', (n) => `<p>${times(n, (i) => `<a href="/story-${i}">Story ${i}</a> `)}</p>`, {
    count: 5000,
  }),
  inHtml('bodies', 'many bodies and roots', (n) => times(n, (i) => `</body></html><html a${i}><body class=b${i}>`), {
    count: 10_000,
  }),
  inHtml(
    'formatting-across-paragraphs',
    'formatting that is left open in each paragraph',
    (n) => times(n, (i) => `<p><b id=${i}><i>x`),
    { count: 5000, body: ['HEAD'], anywhere: ['TAIL'] },
  ),
  inHtml(
    'formatting-in-tables',
    'formatting between the cells of a table',
    (n) => `<table>${times(n, 'x<b><tr><i>y<td>')}`,
    { count: 5000, body: ['HEAD'], anywhere: ['TAIL'] },
  ),
]
