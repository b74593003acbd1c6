import { asIs, type HostileCase, htmlAround, noise, paragraph, textAround } from './page.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export function joined(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  const all = parts.map((part) => (typeof part === 'string' ? bytesOf(part) : part))
  const whole = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of all) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !bigEndian)
  return bytes
}

const WHOLE = { body: ['HEAD', 'TAIL'] }
const REFUSED = { refused: 'not-text' }
const [before, after] = htmlAround('<p>@</p>').split('@') as [string, string]
const [textBefore, textAfter] = textAround('@').split('@') as [string, string]

/** Beginnings of formats that are no pages, under names of pages. */
const MAGICS: readonly (readonly [string, readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff, 0xe0]],
  ['gif', [0x47, 0x49, 0x46, 0x38, 0x39, 0x61]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['elf', [0x7f, 0x45, 0x4c, 0x46]],
  ['woff', [0x77, 0x4f, 0x46, 0x32]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
]

const NOISE = ['html', 'txt', 'htm', 'php'].map((ending, seed) =>
  asIs(`noise.${ending}`, 'noise', () => noise(seed + 1, 65_536), REFUSED),
)
const FORMATS = MAGICS.map(([name, magic], seed) =>
  asIs(
    `${name}.html`,
    `${name} under the name of a page`,
    () => joined(Uint8Array.from(magic), noise(seed + 50, 20_000)),
    REFUSED,
  ),
)

/** A character of four bytes, one of three, one of two: cut at every place. */
const CUTS = ['\u{1f600}', '\u6f22', '\u00e9'].flatMap((character) => {
  const bytes = bytesOf(character)
  return Array.from(bytes.subarray(1), (_, i) => bytes.subarray(0, i + 1)).flatMap((cut) => {
    const name = `${bytes.length}-bytes-cut-at-${cut.length}`
    return [
      asIs(`${name}-at-end.html`, 'the page ends within a character', () => joined(htmlAround(''), cut), WHOLE),
      asIs(`${name}-within.html`, 'half a character', () => joined(before, cut, after), WHOLE),
      asIs(`${name}-within.txt`, 'half a character in a text', () => joined(textBefore, cut, textAfter), WHOLE),
    ]
  })
})

export const BYTES: readonly HostileCase[] = [
  ...NOISE,
  ...FORMATS,
  ...CUTS,
  asIs('empty.html', 'nothing', () => ''),
  asIs('blank.txt', 'white space', () => ' \n\t\r\n\u00a0\u3000'),
  asIs('mark-only.html', 'a byte order mark', () => '\ufeff'),
  asIs('two-marks.html', 'two byte order marks', () => `\ufeff\ufeff${htmlAround('')}`, WHOLE),
  asIs('one-letter.txt', 'one letter', () => 'a'),
  asIs('one-sign.html', 'one sign', () => '<'),
  asIs('nuls.html', 'nothing but NULs', () => new Uint8Array(50_000), REFUSED),
  asIs(
    'nuls-around.html',
    'NULs in front of a page and after it',
    () => joined(new Uint8Array(4), htmlAround(''), new Uint8Array(4)),
    WHOLE,
  ),
  asIs('seven-bits.txt', 'noise of seven bits', () => noise(90, 50_000, 0, 127), REFUSED),
  asIs(
    'high-bits.txt',
    'noise of high bytes, which is text in some encoding',
    () => joined(textBefore, noise(91, 20_000, 128, 255), textAfter),
    { anywhere: ['HEAD'] },
  ),
  asIs('printable-noise.html', 'noise of printable bytes', () => joined(before, noise(92, 100_000, 32, 126), after), {
    body: [],
    anywhere: ['HEAD'],
  }),
  asIs('noise-within.html', 'noise in the midst of a page', () => joined(before, noise(93, 200), after), {
    anywhere: ['HEAD'],
  }),
  asIs(
    'noise-after.html',
    'a page, then noise',
    () => joined(htmlAround(paragraph('MORE').repeat(400)), noise(94, 50_000)),
    { anywhere: ['HEAD', 'MORE'] },
  ),
  asIs('utf16-le.html', 'UTF-16 without a mark', () => utf16(htmlAround(''), false), WHOLE),
  asIs('utf16-be.html', 'UTF-16 without a mark, the other way round', () => utf16(htmlAround(''), true), WHOLE),
  asIs('utf16-le.txt', 'a text in UTF-16 without a mark', () => utf16(textAround(''), false), WHOLE),
  asIs(
    'utf16-odd.html',
    'UTF-16 that ends within a unit',
    () => joined(utf16(`\ufeff${htmlAround('')}`, false), Uint8Array.of(0x41)),
    WHOLE,
  ),
  asIs(
    'utf16-surrogates.html',
    'halves of pairs',
    () => utf16(`\ufeff${htmlAround('<p>\ud800\ud800\udc00\udc00</p>')}`, true),
    WHOLE,
  ),
  asIs('utf16-wrong-mark.html', 'UTF-8 behind a mark of UTF-16', () =>
    joined(Uint8Array.of(0xff, 0xfe), htmlAround('')),
  ),
  asIs('utf8-in-utf8.html', 'characters that were encoded twice', () => htmlAround('<p>cafÃ© WITHIN words â€œ</p>'), {
    ...WHOLE,
    anywhere: ['WITHIN'],
  }),
  asIs(
    'overlong.html',
    'overlong forms, surrogates in UTF-8, what lies beyond Unicode',
    () =>
      joined(
        before,
        Uint8Array.of(0xc0, 0xaf, 0xe0, 0x80, 0xaf, 0xed, 0xa0, 0x80, 0xf4, 0x90, 0x80, 0x80, 0xfe, 0xff),
        after,
      ),
    WHOLE,
  ),
  asIs(
    'latin-as-utf8.html',
    'windows-1252 that says it is UTF-8',
    () =>
      joined(
        before,
        Uint8Array.from({ length: 96 }, (_, i) => i + 160),
        after,
      ),
    WHOLE,
  ),
  asIs(
    'declared-late.html',
    'a declaration behind a hundred kilobytes',
    () => `<!--${' '.repeat(100_000)}-->${htmlAround('')}`,
    WHOLE,
  ),
  asIs('declarations.html', 'many declarations', () => `${'<meta charset=big5>'.repeat(3000)}${htmlAround('')}`, WHOLE),
  asIs('json-under-html.html', 'JSON under the name of a page', () =>
    JSON.stringify({ title: 'x', items: Array(2000).fill('value') }),
  ),
  asIs('html-under-text.txt', 'a page under the name of a text', () => htmlAround(''), WHOLE),
  asIs('text-under-html.html', 'a text under the name of a page', () => textAround(''), WHOLE),
]
