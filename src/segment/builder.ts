import type { Block, BlockKind, BlockRule, Container, EmbedFacts, ImageFacts, Mark, Span } from '../types.ts'
import { isFolded, isSpace } from './space.ts'

/** Where the blocks of the page part; what the HTML walk knows at that moment. */
export interface BlockContext {
  readonly kind: BlockKind
  readonly level: number
  /** Index into the outline of the heading around, else -1. */
  readonly heading: number
  readonly containers: readonly Container[]
  readonly element: number
  readonly hidden: boolean
  readonly control: boolean
  /** The user's rule for the innermost element that has one. */
  readonly rule: BlockRule | null
}

/** What a block without text shows. */
export type Shown =
  | { readonly kind: 'image'; readonly image: ImageFacts }
  | { readonly kind: 'embed'; readonly embed: EmbedFacts }
  | { readonly kind: 'rule' }

type OpenMark = Omit<Mark, 'start' | 'end'> & { start: number }

/** Collects the text of one block after the other, folding white space as browsers do, with its marks and its span. */
export class BlockBuilder {
  readonly blocks: Block[] = []
  /** The page that the offsets point into. */
  readonly source: string
  #text = ''
  #start = -1
  #end = -1
  #marks: Mark[] = []
  readonly #open: OpenMark[] = []
  #linkDepth = 0
  #linkChars = 0
  /** The text ends in a space. To look at the text would make one string of all its pieces each time. */
  #endsSpace = false
  /** The text ends in a line break. */
  #endsLine = false
  /** White space was seen that becomes one space if text follows. */
  #space = false
  #pendingBreak = false
  #codeLanguage = ''
  /** Of an element that is a part of the block. */
  #rule: BlockRule | null = null
  /** Blocks that are set aside until this one is finished. */
  #aside: Block[] = []

  constructor(source: string) {
    this.source = source
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
    if (text !== '') {
      const last = text.charCodeAt(text.length - 1)
      this.#endsSpace = last === 32
      this.#endsLine = last === 10 || last === 13
    }
    this.#text += text
    if (this.#linkDepth > 0) this.#linkChars += nonSpaceLength(text)
  }

  /** A line break within the block: it stands in the text as `\n`, with a mark over it. */
  lineBreak(): void {
    if (this.#text !== '') this.#pendingBreak = true
  }

  /** The border of an element that holds a line of code. */
  lineBorder(at: number): void {
    if (this.#text !== '' && !this.#endsLine) this.#grow('\n', at, at)
  }

  get atBreak(): boolean {
    return this.#pendingBreak
  }

  openMark(mark: Omit<Mark, 'start' | 'end'>): void {
    this.#open.push({ ...mark, start: -1 })
    if (isLink(mark)) this.#linkDepth++
  }

  closeMark(): void {
    const mark = this.#open.pop()
    if (mark === undefined) return
    if (isLink(mark)) this.#linkDepth--
    this.#addMark(mark)
  }

  /** Tells the language of the code that follows; the first word on it holds. */
  nameCode(language: string): void {
    this.#codeLanguage ||= language
  }

  /** Tells the rule for the text that follows; the first of a block holds. */
  follow(rule: BlockRule): void {
    this.#rule ??= rule
  }

  /** Adds blocks that interrupt this one, after it: it goes on as if they were not there. */
  setAside(blocks: readonly Block[]): void {
    const list = this.#start < 0 ? this.blocks : this.#aside
    for (const block of blocks) list.push(block)
  }

  /** A formula: its source stands for whatever is drawn. */
  formula(tex: string, display: boolean, start: number, end: number): void {
    this.openMark(display ? { type: 'math', display } : { type: 'math' })
    this.append(tex, start, end, false)
    this.closeMark()
  }

  inlineImage(url: string, alt: string, start: number, end: number): void {
    if (this.#start < 0) this.#start = start
    this.#end = end
    const isSetOff = this.#pendingBreak
    if (this.#space && !isSetOff && this.#text !== '') {
      this.#text += ' '
      this.#endsSpace = true
    }
    this.#space = false
    this.#pendingBreak = false
    const at = this.#text.length
    const link = this.#linkAround()
    const more = { ...(link === undefined ? {} : { link }), ...(isSetOff ? { setOff: true as const } : {}) }
    this.#marks.push({ type: 'image', start: at, end: at, url, alt, ...more })
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
    this.#rule = null
  }

  #finish(context: BlockContext): void {
    const text = context.kind === 'code' ? trimLines(this.#text) : this.#text
    if (text.trim() !== '' || this.#marks.some((mark) => mark.type === 'image')) {
      for (const mark of this.#open) this.#addMark(mark)
      this.blocks.push(this.#block(context, text))
    }
    for (const block of this.#aside) this.blocks.push(block)
    this.#aside = []
    for (const mark of this.#open) mark.start = -1
    this.#text = ''
    this.#endsSpace = false
    this.#endsLine = false
    this.#start = -1
    this.#end = -1
    this.#marks = []
    this.#linkChars = 0
  }

  #block(context: BlockContext, text: string): Block {
    const rule = context.rule ?? this.#rule
    return {
      kind: context.kind,
      text,
      span: this.#span(),
      level: context.level,
      ...(context.kind === 'heading' ? { heading: context.heading } : {}),
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
      ...(rule === null ? {} : { rule }),
    }
  }

  /** The place of the block without the white space around it. */
  #span(): Span {
    let start = this.#start
    let end = this.#end
    while (start < end && this.source.charCodeAt(start) <= 32) start++
    while (end > start && this.source.charCodeAt(end - 1) <= 32) end--
    return { start, end }
  }

  /** Adds a block without text: a picture, an embed or a rule. */
  add(shown: Shown, { start, end }: Span, context: BlockContext): void {
    const { kind } = shown
    this.blocks.push({
      kind,
      text: '',
      span: { start, end },
      level: 0,
      containers: context.containers,
      marks: this.#linkMark(),
      image: kind === 'image' ? shown.image : null,
      ...(kind === 'embed' ? { embed: shown.embed } : {}),
      gap: true,
      continues: false,
      dom: { element: context.element, linkChars: 0, hidden: context.hidden, control: context.control },
      ...(context.rule === null ? {} : { rule: context.rule }),
    })
  }

  #linkMark(): Mark[] {
    const url = this.#linkAround()
    return url === undefined ? [] : [{ type: 'link', start: 0, end: 0, url }]
  }

  /** The target of the link around a picture. */
  #linkAround(): string | undefined {
    return this.#open.findLast(isLink)?.url
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

/** References to notes are links like others, to whoever counts. */
function isLink({ type }: Pick<Mark, 'type'>): boolean {
  return type === 'link' || type === 'note'
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
