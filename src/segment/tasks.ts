import type { ChildNode, Element } from 'domhandler'
import { isElement } from './elements.ts'

/** Elements around the box: `li > p > label > input`. */
const MAX_STEPS = 4

/** The state of the check box that an item of a list starts with; undefined where it starts with none. */
export function taskState(item: Element): boolean | undefined {
  let inside: Element = item
  for (let step = 0; step < MAX_STEPS; step++) {
    const first = inside.children.find(showsSomething)
    if (first === undefined || !isElement(first)) return undefined
    if (first.name === 'input')
      return first.attribs.type?.toLowerCase() === 'checkbox' ? first.attribs.checked !== undefined : undefined
    inside = first
  }
  return undefined
}

function showsSomething(node: ChildNode): boolean {
  return node.type === 'text' ? node.data.trim() !== '' : isElement(node)
}
