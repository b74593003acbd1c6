import { words } from '../text/words.ts'
import type { Block, Page } from '../types.ts'

/** The words of a page as numbers: equal words have equal ids, counted from 0 in order of first occurrence. */
export interface Terms {
  readonly vocabulary: readonly string[]
  /** Ids of the distinct words of each block, in order of first occurrence. */
  readonly blocks: readonly Int32Array[]
  /** Ids of the words of the page's own title (`title` of HTML, first line of text), those on the page only. */
  readonly title: ReadonlySet<number>
  /** Words of that title, the unknown ones included. */
  readonly titleCount: number
  /** Ids of the description that the page declares. */
  readonly description: ReadonlySet<number>
  readonly descriptionCount: number
  /** Ids of the text that the page declares as its body (`articleBody` in JSON-LD); null without one. */
  readonly declaredBody: ReadonlySet<number> | null
}

/** A declared body of fewer words is a teaser. */
const MIN_BODY_WORDS = 60
const MAX_TITLE_WORDS = 40
/** A text page's first line is its title where it is no longer than this, in characters. */
const MAX_TITLE_CHARS = 200

export function readTerms(page: Page): Terms {
  const ids = new Map<string, number>()
  const idOf = (word: string): number => {
    const known = ids.get(word)
    if (known !== undefined) return known
    ids.set(word, ids.size)
    return ids.size - 1
  }
  const blocks = readBlocks(page.blocks, idOf)
  const known = (list: readonly string[]): Set<number> =>
    new Set(list.map((word) => ids.get(word)).filter((id): id is number => id !== undefined))
  const title = words(titleOf(page)).slice(0, MAX_TITLE_WORDS)
  const description = words(descriptionOf(page))
  const body = words(declaredBody(page.hints.jsonLd))
  return {
    vocabulary: [...ids.keys()],
    blocks,
    title: known(title),
    titleCount: new Set(title).size,
    description: known(description),
    descriptionCount: new Set(description).size,
    declaredBody: body.length >= MIN_BODY_WORDS ? known(body) : null,
  }
}

/** Ids of the distinct words of each block; `idOf` counts from 0. */
function readBlocks(blocks: readonly Block[], idOf: (word: string) => number): Int32Array[] {
  // The block that each word was last met in: cheaper than a set a block.
  const lastBlock: number[] = []
  return blocks.map(({ text }, i) => {
    const found: number[] = []
    if (text !== '')
      for (const word of words(text)) {
        const id = idOf(word)
        if (lastBlock[id] !== i) found.push(id)
        lastBlock[id] = i
      }
    return new Int32Array(found)
  })
}

function titleOf({ hints, blocks, kind }: Page): string {
  if (kind === 'html') return hints.title ?? ''
  const first = blocks.find((block) => block.text !== '')?.text ?? ''
  return first.length <= MAX_TITLE_CHARS ? first : ''
}

function descriptionOf({ hints }: Page): string {
  return hints.meta.find(({ name }) => name === 'description' || name === 'og:description')?.content ?? ''
}

/** Depth and number of JSON-LD values that are looked at. */
const MAX_VALUES = 2000

/** The longest `articleBody` of the page's JSON-LD. */
function declaredBody(jsonLd: readonly unknown[]): string {
  let longest = ''
  const open: unknown[] = [...jsonLd]
  for (let seen = 0; open.length > 0 && seen < MAX_VALUES; seen++) {
    const value = open.pop()
    if (typeof value !== 'object' || value === null) continue
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'articleBody' && typeof inner === 'string' && inner.length > longest.length) longest = inner
      else if (typeof inner === 'object') open.push(inner)
    }
  }
  return longest
}
