import fc from 'fast-check'

/** A generated page and every character that it shows, white space left out, in order. */
export interface GeneratedPage {
  readonly html: string
  readonly visible: string
}

const WORDS = (
  'the market opens on Monday and Anna Berg says prices fell by 3.5 % , “why not?” share Home Read-also ' +
  'für Straße über naïve cœur Москва сказал вчера рынок السوق اليوم बाज़ार में सोमवार 市場は月曜日に開く 市场星期一开放。 시장이 월요일에 ' +
  'ตลาดเปิดวันจันทร์ *stars* _under_ [link](x) # 1. - > & < &amp; <b> @ ~~ ``` 👩‍👩‍👧 e\u0301 \u00ad \u200b \ufeff'
).split(' ')

/** White space that stands within a line. */
const GAPS = [' ', '  ', '\t', '\u00a0', '\u3000', ' \u2009 ']

const word = fc.constantFrom(...WORDS)
const gap = fc.oneof({ weight: 8, arbitrary: fc.constant(' ') }, { weight: 1, arbitrary: fc.constantFrom(...GAPS) })
const prose = fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 30 }).map((pairs) => pairs.flat().join(''))

const line = fc.oneof(
  { weight: 6, arbitrary: prose },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('- ', '• ', '* ', '1. ', '2. ', '3) ', '– '), prose)
      .map(([mark, text]) => mark + text),
  },
  { weight: 3, arbitrary: fc.constantFrom('', '   ', '\t', '\u00a0') },
  { weight: 1, arbitrary: prose.map((text) => `   ${text} said this at the market on Monday morning.” (abc/def) `) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('Home > Economy', '2020-02-25 10:00', '© 2020', 'Read also: something else', '\u200b'),
  },
)

/** Lines that a mail program or `lynx` has wrapped at a column. */
const wrapped = fc
  .tuple(fc.array(prose, { minLength: 3, maxLength: 12 }), fc.integer({ min: 45, max: 90 }))
  .map(([texts, width]) => texts.map((text) => wrapAt(text, width)).join('\n\n'))

function wrapAt(text: string, width: number): string {
  const lines = ['']
  for (const part of text.split(/\s+/)) {
    const last = lines.at(-1) ?? ''
    if (last !== '' && last.length + 1 + part.length > width) lines.push(part)
    else lines[lines.length - 1] = last === '' ? part : `${last} ${part}`
  }
  return lines.join('\n')
}

/** A page of plain text, its lines ended by `\n`. */
export const textPage: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n')) },
  { weight: 1, arbitrary: wrapped },
)

/** A piece of HTML with what it shows. */
interface Piece {
  readonly html: string
  readonly visible: string
}

export function withoutSpace(text: string): string {
  return text.replace(/[\s\u200b\ufeff\u00ad]/g, '')
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '“': '&ldquo;',
  é: '&eacute;',
  '\u00a0': '&nbsp;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>“é\u00a0]/g, (char) => ESCAPES[char] ?? char)
}

const textPiece: fc.Arbitrary<Piece> = prose.map((text) => ({ html: escapeHtml(text), visible: withoutSpace(text) }))

/** What shows nothing, whatever is in it. */
const silentPiece: fc.Arbitrary<Piece> = fc
  .constantFrom(
    '<!-- a comment <p>no</p> -->',
    '<script>if (a < b) document.write("<p>no</p>")</script>',
    '<style>p > a { color: red }</style>',
    '<img src="/picture.jpg" alt="A picture">',
    '<img src="/pixel.gif" width="1" height="1">',
    '<iframe src="/x">no</iframe>',
    '<svg><path d="M0 0"/></svg>',
    '<hr>',
    '<br>',
    '<br/><br>',
    '<i></i>',
    '<input value="no">',
    '<!DOCTYPE html>',
    '<?xml version="1.0"?>',
    '<link rel=canonical href="https://example.com/a">',
    '\n\t ',
  )
  .map((html) => ({ html, visible: '' }))

