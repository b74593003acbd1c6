import type { Element } from 'domhandler'
import type { Mark } from '../types.ts'
import { placeOf } from './places.ts'
import { type Addresses, resolvePlace, resolveUrl } from './urls.ts'

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
export function markOf(element: Element, addresses: Addresses): Omit<Mark, 'start' | 'end'> | null {
  if (element.name === 'a') return element.attribs.href === undefined ? null : linkOf(element.attribs.href, addresses)
  const type = MARKS.get(element.name)
  return type === undefined ? null : { type }
}

/** Whatever leads to a place of the page may be a reference to a note, until all of the page is known. */
function linkOf(href: string, addresses: Addresses): Omit<Mark, 'start' | 'end'> {
  const { name, isSure } = placeOf(href, addresses)
  const url = href.trim().startsWith('#') ? resolvePlace(href.trim(), addresses.page) : resolveUrl(href, addresses.base)
  const target = url === null ? {} : { url }
  if (name === '') return { type: 'link', ...target }
  return { type: 'note', note: name, ...target, ...(isSure ? { local: true } : {}) }
}
