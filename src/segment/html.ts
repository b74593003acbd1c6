import type { ChildNode, Element } from 'domhandler'
import type { Block, Container, Hints, Mark, Outline, Warning } from '../types.ts'
import { BlockBuilder, type BlockContext } from './builder.ts'
import { readHints } from './hints.ts'
import { readImage } from './images.ts'
import { OutlineBuilder } from './outline.ts'
import { BLOCK, CONTROL, INVISIBLE } from './tags.ts'
import { parseHtml } from './tree.ts'
import { resolveUrl } from './urls.ts'

/** Containers around a block that are kept; deeper ones are flattened. Real articles nest up to about 6. */
const MAX_CONTAINERS = 16
/** Spans of a table cell beyond this are mistakes or attacks (HTML itself clamps at 1000). */
const MAX_CELL_SPAN = 50

export interface SegmentedHtml {
  readonly blocks: readonly Block[]
  readonly outline: Outline
  readonly hints: Hints
  readonly warnings: readonly Warning[]
}

/** What an element passes on to everything inside it; `kind` and `level` are those of a block that starts there. */
interface Scope extends BlockContext {
  readonly code: boolean
}

/** An element that the walk is in, or the list of roots. */
interface Frame {
  readonly children: readonly ChildNode[]
  /** Index of the child that comes next. */
  next: number
  readonly scope: Scope
  readonly endsMark: boolean
  readonly endsBlock: boolean
}

const MARKS: ReadonlyMap<string, Mark['type']> = new Map([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['cite', 'emphasis'],
  ['dfn', 'emphasis'],
  ['code', 'code'],
  ['tt', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['del', 'delete'],
  ['s', 'delete'],
  ['strike', 'delete'],
  ['sup', 'superscript'],
  ['sub', 'subscript'],
])

type ContainerFacts = Omit<Container, 'id'>

/** Elements that become containers, with what they say of themselves. */
const CONTAINERS: ReadonlyMap<string, (element: Element) => ContainerFacts> = new Map(
  Object.entries({
    ul: () => ({ type: 'list', ordered: false }),
    menu: () => ({ type: 'list', ordered: false }),
    ol: (element) => ({ type: 'list', ordered: true, first: integer(element.attribs.start, 1) }),
    li: () => ({ type: 'item' }),
    blockquote: () => ({ type: 'quote' }),
    table: () => ({ type: 'table' }),
    tr: () => ({ type: 'row' }),
    td: (element) => cell(element, false),
    th: (element) => cell(element, true),
    figure: () => ({ type: 'figure' }),
    figcaption: () => ({ type: 'caption' }),
    caption: () => ({ type: 'caption' }),
    dl: () => ({ type: 'definitions' }),
    dt: () => ({ type: 'term' }),
    dd: () => ({ type: 'definition' }),
    details: () => ({ type: 'details' }),
    summary: () => ({ type: 'summary' }),
  } satisfies Readonly<Record<string, (element: Element) => ContainerFacts>>),
)

/**
 * Cuts an HTML page into blocks.
 *
 * @param html The decoded page.
 * @param url The page's own address where known; relative links are resolved against it or the `base` element.
 */
export function segmentHtml(html: string, url: string | null): SegmentedHtml {
  const { document, warnings } = parseHtml(html)
  const { hints, base } = readHints(document, url)
  const walk = new Walk(html, base)
  walk.run(document.children)
  return { blocks: walk.builder.blocks, outline: walk.outline.build(), hints, warnings }
}

/** One pass over the tree, without recursion. */
class Walk {
  readonly builder: BlockBuilder
  readonly outline = new OutlineBuilder()
  readonly #base: string | null
  readonly #frames: Frame[] = []
  /** Columns taken so far in each row, by the row's container. */
  readonly #columns = new Map<number, number>()
  #lastContainer = 0

  constructor(html: string, base: string | null) {
    this.builder = new BlockBuilder(html)
    this.#base = base
  }

  run(roots: readonly ChildNode[]): void {
    const root: Scope = {
      kind: 'paragraph',
      level: 0,
      element: this.outline.add(null, -1),
      containers: [],
      code: false,
      hidden: false,
      control: false,
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
      this.#frames.pop()
    }
  }

  #enter(node: ChildNode, scope: Scope): void {
    if (node.type === 'text') {
      this.builder.append(node.data, node.startIndex ?? 0, node.endIndex ?? 0, scope.code)
      return
    }
    if (!('attribs' in node) || (INVISIBLE.has(node.name) && node.name !== 'head')) return
    const element = node as Element
    if (element.name === 'br') this.#lineBreak(element.startIndex ?? 0, scope)
    else if (element.name === 'img') this.#image(element, scope)
    else if (element.name === 'hr') this.#rule(element, scope)
    else if (element.name === 'input') return
    else if (BLOCK.has(element.name)) this.#enterBlock(element, scope)
    else this.#enterInline(element, scope)
  }

  #enterBlock(element: Element, outer: Scope): void {
    this.builder.flush(outer)
    const { name, children } = element
    if (name === 'pre') this.builder.nameCode(codeLanguage(element))
    const code = outer.code || name === 'pre' || name === 'listing' || name === 'xmp'
    const level = headingLevel(name) || outer.level
    const scope: Scope = {
      // The text of a heading inside of code is code, and the level that it passes on is not used there.
      kind: code ? 'code' : level > 0 ? 'heading' : 'paragraph',
      level: code ? 0 : level,
      element: this.outline.add(element, outer.element),
      containers: this.#containersOf(element, outer.containers),
      code,
      hidden: outer.hidden || isHidden(element),
      control: outer.control || CONTROL.has(name),
    }
    this.#frames.push({ children, next: 0, scope, endsMark: false, endsBlock: true })
  }

  #enterInline(element: Element, outer: Scope): void {
    if (outer.code) this.builder.nameCode(codeLanguage(element))
    const scope = !outer.hidden && isHidden(element) ? { ...outer, hidden: true } : outer
    const endsBlock = scope !== outer
    if (endsBlock) this.builder.flush(outer)
    const mark = outer.code ? null : this.#markOf(element)
    if (mark !== null) this.builder.openMark(mark)
    this.#frames.push({ children: element.children, next: 0, scope, endsMark: mark !== null, endsBlock })
  }

  #markOf(element: Element): Omit<Mark, 'start' | 'end'> | null {
    if (element.name === 'a') {
      const href = element.attribs.href
      if (href === undefined) return null
      const url = resolveUrl(href, this.#base)
      return url === null ? { type: 'link' } : { type: 'link', url }
    }
    const type = MARKS.get(element.name)
    return type === undefined ? null : { type }
  }

  /** A first `br` breaks the line, a second one ends the paragraph. */
  #lineBreak(start: number, scope: Scope): void {
    if (scope.code) this.builder.append('\n', start, start, true)
    else if (this.builder.atBreak) this.builder.flush(scope)
    else this.builder.lineBreak()
  }

  #image(element: Element, scope: Scope): void {
    const image = readImage(element, this.#base)
    if (image === null) return
    const start = element.startIndex ?? 0
    const end = element.endIndex ?? start
    if (scope.containers.at(-1)?.type === 'figure') this.builder.flush(scope)
    if (this.builder.isEmpty) this.builder.add('image', image, start, end, scope)
    else this.builder.inlineImage(image.src, image.alt, start, end)
  }

  #rule(element: Element, scope: Scope): void {
    this.builder.flush(scope)
    const start = element.startIndex ?? 0
    this.builder.add('rule', null, start, element.endIndex ?? start, scope)
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
    const facts = CONTAINERS.get(element.name)?.(element)
    if (facts === undefined || outer.length >= MAX_CONTAINERS) return outer
    const id = ++this.#lastContainer
    return [...outer, facts.type === 'cell' ? { ...facts, id, ...this.#placeInRow(outer, facts) } : { ...facts, id }]
  }
}