const INLINE = 'a b strong i em code s sup sub span time u mark font q small abbr label'.split(' ')
const BLOCKS =
  'p div section article aside main header footer nav h1 h2 h3 h4 ul ol li blockquote pre figure figcaption table tr td th ' +
  'tbody thead caption dl dt dd details summary address form fieldset button noscript center select option body html custom-tag'
const NAMES = [...INLINE, ...BLOCKS.split(' ')]
const ATTRIBUTES = [
  '',
  '',
  '',
  ' class="post-content share"',
  ' hidden',
  ' style="display:none"',
  ' href="/x?a=1&b=2"',
  ' id=main',
  ' colspan=3',
  ' aria-hidden="true"',
  ' dir=rtl lang=ar',
]

/** Whole elements, nested at random: lists in headings and tables in links included. */
const tree: fc.Memo<Piece> = fc.memo((depth) => {
  const leaf = fc.oneof({ weight: 3, arbitrary: textPiece }, { weight: 1, arbitrary: silentPiece })
  if (depth <= 1) return leaf
  const inner = fc.array(tree(depth - 1), { maxLength: 5 })
  const element = fc
    .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...ATTRIBUTES), inner)
    .map(([name, attributes, pieces]) => ({
      html: `<${name}${attributes}>${pieces.map(({ html }) => html).join('')}</${name}>`,
      visible: pieces.map(({ visible }) => visible).join(''),
    }))
  return fc.oneof({ weight: 1, arbitrary: leaf }, { weight: 2, arbitrary: element })
})

/** Tags in no order at all, opened, closed or not. */
const soupPiece: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 4, arbitrary: textPiece },
  { weight: 1, arbitrary: silentPiece },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...ATTRIBUTES))
      .map(([name, rest]) => ({ html: `<${name}${rest}>`, visible: '' })),
  },
  { weight: 3, arbitrary: fc.constantFrom(...NAMES).map((name) => ({ html: `</${name}>`, visible: '' })) },
)

const HEADS = [
  '',
  '<!doctype html><html lang=id><head><title>A title – Site</title><meta charset=utf-8></head><body>',
  '<title>A title</title>',
]

/** A page of HTML: well nested, or a soup. */
export const htmlPage: fc.Arbitrary<GeneratedPage> = fc
  .tuple(
    fc.constantFrom(...HEADS),
    fc.oneof(fc.array(tree(4), { maxLength: 8 }), fc.array(soupPiece, { maxLength: 40 })),
  )
  .map(([head, pieces]) => ({
    html: head + pieces.map(({ html }) => html).join(''),
    visible: pieces.map(({ visible }) => visible).join(''),
  }))

/** Anything: halves of surrogate pairs, controls, tags cut off, attributes without end. */
export const anyString: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '<',
          '>',
          '</',
          '/>',
          '<!--',
          '-->',
          '<![CDATA[',
          ']]>',
          '<script',
          '</script',
          '<svg>',
          '<math>',
          '<title>',
          '<textarea>',
          '<plaintext>',
          '<xmp>',
          '&',
          '&#',
          '&#x110000;',
          '&#0;',
          '&#xd800;',
          '&bogus;',
          '"',
          "'",
          '=',
          '\0',
          '\u001b[31m',
          '\ud800',
          '\udc00',
          '\r',
          '\n',
          '\u2028',
          '\u0085',
          '{"@type":"NewsArticle"',
          '<script type=application/ld+json>',
          '<table><td>',
          '<a href=',
          'javascript:',
          '__proto__',
          'constructor',
        ),
        fc.constantFrom(...NAMES).map((name) => `<${name} `),
        fc.string({ unit: 'grapheme', maxLength: 10 }),
        // Half of a pair in the midst of words.
        fc.integer({ min: 0xd800, max: 0xdfff }).map((code) => `a${String.fromCharCode(code)}b`),
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('')),
)
