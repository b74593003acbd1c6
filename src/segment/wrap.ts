import type { Line } from './lines.ts'
import { isUnspacedText } from './scripts.ts'

/** Columns at which texts are wrapped by hand, by mail programs and by `lynx -dump`. */
const MIN_WIDTH = 40
const MAX_WIDTH = 132
/** Share of lines that may be longer than the width: addresses and other words that can't be broken. */
const MAX_LONGER_SHARE = 0.02
/** A page wraps its lines when at least this many of the lines that run on could not have held one word more. */
const MIN_WRAPPED_COUNT = 4
const MIN_WRAPPED_SHARE = 0.6

/**
 * The column at which the lines of a page were wrapped, or 0 for a page with a line a paragraph.
 *
 * The test is exact for a wrapped page: the first word of a line did not fit on the line before it.
 */
export function wrapWidth(lines: readonly Line[]): number {
  const widths = lines.filter((line) => line.text !== '').map(lastColumn)
  if (widths.length < MIN_WRAPPED_COUNT) return 0
  widths.sort((a, b) => a - b)
  const width = widths[Math.min(widths.length - 1, Math.ceil(widths.length * (1 - MAX_LONGER_SHARE)) - 1)] ?? 0
  const longest = Math.max(width, widths.at(-1) ?? 0)
  if (width < MIN_WIDTH || width > MAX_WIDTH || longest > width * 4) return 0
  let runOn = 0
  let wrapped = 0
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]
    const next = lines[i + 1]
    if (line === undefined || next === undefined || line.text === '' || next.text === '') continue
    if (lastColumn(line) < width * 0.6) continue
    runOn++
    if (isWrapped(line, next, width)) wrapped++
  }
  return wrapped >= MIN_WRAPPED_COUNT && wrapped >= runOn * MIN_WRAPPED_SHARE ? width : 0
}

/** Whether `next` goes on with the paragraph of `line`: its first word had no room there. */
export function isWrapped(line: Line, next: Line, width: number): boolean {
  const space = next.text.search(/\s/)
  const wordChars = space < 0 ? next.text.length : space
  if (isUnspacedText(next.text)) return lastColumn(line) + 2 > width
  return lastColumn(line) + 1 + wordChars > width
}

function lastColumn(line: Line): number {
  return line.indent + columns(line.text)
}

/** Width in columns: characters of scripts without spaces take two. */
function columns(text: string): number {
  let count = text.length
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if ((code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xff00 && code <= 0xff60))
      count++
  }
  return count
}
