import type { Element } from 'domhandler'
import { isElement, rawText } from './elements.ts'
import { type MathPart, partOf, rowOf, UNSEEN, writeBracketed, writeTable } from './mathParts.ts'
import { OVER, TAKES_LIMITS, UNDER } from './mathSymbols.ts'
import { inBraces, script, scriptBase, tokenOf, wordOf } from './mathTokens.ts'

/** Elements within elements; real formulas have some ten. */
const MAX_DEPTH = 40
/** Elements of a formula; long ones have some hundreds. */
const MAX_ELEMENTS = 3000

/**
 * The TeX of a formula in presentation MathML.
 *
 * @returns Null where it is bigger than any formula, or holds what is not known here: its text is better then.
 */
export function texOfMathMl(math: Element): string | null {
  return convert(math, MAX_DEPTH, { left: MAX_ELEMENTS })?.tex ?? null
}

/** Elements that may still be looked at. */
interface Budget {
  left: number
}

function convert(element: Element, depth: number, budget: Budget): MathPart | null {
  if (depth < 0 || budget.left-- <= 0) return null
  const leaf = LEAVES.get(element.name)
  if (leaf !== undefined) return UNREAD.has(element.name) || !element.children.some(isElement) ? leaf(element) : null
  const write = WRITERS.get(element.name)
  if (write === undefined) return null
  const parts: MathPart[] = []
  for (const child of element.children) {
    if (isElement(child)) {
      if (NOT_SHOWN.has(child.name)) continue
      const part = convert(child, depth - 1, budget)
      if (part === null) return null
      parts.push(part)
    } else if (child.type === 'text' && child.data.trim() !== '') return null
  }
  return write(parts, element)
}

const NOT_SHOWN = new Set(['annotation', 'annotation-xml'])

type Leaf = (element: Element) => MathPart

/** Leaves whose content, if any, is not seen. */
const UNREAD = new Set(['mphantom', 'mspace', 'none', 'mprescripts'])

/** Elements that hold text. */
const LEAVES: ReadonlyMap<string, Leaf> = new Map<string, Leaf>([
  ['mi', (element) => tokenOf(rawText(element).trim(), element.attribs.mathvariant ?? '')],
  ['mo', (element) => tokenOf(rawText(element).trim(), '')],
  ['mn', (element) => partOf(wordOf(rawText(element).trim()))],
  ['mtext', textPart],
  ['ms', textPart],
  ['mspace', () => partOf('\\,')],
  ['none', () => UNSEEN],
  ['mphantom', () => UNSEEN],
  ['mprescripts', () => ({ ...UNSEEN, isPrescripts: true })],
])

const TEXT_ESCAPES: Readonly<Record<string, string>> = { '\\': '\\textbackslash{}', '^': '\\^{}', '~': '\\~{}' }

function textPart(element: Element): MathPart {
  const text = rawText(element).replaceAll(/\s+/g, ' ')
  if (text.trim() === '') return partOf('\\,')
  return partOf(`\\text{${text.replace(/[\\^~{}$&#%_]/g, (character) => TEXT_ESCAPES[character] ?? `\\${character}`)}}`)
}

type Write = (parts: readonly MathPart[], element: Element) => MathPart | null

/** An element with a fixed number of children. */
function withChildren(count: number, write: (...parts: MathPart[]) => string): Write {
  return (parts) => (parts.length === count ? partOf(write(...parts)) : null)
}

const row: Write = (parts) => rowOf(parts)
const first: Write = ([part]) => part ?? UNSEEN

/** Elements that hold others. The first of two numbers of a script is the lower one. */
const WRITERS: ReadonlyMap<string, Write> = new Map<string, Write>([
  ...['math', 'mrow', 'mstyle', 'mpadded', 'mtd'].map((name): [string, Write] => [name, row]),
  ['semantics', first],
  ['maction', first],
  ['mfrac', withFraction],
  ['msqrt', (parts) => partOf(`\\sqrt{${rowOf(parts).tex}}`)],
  ['mroot', withChildren(2, (radicand, index) => `\\sqrt[${index.tex}]{${radicand.tex}}`)],
  ['msub', withChildren(2, (base, sub) => scriptBase(base.tex) + script('_', sub.tex))],
  ['msup', withChildren(2, (base, sup) => scriptBase(base.tex) + script('^', sup.tex))],
  ['msubsup', withChildren(3, (base, sub, sup) => scriptBase(base.tex) + script('_', sub.tex) + script('^', sup.tex))],
  ['munder', withChildren(2, under)],
  ['mover', withChildren(2, over)],
  ['munderover', withChildren(3, underOver)],
  ['mmultiscripts', multiscripts],
  ['menclose', (parts, { attribs }) => enclose(rowOf(parts).tex, attribs.notation ?? '')],
  ['mfenced', fenced],
  ['mtable', (rows, { attribs }) => writeTable(rows, /^\s*right/.test(attribs.columnalign ?? ''))],
  ['mtr', (parts) => partOf(parts.map(({ tex }) => tex).join(' & '))],
  ['mlabeledtr', (parts) => partOf(parts.map(({ tex }) => tex).join(' & '))],
])

