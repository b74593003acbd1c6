import { type HostileCase, inHtml, times } from './page.ts'

const IMAGE = 'https://example.com/i.png'

/** Huge, many, broken. */
export const ATTRIBUTES: readonly HostileCase[] = [
  inHtml(
    'many',
    '50,000 attributes of one element',
    (n) => `<div ${times(n, (i) => `data-${i}=${i} `)}><p>WITHIN words</p></div>`,
    {
      count: 50_000,
      anywhere: ['WITHIN'],
    },
  ),
  inHtml('same-name', 'one attribute again and again', (n) => `<p ${times(n, 'class=a ')}>WITHIN words</p>`, {
    count: 50_000,
    anywhere: ['WITHIN'],
  }),
  inHtml(
    'class-tokens',
    '100,000 words in a class',
    (n) => `<div class="${times(n, (i) => `c${i} `)}"><p>WITHIN words</p></div>`,
    {
      count: 100_000,
      anywhere: ['WITHIN'],
    },
  ),
  inHtml(
    'class-dashes',
    'a class that is one word of a million parts',
    (n) => `<div class="${times(n, 'a-')}"><p>WITHIN words</p></div>`,
    {
      count: 300_000,
      anywhere: ['WITHIN'],
    },
  ),
  inHtml(
    'classes',
    'long classes around many blocks',
    (n) => times(n, (i) => `<p class="${'widget-'.repeat(40)}${i}">Line ${i} of it.</p>`),
    {
      count: 500,
    },
  ),
  inHtml('style', 'a megabyte of declarations', (n) => `<p style="${times(n, 'display : ')}">WITHIN words</p>`, {
    count: 100_000,
    anywhere: ['WITHIN'],
  }),
  inHtml(
    'style-spaces',
    'blanks that a pattern could try one by one',
    (n) => `<p style="display:${times(n, ' ')}none">WITHIN words</p>`,
    {
      count: 300_000,
      anywhere: ['WITHIN'],
    },
  ),
  inHtml(
    'srcset',
    '100,000 candidates of one picture',
    (n) => `<img alt=picture srcset="${times(n, (i) => `/${i}.png ${i}w, `)}">`,
    {
      count: 100_000,
    },
  ),
  inHtml('srcset-commas', 'nothing but commas', (n) => `<img alt=picture srcset="${times(n, ',')}" src=${IMAGE}>`, {
    count: 300_000,
  }),
  inHtml(
    'srcset-spaces',
    'a candidate behind blanks',
    (n) => `<img alt=picture srcset="${times(n, ' ')}${IMAGE} 2x">`,
    { count: 300_000 },
  ),
  inHtml(
    'srcset-data',
    'data addresses, which have commas',
    (n) => `<img alt=x srcset="${times(n, 'data:image/png;base64,AAAA 1x, ')}">`,
    { count: 20_000 },
  ),
  inHtml(
    'href',
    'an address of a megabyte',
    (n) => `<p>See <a href="https://example.com/${times(n, 'a/')}">WITHIN words</a> there.</p>`,
    {
      count: 300_000,
      anywhere: ['WITHIN'],
    },
  ),
  inHtml(
    'href-dots',
    'an address that climbs',
    (n) => `<p>See <a href="https://example.com/${times(n, '../')}x">WITHIN</a> there.</p>`,
    {
      count: 100_000,
      anywhere: ['WITHIN'],
    },
  ),
  inHtml(
    'href-percents',
    'escapes that are none',
    (n) => `<p>See <a href="https://example.com/?${times(n, '%')}">WITHIN</a> there.</p>`,
    {
      count: 300_000,
      anywhere: ['WITHIN'],
    },
  ),
  inHtml('alt', 'a text of a picture like a book', (n) => `<img src=${IMAGE} alt="${times(n, 'alt ')}">`, {
    count: 100_000,
  }),
  inHtml('title', 'a tooltip like a book', (n) => `<p title="${times(n, 'tip ')}">WITHIN words</p>`, {
    count: 100_000,
    anywhere: ['WITHIN'],
  }),
  inHtml(
    'ids',
    'a name for every word, and a link to each',
    (n) => `<p>${times(n, (i) => `<a id=n${i} href=#n${n - i}>w</a> `)}</p>`,
    { count: 5000 },
  ),
  inHtml('same-id', 'the same name everywhere', (n) => `<p>${times(n, '<a id=x href=#x>w</a> ')}</p>`, {
    count: 10_000,
  }),
  inHtml(
    'notes',
    'references to notes that refer back',
    (n) =>
      `<p>${times(n, (i) => `w<sup><a id=r${i} href=#f${i}>${i}</a></sup> `)}</p><ol>${times(n, (i) => `<li id=f${i}>Note ${i}. <a href=#r${i}>^</a></li>`)}</ol>`,
    { count: 2000 },
  ),
  inHtml(
    'spans',
    'cells that span all there is',
    (n) => `<table>${times(n, '<tr><td colspan=99999 rowspan=99999>c</td></tr>')}</table><p>WITHIN words</p>`,
    { count: 2000, anywhere: ['WITHIN'] },
  ),
  inHtml(
    'negative-spans',
    'spans that are no numbers',
    (n) => `<table>${times(n, '<tr><td colspan=-1 rowspan=1e9>c</td><td colspan=x>d</td></tr>')}</table>`,
    { count: 2000 },
  ),
  inHtml(
    'wide-table',
    'a row of 20,000 cells',
    (n) => `<table><tr>${times(n, '<td>c</td>')}</tr><tr>${times(n, '<td>d</td>')}</tr></table>`,
    { count: 5000 },
  ),
  inHtml(
    'ragged-table',
    'rows that grow',
    (n) => `<table>${times(n, (i) => `<tr>${'<td>c'.repeat(i)}</tr>`)}</table>`,
    { count: 250 },
  ),
  inHtml(
    'start-numbers',
    'lists that start anywhere',
    (n) => times(n, (i) => `<ol start=${10 ** (i % 20)} reversed><li value=-${i}>Item ${i}</li></ol>`),
    { count: 1000 },
  ),
  inHtml(
    'no-spaces',
    'attributes without a blank between them',
    (n) => `<p ${times(n, '"a"=\'b\'')}>WITHIN words</p>`,
    { count: 50_000, anywhere: ['WITHIN'] },
  ),
  inHtml('slashes', 'slashes in a tag', (n) => `<p ${times(n, '/')}>WITHIN words</p>`, {
    count: 300_000,
    anywhere: ['WITHIN'],
  }),
  inHtml('equals', 'equals signs in a tag', (n) => `<p ${times(n, '= ')}>WITHIN words</p>`, {
    count: 150_000,
    anywhere: ['WITHIN'],
  }),
  inHtml(
    'entities-in-values',
    'references in a value',
    (n) => `<p title="${times(n, '&amp;&#x1F600;&notin')}">WITHIN words</p>`,
    { count: 50_000, anywhere: ['WITHIN'] },
  ),
  inHtml(
    'prototype-names',
    'names that objects have',
    (n) =>
      times(
        n,
        '<p __proto__=x constructor=y toString=z hasOwnProperty=q class="__proto__ constructor">WITHIN words</p>',
      ),
    { count: 500, anywhere: ['WITHIN'] },
  ),
  inHtml(
    'data-images',
    'a picture within the page, again and again',
    (n) => times(n, `<p>Text.<img alt=p src="data:image/png;base64,${'A'.repeat(500)}"></p>`),
    { count: 500 },
  ),
  inHtml(
    'link-schemes',
    'links that run code, in every disguise',
    () => SCHEMES.map((url) => `<p><a href="${url}">WITHIN</a> <img src="${url}" alt=x> words around it.</p>`).join(''),
    { anywhere: ['WITHIN'] },
  ),
]

const SCHEMES = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java&#10;script:alert(1)',
  'java&#9;script:alert(1)',
  '&#1;javascript:alert(1)',
  'javascript&colon;alert(1)',
  '&#x6a;avascript:alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,&lt;script&gt;alert(1)&lt;/script&gt;',
  'data:text/html;base64,PHNjcmlwdD4=',
  'file:///etc/passwd',
  'blob:https://example.com/1',
  'view-source:javascript:alert(1)',
  'feed:javascript:alert(1)',
  'jar:https://example.com!/',
  'intent://example.com#Intent;end',
  '//example.com\\@evil.example/',
  'https://user:pass@evil.example/',
  'http:javascript:alert(1)',
  'mailto:a@example.com?body=javascript:alert(1)',
  '\u2028javascript:alert(1)',
  '\u202ejavascript:alert(1)',
  'https://example.com/)](javascript:alert(1))',
  'https://example.com/&lt;script&gt;',
  'https://example.com/ &quot; onclick=alert(1)',
]
