import type { Element } from 'domhandler'
import { isElement, rawText, siblingElement } from './elements.ts'

/** Whether an element is a reading beside a word, without the brackets that tell it from the word where none is drawn. */
export function needsBrackets(element: Element): boolean {
  if (element.name !== 'rt' && element.name !== 'rtc') return false
  const before = siblingElement(element, 'prev')
  const hasOwn = before?.name === 'rp' || element.children.some((child) => isElement(child) && child.name === 'rp')
  const holdsReadings = element.children.some((child) => isElement(child) && child.name === 'rt')
  return !hasOwn && !holdsReadings && rawText(element).trim() !== ''
}