function withFraction(parts: readonly MathPart[], { attribs }: Element): MathPart | null {
  const [above, below] = parts
  if (above === undefined || below === undefined || parts.length > 2) return null
  const isStack = /^0(?!\.?0*[1-9])/.test(attribs.linethickness ?? '')
  return partOf(isStack ? `{${above.tex} \\atop ${below.tex}}` : `\\frac{${above.tex}}{${below.tex}}`)
}

/** Signs over more than one letter. */
const WIDE: ReadonlyMap<string, string> = new Map([
  ['\\bar', '\\overline'],
  ['\\hat', '\\widehat'],
  ['\\tilde', '\\widetilde'],
  ['\\vec', '\\overrightarrow'],
])

function over(base: MathPart, above: MathPart): string {
  if (TAKES_LIMITS.has(base.tex)) return base.tex + script('^', above.tex)
  const sign = OVER.get(above.operator)
  if (sign === undefined) return `\\overset{${above.tex}}{${base.tex}}`
  const isOne = /^(?:.|\\[A-Za-z]{1,12})$/u.test(base.tex)
  return `${isOne ? sign : (WIDE.get(sign) ?? sign)}{${base.tex}}`
}

function under(base: MathPart, below: MathPart): string {
  // The label of a brace stands under it.
  if (TAKES_LIMITS.has(base.tex) || base.tex.startsWith('\\underbrace{')) return base.tex + script('_', below.tex)
  const sign = UNDER.get(below.operator)
  return sign === undefined ? `\\underset{${below.tex}}{${base.tex}}` : `${sign}{${base.tex}}`
}

function underOver(base: MathPart, below: MathPart, above: MathPart): string {
  if (TAKES_LIMITS.has(base.tex)) return base.tex + script('_', below.tex) + script('^', above.tex)
  return under(partOf(over(base, above)), below)
}

/** A base, pairs of scripts behind it, and pairs before it. */
function multiscripts([base, ...rest]: readonly MathPart[]): MathPart | null {
  if (base === undefined) return null
  const at = rest.findIndex(({ isPrescripts }) => isPrescripts === true)
  const scripts = (parts: readonly MathPart[]) =>
    parts.map(({ tex }, i) => (tex === '' ? '' : (i > 1 ? '{}' : '') + script(i % 2 === 0 ? '_' : '^', tex))).join('')
  const before = at < 0 ? '' : scripts(rest.slice(at + 1))
  const lead = before === '' ? '' : `{}${before}`
  return partOf(lead + scriptBase(base.tex) + scripts(at < 0 ? rest : rest.slice(0, at)))
}

const ENCLOSURES: readonly (readonly [RegExp, string])[] = [
  [/\bradical\b/, '\\sqrt'],
  [/\b(?:rounded)?box\b/, '\\boxed'],
  [/diagonalstrike/, '\\cancel'],
]

function enclose(tex: string, notation: string): MathPart {
  const command = ENCLOSURES.find(([name]) => name.test(notation))?.[1]
  return partOf(command === undefined ? tex : command + inBraces(tex))
}

function fenced(parts: readonly MathPart[], { attribs }: Element): MathPart {
  const { open = '(', close = ')', separators = ',' } = attribs
  const signs = [...separators.replaceAll(/\s/g, '')]
  const inner = parts.flatMap((part, i) => {
    const sign = i === 0 ? undefined : (signs[i - 1] ?? signs.at(-1))
    return sign === undefined ? [part] : [tokenOf(sign, ''), part]
  })
  return writeBracketed(tokenOf(open.trim(), ''), inner, tokenOf(close.trim(), ''))
}
