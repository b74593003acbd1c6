import type { Outline } from '../types.ts'
import type { Context } from './context.ts'
import type { Feature } from './feature.ts'
import { addBlock, emptyPart, linkShare, type Measured, type Part, proseShare } from './measured.ts'

/** Sums over the blocks whose element and its parent have the same tags and names, an entry a block. */
export function readSlots(measured: Measured, outline: Outline): readonly Part[] {
  const slots = new Map<string, Part>()
  return measured.page.blocks.map((block, i) => {
    const key = slotKey(outline, block.dom?.element ?? 0)
    const slot = slots.get(key) ?? emptyPart()
    slots.set(key, slot)
    addBlock(slot, measured, i)
    return slot
  })
}

function slotKey(outline: Outline, element: number): string {
  const parent = outline.parent[element] ?? -1
  const own = `${outline.tag[element]} ${outline.tokens[element]?.join(' ')}`
  return parent < 0 ? own : `${own} < ${outline.tag[parent]} ${outline.tokens[parent]?.join(' ')}`
}

const ofSlot = (name: string, why: string, value: (slot: Part, context: Context) => number): Feature => ({
  name,
  why,
  column: (context) =>
    context.slots === null
      ? new Float64Array(context.count).fill(Number.NaN)
      : Float64Array.from(context.slots, (slot) => value(slot, context)),
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
