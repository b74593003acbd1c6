import type { Mark } from '../types.ts'
import { kindOf, SPACE } from './characters.ts'
import { type Atom, type Interval, type Marks, STYLES } from './marks.ts'

/** A stretch of a block's text with the same styles throughout. */
export interface Run {
  readonly kind: 'text' | 'space' | 'image' | 'break' | Atom['kind']
  readonly text: string
  readonly image: Mark | null
  /** Of a reference to a note. */
  readonly note?: string | undefined
  /** In the order of `STYLES`: index of the interval that covers the run, -1 for none. */
  readonly styles: readonly number[]
}

/** Whether the run parts words. */
export function isGap(run: Run): boolean {
  return run.kind === 'space' || run.kind === 'break'
}

/**
 * Cuts the text of a block at the borders of its marks.
 *
 * White space at the borders makes runs of its own that carry only what covers both sides of it, so that delimiters
 * never stand beside white space inside of them.
 *
 * @param breaks Positions of the line breaks that stay; the others become spaces, and all of them where there is null.
 */
export function cutRuns(text: string, marks: Marks, breaks: ReadonlySet<number> | null): Run[] {
  const runs = joinGaps(cut(text, marks, breaks))
  return runs.map((run, i) => {
    if (!isGap(run)) return run
    const before = runs[i - 1]?.styles
    const after = runs[i + 1]?.styles
    return {
      ...run,
      styles: run.styles.map((index, s) => (before?.[s] === index && after?.[s] === index ? index : -1)),
    }
  })
}

function cut(text: string, marks: Marks, breaks: ReadonlySet<number> | null): Run[] {
  const atomAt = cursor(marks.atoms)
  const stylesAt = STYLES.map((style) => cursor(marks.styles[style]))
  const positions = borders(text, marks)
  const images = marks.images[Symbol.iterator]()
  let image = images.next()
  let openAtom = -1
  const runs: Run[] = []
  for (const [i, start] of positions.entries()) {
    const piece = text.slice(start, positions[i + 1] ?? text.length)
    const styles = stylesAt.map((at) => at(start))
    const atom = atomAt(start)
    for (; image.done !== true && image.value.start <= start && atom < 0; image = images.next()) {
      const around = strictlyInside(styles, marks, start)
      if (image.value.setOff === true)
        runs.push({ kind: breaks === null ? 'space' : 'break', text: ' ', image: null, styles: around })
      runs.push({ kind: 'image', text: '', image: image.value, styles: around })
    }
    const facts = marks.atoms[atom]
    if (facts !== undefined && atom === openAtom) {
      if (facts.tex === undefined) extend(runs, piece)
    } else if (facts !== undefined) {
      const { kind, note, tex } = facts
      runs.push({ kind, text: tex ?? piece.replaceAll('\n', ' '), image: null, note, styles })
    } else if (piece === '\n' && breaks?.has(start)) runs.push({ kind: 'break', text: '', image: null, styles })
    else pushText(runs, piece, styles)
    openAtom = atom
  }
  return runs
}

/** Where runs start: at the ends of marks, at images, around line breaks. */
function borders(text: string, marks: Marks): number[] {
  const positions = new Set([0, text.length])
  for (const intervals of [marks.atoms, marks.images, ...Object.values(marks.styles)])
    for (const { start, end } of intervals) positions.add(start).add(end)
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) positions.add(at).add(at + 1)
  return [...positions].sort((a, b) => a - b)
}

/** Finds the index of the interval that covers a position, else -1, for positions that only grow. */
function cursor(intervals: readonly Interval[]): (position: number) => number {
  let next = 0
  return (position) => {
    while (next < intervals.length && (intervals[next] as Interval).end <= position) next++
    return next < intervals.length && (intervals[next] as Interval).start <= position ? next : -1
  }
}

/** An image belongs to what stands on both sides of it. */
function strictlyInside(styles: readonly number[], marks: Marks, position: number): number[] {
  return styles.map((index, s) => {
    const style = STYLES[s]
    const interval = style === undefined ? undefined : marks.styles[style][index]
    return interval !== undefined && interval.start < position ? index : -1
  })
}

function extend(runs: Run[], piece: string): void {
  const last = runs.pop()
  if (last !== undefined) runs.push({ ...last, text: last.text + piece.replaceAll('\n', ' ') })
}

function pushText(runs: Run[], piece: string, styles: readonly number[]): void {
  const space: Run = { kind: 'space', text: ' ', image: null, styles }
  const text = foldSpaces(piece)
  if (piece === '') return
  if (kindOf(piece.charAt(0)) === SPACE) runs.push(space)
  if (text === '') return
  runs.push({ kind: 'text', text, image: null, styles })
  if (kindOf(piece.charAt(piece.length - 1)) === SPACE) runs.push(space)
}

/** White space as Markdown shows it: single spaces, none at the ends. */
export function foldSpaces(text: string): string {
  return text.replace(/\s{2,}|[\t\n]/g, ' ').trim()
}

/** One gap between two runs, a break rather than a space, and none at the ends. */
function joinGaps(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (!isGap(run)) joined.push(run)
    else if (last !== undefined && !isGap(last)) joined.push(run)
    else if (last?.kind === 'space' && run.kind === 'break') joined.splice(-1, 1, run)
  }
  if (joined.length > 0 && isGap(joined.at(-1) as Run)) joined.pop()
  return joined
}
