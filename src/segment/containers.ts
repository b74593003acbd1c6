import type { Element } from 'domhandler'
import type { Container } from '../types.ts'
import { calloutOf } from './callouts.ts'
import { isElement } from './elements.ts'
import { taskState } from './tasks.ts'

/** Spans of a table cell beyond this are mistakes or attacks (HTML itself clamps at 1000). */
const MAX_CELL_SPAN = 50

export type ContainerFacts = Omit<Container, 'id'>

/** Elements that become containers, with what they say of themselves. */
const CONTAINERS: ReadonlyMap<string, (element: Element) => ContainerFacts> = new Map(
  Object.entries({
    ul: () => ({ type: 'list', ordered: false }),
    menu: () => ({ type: 'list', ordered: false }),
    ol: (element) => ({ type: 'list', ordered: true, first: firstNumber(element) }),
    li: (element) => {
      const checked = taskState(element)
      return checked === undefined ? { type: 'item' } : { type: 'item', checked }
    },
    blockquote: () => ({ type: 'quote' }),
    table: () => ({ type: 'table' }),
    tr: () => ({ type: 'row' }),
    td: (element) => cell(element, isInHead(element)),
    th: (element) => cell(element, true),
    figure: () => ({ type: 'figure' }),
    figcaption: () => ({ type: 'caption' }),
    caption: () => ({ type: 'caption' }),
    dl: () => ({ type: 'definitions' }),
    dt: () => ({ type: 'term' }),
    dd: () => ({ type: 'definition' }),
    details: () => ({ type: 'details' }),
    summary: () => ({ type: 'summary' }),
  } satisfies Readonly<Record<string, (element: Element) => ContainerFacts>>),
)

/** The container that an element becomes; null for most. */
export function containerOf(element: Element): ContainerFacts | null {
  const callout = calloutOf(element)
  if (callout !== null) return { type: 'callout', callout }
  return CONTAINERS.get(element.name)?.(element) ?? null
}

/** Where the list starts to count: what it says, else what its first item says. */
function firstNumber(list: Element): number {
  const item = list.children.find((child): child is Element => isElement(child) && child.name === 'li')
  return integer(list.attribs.start ?? item?.attribs.value, 1)
}

function cell(element: Element, header: boolean): ContainerFacts {
  return {
    type: 'cell',
    header,
    colSpan: Math.min(MAX_CELL_SPAN, Math.max(1, integer(element.attribs.colspan, 1))),
    rowSpan: Math.min(MAX_CELL_SPAN, Math.max(1, integer(element.attribs.rowspan, 1))),
  }
}

/** Plain cells of a table's head are header cells as well. */
function isInHead({ parent }: Element): boolean {
  const around = parent?.parent as Element | null | undefined
  return around?.name === 'thead'
}

function integer(text: string | undefined, otherwise: number): number {
  const value = Number.parseInt(text ?? '', 10)
  return Number.isSafeInteger(value) && Math.abs(value) < 1e9 ? value : otherwise
}
