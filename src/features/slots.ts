import type { Outline } from '../types.ts'
import { columnOf } from './columns.ts'
import type { Context } from './context.ts'
import type { Feature } from './feature.ts'
import { addBlock, emptyPart, linkShare, type Measured, type Part, proseShare } from './measured.ts'

/** Sums over the blocks whose element and its parent have the same tags and names, an entry a block. */
export function readSlots(measured: Measured, outline: Outline): readonly Part[] {
  const slots = new Map<string, Part>()
  const kinds = kindsOf(outline)
  return measured.page.blocks.map((block, i) => {
    const element = block.dom?.element ?? 0
    const key = `${kinds[element]} ${kinds[outline.parent[element] ?? -1]}`
    const slot = slots.get(key) ?? emptyPart()
    slots.set(key, slot)
    addBlock(slot, measured, i)
    return slot
  })
}

/** A number for the tag and the names of each element: long lists of names are put together once, not for each block. */
function kindsOf({ tag, tokens }: Outline): readonly number[] {
  const ids = new Map<string, number>()
  return tag.map((name, i) => {
    const key = `${name} ${tokens[i]?.join(' ')}`
    const id = ids.get(key) ?? ids.size
    ids.set(key, id)
    return id
  })
}

const ofSlot = (name: string, why: string, value: (slot: Part, context: Context) => number): Feature => ({
  name,
  why,
  column: (context) =>
    context.slots === null ? context.missing : columnOf(context.slots, (slot) => value(slot, context)),
})

/** What stands in elements of the same names all over the page. Missing for text pages. */
export const SLOT_FEATURES: readonly Feature[] = [
  ofSlot('slotBlocks', 'how often the names occur', ({ blocks }) => Math.log2(blocks)),
  ofSlot('slotWords', 'words of a block there', ({ words, blocks }) => Math.log2(1 + words / blocks)),
  ofSlot('slotProse', 'share of prose there', proseShare),
  ofSlot('slotLinks', 'share of links there', linkShare),
  ofSlot(
    'slotShare',
    'share of the prose of the page',
    ({ proseWords }, { totalProse }) => proseWords / Math.max(1, totalProse),
  ),
]
