import type { Element } from 'domhandler'
import type { Outline } from '../types.ts'

/** Attributes whose words tell what an element is for. */
const NAMING = ['class', 'id', 'role', 'itemprop', 'itemtype', 'aria-label', 'data-testid', 'data-component'] as const
/** Utility-class pages name one element in 60 words; the first ones are the telling ones. */
const MAX_TOKENS = 24
const MAX_ATTRIBUTE_CHARS = 400

/** Grows the outline of a page, an entry per block-level element in document order. */
export class OutlineBuilder {
  readonly #parent: number[] = []
  readonly #tag: string[] = []
  readonly #tokens: (readonly string[])[] = []
  readonly #known = new Map<string, readonly string[]>()

  /** @returns The index of the new entry. */
  add(element: Element | null, parent: number): number {
    this.#parent.push(parent)
    this.#tag.push(element?.name ?? '#root')
    this.#tokens.push(element === null ? [] : this.#tokensOf(element))
    return this.#parent.length - 1
  }

  #tokensOf(element: Element): readonly string[] {
    let naming = ''
    for (const name of NAMING) {
      const value = element.attribs[name]
      if (value !== undefined && value !== '') naming += ` ${value.slice(0, MAX_ATTRIBUTE_CHARS)}`
    }
    if (naming === '') return NONE
    const known = this.#known.get(naming)
    if (known !== undefined) return known
    const tokens = words(naming)
    this.#known.set(naming, tokens)
    return tokens
  }

  build(): Outline {
    return { parent: this.#parent, tag: this.#tag, tokens: this.#tokens }
  }
}

const NONE: readonly string[] = []

/** `postBody main-col_2` -> post, body, postbody, main, col. */
function words(naming: string): string[] {
  const found = new Set<string>()
  for (const name of naming.split(/[\s/.:]+/)) {
    const parts = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []
    for (const part of parts) if (part.length > 1) found.add(part.toLowerCase())
    if (parts.length === 2 && parts[0] !== undefined && parts[1] !== undefined)
      found.add((parts[0] + parts[1]).toLowerCase())
    if (found.size >= MAX_TOKENS) break
  }
  return [...found]
}
