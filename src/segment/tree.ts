import { Document, Element, type ParentNode, Text } from 'domhandler'
import { Tokenizer } from 'htmlparser2'
import type { Warning } from '../types.ts'
import { anyAttributeAt, attributeAt, tagAt } from './names.ts'
import { BLOCK, CROSSES_BLOCKS, HEAD_ONLY, IMPLIED_ENDS, SCOPE, VOID } from './tags.ts'

/** Browsers cap the depth as well (Blink and WebKit at 512); deeper elements become siblings, so no text is lost. */
const MAX_DEPTH = 256
/** Elements of a page. Real pages have 500 to 20,000; beyond the limit tags are ignored and their text is kept. */
const MAX_ELEMENTS = 300_000

export interface Tree {
  readonly document: Document
  readonly warnings: readonly Warning[]
}

/**
 * Builds the tree of a page in time linear in its length, on htmlparser2's tokenizer.
 *
 * htmlparser2's own tree builder costs as little, but goes quadratic on unclosed tags; parse5 follows the standard to
 * the letter, but costs five times as much (figures: docs/decisions.md). This one keeps what matters for reading text:
 * implied end tags, end tags that do not reach out of a table cell, and exact offsets; it leaves out foster parenting
 * and the re-opening of formatting elements, which is where the standard makes trees grow quadratically.
 *
 * @param html The decoded page; `startIndex` and `endIndex` (exclusive) of every node are offsets into it.
 * @param all Whether attributes are kept that nothing here reads.
 */
export function parseHtml(html: string, all = false): Tree {
  const builder = new TreeBuilder(html, all ? anyAttributeAt : attributeAt)
  const tokenizer = new Tokenizer({ decodeEntities: true }, builder)
  tokenizer.write(html)
  tokenizer.end()
  return { document: builder.document, warnings: builder.warnings() }
}

const ROW_PARENTS = new Set(['table', 'tbody', 'thead', 'tfoot'])

/** Receives the tokenizer's events; its state is the stack of open elements. */
class TreeBuilder {
  readonly document = new Document([])
  readonly #html: string
  readonly #nameAt: typeof attributeAt
  readonly #stack: Element[] = []
  /** Elements that are open beyond the depth limit, as names. */
  readonly #beyond: string[] = []
  #elements = 0
  #tooDeep = false
  #foreign = 0
  #name = ''
  #start = 0
  #attribs: Record<string, string> = {}
  /** Null while in an attribute that nothing reads. */
  #attribute: string | null = null
  #value = ''
  /** Where the text that comes next starts. */
  #at = 0

  constructor(html: string, nameAt: typeof attributeAt) {
    this.#html = html
    this.#nameAt = nameAt
  }

