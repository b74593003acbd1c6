import type { ArticleImage, Block } from '../types.ts'

/**
 * Puts captions where a reader looks for them: after their picture, once, and not when the alternative text says the same.
 *
 * @param images The article's figures: their captions have left the body.
 * @param shown Whether the pictures are written, and their alternative texts with them.
 */
export function withCaptions(blocks: readonly Block[], images: readonly ArticleImage[], shown: boolean): Block[] {
  const alts = shown ? altsOfFigures(blocks) : NONE
  const told = new Set(blocks.map((block) => block.text))
  const captions = new Map(images.map((image) => [image.src, image.caption]))
  return blocks.flatMap((block) => {
    if (isCaption(block) && alts.get(figureOf(block))?.has(block.text) === true) return []
    const caption = block.kind === 'image' ? captions.get(block.image?.src ?? '') : null
    if (!caption || (shown && caption === block.image?.alt) || told.has(caption)) return [block]
    told.add(caption)
    return [block, { ...block, kind: 'paragraph' as const, text: caption, marks: [], image: null }]
  })
}

const NONE: ReadonlyMap<number, ReadonlySet<string>> = new Map()

/** Whether a block is the caption of a figure; a table's caption is part of the text. */
export function isCaption({ containers }: Block): boolean {
  const at = containers.findLastIndex((container) => container.type === 'caption')
  return at > 0 && containers[at - 1]?.type !== 'table'
}

function figureOf({ containers }: Block): number {
  return containers.findLast((container) => container.type === 'figure')?.id ?? 0
}

/** Alternative texts of the pictures in each figure. */
function altsOfFigures(blocks: readonly Block[]): ReadonlyMap<number, ReadonlySet<string>> {
  const alts = new Map<number, Set<string>>()
  for (const block of blocks) {
    const figure = figureOf(block)
    if (block.image === null || figure === 0) continue
    const known = alts.get(figure) ?? new Set()
    alts.set(figure, known.add(block.image.alt))
  }
  return alts
}
