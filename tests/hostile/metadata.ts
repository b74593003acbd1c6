import { type HostileCase, inHead, inHtml, times } from './page.ts'

const jsonLd = (json: string): string => `<script type="application/ld+json">${json}</script>`
const cited = { page: { title: 'A title' } }

/** What a page declares of itself. */
export const METADATA: readonly HostileCase[] = [
  inHead('json-arrays', 'arrays in arrays', (n) => jsonLd('['.repeat(n) + ']'.repeat(n)), { count: 100_000 }),
  inHead('json-graphs', 'graphs in graphs', (n) => jsonLd(`${times(n, '{"@graph":[')}1${times(n, ']}')}`), {
    count: 20_000,
  }),
  inHead(
    'json-authors-deep',
    'authors of authors',
    (n) => jsonLd(`${times(n, '{"@type":"Article","author":')}"x"${'}'.repeat(n)}`),
    { count: 20_000 },
  ),
  inHead('json-open', 'JSON that is cut off', (n) => jsonLd(times(n, '{"@type":"NewsArticle","a":[')), {
    count: 20_000,
  }),
  inHead(
    'json-quotes',
    'quotes that are not escaped',
    (n) => jsonLd(`{"@type":"NewsArticle","headline":"${times(n, 'a "b" ')}"}`),
    { count: 20_000 },
  ),
  inHead('json-commas', 'commas without values', (n) => jsonLd(`[${','.repeat(n)}]`), { count: 100_000 }),
  inHead('json-comments', 'comments in JSON', (n) => jsonLd(`${times(n, '/* x */ // y\n')}{}`), { count: 10_000 }),
  inHead(
    'json-escapes',
    'a value of escapes',
    (n) => jsonLd(`{"@type":"Article","headline":"${times(n, '\\ud800\\u0000')}"}`),
    { count: 20_000 },
  ),
  inHead(
    'json-string',
    'a headline of a megabyte',
    (n) => jsonLd(`{"@type":"Article","headline":"${times(n, 'head ')}"}`),
    { count: 150_000 },
  ),
  inHead('json-scripts', 'many scripts', (n) => times(n, (i) => jsonLd(`{"@type":"Article","headline":"H${i}"}`)), {
    count: 3000,
  }),
  inHead(
    'json-ids',
    'nodes that refer to each other in a circle',
    (n) =>
      jsonLd(
        `{"@graph":[${times(n, (i) => `{"@id":"#${i}","@type":"NewsArticle","author":{"@id":"#${(i + 1) % n}"},"publisher":{"@id":"#${(i * 7) % n}"}},`)}{}]}`,
      ),
    { count: 3000 },
  ),
  inHead('json-self', 'a node that is its own author', () =>
    jsonLd('{"@id":"#a","@type":"NewsArticle","headline":"X","author":{"@id":"#a"},"isPartOf":{"@id":"#a"}}'),
  ),
  inHead('json-prototype', 'keys that objects have', () =>
    jsonLd(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"@type":"NewsArticle","headline":{"toString":"x"},"author":{"__proto__":[],"name":{"valueOf":1}},"hasOwnProperty":1}',
    ),
  ),
  inHead('json-types', 'values of other types', () =>
    jsonLd(
      '{"@type":[["NewsArticle"],null,5],"headline":[[["x"]]],"author":[null,true,1e999,{"name":[]},[[]]],"datePublished":{"a":1},"keywords":[1,null,{}],"image":[{"url":[]}],"publisher":false,"mainEntityOfPage":[{}]}',
    ),
  ),
  inHead(
    'json-authors',
    'thousands of authors',
    (n) =>
      jsonLd(`{"@type":"NewsArticle","author":[${times(n, (i) => `{"@type":"Person","name":"Ann Lee${i}"},`)}"x"]}`),
    { count: 5000 },
  ),
  inHead(
    'json-keywords',
    'thousands of keywords',
    (n) => jsonLd(`{"@type":"NewsArticle","keywords":"${times(n, (i) => `k${i}, `)}"}`),
    { count: 20_000 },
  ),
  inHead(
    'json-crumbs',
    'thousands of breadcrumbs',
    (n) =>
      jsonLd(
        `{"@type":"BreadcrumbList","itemListElement":[${times(n, (i) => `{"position":${i},"name":"C${i}"},`)}{}]}`,
      ),
    { count: 5000 },
  ),
  inHead(
    'json-images',
    'thousands of pictures',
    (n) => jsonLd(`{"@type":"NewsArticle","image":[${times(n, (i) => `"https://example.com/${i}.png",`)}""]}`),
    { count: 5000 },
  ),
  inHead('json-injection', 'line ends and fences in values', () =>
    jsonLd(
      '{"@type":"NewsArticle","headline":"A\\n---\\nevil: true\\n---\\n<script>alert(1)</script>","author":"Ann\\n- evil","datePublished":"2020-01-01\\nevil: 1","articleSection":"\\u001b[31mred","keywords":["a\\nb","\\u0085"]}',
    ),
  ),
  inHead('meta', '50,000 lines of metadata', (n) => times(n, (i) => `<meta name=m${i} content=c>`), { count: 50_000 }),
  inHead(
    'meta-same',
    'the same line of metadata',
    (n) => times(n, '<meta property="article:tag" content="tag"><meta name=author content="Ann Lee">'),
    { count: 10_000 },
  ),
  inHead(
    'meta-title',
    'a title of a megabyte in the metadata',
    (n) => `<meta property="og:title" content="${times(n, 'title | ')}">`,
    { count: 100_000 },
  ),
  inHead(
    'meta-date',
    'a date of a megabyte',
    (n) => `<meta property="article:published_time" content="${times(n, '2020-01-')}">`,
    { count: 100_000 },
  ),
  inHead('meta-author', 'authors without end', (n) => `<meta name=author content="${times(n, 'Ann Lee and ')}">`, {
    count: 50_000,
  }),
  inHead('meta-author-commas', 'commas without end', (n) => `<meta name=author content="By ${times(n, ', ')}">`, {
    count: 100_000,
  }),
  inHead(
    'meta-keywords',
    'keywords without end',
    (n) => `<meta name=keywords content="${times(n, (i) => `k${i},`)}">`,
    { count: 30_000 },
  ),
  inHead(
    'meta-site',
    'a name of the site without end',
    (n) => `<meta property="og:site_name" content="${times(n, 'site - ')}">`,
    { count: 50_000, ...cited },
  ),
  inHead(
    'meta-refresh',
    'addresses that run code',
    () =>
      '<base href="javascript:alert(1)"><link rel=canonical href="javascript:alert(1)"><meta property="og:url" content="javascript:alert(2)"><meta http-equiv=refresh content="0;url=javascript:alert(3)">',
  ),
  inHead(
    'links',
    'links to everything',
    (n) => times(n, (i) => `<link rel="alternate canonical" href=/x${i} hreflang=de>`),
    { count: 20_000 },
  ),
  inHead('bases', 'many bases', (n) => times(n, (i) => `<base href="https://example.com/${i}/">`), { count: 20_000 }),
  inHtml('title', 'a title of a megabyte', () => '', { page: { title: 'a | '.repeat(250_000) } }),
  inHtml('title-words', 'a title like a book', () => '', { page: { title: 'word '.repeat(100_000) } }),
  inHtml('title-dashes', 'a title of dashes', () => '', { page: { title: ' - – — : » '.repeat(30_000) } }),
  inHtml('title-newlines', 'a title of many lines', () => '', { page: { title: 'a\n---\nb: c\n'.repeat(10_000) } }),
  inHtml('heading', 'a headline of a megabyte', () => '', { page: { heading: 'word '.repeat(100_000) } }),
  inHtml('headings', 'headlines', (n) => times(n, (i) => `<h1>Headline ${i} of the day</h1>`), { count: 5000 }),
  inHtml(
    'bylines',
    'thousands of bylines',
    (n) => times(n, (i) => `<p class=byline>By <a rel=author href=/a${i}>Ann Lee${i}</a></p>`),
    { count: 3000 },
  ),
  inHtml(
    'byline-names',
    'a byline of thousands of names',
    (n) => `<p class=byline>By ${times(n, 'Ann Lee, Bob Ray and ')}</p>`,
    { count: 10_000 },
  ),
  inHtml('byline-blanks', 'a byline of blanks', (n) => `<p class=byline>By ${times(n, ' \u00a0')}x</p>`, {
    count: 50_000,
  }),
  inHtml('byline-capitals', 'a byline of capitals', (n) => `<p class=byline>By ${'A'.repeat(n)}</p>`, {
    count: 100_000,
  }),
  inHtml('byline-by', 'by by by', (n) => `<p class=author>${times(n, 'By ')}</p>`, { count: 30_000 }),
  inHtml(
    'times',
    'thousands of times',
    (n) => times(n, (i) => `<time datetime="2020-01-${String((i % 28) + 1).padStart(2, '0')}">day ${i}</time> `),
    { count: 5000 },
  ),
  inHtml('time-digits', 'a day of thousands of digits', (n) => `<p class=date><time>${'1'.repeat(n)}</time></p>`, {
    count: 100_000,
  }),
  inHtml('time-slashes', 'a day of thousands of slashes', (n) => `<p class=date>${times(n, '1/')}</p>`, {
    count: 50_000,
  }),
  inHtml('time-words', 'months without end', (n) => `<p class=date>${times(n, 'January ')}2020</p>`, { count: 20_000 }),
  inHtml('tags', 'thousands of tags', (n) => times(n, (i) => `<a rel=tag href=/t${i}>tag ${i}</a> `), { count: 5000 }),
  inHtml(
    'breadcrumbs',
    'breadcrumbs without end',
    (n) => `<ol class=breadcrumb>${times(n, (i) => `<li><a href=/c${i}>Crumb ${i}</a></li>`)}</ol>`,
    { count: 3000 },
  ),
  inHtml(
    'captions',
    'captions with credits',
    (n) => times(n, (i) => `<p class=caption>The pier ${i}. (Photo: Ann Lee/Agency)</p>`),
    { count: 2000 },
  ),
  inHtml('credit-brackets', 'brackets at the end of a paragraph', (n) => `<p>WITHIN words ${times(n, '(a/')}</p>`, {
    count: 50_000,
    anywhere: ['WITHIN'],
  }),
  inHtml(
    'itemprops',
    'microdata on everything',
    (n) =>
      times(
        n,
        '<span itemscope itemtype=https://schema.org/Article><span itemprop="headline author datePublished name">x</span></span>',
      ),
    { count: 5000 },
  ),
]
