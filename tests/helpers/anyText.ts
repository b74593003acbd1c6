import fc from 'fast-check'
import type { Block, Mark } from '../../src/types.ts'
import { block } from './blocks.ts'
import { fold } from './readback.ts'

const PIECES = [
  ...'*_~`[]()<>#+-=!|\\&;:.,"\'/@^$',
  '**',
  '__',
  '~~',
  '``',
  '```',
  '---',
  '***',
  '===',
  '](',
  '![',
  '<b>',
  '</b>',
  '<!--',
  '<?',
  '<a href="x">',
  '&lt;',
  '&#60;',
  'www.',
  'http://',
  'https://a.test/',
  'a@b.test',
  '1.',
  '12)',
  '# ',
  '- ',
  '+ ',
  '> ',
  '[x] ',
  '[a]: b',
  '[^1]',
  '| - |',
  ' ',
  ' ',
  ' ',
  '\u00a0',
  'a',
  'b',
  'word',
  'snake_case',
  '1',
  'é',
  '字',
  '「',
  '」',
  '。',
  '€',
  '👍',
  '—',
  '\u200d',
]

/** Text full of what means something in Markdown. */
export const anyText = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 })
  .map((pieces) => fold(pieces.join('')))

const URLS = [
  'https://a.test/(b',
  'c.html?d=*e*',
  'javascript:x',
  'https://a.test/`|\\<',
  'data:x',
  'mailto:a@b.test',
  'j&Tab;s:x',
]
const TYPES: readonly Mark['type'][] = [
  'strong',
  'emphasis',
  'code',
  'delete',
  'link',
  'superscript',
  'subscript',
  'image',
]

/** A paragraph with marks anywhere. */
export const marked = anyText.chain((text) =>
  fc
    .array(
      fc.record({
        type: fc.constantFrom(...TYPES),
        url: fc.constantFrom(...URLS),
        alt: fc.constantFrom('', 'alt *x* ](y) <b>'),
        from: fc.nat(text.length),
        length: fc.nat(6),
      }),
      { maxLength: 4 },
    )
    .map((marks): Block => {
      const spans = marks.map(({ type, url, alt, from, length }): Mark => {
        const end = type === 'image' ? from : Math.min(from + length, text.length)
        return { type, start: from, end, url, alt }
      })
      return block(text, { marks: spans })
    }),
)

/** A paragraph with marks, some of them with line breaks for spaces. */
export const broken = fc.tuple(marked, fc.boolean()).map(([one, breaks]): Block => {
  if (!breaks) return one
  const text = one.text.replaceAll(' ', '\n')
  const found = [...text].flatMap((character, i): Mark[] =>
    character === '\n' ? [{ type: 'break', start: i, end: i + 1 }] : [],
  )
  return { ...one, text, marks: text.length === [...text].length ? [...one.marks, ...found] : one.marks }
})
