import type { Element } from 'domhandler'
import { classNames, findInside, isElement, rawText } from './elements.ts'
import { texOfMathMl } from './mathMl.ts'

/** A formula. */
export interface MathFacts {
  /** On one line. */
  readonly tex: string
  /** Set on a line of its own. */
  readonly display: boolean
}

/** MathJax 2 and 3 write their script after what they have drawn. */
const DRAWN = /^(?:MathJax(?:_\w+)?|mjx-chtml|MJXc-display)$/
/** Elements that hold one formula, however it is drawn: KaTeX, MathJax 3, Wikipedia. */
const HOLDERS = new Set(['katex', 'katex-display', 'mwe-math-element', 'MathJax', 'MathJax_Display', 'mjx-chtml'])
/** Pandoc, arithmatex and others write TeX in its delimiters, for a script to find. */
const DELIMITED_HOLDERS = new Set(['math', 'arithmatex', 'tex', 'latex'])
const TEX_ENCODING = /^(?:application\/x-tex|application\/x-latex|latex|tex)$/i
/** Servers that draw TeX. */
const TEX_IMAGE = /latex\.codecogs|\/latex\.php\?|\/mathtex|\/mimetex|\/math\/render\//i
const MATH_SCRIPT = /^math\/tex(?:;|$)/i
/** Nodes of a formula before its source: what is drawn comes after it. */
const MAX_STEPS = 500
/** More is no formula. */
const MAX_TEX_CHARS = 10_000

const MATH_NAMES = new Set(['math', 'script', 'mjx-container'])
const MATH_CLASS = /math|katex|mjx|tex/i

/** One look at an element: whether it is worth another. */
export function mayBeMath({ name, attribs }: Element): boolean {
  return MATH_NAMES.has(name) || (attribs.class !== undefined && MATH_CLASS.test(attribs.class))
}

/** Whether an element draws a formula whose source stands in the script after it. */
export function isDrawnMath(element: Element): boolean {
  if (!classNames(element).some((name) => DRAWN.test(name))) return false
  let after = element.next
  for (let steps = 0; steps < 4 && after !== null; steps++, after = after.next)
    if (isElement(after) && isMathScript(after)) return true
  return false
}

function isMathScript({ name, attribs }: Element): boolean {
  return name === 'script' && MATH_SCRIPT.test(attribs.type ?? '')
}

/** The source of the formula that an element is; null for anything else, and where its source is not told. */
export function readMath(element: Element): MathFacts | null {
  const { name, attribs } = element
  if (name === 'script')
    return isMathScript(element) ? facts(rawText(element), /mode=display/i.test(attribs.type ?? '')) : null
  if (name === 'math') return readMathMl(element, attribs.display === 'block')
  if (name === 'mjx-container') return readInside(element, attribs.display === 'true')
  if (attribs.class === undefined) return null
  const names = classNames(element)
  if (names.some((one) => HOLDERS.has(one)))
    return readInside(element, names.some((one) => /display/i.test(one)) || isBlockMath(element))
  return names.some((one) => DELIMITED_HOLDERS.has(one)) ? readDelimited(element) : null
}

/** A formula whose source nobody tells: its TeX is made of the MathML. Null for anything else, and what is not known. */
export function makeMath(element: Element): MathFacts | null {
  if (element.name !== 'math') return null
  const tex = texOfMathMl(element)
  return tex === null ? null : facts(tex, element.attribs.display === 'block')
}

/** The TeX that a picture of a formula has for its alternative text. */
export function readMathImage({ attribs }: Element): MathFacts | null {
  const isTex =
    /(?:^|\s)(?:latex|tex|mwe-math\S*)(?:\s|$)/.test(attribs.class ?? '') || TEX_IMAGE.test(attribs.src ?? '')
  return isTex ? facts(attribs.alt ?? '', /(?:^|\s|-)display(?:\s|$)/.test(attribs.class ?? '')) : null
}

function isBlockMath(element: Element): boolean {
  return findInside(element, isMath, MAX_STEPS)?.attribs.display === 'block'
}

function readInside(element: Element, display: boolean): MathFacts | null {
  const math = findInside(element, isMath, MAX_STEPS)
  if (math !== null) return readMathMl(math, display)
  const image = findInside(element, (inner) => inner.name === 'img', MAX_STEPS)
  return image === null ? null : readMathImage(image)
}

/** MathML may carry the TeX that it was made from. */
function readMathMl(math: Element, display: boolean): MathFacts | null {
  const annotation = findInside(
    math,
    (inner) => inner.name === 'annotation' && TEX_ENCODING.test(inner.attribs.encoding?.trim() ?? ''),
  )
  const tex = annotation === null ? (math.attribs.alttext ?? '') : rawText(annotation)
  return facts(tex, display)
}

function isMath({ name }: Element): boolean {
  return name === 'math'
}

const DELIMITERS: readonly (readonly [RegExp, boolean])[] = [
  [/^\\\(([\s\S]*)\\\)$/, false],
  [/^\\\[([\s\S]*)\\\]$/, true],
  [/^\$\$([\s\S]*)\$\$$/, true],
  [/^\$([^$]*)\$$/, false],
]

function readDelimited(element: Element): MathFacts | null {
  const [only, second] = element.children
  if (only?.type !== 'text' || second !== undefined) return null
  const text = only.data.trim()
  for (const [delimiter, display] of DELIMITERS) {
    const tex = delimiter.exec(text)?.[1]
    if (tex !== undefined) return facts(tex, display)
  }
  return null
}

const COMMENT = /(?<!\\)%.*$/gm
/** Wikipedia sets all of its formulas so. */
const DISPLAY_STYLE = /^\{\\(?:displaystyle|textstyle) ([\s\S]*)\}$/
const OWN_DELIMITERS = /^(?:\$\$?|\\[([])([\s\S]*?)(?:\$\$?|\\[)\]])$/

function facts(source: string, display: boolean): MathFacts | null {
  if (source.length > MAX_TEX_CHARS) return null
  const text = source.replace(COMMENT, '').replaceAll(/\s+/g, ' ').trim()
  const bare = DISPLAY_STYLE.exec(text)?.[1] ?? OWN_DELIMITERS.exec(text)?.[1] ?? text
  const tex = bare.trim()
  return tex === '' ? null : { tex, display }
}
