import { compile } from 'css-select'
import type { ChildNode, Document, Element } from 'domhandler'
import * as domutils from 'domutils'
import { BLOCK, INVISIBLE, VOID } from './tags.ts'

/**
 * Steps that a selector may take on a page, beside those for each of its elements. Selectors are the user's own, but a
 * page may be an attacker's: `h2 ~ p` looks at all siblings of each element, and a page can have 100,000 of them. Steps
 * are counted, not time, so that the same page gives the same article on any machine. Twenty selectors of all kinds on
 * 305 pages of wcxb-dev took less than 100,000 steps and 20 an element.
 */
const MIN_STEPS = 2_000_000
const STEPS_AN_ELEMENT = 100

/** Finds elements by selectors. */
export interface Finder {
  /**
   * The elements that a selector names, in the order of the page; null where it took too many steps.
   *
   * @throws Error for a selector that can't be read.
   */
  readonly find: (selector: string) => readonly Element[] | null
}

/** Ends a search that took too many steps. */
class StepsSpent extends Error {}

export function finderIn(document: Document): Finder {
  const elements = elementsOf(document)
  const limit = MIN_STEPS + STEPS_AN_ELEMENT * elements.length
  return {
    find(selector) {
      const matches = compiled(selector, limit)
      try {
        return elements.filter(matches)
      } catch (error) {
        if (error instanceof StepsSpent) return null
        throw error
      }
    },
  }
}

/** Why a selector can't be read; null for one that can. */
export function selectorProblem(selector: string): string | null {
  try {
    compiled(selector, 1)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const last = selector.trimEnd().at(-1)
  if (last === undefined || COMBINATORS.has(last)) return 'it ends too early'
  return unknownElement(selector)
}

const COMBINATORS = new Set('>+~')
/** What parts the names of elements; anything else is a sign that a selector is meant. */
const BETWEEN_NAMES = /[\s*>+~,]+/
const SIGNS = /[.#[:|]/
const INLINE =
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark math meter nobr output picture ' +
  'progress q rp rt ruby s samp small span strike strong sub sup svg time tt u var'
const ELEMENTS: ReadonlySet<string> = new Set([...BLOCK, ...INVISIBLE, ...VOID, ...INLINE.split(' ')])

/** `Share this*` is a selector as well, of elements that no page has: a line was meant. */
function unknownElement(selector: string): string | null {
  if (SIGNS.test(selector)) return null
  const names = selector
    .toLowerCase()
    .split(BETWEEN_NAMES)
    .filter((name) => name !== '')
  // Elements of a site's own have a hyphen in their name.
  const isMeant = names.length === 0 || names.some((name) => ELEMENTS.has(name) || name.includes('-'))
  return isMeant ? null : `HTML has no element ${names[0]}`
}

function compiled(selector: string, limit: number): (element: Element) => boolean {
  let left = limit
  const spend = (steps: number): void => {
    left -= steps
    if (left < 0) throw new StepsSpent()
  }
  const adapter = {
    ...domutils,
    // Whatever goes over elements asks this of each, or compares it.
    isTag(node: ChildNode): boolean {
      spend(1)
      return 'attribs' in node
    },
    equals(one: ChildNode, other: ChildNode): boolean {
      spend(1)
      return one === other
    },
    getText(node: ChildNode): string {
      const text = domutils.getText(node as never)
      spend(1 + text.length)
      return text
    },
  }
  // The tree is one of a newer domhandler, of the same shape.
  return compile(selector, { adapter } as never) as unknown as (element: Element) => boolean
}

/** All elements, in the order of the page, without recursion. */
function elementsOf(document: Document): Element[] {
  const found: Element[] = []
  const stack: ChildNode[] = [...document.children].reverse()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!('attribs' in node)) continue
    found.push(node as Element)
    for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as ChildNode)
  }
  return found
}
