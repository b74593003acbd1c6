import type { Block } from '../types.ts'
import { detectLanguage } from './detect.ts'

/** Enough to tell any two languages apart; more would only cost time. */
const SAMPLE_CHARS = 6000

/**
 * The language of a page, from its longest blocks: menus and buttons are short, and English on many foreign sites.
 *
 * @param declared What the page says of itself; decides only where the text leaves it open.
 */
export function pageLanguage(blocks: readonly Block[], declared: string | null): string | null {
  const longest = blocks
    .filter((block) => block.kind !== 'code' && block.text !== '')
    .sort((a, b) => b.text.length - a.text.length)
  let sample = ''
  for (const block of longest) {
    if (sample.length >= SAMPLE_CHARS) break
    sample += `${block.text}\n`
  }
  return detectLanguage(sample.slice(0, SAMPLE_CHARS), declared).language
}
