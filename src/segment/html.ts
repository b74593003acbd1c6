import type { ChildNode, Element } from 'domhandler'
import type { PageRules } from '../rules/choose.ts'
import type { Block, Container, Hints, Outline, Warning } from '../types.ts'
import { beginRule, type RuledWalk } from './aside.ts'
import { BlockBuilder, type BlockContext } from './builder.ts'
import { codeLanguage, hasLines, isCopyButton, isLineNumbers, isPreformatted, languageAround } from './code.ts'
import { type ContainerFacts, containerOf } from './containers.ts'
import { headingLevel, isElement, placeOf, showsSomething } from './elements.ts'
import { isEmbed, readEmbed } from './embeds.ts'
import { isHidden } from './hidden.ts'
import { readHints } from './hints.ts'
import { isIconName } from './icons.ts'
import { emojiOf, noScriptPicture, readImage } from './images.ts'
import { markOf } from './inlineMarks.ts'
import { isDrawnMath, type MathFacts, makeMath, mayBeMath, readMath, readMathImage } from './math.ts'
import { type Anchor, anchorName, isPermalink, resolveNotes } from './notes.ts'
import { OutlineBuilder } from './outline.ts'
import { needsBrackets } from './ruby.ts'
import { type ElementRule, findRuled, type Ruled, removedTest } from './ruled.ts'
import { BLOCK, CONTROL, INVISIBLE } from './tags.ts'
import { parseHtml } from './tree.ts'
import type { Addresses } from './urls.ts'

export { selectorProblem } from './selectors.ts'

/** Containers around a block that are kept; deeper ones are flattened. Real articles nest up to about 6. */
const MAX_CONTAINERS = 16

export interface SegmentedHtml {
  readonly blocks: readonly Block[]
  readonly outline: Outline
  readonly hints: Hints
  readonly warnings: readonly Warning[]
  /** Where the user has rules for the page. */
  readonly ruled: Ruled | null
}

/** The user's rules for a page whose address is known by now, or told nowhere. */
export type ChooseRules = (url: string | null) => PageRules | null

/** What an element passes on to everything inside it; `kind` and `level` are those of a block that starts there. */
interface Scope extends BlockContext {
  readonly code: boolean
  /** Inside of code whose lines are elements. */
  readonly lines: boolean
}

/** An element that the walk is in, or the list of roots. */
interface Frame {
  readonly children: readonly ChildNode[]
  /** Index of the child that comes next. */
  next: number
  readonly scope: Scope
  readonly endsMark: boolean
  readonly endsBlock: boolean
  /** What else is to be done after the last child. */
  readonly end?: (() => void) | undefined
}

/**
 * Cuts an HTML page into blocks.
 *
 * @param html The decoded page.
 * @param url The page's own address where known; relative links are resolved against it or the `base` element.
 * @param finder The user's rules, if there are any.
 */
export function segmentHtml(html: string, url: string | null, choose: ChooseRules | null = null): SegmentedHtml {
  const { document, warnings } = parseHtml(html, choose !== null)
  const all = readHints(document, url)
  const rules = choose?.(all.hints.canonical) ?? null
  const ruled = rules === null ? null : findRuled(document, rules)
  const isLeftOut = ruled === null ? null : removedTest(ruled)
  const hints = isLeftOut === null ? all.hints : readHints(document, url, isLeftOut).hints
  const walk = new Walk(html, all.addresses, ruled?.elements)
  walk.run(document.children)
  const blocks = resolveNotes(walk.builder.blocks, walk.anchors)
  return { blocks, outline: walk.outline.build(), hints, warnings: [...warnings, ...(ruled?.warnings ?? [])], ruled }
}

/** One pass over the tree, without recursion. */
class Walk implements RuledWalk {
  builder: BlockBuilder
  asideDepth = 0
  readonly outline = new OutlineBuilder()
  /** Places of the page by their name. */
  readonly anchors = new Map<string, Anchor>()
  readonly #addresses: Addresses
  readonly #base: string | null
  readonly #frames: Frame[] = []
  /** Columns taken so far in each row, by the row's container. */
  readonly #columns = new Map<number, number>()
  #lastContainer = 0
  readonly #rules: Ruled['elements']
  /** The element whose rule holds already. */
  #ruled: Element | null = null

  constructor(html: string, addresses: Addresses, rules: Ruled['elements'] = new Map()) {
    this.builder = new BlockBuilder(html)
    this.#addresses = addresses
    this.#base = addresses.base
    this.#rules = rules
  }

  run(roots: readonly ChildNode[]): void {
    const root: Scope = {
      kind: 'paragraph',
      level: 0,
      heading: -1,
      element: this.outline.add(null, -1),
      containers: [],
      code: false,
      lines: false,
      hidden: false,
      control: false,
      rule: null,
    }
    this.#frames.push({ children: roots, next: 0, scope: root, endsMark: false, endsBlock: true })
    for (let frame = this.#frames.at(-1); frame !== undefined; frame = this.#frames.at(-1)) {
      const node = frame.children[frame.next++]
      if (node !== undefined) {
        this.#enter(node, frame.scope)
        continue
      }
      if (frame.endsMark) this.builder.closeMark()
      if (frame.endsBlock) this.builder.flush(frame.scope)
      frame.end?.()
      this.#frames.pop()
    }
  }

