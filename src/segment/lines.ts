/** A line of a text page, without its line end; `start` and `end` are offsets of the trimmed line. */
export interface Line {
  readonly text: string
  readonly start: number
  readonly end: number
  /** 1-based */
  readonly number: number
  /** Columns of white space before the text; a tab counts as one. */
  readonly indent: number
}

const LINE_ENDS = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g

/** A line that shows nothing is a blank line. */
const INVISIBLE = /^[\s\u00ad\u200b\ufeff]*$/

/** Splits a page into its lines, blank ones included (their `text` is empty). */
export function splitLines(page: string): Line[] {
  const lines: Line[] = []
  let from = 0
  for (const match of page.matchAll(LINE_ENDS)) {
    lines.push(toLine(page, from, match.index, lines.length + 1))
    from = match.index + match[0].length
  }
  lines.push(toLine(page, from, page.length, lines.length + 1))
  return lines
}

function toLine(page: string, from: number, to: number, number: number): Line {
  const raw = page.slice(from, to)
  const text = INVISIBLE.test(raw) ? '' : raw.trim()
  const indent = text === '' ? 0 : raw.length - raw.trimStart().length
  return { text, start: from + indent, end: from + indent + text.length, number, indent }
}
