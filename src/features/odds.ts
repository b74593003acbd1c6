import { lowerBound } from '../text/lowerBound.ts'
import type { Outline } from '../types.ts'
import { columnOf } from './columns.ts'
import type { Context } from './context.ts'
import { windowMean } from './windows.ts'

/**
 * Log odds by key: `values[i]` is that of `keys[i]`, sorted by code units. A single page asks for some hundred of many
 * thousand keys, so they are searched as they are; read in as an object, they cost three times as much.
 */
export interface OddsTable {
  readonly keys: readonly string[]
  readonly values: readonly number[]
}

/** So many questions answer themselves faster by a search than by an index of all keys. */
const SEARCHES_BEFORE_INDEX = 4000

interface Lookup {
  searches: number
  index: ReadonlyMap<string, number> | null
}

/** Memo: an index of a table is built once it is worth it, which is after a few pages. */
const lookups = new WeakMap<OddsTable, Lookup>()

/** 0, the average, for what the table does not know. */
export function oddsOf(table: OddsTable, key: string): number {
  const lookup = lookups.get(table) ?? { searches: 0, index: null }
  if (lookup.index !== null) return lookup.index.get(key) ?? 0
  if (lookup.searches === 0) lookups.set(table, lookup)
  if (++lookup.searches > SEARCHES_BEFORE_INDEX)
    lookup.index = new Map(table.keys.map((each, i) => [each, table.values[i] as number]))
  return search(table, key)
}

function search({ keys, values }: OddsTable, key: string): number {
  const at = lowerBound(keys, key)
  return keys[at] === key ? (values[at] as number) : 0
}

/**
 * Learned tables: how much likelier than the average a block is content that has a word, a phrase or stands under a
 * class name; log odds, 0 is average.
 */
export interface Odds {
  /** Words of a block in lower case; `^a b` its first two words; `=a b` all of a short one. */
  readonly words: OddsTable
  /** Words of class, id, role and itemprop of the elements around a block; `<tag>` their tags. */
  readonly names: OddsTable
}

/** Longest block, in words, that is looked up as a whole. */
const MAX_WHOLE_WORDS = 4

/** Keys of a block besides its words: how it starts, and what it is where it is short. */
export function phraseKeys(ids: Int32Array, vocabulary: readonly string[]): string[] {
  const first = vocabulary[ids[0] ?? -1]
  if (first === undefined) return []
  const second = vocabulary[ids[1] ?? -1] ?? ''
  const keys = [`^${first} ${second}`]
  if (ids.length <= MAX_WHOLE_WORDS) keys.push(`=${Array.from(ids, (id) => vocabulary[id]).join(' ')}`)
  return keys
}

interface WordOdds {
  readonly mean: Float64Array
  readonly min: Float64Array
  readonly max: Float64Array
  readonly phrase: Float64Array
}

function readWordOdds({ terms, count }: Context, odds: Odds): WordOdds {
  const byId = columnOf(terms.vocabulary, (word) => oddsOf(odds.words, word))
  const mean = new Float64Array(count)
  const min = new Float64Array(count)
  const max = new Float64Array(count)
  const phrase = new Float64Array(count)
  terms.blocks.forEach((ids, i) => {
    let sum = 0
    for (const id of ids) {
      const value = byId[id] as number
      sum += value
      if (value < (min[i] as number)) min[i] = value
      if (value > (max[i] as number)) max[i] = value
    }
    // Two words of no opinion: a single word says less than a sentence of such words.
    mean[i] = sum / (ids.length + 2)
    for (const key of phraseKeys(ids, terms.vocabulary)) {
      const value = oddsOf(odds.words, key)
      if (Math.abs(value) > Math.abs(phrase[i] as number)) phrase[i] = value
    }
  })
  return { mean, min, max, phrase }
}

/** Keys of an element. */
export function nameKeys(outline: Outline, element: number): readonly string[] {
  return [`<${outline.tag[element]}>`, ...(outline.tokens[element] ?? [])]
}

interface NameOdds {
  /** Of the element itself and of its ancestors; an entry an element. */
  readonly own: Float64Array
  readonly min: Float64Array
  readonly max: Float64Array
  readonly sum: Float64Array
}

function readNameOdds(outline: Outline, odds: Odds): NameOdds {
  const count = outline.parent.length
  const own = new Float64Array(count)
  const min = new Float64Array(count)
  const max = new Float64Array(count)
  const sum = new Float64Array(count)
  // Elements share most of their names.
  const known = new Map<string, number>()
  for (let i = 0; i < count; i++) {
    let low = 0
    let high = 0
    for (const key of nameKeys(outline, i)) {
      const value = known.get(key) ?? oddsOf(odds.names, key)
      known.set(key, value)
      if (value < low) low = value
      if (value > high) high = value
    }
    own[i] = low + high
    const parent = outline.parent[i] as number
    min[i] = parent < 0 ? low : Math.min(low, min[parent] as number)
    max[i] = parent < 0 ? high : Math.max(high, max[parent] as number)
    sum[i] = (own[i] as number) + (parent < 0 ? 0 : 0.8 * (sum[parent] as number))
  }
  return { own, min, max, sum }
}

/** Columns by name, each with the reason why it should tell article from boilerplate. */
const WORD_COLUMNS: readonly (readonly [name: string, why: string])[] = [
  ['wordMean', 'what is said in menus and notices, what in articles'],
  ['wordMin', 'one word can be enough: `cookies`'],
  ['wordMax', 'or speak for the block'],
  ['phraseOdds', 'how lines of boilerplate start, and what they are as a whole'],
  ['wordMean3', 'boilerplate comes in company'],
  ['phraseNext', 'a button below: a box'],
  ['phrasePast', 'a label above: what it heads'],
]
const NAME_COLUMNS: readonly (readonly [name: string, why: string])[] = [
  ['nameOwn', 'what the element itself is called'],
  ['nameParent', 'what the element around it is called'],
  ['nameMin', 'one ancestor can be enough: `footer`'],
  ['nameMax', 'or speak for the block: `articlebody`'],
  ['nameSum', 'all of them, the nearer ones more'],
  ['nameSumNext', 'the same of the block after it'],
  ['nameSumPast', 'and of the block before it'],
]

/** Names of the columns that `oddsColumns` gives. */
export const ODDS_NAMES: readonly string[] = [...WORD_COLUMNS, ...NAME_COLUMNS].map(([name]) => name)

const shifted = (column: Float64Array, by: 1 | -1): Float64Array => column.map((_, i) => column[i + by] ?? 0)

/** What the learned tables say of each block, in the order of `ODDS_NAMES`. */
export function oddsColumns(context: Context, odds: Odds): readonly ArrayLike<number>[] {
  const { mean, min, max, phrase } = readWordOdds(context, odds)
  const ofWords = [mean, min, max, phrase, windowMean(mean, 3, 3, false), shifted(phrase, 1), shifted(phrase, -1)]
  const { outline, blocks } = context.page
  if (outline === null) return [...ofWords, ...NAME_COLUMNS.map(() => context.missing)]
  const names = readNameOdds(outline, odds)
  const elements = blocks.map((block) => block.dom?.element ?? 0)
  const at = (values: Float64Array): Float64Array => columnOf(elements, (element) => values[element] as number)
  const sum = at(names.sum)
  const parent = columnOf(elements, (element) => names.own[Math.max(0, outline.parent[element] as number)] as number)
  return [...ofWords, at(names.own), parent, at(names.min), at(names.max), sum, shifted(sum, 1), shifted(sum, -1)]
}
