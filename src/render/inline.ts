import type { PhrasingContent } from 'mdast'
import type { Mark } from '../types.ts'
import {
  characterAt,
  characterBefore,
  type Kind,
  kindOf,
  OTHER,
  PUNCTUATION,
  SPACE,
  surelyOpens,
} from './characters.ts'
import { DELIMITED, type Interval, orderMarks, STYLES, type Style } from './marks.ts'
import { printableLine } from './printable.ts'
import { cutRuns, foldSpaces, isGap, type Run } from './runs.ts'
import { safeImage, safeLink } from './urls.ts'

/** The content of a block with its marks, as far as this layer reads it. */
export interface MarkedText {
  readonly text: string
  readonly marks: readonly Mark[]
}

/**
 * Turns stand-off marks into nested nodes.
 *
 * Marks that cross are split; delimiters that could not form are left out. The depth is bounded by the number of styles.
 *
 * @param breaks Whether line breaks are kept; else they become spaces.
 */
export function toPhrasing({ text, marks }: MarkedText, breaks: boolean): PhrasingContent[] {
  if (marks.length === 0 && !text.includes('\n')) {
    const value = foldSpaces(text)
    return value === '' ? [] : [{ type: 'text', value }]
  }
  const ordered = orderMarks(text, marks)
  const kept = breaks ? new Set(marks.filter((mark) => mark.type === 'break').map((mark) => mark.start)) : null
  return nest(cutRuns(text, ordered, kept), ordered.styles.link)
}

/** Adds text, joining it with text that is there. */
export function appendText(children: PhrasingContent[], value: string): void {
  const last = children.at(-1)
  if (last?.type === 'text') last.value += value
  else children.push({ type: 'text', value })
}

/** An open style: an index into `STYLES`, and into the intervals of that style. */
interface Frame {
  readonly style: number
  readonly index: number
  readonly children: PhrasingContent[]
  /** What stands before its opening delimiter. */
  readonly before: Kind
}

interface Nesting {
  readonly runs: readonly Run[]
  /** For each style and run: the run before which the interval ends. */
  readonly ends: readonly (readonly number[])[]
  readonly root: PhrasingContent[]
  readonly stack: Frame[]
}

function nest(runs: readonly Run[], links: readonly Interval[]): PhrasingContent[] {
  const nesting: Nesting = { runs, ends: STYLES.map((_, s) => endsOf(runs, s)), root: [], stack: [] }
  const { stack, root } = nesting
  /** Styles that cannot form, up to this run. */
  const without = STYLES.map(() => 0)
  const close = () => {
    const frame = stack.pop()
    if (frame === undefined) return
    const parent = stack.at(-1)?.children ?? root
    for (const node of NODES[STYLES[frame.style] as Style](frame.children, links[frame.index])) parent.push(node)
  }
  for (const [r, run] of runs.entries()) {
    const kept = stack.findIndex((frame) => run.styles[frame.style] !== frame.index)
    while (kept >= 0 && stack.length > kept) close()
    const missing = isGap(run) ? [] : missingStyles(nesting, r).filter((s) => (without[s] as number) <= r)
    for (const [i, s] of missing.entries()) {
      const before = kindBefore(nesting, s)
      if (isDelimited(s) && !canForm(nesting, r, missing.slice(i), before)) without[s] = nesting.ends[s]?.[r] ?? 0
      else stack.push({ style: s, index: run.styles[s] as number, children: [], before })
    }
    APPEND[run.kind](stack.at(-1)?.children ?? root, run)
  }
  while (stack.length > 0) close()
  return root
}

function endsOf(runs: readonly Run[], style: number): number[] {
  const ends = runs.map((_, r) => r + 1)
  for (let r = runs.length - 2; r >= 0; r--) {
    const index = runs[r]?.styles[style] as number
    if (index >= 0 && runs[r + 1]?.styles[style] === index) ends[r] = ends[r + 1] as number
  }
  return ends
}

/** The run before which the first of the open styles ends, and with it whatever is opened at run `r`. */
function closingOf({ ends, stack }: Nesting, r: number): number {
  return stack.reduce((end, frame) => Math.min(end, ends[frame.style]?.[r] ?? 0), Number.POSITIVE_INFINITY)
}

/** Styles of a run that are not open, the longest first. */
function missingStyles(nesting: Nesting, r: number): number[] {
  const { runs, ends, stack } = nesting
  const limit = closingOf(nesting, r)
  const end = (s: number) => Math.min(ends[s]?.[r] ?? 0, limit)
  return STYLES.map((_, s) => s)
    .filter((s) => (runs[r]?.styles[s] as number) >= 0 && !stack.some((frame) => frame.style === s))
    .sort((a, b) => end(b) - end(a) || a - b)
}

const NODES: Readonly<Record<Style, (children: PhrasingContent[], link: Interval | undefined) => PhrasingContent[]>> = {
  link: (children, link) => [{ type: 'link', url: link?.url ?? '', children }],
  emphasis: (children) => [{ type: 'emphasis', children }],
  strong: (children) => [{ type: 'strong', children }],
  delete: (children) => [{ type: 'delete', children }],
  // Markdown has no word for these, and 10² is not 102.
  superscript: (children) => [{ type: 'html', value: '<sup>' }, ...children, { type: 'html', value: '</sup>' }],
  subscript: (children) => [{ type: 'html', value: '<sub>' }, ...children, { type: 'html', value: '</sub>' }],
}

