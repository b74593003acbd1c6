import type { Block, BlockKind, Container, ImageFacts, Mark, Span } from '../types.ts'
import { isFolded, isSpace } from './space.ts'

/** Where the blocks of the page part; what the HTML walk knows at that moment. */
export interface BlockContext {
  readonly kind: BlockKind
  readonly level: number
  readonly containers: readonly Container[]
  readonly element: number
  readonly hidden: boolean
  readonly control: boolean
}

type OpenMark = Omit<Mark, 'start' | 'end'> & { start: number }

/** Collects the text of one block after the other, folding white space as browsers do, with its marks and its span. */
export class BlockBuilder {
  readonly blocks: Block[] = []
  readonly #source: string
  #text = ''
  #start = -1
  #end = -1
  #marks: Mark[] = []
  readonly #open: OpenMark[] = []
  #linkDepth = 0
  #linkChars = 0
  /** The text ends in a space. To look at the text would make one string of all its pieces each time. */
  #endsSpace = false
  /** White space was seen that becomes one space if text follows. */
  #space = false
  #pendingBreak = false
  #codeLanguage = ''

  /** @param source The page that the offsets point into. */
  constructor(source: string) {
    this.#source = source
  }

  get isEmpty(): boolean {
    return this.#text === '' && this.#marks.length === 0
  }

  /**
   * Adds text of the source.
   *
   * @param data Text with entities decoded.
   * @param start Offset of the text in the source.
   * @param end Offset of its end.
   */
  append(data: string, start: number, end: number, verbatim: boolean): void {
    if (verbatim) {
      this.#grow(data, start, end)
      return
    }
    let first = 0
    while (first < data.length && isSpace(data.charCodeAt(first))) first++
    let last = data.length
    while (last > first && isSpace(data.charCodeAt(last - 1))) last--
    const text = fold(data, first, last)
    if (text === '') {
      this.#space ||= data !== ''
      return
    }
    if (first > 0) this.#space = true
    this.#grow(text, start, end)
    this.#space = last < data.length
  }

  #grow(text: string, start: number, end: number): void {
    if (this.#pendingBreak && this.#text !== '') {
      const at = this.#text.length
      this.#text += '\n'
      this.#endsSpace = false
      this.#marks.push({ type: 'break', start: at, end: at + 1 })
    } else if (this.#space && this.#text !== '' && !this.#endsSpace) {
      this.#text += ' '
    }
    this.#pendingBreak = false
    this.#space = false
    if (this.#start < 0) this.#start = start
    this.#end = end
    // An opening mark starts at the first character of its own, not at the space before it.
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const mark = this.#open[i]
      if (mark === undefined || mark.start >= 0) break
      mark.start = this.#text.length
    }
    if (text !== '') this.#endsSpace = text.charCodeAt(text.length - 1) === 32
    this.#text += text
    if (this.#linkDepth > 0) this.#linkChars += nonSpaceLength(text)
  }

  /** A line break within the block: it stands in the text as `\n`, with a mark over it. */
  lineBreak(): void {
    if (this.#text !== '') this.#pendingBreak = true
  }

  get atBreak(): boolean {
    return this.#pendingBreak
  }

  openMark(mark: Omit<Mark, 'start' | 'end'>): void {
    this.#open.push({ ...mark, start: -1 })
    if (mark.type === 'link') this.#linkDepth++
  }

  closeMark(): void {
    const mark = this.#open.pop()
    if (mark === undefined) return
    if (mark.type === 'link') this.#linkDepth--
    this.#addMark(mark)
  }

  /** Tells the language of the code that follows; the first word on it holds. */
  nameCode(language: string): void {
    this.#codeLanguage ||= language
  }

  inlineImage(url: string, alt: string, start: number, end: number): void {
    if (this.#start < 0) this.#start = start
    this.#end = end
    const at = this.#text.length + (this.#space && this.#text !== '' ? 1 : 0)
    if (at > this.#text.length) {
      this.#text += ' '
      this.#endsSpace = true
    }
    this.#space = false
    this.#marks.push({ type: 'image', start: at, end: at, url, alt })
  }

  #addMark(mark: OpenMark): void {
    if (mark.start < 0 || mark.start >= this.#text.length) return
    this.#marks.push({ ...mark, end: this.#text.length })
  }

  /** Ends the block. Marks that are open go on in the next one. */
  flush(context: BlockContext): void {
    // Most borders of elements follow another one, with nothing but white space between.
    if (this.#start >= 0) this.#finish(context)
    this.#space = false
    this.#pendingBreak = false
    this.#codeLanguage = ''
  }

  #finish(context: BlockContext): void {
    const text = context.kind === 'code' ? trimLines(this.#text) : this.#text
    if (text.trim() !== '' || this.#marks.some((mark) => mark.type === 'image')) {
      for (const mark of this.#open) this.#addMark(mark)
      this.blocks.push(this.#block(context, text))
    }
    for (const mark of this.#open) mark.start = -1
    this.#text = ''
    this.#endsSpace = false
    this.#start = -1
    this.#end = -1
    this.#marks = []
    this.#linkChars = 0
  }

  #block(context: BlockContext, text: string): Block {
    return {
      kind: context.kind,
      text,
      span: this.#span(),
      level: context.level,
      ...(context.kind === 'code' && this.#codeLanguage !== '' ? { codeLanguage: this.#codeLanguage } : {}),
      containers: context.containers,
      marks: context.kind === 'code' ? [] : this.#marks.sort((a, b) => a.start - b.start || b.end - a.end),
      image: null,
      gap: true,
      continues: false,
      dom: {
        element: context.element,
        linkChars: this.#linkChars,
        hidden: context.hidden,
        control: context.control,
      },
    }
  }

  /** The place of the block without the white space around it. */
  #span(): Span {
    let start = this.#start
    let end = this.#end
    while (start < end && this.#source.charCodeAt(start) <= 32) start++
    while (end > start && this.#source.charCodeAt(end - 1) <= 32) end--
    return { start, end }
  }

  /** Adds a block without text: a picture or a rule. */
  add(kind: 'image' | 'rule', image: ImageFacts | null, start: number, end: number, context: BlockContext): void {
    this.blocks.push({
      kind,
      text: '',
      span: { start, end },
      level: 0,
      containers: context.containers,
      marks: this.#linkMark(),
      image,
      gap: true,
      continues: false,
      dom: { element: context.element, linkChars: 0, hidden: context.hidden, control: context.control },
    })
  }

  /** The link around a picture. */
  #linkMark(): Mark[] {
    const link = this.#open.findLast((mark) => mark.type === 'link')
    return link?.url === undefined ? [] : [{ type: 'link', start: 0, end: 0, url: link.url }]
  }
}

const RUN = /[\s\u200b\ufeff]{2,}|[\t\n\r\f\v\u00a0\u2028\u2029\u200b\ufeff]/g

/** Folds the white space of a piece of text that has none at its ends. */
function fold(data: string, from: number, to: number): string {
  const core = data.slice(from, to)
  return isFolded(data, from, to) ? core : core.replace(RUN, foldRun).replaceAll('\u00ad', '')
}

/** A zero-width space alone parts no words. */
function foldRun(run: string): string {
  return run === '\u200b' || run === '\ufeff' ? '' : ' '
}

function nonSpaceLength(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 32) count++
  return count
}

/** Code keeps its indentation, but not the empty lines around it. */
function trimLines(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n')
  let first = 0
  while (first < lines.length && lines[first]?.trim() === '') first++
  let last = lines.length
  while (last > first && lines[last - 1]?.trim() === '') last--
  return lines.slice(first, last).join('\n').trimEnd()
}