  warnings(): Warning[] {
    const found: Warning[] = []
    if (this.#tooDeep)
      found.push({ code: 'depth-limit', message: `elements nested deeper than ${MAX_DEPTH} were flattened` })
    if (this.#elements >= MAX_ELEMENTS)
      found.push({ code: 'node-limit', message: `tags after the first ${MAX_ELEMENTS} elements were ignored` })
    return found
  }

  isInForeignContext(): boolean {
    return this.#foreign > 0
  }

  onopentagname(start: number, end: number): void {
    this.#name = tagAt(this.#html, start, end)
    this.#start = start - 1
    this.#attribs = {}
  }

  onattribname(start: number, end: number): void {
    const name = this.#nameAt(this.#html, start, end)
    // The first of two attributes of a name holds.
    this.#attribute = name === null || this.#attribs[name] !== undefined ? null : name
    this.#value = ''
  }

  onattribdata(start: number, end: number): void {
    if (this.#attribute !== null) this.#value += this.#html.slice(start, end)
  }

  onattribentity(codepoint: number): void {
    if (this.#attribute !== null) this.#value += String.fromCodePoint(codepoint)
  }

  onattribend(): void {
    if (this.#attribute !== null) this.#attribs[this.#attribute] = this.#value
  }

  onopentagend(end: number): void {
    this.#at = end + 1
    this.#open(end + 1)
  }

  onselfclosingtag(end: number): void {
    this.#at = end + 1
    const before = this.#stack.length
    this.#open(end + 1)
    if (this.#foreign > 0 && this.#stack.length > before) this.#popTo(this.#stack.length - 1, end + 1)
  }

  onclosetag(start: number, end: number): void {
    this.#at = end + 1
    const name = tagAt(this.#html, start, end).trimEnd()
    if (name === 'br') {
      this.#name = 'br'
      this.#start = start - 2
      this.#attribs = {}
      this.#open(end + 1)
      return
    }
    if (this.#beyond.length > 0) {
      if (this.#beyond.at(-1) === name) this.#beyond.pop()
      return
    }
    if (name === 'body' || name === 'html') return
    const found = this.#findOpen(name)
    if (found >= 0) this.#popTo(found, end + 1)
  }

  ontext(start: number, end: number): void {
    this.#at = end
    this.#text(this.#html.slice(start, end), start, end)
  }

  ontextentity(codepoint: number, end: number): void {
    this.#text(String.fromCodePoint(codepoint), this.#at, end)
    this.#at = end
  }

  oncdata(start: number, end: number, offset: number): void {
    this.#at = end + 1
    if (this.#foreign > 0) this.#text(this.#html.slice(start, end - offset), start, end - offset)
  }

  oncomment(_start: number, end: number): void {
    this.#at = end + 1
  }

  ondeclaration(_start: number, end: number): void {
    this.#at = end + 1
  }

  onprocessinginstruction(_start: number, end: number): void {
    this.#at = end + 1
  }

  onend(): void {
    this.#popTo(0, this.#html.length)
  }

  #top(): ParentNode {
    return this.#stack.at(-1) ?? this.document
  }

  #open(end: number): void {
    const name = this.#name === 'image' ? 'img' : this.#name
    if (this.#elements >= MAX_ELEMENTS) return
    if ((name === 'html' || name === 'body') && this.#mergeRoot(name)) return
    this.#closeImplied(name)
    if (name === 'td' || name === 'th') this.#openRow()
    const element = new Element(name, this.#attribs)
    element.startIndex = this.#start
    element.endIndex = end
    append(this.#top(), element)
    this.#elements++
    if (VOID.has(name)) return
    if (this.#stack.length >= MAX_DEPTH) {
      this.#tooDeep = true
      this.#beyond.push(name)
      return
    }
    if (name === 'svg' || name === 'math') this.#foreign++
    this.#stack.push(element)
  }

  /** A second `html` or `body` tag adds its attributes to the first one. */
  #mergeRoot(name: string): boolean {
    const open = this.#stack.find((element) => element.name === name)
    if (open === undefined) return false
    for (const [key, value] of Object.entries(this.#attribs)) open.attribs[key] ??= value
    return true
  }

  /** A cell right in a table or a part of one opens a row, whose place is its own. */
  #openRow(): void {
    const top = this.#stack.at(-1)
    if (top === undefined || !ROW_PARENTS.has(top.name) || this.#stack.length >= MAX_DEPTH) return
    const row = new Element('tr', {})
    row.startIndex = this.#start
    row.endIndex = this.#start
    append(top, row)
    this.#elements++
    this.#stack.push(row)
  }

  #closeImplied(name: string): void {
    if (this.#stack.at(-1)?.name === 'head' && !HEAD_ONLY.has(name)) this.#popTo(this.#stack.length - 1, this.#start)
    const implied = IMPLIED_ENDS.get(name)
    if (implied === undefined || this.#foreign > 0) return
    for (let i = this.#stack.length - 1; i >= 0; i--) {
      const open = this.#stack[i]?.name ?? ''
      if (implied.closes.has(open)) {
        this.#popTo(i, this.#start)
        return
      }
      if (implied.stops.has(open)) return
    }
  }

  /** @returns Index of the open element that an end tag closes, -1 where it closes none. */
  #findOpen(name: string): number {
    const reachesAcross = BLOCK.has(name) || CROSSES_BLOCKS.has(name)
    for (let i = this.#stack.length - 1; i >= 0; i--) {
      const open = this.#stack[i]?.name ?? ''
      if (open === name) return i
      if (SCOPE.has(open) && !SCOPE.has(name) && name !== 'tr' && name !== 'tbody') return -1
      if (!reachesAcross && this.#foreign === 0 && BLOCK.has(open)) return -1
    }
    return -1
  }

  #popTo(length: number, end: number): void {
    while (this.#stack.length > length) {
      const element = this.#stack.pop()
      if (element === undefined) return
      element.endIndex = end
      if (element.name === 'svg' || element.name === 'math') this.#foreign--
    }
  }

  #text(data: string, start: number, end: number): void {
    const top = this.#stack.at(-1)
    if (top?.name === 'head') {
      if (data.trim() === '') return
      this.#popTo(this.#stack.length - 1, start)
    }
    const parent = this.#top()
    const last = parent.children.at(-1)
    if (last instanceof Text) {
      last.data += data
      last.endIndex = end
      return
    }
    const text = new Text(data)
    text.startIndex = start
    text.endIndex = end
    append(parent, text)
  }
}

function append(parent: ParentNode, node: Element | Text): void {
  const last = parent.children.at(-1)
  node.parent = parent
  if (last !== undefined) {
    last.next = node
    node.prev = last
  }
  parent.children.push(node)
}
