import type { Element } from 'domhandler'
import type { Mark } from '../types.ts'
import { fragmentOf } from './notes.ts'
import { resolveUrl } from './urls.ts'

const MARKS: ReadonlyMap<string, Mark['type']> = new Map([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['cite', 'emphasis'],
  ['dfn', 'emphasis'],
  ['code', 'code'],
  ['tt', 'code'],
  ['samp', 'code'],
  ['del', 'delete'],
  ['s', 'delete'],
  ['strike', 'delete'],
  ['sup', 'superscript'],
  ['sub', 'subscript'],
])

/** What an inline element makes of its text; null where nothing. */
export function markOf(element: Element, base: string | null): Omit<Mark, 'start' | 'end'> | null {
  if (element.name === 'a') {
    const href = element.attribs.href
    if (href === undefined) return null
    const note = fragmentOf(href, base)
    if (note !== '') return { type: 'note', note }
    const url = resolveUrl(href, base)
    return url === null ? { type: 'link' } : { type: 'link', url }
  }
  const type = MARKS.get(element.name)
  return type === undefined ? null : { type }
}