/** 1..6 for `h1`..`h6`, else 0. */
function headingLevel(name: string): number {
  const level = name.length === 2 && name.charCodeAt(0) === 104 ? name.charCodeAt(1) - 48 : 0
  return level >= 1 && level <= 6 ? level : 0
}

/** `language-js` and `lang-js` are what highlighters write. */
const CODE_LANGUAGE = /(?:^|\s)lang(?:uage)?-([\w+#.-]{1,20})(?:\s|$)/

function codeLanguage({ attribs }: Element): string {
  return CODE_LANGUAGE.exec(attribs.class ?? '')?.[1] ?? ''
}

const HIDDEN_STYLE = /display:\s{0,4}none|visibility:\s{0,4}hidden/i

/** Whether browsers show the element only after a script has asked for it, or not at all. */
function isHidden(element: Element): boolean {
  if (element.name === 'noscript' || element.name === 'template' || element.name === 'dialog') return true
  const { attribs } = element
  return (
    attribs.hidden !== undefined ||
    attribs['aria-hidden'] === 'true' ||
    (attribs.style !== undefined && HIDDEN_STYLE.test(attribs.style))
  )
}

function cell(element: Element, header: boolean): ContainerFacts {
  return {
    type: 'cell',
    header,
    colSpan: Math.min(MAX_CELL_SPAN, Math.max(1, integer(element.attribs.colspan, 1))),
    rowSpan: Math.min(MAX_CELL_SPAN, Math.max(1, integer(element.attribs.rowspan, 1))),
  }
}

function integer(text: string | undefined, otherwise: number): number {
  const value = Number.parseInt(text ?? '', 10)
  return Number.isSafeInteger(value) && Math.abs(value) < 1e9 ? value : otherwise
}
