import type { Block, ElementHint, Origin } from '../types.ts'

/** Declared, not shown. */
export const NOWHERE = -1

/** Something that the page tells for a field. */
export interface Told extends Origin {
  readonly value: string
}

/** A declared value with its source; null where there is none. */
export function toldBy(source: string, value: string | null | undefined): Told | null {
  return value === null || value === undefined ? null : { value, source, place: NOWHERE }
}

/** Names that the page tells, and where. */
export interface NamesTold extends Origin {
  readonly names: readonly string[]
}

/** Names that elements declare by their text, as microdata writes them. */
const PROPERTIES: Readonly<Record<string, string>> = {
  headline: 'itemprop=headline',
  articlesection: 'itemprop=articleSection',
  'publisher.name': 'itemprop=publisher',
}

/** A name of a meta element as one looks for it: `og:title` and `parsely-author` are plain, `date` alone is not. */
export function metaSource(name: string): string {
  if (Object.hasOwn(PROPERTIES, name)) return PROPERTIES[name] as string
  return /[.:_-]/.test(name) ? name : `meta ${name}`
}

/** The block that shows the text of an element, or its first block; -1 where its text is not shown. */
export function blockOf({ text, start }: ElementHint, blocks: readonly Block[]): number {
  const at = firstEndingAfter(start, blocks)
  const shown = blocks[at]?.text ?? ''
  const isShown = shown !== '' && text !== '' && (shown.includes(text) || text.includes(shown))
  return isShown ? at : NOWHERE
}

function firstEndingAfter(start: number, blocks: readonly Block[]): number {
  let from = 0
  let to = blocks.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((blocks[middle]?.span.end ?? 0) > start) to = middle
    else from = middle + 1
  }
  return from
}
