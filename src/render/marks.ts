import type { Mark } from '../types.ts'
import { characterAt, characterBefore, kindOf, SPACE, surelyOpens } from './characters.ts'
import { safeImage, safeLink } from './urls.ts'

/** Marks that become nodes around text, outermost first where two cover the same text. */
export const STYLES = ['link', 'superscript', 'subscript', 'emphasis', 'strong', 'delete'] as const
export type Style = (typeof STYLES)[number]

/** Styles that are written with delimiters, which form only beside the right characters. */
export const DELIMITED: ReadonlySet<Style> = new Set<Style>(['emphasis', 'strong', 'delete'])

export interface Interval {
  readonly start: number
  readonly end: number
  readonly url?: string
}

/** A stretch of text that is written whole, with no marks inside of it. */
export interface Atom extends Interval {
  readonly kind: 'code' | 'math' | 'note'
  /** Notes only: the label that is written for the text. */
  readonly note?: string | undefined
  /** Formulas only: what is written for the text. */
  readonly tex?: string | undefined
}

/** The marks of a block, put in order: the intervals of one style are sorted, disjoint and not empty. */
export interface Marks {
  readonly styles: Readonly<Record<Style, readonly Interval[]>>
  readonly atoms: readonly Atom[]
  /** Images, by position. */
  readonly images: readonly Mark[]
}

/**
 * Merges marks that touch or overlap, moves white space out of them, and drops empty ones and unsafe links.
 *
 * @param text Text of the block.
 */
export function orderMarks(text: string, marks: readonly Mark[]): Marks {
  const sorted = marks.map((mark) => clamp(mark, text.length)).sort((a, b) => a.start - b.start || b.end - a.end)
  const byType = groupByType(sorted)
  const of = (type: Mark['type']): readonly Mark[] => byType.get(type) ?? []
  const links = trimAll(text, joinLinks(of('link')))
  const edges = new Set(links.flatMap((link) => [link.start, link.end]))
  const fixed = apart(text, [...of('math'), ...of('note')])
  const codes = trimAll(text, join(of('code'), edges)).filter((code) => !overlaps(fixed, code))
  const atoms = [...codes.map((code): Atom => ({ ...code, kind: 'code' })), ...fixed].sort((a, b) => a.start - b.start)
  const styled = (style: Style) => {
    if (!byType.has(style)) return []
    const whole = clip(join(of(style)), atoms)
    return DELIMITED.has(style) ? shrinkAll(text, whole) : trimAll(text, whole)
  }
  return {
    styles: {
      link: clip(links, atoms),
      emphasis: styled('emphasis'),
      strong: styled('strong'),
      delete: styled('delete'),
      superscript: withoutNotes(text, styled('superscript'), fixed),
      subscript: styled('subscript'),
    },
    atoms,
    images: of('image').filter((mark) => safeImage(mark.url) !== null),
  }
}

/** Formulas and references to notes: they hold text, and the first of two that overlap wins. */
function apart(text: string, marks: readonly Mark[]): Atom[] {
  const atoms: Atom[] = []
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const { start, end } = trim(text, mark)
    if (start >= end || start < (atoms.at(-1)?.end ?? 0)) continue
    const { type, note, tex } = mark
    atoms.push(type === 'note' ? { kind: 'note', start, end, note } : { kind: 'math', start, end, tex })
  }
  return atoms
}

/** References to notes are raised by themselves, and so is what parts them. */
function withoutNotes(text: string, raised: readonly Interval[], fixed: readonly Atom[]): Interval[] {
  const notes = fixed.filter(({ kind }) => kind === 'note')
  if (notes.length === 0) return [...raised]
  return raised.filter(({ start, end }) => {
    let at = start
    let rest = ''
    for (const note of within(notes, start, end)) {
      rest += text.slice(at, note.start)
      at = note.end
    }
    return at === start || /[\p{L}\p{N}]/u.test(rest + text.slice(at, end))
  })
}

function groupByType(marks: readonly Mark[]): ReadonlyMap<Mark['type'], readonly Mark[]> {
  const byType = new Map<Mark['type'], Mark[]>()
  for (const mark of marks) {
    const group = byType.get(mark.type)
    if (group === undefined) byType.set(mark.type, [mark])
    else group.push(mark)
  }
  return byType
}

function clamp(mark: Mark, length: number): Mark {
  if (mark.start >= 0 && mark.start <= mark.end && mark.end <= length) return mark
  const start = Math.min(Math.max(mark.start, 0), length)
  return { ...mark, start, end: Math.min(Math.max(mark.end, start), length) }
}

