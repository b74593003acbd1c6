import { type HostileCase, inHtml, times } from './page.ts'

/** What is nested: the tags that one level opens, and those that close it. Not all of it is legal. */
const LEVELS: readonly (readonly [name: string, open: string, close: string])[] = [
  ['tables', '<table><tr><td>', '</td></tr></table>'],
  ['table-captions', '<table><caption>', '</caption></table>'],
  ['lists', '<ul><li>', '</li></ul>'],
  ['ordered-lists', '<ol start=2147483647><li>', '</li></ol>'],
  ['lists-of-quotes', '<ul><li><blockquote>', '</blockquote></li></ul>'],
  ['definitions', '<dl><dt>t</dt><dd>', '</dd></dl>'],
  ['quotes-with-text', '<blockquote>said ', '</blockquote>'],
  ['figures', '<figure><figcaption>', '</figcaption></figure>'],
  ['details', '<details><summary>more</summary>', '</details>'],
  ['summaries', '<details><summary>', '</summary></details>'],
  ['links', '<a href="https://example.com/">x', '</a>'],
  ['emphasis-and-code', '<em><code>', '</code></em>'],
  ['all-formatting', '<b><i><s><u><sup><sub><mark>', '</mark></sub></sup></u></s></i></b>'],
  ['fonts', '<font color=red face=x>', '</font>'],
  ['rubies', '<ruby>k<rt>', '</rt></ruby>'],
  ['math', '<math><mrow><msup>', '</msup></mrow></math>'],
  ['svg', '<svg><g><text>', '</text></g></svg>'],
  ['foreign-objects', '<svg><foreignObject><div>', '</div></foreignObject></svg>'],
  ['pre-and-code', '<pre><code>', '</code></pre>'],
  ['templates', '<template><div>', '</div></template>'],
  ['noscripts', '<noscript><p>', '</p></noscript>'],
  ['selects', '<select><optgroup><option>', '</option></optgroup></select>'],
  ['buttons', '<button>', '</button>'],
  ['forms', '<form><fieldset><legend>', '</legend></fieldset></form>'],
  ['sections', '<section><article><main>', '</main></article></section>'],
  ['headings', '<h1><h2><h3>', '</h3></h2></h1>'],
  ['hidden', '<div hidden><p style="display:none">', '</p></div>'],
  ['custom-elements', '<x-y><slot>', '</slot></x-y>'],
  ['paragraphs-in-spans', '<span><p>', '</p></span>'],
  ['microdata', '<div itemscope itemprop=articleBody class="post content">', '</div>'],
  ['callouts', '<div class="admonition note"><p class=title>Note</p>', '</div>'],
  ['tabs', '<div role=tabpanel><ul class=tabs><li>', '</li></ul></div>'],
]

const CLOSED = LEVELS.map(([name, open, close]) =>
  inHtml(name, `${open}, closed in order`, (count) => `${times(count, open)}WITHIN${times(count, close)}`, {
    count: 3000,
    anywhere: ['WITHIN'],
  }),
)

/** What follows is inside of all of them. */
const OPEN = LEVELS.map(([name, open]) =>
  inHtml(`${name}-open`, `${open}, never closed`, (count) => `${times(count, open)}WITHIN`, {
    count: 3000,
    // A page that never leaves a menu or a template has no article.
    body: [],
    anywhere: ['HEAD', 'WITHIN', 'TAIL'],
  }),
)

const CROSSED = LEVELS.slice(0, 12).map(([name, open, close]) =>
  inHtml(
    `${name}-crossed`,
    `${open}, closed in the wrong order`,
    (count) => {
      const ends = close.match(/<[^>]*>/g) ?? []
      return `${times(count, open)}WITHIN${ends.map((end) => times(count, end)).join('')}`
    },
    { count: 3000, body: ['HEAD'], anywhere: ['WITHIN', 'TAIL'] },
  ),
)

export const NESTING: readonly HostileCase[] = [...CLOSED, ...OPEN, ...CROSSED]
