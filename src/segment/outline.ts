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
  /** Words of each name that was seen: elements of a page share most of theirs. */
  readonly #wordsOfName = new Map<string, readonly string[]>()

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
    const tokens = this.#words(naming)
    this.#known.set(naming, tokens)
    return tokens
  }

  /** `postBody main-col_2` -> post, body, postbody, main, col. */
  #words(naming: string): string[] {
    const found = new Set<string>()
    for (const name of naming.split(/[\s/.:]+/)) {
      let words = this.#wordsOfName.get(name)
      if (words === undefined) {
        words = wordsOf(name)
        this.#wordsOfName.set(name, words)
      }
      for (const word of words) found.add(word)
      if (found.size >= MAX_TOKENS) break
    }
    return [...found]
  }

  build(): Outline {
    return { parent: this.#parent, tag: this.#tag, tokens: this.#tokens }
  }
}

const NONE: readonly string[] = []

/** `postBody` -> post, body, postbody. */
function wordsOf(name: string): string[] {
  const parts = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []
  const words = parts.filter((part) => part.length > 1).map((part) => part.toLowerCase())
  if (parts.length === 2) words.push(parts.join('').toLowerCase())
  return words
}