const APPEND: Readonly<Record<Run['kind'], (children: PhrasingContent[], run: Run) => void>> = {
  text: (children, { text }) => appendText(children, text),
  space: (children, { text }) => appendText(children, text),
  break: (children) => children.push({ type: 'break' }),
  code: (children, { text }) => appendCode(children, text),
  math: (children, { text }) => children.push({ type: 'inlineMath', value: text }),
  note: (children, { note = '' }) => children.push({ type: 'footnoteReference', identifier: note, label: note }),
  image: (children, { image, styles }) => {
    const picture = { type: 'image' as const, url: safeImage(image?.url) ?? '', alt: printableLine(image?.alt ?? '') }
    const url = isLinked(styles) ? null : safeLink(image?.link)
    children.push(url === null ? picture : { type: 'link', url, children: [picture] })
  },
}

const LINK = STYLES.indexOf('link')

/** Links do not nest: a picture within the text of one has its target. */
function isLinked(styles: readonly number[]): boolean {
  return (styles[LINK] as number) >= 0
}

/** Code spans never touch: their fences would fuse. */
function appendCode(children: PhrasingContent[], value: string): void {
  const last = children.at(-1)
  if (last?.type === 'inlineCode') last.value += value
  else children.push({ type: 'inlineCode', value })
}

const isDelimited = (s: number) => DELIMITED.has(STYLES[s] as Style)
/** Written with asterisks: runs of them touch and count as one. */
const isStarred = (s: number) => STYLES[s] === 'emphasis' || STYLES[s] === 'strong'
const sharesDelimiter = (a: number, b: number) => isStarred(a) && isStarred(b)

/** Longest run of asterisks between two siblings that every parser reads the same way: `**a***b*`. */
const MAX_TOUCHING_STARS = 3

/**
 * Whether the delimiters of the first of `missing` would form, if it is opened before run `r`. Where that depends on
 * what later runs do, the worse case counts.
 */
function canForm(nesting: Nesting, r: number, missing: readonly number[], before: Kind): boolean {
  const { stack, ends } = nesting
  const [s] = missing as readonly [number]
  if (isStarred(s)) {
    const touching = trailingStars((stack.at(-1)?.children ?? nesting.root).at(-1))
    const opening = missing.filter(isStarred).reduce((sum, t) => sum + starsOf(STYLES[t]), 0)
    if (touching > 0 && touching + opening > MAX_TOUCHING_STARS) return false
  }
  const end = Math.min(ends[s]?.[r] ?? 0, closingOf(nesting, r))
  return (
    surelyOpens(before, kindOfFirst(nesting, r, missing)) &&
    surelyOpens(kindAfter(nesting, r, s, end), kindOfLast(nesting, s, end))
  )
}

function starsOf(type: string | undefined): number {
  return type === 'strong' ? 2 : type === 'emphasis' ? 1 : 0
}

function trailingStars(node: PhrasingContent | undefined): number {
  let stars = 0
  let at = node
  while (at?.type === 'emphasis' || at?.type === 'strong') {
    stars += starsOf(at.type)
    at = at.children.at(-1)
  }
  return stars
}

/** What stands before a delimiter of style `s` that is written next. */
function kindBefore({ stack, root }: Nesting, s: number): Kind {
  const frame = stack.at(-1)
  const last = (frame?.children ?? root).at(-1)
  if (last === undefined)
    return frame === undefined ? SPACE : sharesDelimiter(frame.style, s) ? frame.before : PUNCTUATION
  if (last.type === 'text') return kindOf(characterBefore(last.value, last.value.length))
  if (last.type === 'break') return SPACE
  return isStarred(s) && starsOf(last.type) > 0 ? OTHER : PUNCTUATION
}

/** What follows the opening delimiter. */
function kindOfFirst({ runs }: Nesting, r: number, [s, ...inner]: readonly number[]): Kind {
  if (inner.some((t) => !sharesDelimiter(s as number, t))) return PUNCTUATION
  return kindAtStart(runs[r] as Run)
}

/** What stands before the closing delimiter. */
function kindOfLast({ runs, stack }: Nesting, s: number, end: number): Kind {
  const run = runs[isGap(runs[end - 1] as Run) ? end - 2 : end - 1] as Run
  const nested = run.styles.some((index, t) => index >= 0 && t !== s && !sharesDelimiter(s, t) && !isOpen(stack, t))
  return nested || run.kind !== 'text' ? PUNCTUATION : kindOf(characterBefore(run.text, run.text.length))
}

/** What follows the closing delimiter. */
function kindAfter({ runs, stack, ends }: Nesting, r: number, s: number, end: number): Kind {
  const closing = stack.filter((frame) => (ends[frame.style]?.[r] ?? 0) === end)
  if (closing.some((frame) => !sharesDelimiter(frame.style, s))) return PUNCTUATION
  const run = runs[end]
  if (run === undefined) return SPACE
  const opens = run.styles.some((index, t) => index >= 0 && !isDelimited(t) && !isOpen(stack, t))
  return opens ? PUNCTUATION : kindAtStart(run)
}

function isOpen(stack: readonly Frame[], style: number): boolean {
  return stack.some((frame) => frame.style === style)
}

function kindAtStart(run: Run): Kind {
  if (isGap(run)) return SPACE
  return run.kind === 'text' ? kindOf(characterAt(run.text, 0)) : PUNCTUATION
}
