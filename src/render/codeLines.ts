import type { Block } from '../types.ts'

/** The text of a paragraph that is nothing but code of several lines; null for others. */
export function codeOfLines({ text, marks }: Block): string | null {
  if (!text.includes('\n')) return null
  const isCode = marks.some(({ type, start, end }) => type === 'code' && start === 0 && end === text.length)
  return isCode ? text : null
}
