import type { BlockContent, Link, Paragraph, PhrasingContent } from 'mdast'
import type { Block, Mark } from '../types.ts'
import { codeOfLines } from './codeLines.ts'
import { toPhrasing } from './inline.ts'
import type { DisplayMath } from './math.ts'
import { printableLine } from './printable.ts'
import type { RenderSettings } from './settings.ts'
import { safeImage, safeLink } from './urls.ts'

/** @param depth Of headings, 2..6. */
type Leaf = (block: Block, settings: RenderSettings, depth: number) => BlockContent[]

/** What a block by itself becomes: nothing where there is nothing to write of it. */
export const LEAVES: Readonly<Record<Block['kind'], Leaf>> = {
  paragraph: (block, settings) => paragraph(block, settings),
  heading: (block, settings, depth) => {
    const children = toPhrasing({ text: block.text, marks: wanted(block.marks, settings) }, false)
    return children.length === 0 ? [] : [{ type: 'heading', depth: depth as 2, children }]
  },
  code: (block) => (block.text === '' ? [] : [{ type: 'code', lang: block.codeLanguage ?? null, value: block.text }]),
  image: (block, settings) => image(block, settings),
  embed: ({ embed }, { links }) => {
    const url = safeLink(embed?.url)
    const value = printableLine(embed?.title ?? '')
    if (url === null || value === '') return []
    return [lineOf(links ? { type: 'link', url, children: [{ type: 'text', value }] } : { type: 'text', value })]
  },
  rule: () => [{ type: 'thematicBreak' }],
}

/** Terms and summaries are set off as bold lines: Markdown has no word for them. */
function paragraph(block: Block, settings: RenderSettings): BlockContent[] {
  const math = displayMath(block)
  if (math !== null) return [math]
  const code = codeOfLines(block)
  if (code !== null) return [{ type: 'code', lang: null, value: code }]
  const type = block.containers.at(-1)?.type
  const bold = type === 'term' || type === 'summary'
  const own = wanted(block.marks, settings)
  const marks = bold ? [...own, { type: 'strong' as const, start: 0, end: block.text.length }] : own
  const children = toPhrasing({ text: block.text, marks }, true)
  return children.length === 0 ? [] : [{ type: 'paragraph', children }]
}

/** Without the marks that are not to be written; the text under them stays. */
function wanted(marks: readonly Mark[], { images, links }: RenderSettings): readonly Mark[] {
  if (images && links) return marks
  return marks.flatMap((mark) => {
    if (mark.type === 'image') return images ? [links ? mark : withoutLink(mark)] : []
    return mark.type === 'link' && !links ? [] : [mark]
  })
}

function withoutLink({ link: _, ...mark }: Mark): Mark {
  return mark
}

/** A formula that is a paragraph. */
function displayMath({ text, marks }: Block): DisplayMath | null {
  const [only, second] = marks
  if (only?.type !== 'math' || only.display !== true || second !== undefined) return null
  return only.start === 0 && only.end === text.length ? { type: 'math', value: only.tex ?? text } : null
}

function lineOf(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children }
}

function image(block: Block, { images, links }: RenderSettings): Paragraph[] {
  const url = safeImage(block.image?.src)
  if (url === null || !images) return []
  const picture = { type: 'image' as const, url, alt: printableLine(block.image?.alt ?? '') }
  const target = links ? safeLink(block.marks.find((mark) => mark.type === 'link')?.url) : null
  const link = (to: string): Link => ({ type: 'link', url: to, children: [picture] })
  return [lineOf(target === null ? picture : link(target))]
}
