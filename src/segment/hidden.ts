import type { Element } from 'domhandler'

const HIDDEN_STYLE = /display:\s{0,4}none|visibility:\s{0,4}hidden/i
const HIDDEN_TAGS = new Set(['noscript', 'template', 'dialog'])

/** Whether browsers show the element only after a script has asked for it, or not at all. */
export function isHidden(element: Element): boolean {
  const { attribs, name } = element
  return (
    HIDDEN_TAGS.has(name) ||
    attribs.hidden !== undefined ||
    attribs['aria-hidden'] === 'true' ||
    isHiddenByStyle(element)
  )
}

export function isHiddenByStyle({ attribs }: Element): boolean {
  return attribs.style !== undefined && HIDDEN_STYLE.test(attribs.style)
}
