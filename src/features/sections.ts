import type { Shape } from '../text/shape.ts'
import type { Block } from '../types.ts'
import { columnOf } from './columns.ts'
import type { Context } from './context.ts'
import type { Feature } from './feature.ts'
import { addBlock, emptyPart, linkShare, logWords, type Measured, type Part, proseShare } from './measured.ts'
import { SAFE_ROLES } from './phrases.ts'

/** A line of text that is longer heads nothing. */
const MAX_HEADING_WORDS = 12

/** The part of a page under one heading. */
export interface Section extends Part {
  /** Block of the heading; -1 for the part before the first one. */
  readonly heading: number
}

/** @returns The section of each block. */
export function readSections(measured: Measured): readonly Section[] {
  let section: Section = { heading: -1, ...emptyPart() }
  return measured.page.blocks.map((_, i) => {
    if (isHeading(measured, i)) section = { heading: i, ...emptyPart() }
    addBlock(section, measured, i)
    return section
  })
}

/** What heads a section: a heading element, or in text a short line after a blank one and before a paragraph. */
function isHeading({ page, shapes, prose }: Measured, i: number): boolean {
  const block = page.blocks[i] as Block
  if (block.dom !== null) return block.kind === 'heading'
  const { words, endsSentence } = shapes[i] as Shape
  return words > 0 && words <= MAX_HEADING_WORDS && !endsSentence && block.gap && (prose[i + 1] ?? 0) > 0.5
}

function column(value: (section: Section, block: number, context: Context) => number): Feature['column'] {
  return (context) => columnOf(context.sections, (section, i) => value(section, i, context))
}

/** The section that a block stands in: related stories and comments come under a heading of their own. */
export const SECTION_FEATURES: readonly Feature[] = [
  {
    name: 'sectionBlocks',
    why: 'blocks since the heading',
    column: column(({ heading }, i) => Math.log2(1 + i - Math.max(0, heading))),
  },
  {
    name: 'sectionLevel',
    why: 'level of the heading; missing before the first one',
    column: column(({ heading }, _, { page }) => (heading < 0 ? Number.NaN : (page.blocks[heading] as Block).level)),
  },
  {
    name: 'sectionPhrase',
    why: 'the heading is a phrase of boilerplate',
    column: column(({ heading }, _, { phrases }) => {
      const phrase = phrases[heading] ?? null
      return Number(phrase?.whole === true && SAFE_ROLES.has(phrase.role))
    }),
  },
  { name: 'sectionProse', why: 'share of prose under the heading', column: column(proseShare) },
  { name: 'sectionLinks', why: 'share of links under the heading', column: column(linkShare) },
  { name: 'sectionWords', why: 'length of the section', column: column(logWords) },
]
