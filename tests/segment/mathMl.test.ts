import type { Element } from 'domhandler'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { segmentHtml } from '../../src/segment/html.ts'
import { texOfMathMl } from '../../src/segment/mathMl.ts'
import { parseHtml } from '../../src/segment/tree.ts'

const texOf = (inner: string) => texOfMathMl(parseHtml(`<math>${inner}</math>`).document.children[0] as Element)
const table = (...rows: readonly string[]) => `<mtable>${rows.map((row) => `<mtr>${row}</mtr>`).join('')}</mtable>`
const cells = (...texts: readonly string[]) => texts.map((text) => `<mtd><mn>${text}</mn></mtd>`).join('')

describe('presentation MathML as TeX', () => {
  test.each([
    ['operators between two things have spaces', '<mi>x</mi><mo>=</mo><mo>−</mo><mn>1</mn>', 'x = -1'],
    ['products without a sign', '<mn>2</mn><mo>&InvisibleTimes;</mo><mi>π</mi><mi>r</mi>', '2\\pi r'],
    ['white space between elements', '\n <mi> a </mi>\n <mo>+</mo> <mi>b</mi> ', 'a + b'],
    ['functions', '<mi>sin</mi><mo>&ApplyFunction;</mo><mi>α</mi>', '\\sin\\alpha'],
    ['names', '<mi>Re</mi><mo>≤</mo><mi>größe</mi>', '\\mathrm{Re} \\leq \\text{größe}'],
    [
      'letters of another kind',
      '<mi mathvariant="bold">v</mi><mi mathvariant="double-struck">R</mi>',
      '\\mathbf{v}\\mathbb{R}',
    ],
    ['what means something in TeX', '<mo>{</mo><mn>50</mn><mo>%</mo><mi>_</mi><mo>}</mo>', '\\{50\\%\\_\\}'],
    ['text', '<mtext> if x_1 </mtext><mi>y</mi>', '\\text{ if x\\_1 }y'],
    ['fractions', '<mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mn>1</mn></mrow></mfrac>', '\\frac{a}{b + 1}'],
    ['fractions without a line', '<mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac>', '{n \\atop k}'],
    [
      'roots',
      '<msqrt><mi>x</mi><mo>+</mo><mi>y</mi></msqrt><mroot><mi>z</mi><mn>3</mn></mroot>',
      '\\sqrt{x + y}\\sqrt[3]{z}',
    ],
    [
      'scripts',
      '<msup><mi>x</mi><mn>2</mn></msup><msub><mi>y</mi><mrow><mi>i</mi><mi>j</mi></mrow></msub>',
      'x^2 y_{ij}',
    ],
    ['both scripts', '<msubsup><mi>β</mi><mi>i</mi><mn>12</mn></msubsup>', '\\beta_i^{12}'],
    [
      'scripts on more than one thing',
      '<msup><mrow><mo>(</mo><mi>a</mi><mi>b</mi><mo>)</mo></mrow><mn>2</mn></msup>',
      '{(ab)}^2',
    ],
    ['primes', '<msup><mi>f</mi><mo>′</mo></msup>', "f'"],
    [
      'sums with limits',
      '<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi>',
      '\\sum_{i = 1}^n i',
    ],
    ['limits', '<munder><mo>lim</mo><mrow><mi>x</mi><mo>→</mo><mn>0</mn></mrow></munder>', '\\lim_{x \\to 0}'],
    [
      'signs over and under',
      '<mover><mi>v</mi><mo>→</mo></mover><munder><mi>u</mi><mo>_</mo></munder>',
      '\\vec{v}\\underline{u}',
    ],
    ['wide signs', '<mover><mrow><mi>A</mi><mi>B</mi></mrow><mo>¯</mo></mover>', '\\overline{AB}'],
    ['labels', '<munder><munder><mi>x</mi><mo>⏟</mo></munder><mi>n</mi></munder>', '\\underbrace{x}_n'],
    ['something over something', '<mover><mo>=</mo><mi>d</mi></mover>', '\\overset{d}{=}'],
    ['fences', '<mfenced open="[" close=")" separators=","><mi>a</mi><mi>b</mi></mfenced>', '[a,b)'],
    ['fences by themselves', '<mfenced><mi>a</mi></mfenced>', '(a)'],
    ['tables', table(cells('1', '2'), cells('3', '4')), '\\begin{matrix} 1 & 2 \\\\ 3 & 4 \\end{matrix}'],
    ['matrices', `<mo>[</mo>${table(cells('1'))}<mo>]</mo>`, '\\begin{bmatrix} 1 \\end{bmatrix}'],
    ['matrices in fences', `<mfenced>${table(cells('1'))}</mfenced>`, '\\begin{pmatrix} 1 \\end{pmatrix}'],
    ['cases', `<mi>f</mi><mo>=</mo><mo>{</mo>${table(cells('1', '2'))}`, 'f = \\begin{cases} 1 & 2 \\end{cases}'],
    [
      'equations under each other',
      '<mtable columnalign="right left"><mtr><mtd><mi>a</mi></mtd><mtd><mo>=</mo><mi>b</mi></mtd></mtr></mtable>',
      '\\begin{aligned} a & =b \\end{aligned}',
    ],
    [
      'scripts before their base',
      '<mmultiscripts><mi>C</mi><mi>a</mi><none/><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>',
      '{}_6^{14}C_a',
    ],
    ['boxes', '<menclose notation="box"><mi>a</mi></menclose>', '\\boxed{a}'],
    ['the first of several meanings', '<semantics><mi>a</mi><annotation>b</annotation></semantics>', 'a'],
    ['what is not seen', '<mi>a</mi><mphantom><mi>b</mi></mphantom><mspace width="1em"/><mi>c</mi>', 'a\\,c'],
  ])('%s', (_, inner, tex) => expect(texOf(inner)).toBe(tex))
})

