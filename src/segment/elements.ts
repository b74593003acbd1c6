import type { ChildNode, Element } from 'domhandler'
import type { Span } from '../types.ts'
import { INVISIBLE } from './tags.ts'

/** Nodes that are looked at inside of one element: a formula has some hundreds, a listing some thousands. */
const MAX_NODES = 20_000

/** All nodes inside of an element, in document order, without recursion. */
export function* nodesInside(element: Element, limit = MAX_NODES): Generator<ChildNode, void> {
  const stack: ChildNode[] = [...element.children].reverse()
  let seen = 0
  for (let node = stack.pop(); node !== undefined && seen < limit; node = stack.pop(), seen++) {
    yield node
    if (!isElement(node)) continue
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i]
      if (child !== undefined) stack.push(child)
    }
  }
}

/** The first element that is looked for, among the first `limit` nodes inside. */
export function findInside(element: Element, matches: (inner: Element) => boolean, limit = MAX_NODES): Element | null {
  for (const node of nodesInside(element, limit)) if (isElement(node) && matches(node)) return node
  return null
}

/** Whether there is text or a picture inside. */
export function showsSomething(element: Element): boolean {
  for (const node of nodesInside(element)) if (isElement(node) ? node.name === 'img' : isShownText(node)) return true
  return false
}

/** Pictograms have titles, which browsers show under the mouse only. */
function isShownText(node: ChildNode): boolean {
  if (node.type !== 'text' || node.data.trim() === '') return false
  return !INVISIBLE.has((node.parent as Element | null)?.name ?? '')
}

/** All text inside, white space as written. */
export function rawText(element: Element): string {
  let text = ''
  for (const node of nodesInside(element)) if (node.type === 'text') text += node.data
  return text
}

/** The nearest sibling that is no white space or comment; null where there is none, or text. */
export function siblingElement(element: Element, side: 'prev' | 'next'): Element | null {
  for (let node = element[side]; node !== null; node = node[side]) {
    if (isElement(node)) return node
    if (node.type === 'text' && node.data.trim() !== '') return null
  }
  return null
}

/** Words of the class, as written: `highlight language-js` -> highlight, language-js. */
export function classNames({ attribs }: Element): readonly string[] {
  return attribs.class === undefined ? [] : attribs.class.split(/\s+/)
}

export function isElement(node: ChildNode): node is Element {
  return 'attribs' in node
}

/** Where an element stands in the source. */
export function placeOf({ startIndex, endIndex }: Element): Span {
  return { start: startIndex ?? 0, end: endIndex ?? startIndex ?? 0 }
}

/** 1..6 for `h1`..`h6`, else 0. */
export function headingLevel(name: string): number {
  const level = name.length === 2 && name.charCodeAt(0) === 104 ? name.charCodeAt(1) - 48 : 0
  return level >= 1 && level <= 6 ? level : 0
}