  #enter(node: ChildNode, scope: Scope): void {
    if (node.type === 'text') {
      if (scope.rule !== null) this.builder.follow(scope.rule)
      this.builder.append(node.data, node.startIndex ?? 0, node.endIndex ?? 0, scope.code)
      return
    }
    if (!isElement(node)) return
    const rule = node === this.#ruled ? undefined : this.#rules.get(node)
    if (rule !== undefined) {
      this.#enterRuled(node, scope, rule)
      return
    }
    if (!scope.code && mayBeMath(node) && this.#math(node, scope)) return
    const leaf = LEAVES.get(node.name)
    if (leaf !== undefined) leaf(this, node, scope)
    else if (isEmbed(node.name)) this.embed(node, scope)
    else if ((INVISIBLE.has(node.name) && node.name !== 'head') || isLeftOut(node, scope)) return
    else if (isCodeControl(node, scope)) this.#enterBlock(node, scope)
    else if (scope.lines && BLOCK.has(node.name)) this.#enterLine(node, scope)
    else if (BLOCK.has(node.name) || isPreformatted(node)) this.#enterBlock(node, scope)
    else this.#enterInline(node, scope)
  }

  /** Puts a frame around an element that the user has a rule for; the element itself comes next. */
  #enterRuled(element: Element, outer: Scope, rule: ElementRule): void {
    this.#ruled = element
    const scope = { ...outer, rule }
    const end = beginRule(this, { element, outer, scope, rule })
    this.#frames.push({ children: [element], next: 0, scope, endsMark: false, endsBlock: false, end })
  }

  #enterBlock(element: Element, outer: Scope): void {
    this.builder.flush(outer)
    const { name, children } = element
    const isPre = isPreformatted(element)
    if (isPre) this.builder.nameCode(codeLanguage(element) || languageAround(element))
    const control = CONTROL.has(name) || isCodeControl(element, outer)
    const code = (outer.code || isPre) && !control
    const level = headingLevel(name) || outer.level
    const anchor = this.#anchor(element)
    const index = this.outline.add(element, outer.element)
    const scope: Scope = {
      // The text of a heading inside of code is code, and the level that it passes on is not used there.
      kind: code ? 'code' : level > 0 ? 'heading' : 'paragraph',
      level: code ? 0 : level,
      heading: headingLevel(name) > 0 ? index : outer.heading,
      element: index,
      containers: this.#containersOf(element, outer.containers),
      code,
      lines: outer.lines || (isPre && !outer.code && hasLines(element)),
      hidden: outer.hidden || isHidden(element),
      control: outer.control || control,
      rule: outer.rule,
    }
    const end = anchor === null ? undefined : () => this.#endAnchor(anchor)
    this.#frames.push({ children, next: 0, scope, endsMark: false, endsBlock: true, end })
  }

  /** A block that is a line of code ends a line, not the code. */
  #enterLine({ children, startIndex, endIndex }: Element, scope: Scope): void {
    this.builder.lineBorder(startIndex ?? 0)
    const end = () => this.builder.lineBorder(endIndex ?? 0)
    this.#frames.push({ children, next: 0, scope, endsMark: false, endsBlock: false, end })
  }

  #enterInline(element: Element, outer: Scope): void {
    if (outer.code) this.builder.nameCode(codeLanguage(element))
    // An icon that screen readers skip parts no paragraph.
    const scope = !outer.hidden && isHidden(element) && showsSomething(element) ? { ...outer, hidden: true } : outer
    const endsBlock = scope !== outer
    if (endsBlock) this.builder.flush(outer)
    this.#anchor(element)
    const mark = outer.code ? null : markOf(element, this.#addresses)
    if (mark !== null) this.builder.openMark(mark)
    const brackets = needsBrackets(element)
    if (brackets) this.#insert('(', element.startIndex ?? 0, scope)
    const end = brackets ? () => this.#insert(')', element.endIndex ?? 0, scope) : undefined
    this.#frames.push({ children: element.children, next: 0, scope, endsMark: mark !== null, endsBlock, end })
  }

  /** Text that the page does not have. */
  #insert(text: string, at: number, scope: Scope): void {
    this.builder.append(text, at, at, scope.code)
  }

  /** Remembers where the page has a name; the first of two of a name holds. */
  #anchor(element: Element): Anchor | null {
    const name = anchorName(element)
    if (name === '' || this.asideDepth > 0 || this.anchors.has(name)) return null
    const first = this.builder.blocks.length
    const anchor = { first, end: first }
    this.anchors.set(name, anchor)
    return anchor
  }

  #endAnchor(anchor: Anchor): void {
    anchor.end = this.builder.blocks.length
  }

  /** A first `br` breaks the line, a second one ends the paragraph. */
  lineBreak(element: Element, scope: Scope): void {
    const start = element.startIndex ?? 0
    if (scope.code) this.builder.append('\n', start, start, true)
    else if (this.builder.atBreak) this.builder.flush(scope)
    else this.builder.lineBreak()
  }

  image(element: Element, scope: Scope): void {
    const math = scope.code ? null : readMathImage(element)
    const emoji = emojiOf(element)
    const { start, end } = placeOf(element)
    if (math !== null) this.#formula(math, element, scope)
    else if (emoji !== '') this.builder.append(emoji, start, end, scope.code)
    else {
      const image = readImage(element, this.#base)
      if (image === null) return
      if (scope.containers.at(-1)?.type === 'figure') this.builder.flush(scope)
      if (this.builder.isEmpty) this.builder.add({ kind: 'image', image }, { start, end }, scope)
      else this.builder.inlineImage(image.src, image.alt, start, end)
    }
  }

  rule(element: Element, scope: Scope): void {
    this.builder.flush(scope)
    this.builder.add({ kind: 'rule' }, placeOf(element), scope)
  }

  embed(element: Element, scope: Scope): void {
    const embed = readEmbed(element, this.#base)
    if (embed === null) return
    this.builder.flush(scope)
    this.builder.add({ kind: 'embed', embed }, placeOf(element), scope)
  }

  /** What a lazy loader repeats for readers without scripts is left out, or stands for the picture it has no source of. */
  noScript(element: Element, scope: Scope): void {
    const picture = noScriptPicture(element, this.#base)
    if (picture === null) this.#enterBlock(element, scope)
    else if (picture === 'only')
      this.#frames.push({ children: element.children, next: 0, scope, endsMark: false, endsBlock: false })
  }

  /** @returns Whether the element is a formula that is told. */
  #math(element: Element, scope: Scope): boolean {
    if (isDrawnMath(element)) return true
    const math = readMath(element)
    if (math !== null) {
      this.#formula(math, element, scope)
      return true
    }
    const made = makeMath(element)
    if (made !== null) this.#enterFormula(made, element, scope)
    return made !== null
  }

  /** A formula whose text is that of the page, with TeX for those who write it. */
  #enterFormula({ tex, display }: MathFacts, { children }: Element, scope: Scope): void {
    const isBlock = display && scope.kind === 'paragraph'
    if (isBlock) this.builder.flush(scope)
    this.builder.openMark({ type: 'math', tex, ...(isBlock ? { display: true } : {}) })
    this.#frames.push({ children, next: 0, scope, endsMark: true, endsBlock: isBlock })
  }

  #formula({ tex, display }: MathFacts, element: Element, scope: Scope): void {
    const { start, end } = placeOf(element)
    const isBlock = display && scope.kind === 'paragraph'
    if (isBlock) this.builder.flush(scope)
    this.builder.formula(tex, isBlock, start, end)
    if (isBlock) this.builder.flush(scope)
  }

  /** The column that a cell starts at; rows that reach down into this one are the renderer's business. */
  #placeInRow(outer: readonly Container[], cell: ContainerFacts): { column?: number } {
    const row = outer.findLast((container) => container.type === 'row')
    if (row === undefined) return {}
    const column = this.#columns.get(row.id) ?? 0
    this.#columns.set(row.id, column + (cell.colSpan ?? 1))
    return { column }
  }

  #containersOf(element: Element, outer: readonly Container[]): readonly Container[] {
    const facts = outer.length < MAX_CONTAINERS ? containerOf(element) : null
    if (facts === null) return outer
    const id = ++this.#lastContainer
    return [...outer, facts.type === 'cell' ? { ...facts, id, ...this.#placeInRow(outer, facts) } : { ...facts, id }]
  }
}

/** Elements whose content is not walked into, or not always. */
const LEAVES: ReadonlyMap<string, (walk: Walk, element: Element, scope: Scope) => void> = new Map(
  Object.entries({
    br: (walk, element, scope) => walk.lineBreak(element, scope),
    img: (walk, element, scope) => walk.image(element, scope),
    hr: (walk, element, scope) => walk.rule(element, scope),
    noscript: (walk, element, scope) => walk.noScript(element, scope),
    input: () => undefined,
  } satisfies Readonly<Record<string, (walk: Walk, element: Element, scope: Scope) => void>>),
)

/** The copy button of code. */
function isCodeControl(element: Element, { code }: Scope): boolean {
  return code && (CONTROL.has(element.name) || isCopyButton(element))
}

/** What browsers show beside a text without its being one: icons, numbers of lines, marks that link to a heading. */
function isLeftOut(element: Element, scope: Scope): boolean {
  if (isIconName(element)) return true
  if (element.name === 'a') return isPermalink(element)
  return (scope.code || element.name === 'td') && isLineNumbers(element)
}