const HOLDERS =
  'mrow mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts mfenced mtable mtr mtd mstyle menclose'.split(
    ' ',
  )
const LEAVES = ['mi', 'mo', 'mn', 'mtext', 'mprescripts', 'none']
const PIECES = [...'ax1+={}[]()|‖\\$%_^~&#∑→¯′α−', 'sin', 'if {', '']

const anyFormula = fc.letrec<{ one: string }>((tie) => ({
  one: fc.oneof(
    { maxDepth: 4 },
    fc.tuple(fc.constantFrom(...LEAVES), fc.constantFrom(...PIECES)).map(([name, text]) => {
      const escaped = text.replaceAll('&', '&amp;')
      return `<${name}>${escaped}</${name}>`
    }),
    fc
      .tuple(fc.constantFrom(...HOLDERS), fc.array(tie('one'), { maxLength: 4 }))
      .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
  ),
})).one

test('of any formula the TeX has its braces in pairs and ends whole', () => {
  fc.assert(
    fc.property(anyFormula, (inner) => {
      const tex = texOf(inner) ?? ''
      let depth = 0
      for (const [, brace] of tex.replaceAll(/\\./g, '').matchAll(/([{}])/g)) {
        depth += brace === '{' ? 1 : -1
        expect(depth, tex).toBeGreaterThanOrEqual(0)
      }
      expect(depth, tex).toBe(0)
      expect(tex).not.toMatch(/(?<!\\)(?:\\\\)*\\$/)
      expect(tex).not.toMatch(/(?<!\\)[$%#]/)
    }),
    { seed: 20_261_124, numRuns: 1000 },
  )
})

test('the text of the page stays, with the TeX beside it', () => {
  const [line, display] = segmentHtml(
    '<p>a <math><msup><mi>x</mi><mn>2</mn></msup></math> b</p><math display="block"><msqrt><mi>y</mi></msqrt></math>',
    null,
  ).blocks
  expect(line).toMatchObject({ text: 'a x2 b', marks: [{ type: 'math', tex: 'x^2', start: 2, end: 4 }] })
  expect(display).toMatchObject({
    text: 'y',
    marks: [{ type: 'math', tex: '\\sqrt{y}', display: true, start: 0, end: 1 }],
  })
})

describe('no TeX', () => {
  test.each([
    ['of elements that are not known', '<mi>a</mi><mlongdiv><mn>1</mn></mlongdiv>'],
    ['of elements of HTML', '<mi>a</mi><b>c</b>'],
    ['of elements in text', '<mtext>a <p>b</p></mtext>'],
    ['of text outside of elements', 'x + <mn>1</mn>'],
    ['of fractions without two parts', '<mfrac><mi>a</mi></mfrac>'],
    ['of what is nested deeper than formulas', `${'<mrow>'.repeat(50)}<mi>a</mi>${'</mrow>'.repeat(50)}`],
    ['of what is longer than formulas', '<mi>a</mi>'.repeat(5000)],
  ])('%s', (_, inner) => expect(texOf(inner)).toBeNull())
})
