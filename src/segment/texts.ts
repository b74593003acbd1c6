import type { ChildNode, Element } from 'domhandler'
import { isIconName } from './icons.ts'

/** Text of an element, white space folded, cut off soon after `limit` characters; no recursion. */
export function textOf(element: Element, limit: number): string {
  let text = ''
  const stack: ChildNode[] = [...element.children].reverse()
  for (let node = stack.pop(); node !== undefined && text.length <= limit * 2; node = stack.pop()) {
    if (node.type === 'text') text += node.data
    else if ('attribs' in node && !isUnread(node as Element)) {
      // A border between elements parts words: names of two authors often stand in two spans.
      text += ' '
      for (let i = node.children.length - 1; i >= 0; i--) {
        const child = node.children[i]
        if (child !== undefined) stack.push(child)
      }
    }
  }
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, limit)
}

function isUnread(element: Element): boolean {
  return element.name === 'script' || element.name === 'style' || isIconName(element)
}

/** Nodes of a breadcrumb trail that are looked at: elements nest, and each would look at all inside of it. */
const MAX_SEEN = 1000

const LISTS = new Set(['ol', 'ul'])

/**
 * The list in a bar, where it has one: what stands beside it are switches of language or colours. The element itself
 * otherwise.
 */
export function trailIn(element: Element): Element {
  const stack: ChildNode[] = [element]
  for (let seen = 0, node = stack.pop(); node !== undefined && seen < MAX_SEEN; seen++, node = stack.pop()) {
    if (!('attribs' in node)) continue
    if (LISTS.has(node.name)) return node as Element
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i]
      if (child !== undefined) stack.push(child)
    }
  }
  return element
}

/** Texts of the links and the last item of a breadcrumb trail. */
export function linkTexts(element: Element): string[] {
  const texts: string[] = []
  const stack: ChildNode[] = [...element.children].reverse()
  let seen = 0
  for (let node = stack.pop(); node !== undefined && texts.length < 12 && seen++ < MAX_SEEN; node = stack.pop()) {
    if (!('attribs' in node)) continue
    if (isUnread(node as Element)) continue
    const text = node.name === 'a' || isLeaf(node as Element) ? textOf(node as Element, 100) : ''
    if (text !== '') {
      if (/[\p{L}\p{N}]/u.test(text) && texts.at(-1) !== text) texts.push(text)
      continue
    }
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i]
      if (child !== undefined) stack.push(child)
    }
  }
  return texts
}

function isLeaf(element: Element): boolean {
  return element.children.every((child) => child.type === 'text')
}
