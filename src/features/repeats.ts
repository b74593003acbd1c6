import type { Outline } from '../types.ts'
import { columnOf } from './columns.ts'
import type { Context } from './context.ts'
import type { Feature } from './feature.ts'
import { addBlock, emptyPart, linkShare, type Measured, type Part, proseShare } from './measured.ts'

/** Elements of one name under one parent from which they are repeated items: cards, posts, comments, rows. */
const MIN_ITEMS = 3
/** Paragraphs and cells are repeated siblings too, but no items. */
const TEXT_TAGS = new Set(['p', 'br', 'td', 'th', 'dt', 'dd', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** Repeated siblings, with what their blocks add up to. */
export interface Repeated extends Part {
  items: number
}

/** The innermost and the outermost group that each block stands in an item of; null where there is none. */
export interface Repeats {
  readonly inner: readonly (Repeated | null)[]
  readonly outer: readonly (Repeated | null)[]
}

export function readRepeats(measured: Measured, outline: Outline): Repeats {
  const groupOf = groupSiblings(outline)
  const innerOf: (Repeated | null)[] = []
  const outerOf: (Repeated | null)[] = []
  groupOf.forEach((own, i) => {
    const parent = outline.parent[i] ?? -1
    const group = own !== null && own.items >= MIN_ITEMS ? own : null
    innerOf.push(group ?? innerOf[parent] ?? null)
    outerOf.push(outerOf[parent] ?? group)
  })
  const elements = measured.page.blocks.map((block) => block.dom?.element ?? 0)
  const inner = elements.map((element) => innerOf[element] ?? null)
  const outer = elements.map((element) => outerOf[element] ?? null)
  elements.forEach((_, i) => {
    for (const group of new Set([inner[i], outer[i]])) if (group) addBlock(group, measured, i)
  })
  return { inner, outer }
}

/** @returns The group of siblings with the same tag and names that each element belongs to; null for texts. */
function groupSiblings(outline: Outline): (Repeated | null)[] {
  const groups = new Map<string, Repeated>()
  return outline.parent.map((parent, i) => {
    const tag = outline.tag[i] ?? ''
    if (TEXT_TAGS.has(tag)) return null
    const key = `${parent} ${tag} ${outline.tokens[i]?.join(' ')}`
    const group = groups.get(key) ?? { items: 0, ...emptyPart() }
    groups.set(key, group)
    group.items++
    return group
  })
}

const MEASURES: readonly (readonly [string, string, (group: Repeated, pageWords: number) => number])[] = [
  ['Items', 'how many there are', ({ items }) => Math.log2(items)],
  ['Words', 'words of an item: posts are longer than teasers', ({ words, items }) => Math.log2(1 + words / items)],
  ['Blocks', 'blocks of an item', ({ blocks, items }) => Math.log2(1 + blocks / items)],
  ['Links', 'share of links in the items', linkShare],
  ['Prose', 'share of prose in the items', proseShare],
  ['Share', 'share of the page that they are', ({ words }, pageWords) => words / Math.max(1, pageWords)],
]

/** Repeated siblings around a block: cards of a listing, posts of a forum, comments. Missing for text pages. */
export const REPEAT_FEATURES: readonly Feature[] = (['inner', 'outer'] as const).flatMap((side) =>
  MEASURES.map(([name, why, value]) => ({
    name: `${side}${name}`,
    why: `${side}most repeated siblings around it: ${why}`,
    column: (context: Context) => {
      if (context.repeats === null) return context.missing
      return columnOf(context.repeats[side], (group) =>
        group === null ? Number.NaN : value(group, context.totalWords),
      )
    },
  })),
)
