import { styleText } from 'node:util'
import type { Block } from '../types.ts'

export interface ExplainOptions {
  readonly color: boolean
  /** Width of a line, in characters. */
  readonly columns: number
}

/** Narrower than this, a text tells nothing. */
const MIN_TEXT_CHARS = 20

export function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, text.length), 0)
}

/** A text cut off at a width, but not to nothing. */
export function clip(text: string, columns: number): string {
  const width = Math.max(MIN_TEXT_CHARS, columns)
  return text.length <= width ? text : `${text.slice(0, width - 1).toWellFormed()}…`
}

export function paint(text: string, style: 'green' | 'cyan' | 'dim' | 'bold', color: boolean): string {
  return color ? styleText(style, text, { validateStream: false }) : text
}

/** The number that a report gives a block: its line in text pages, else its rank. */
export function numberOf(block: Block | undefined, index: number): string {
  return String(block?.span.line ?? index + 1)
}