/**
 * Joins intervals that overlap or touch.
 *
 * @param apart Where touching ones stay apart.
 */
function join(sorted: readonly Interval[], apart?: ReadonlySet<number>): Interval[] {
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of sorted) {
    const last = joined.at(-1)
    if (start === end) continue
    if (last === undefined || start > last.end || (start === last.end && apart?.has(start))) joined.push({ start, end })
    else last.end = Math.max(last.end, end)
  }
  return joined
}

/** Links do not nest: the outer one, or the one that starts first, wins. Unsafe ones are text. */
function joinLinks(sorted: readonly Interval[]): Interval[] {
  const joined: { start: number; end: number; url: string }[] = []
  for (const mark of sorted) {
    const url = safeLink(mark.url)
    const last = joined.at(-1)
    const start = Math.max(mark.start, last?.end ?? 0)
    if (url === null || start >= mark.end) continue
    if (last?.url === url && last.end === start) last.end = mark.end
    else joined.push({ start, end: mark.end, url })
  }
  return joined
}

/** Cuts off what lies in an atom that an interval does not cover: a code span holds text only. */
function clip(intervals: readonly Interval[], atoms: readonly Interval[]): Interval[] {
  if (atoms.length === 0) return [...intervals]
  return intervals
    .map((interval) => ({
      ...interval,
      start: atomAround(atoms, interval.start)?.end ?? interval.start,
      end: atomAround(atoms, interval.end)?.start ?? interval.end,
    }))
    .filter(({ start, end }) => start < end)
}

/** The atom with `position` strictly inside it. */
function atomAround(atoms: readonly Interval[], position: number): Interval | undefined {
  const atom = atoms[firstEndingAfter(atoms, position)]
  return atom !== undefined && atom.start < position ? atom : undefined
}

/** Index of the first of sorted, disjoint intervals that ends after a position. */
function firstEndingAfter(intervals: readonly Interval[], position: number): number {
  let low = 0
  let high = intervals.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((intervals[middle] as Interval).end <= position) low = middle + 1
    else high = middle
  }
  return low
}

function overlaps(intervals: readonly Interval[], { start, end }: Interval): boolean {
  const next = intervals[firstEndingAfter(intervals, start)]
  return next !== undefined && next.start < end
}

/** Those of sorted, disjoint intervals that lie within a stretch. */
function within<T extends Interval>(intervals: readonly T[], start: number, end: number): T[] {
  const found: T[] = []
  for (let i = firstEndingAfter(intervals, start); i < intervals.length; i++) {
    const interval = intervals[i] as T
    if (interval.start >= end) break
    if (interval.start >= start && interval.end <= end) found.push(interval)
  }
  return found
}

function trimAll(text: string, intervals: readonly Interval[]): Interval[] {
  return intervals.map((interval) => trim(text, interval)).filter(({ start, end }) => start < end)
}

function trim(text: string, interval: Interval): Interval {
  let { start, end } = interval
  while (start < end && kindOf(text.charAt(start)) === SPACE) start++
  while (end > start && kindOf(text.charAt(end - 1)) === SPACE) end--
  return { ...interval, start, end }
}

function shrinkAll(text: string, intervals: readonly Interval[]): Interval[] {
  return intervals.map((interval) => shrink(text, interval)).filter(({ start, end }) => start < end)
}

const BRACKETS = '()[]{}（）「」『』【】《》〈〉“”‘’«»'

/**
 * Moves white space out, and the punctuation without which the delimiters would not form: between a letter and a
 * punctuation mark they do not, as in `**「強」**です`, which becomes `「**強**」です`.
 */
function shrink(text: string, interval: Interval): Interval {
  let { start, end } = trim(text, interval)
  while (start < end && !forms(characterBefore(text, start), characterAt(text, start)))
    start += characterAt(text, start).length
  while (start < end && !forms(characterAt(text, end), characterBefore(text, end))) {
    const moved = characterBefore(text, end)
    const bracket = BRACKETS.indexOf(moved)
    if (bracket % 2 === 1 && text[start] === BRACKETS[bracket - 1]) start++
    end -= moved.length
  }
  return trim(text, { ...interval, start: Math.min(start, end), end })
}

function forms(outside: string, inside: string): boolean {
  return surelyOpens(kindOf(outside), kindOf(inside))
}
