import type { Shape } from '../text/shape.ts'
import type { Block, DomFacts } from '../types.ts'
import { type Ancestry, LANDMARKS, TOKEN_GROUPS } from './ancestry.ts'
import { columnOf } from './columns.ts'
import type { Context } from './context.ts'
import { type Feature, htmlOnly, perBlock } from './feature.ts'

const OWN_TAGS = ['p', 'li', 'td', 'div', 'span', 'dd'] as const

/** A feature of the block's element; missing for text pages. */
function ofElement(
  name: string,
  why: string,
  value: (known: Ancestry, element: number, context: Context, block: number) => number,
): Feature {
  return perBlock(name, why, (context, i) => {
    const known = context.ancestry
    const element = context.page.blocks[i]?.dom?.element
    return known === null || element === undefined ? Number.NaN : value(known, element, context, i)
  })
}

const ofDom = (name: string, why: string, value: (dom: DomFacts, block: Block) => number): Feature =>
  perBlock(name, why, ({ page }, i) => {
    const block = page.blocks[i] as Block
    return block.dom === null ? Number.NaN : value(block.dom, block)
  })

/** Characters of the blocks with the same path of tags, as a share of the page: paragraphs of an article share theirs. */
function samePath(context: Context): Float64Array {
  const { outline, blocks } = context.page
  if (outline === null) return new Float64Array(context.count).fill(Number.NaN)
  const ids = new Map<string, number>()
  const path = outline.parent.map(() => 0)
  outline.parent.forEach((parent, i) => {
    const key = `${parent < 0 ? '' : path[parent]}/${outline.tag[i]}`
    const id = ids.get(key) ?? ids.size
    ids.set(key, id)
    path[i] = id
  })
  const chars = new Float64Array(ids.size)
  const idOf = (block: Block): number => path[block.dom?.element ?? 0] ?? 0
  blocks.forEach((block, i) => {
    chars[idOf(block)] = (chars[idOf(block)] as number) + (context.shapes[i] as Shape).chars
  })
  return columnOf(blocks, (block) => (chars[idOf(block)] as number) / Math.max(1, context.totalChars))
}

const NEAR = 12

/** What only HTML tells: links, tags, names of the elements around, the best container. Missing for text pages. */
export const DOM_FEATURES: readonly Feature[] = (
  [
    perBlock('linkShare', 'menus and teasers are links', (c, i) =>
      c.page.blocks[i]?.dom === null ? Number.NaN : (c.linkShares[i] as number),
    ),
    ofDom('hidden', 'not shown: menus, dialogs, other tabs', (dom) => Number(dom.hidden)),
    ofDom('control', 'buttons and selections', (dom) => Number(dom.control)),
    ofDom('heading', 'headings belong to what follows', (_, block) => (block.kind === 'heading' ? block.level : 0)),
    ofDom('code', 'code and preformatted text are content', (_, block) => Number(block.kind === 'code')),
    ofDom(
      'inList',
      'nesting of lists around the block',
      (_, block) => block.containers.filter((c) => c.type === 'list').length,
    ),
    ofDom('inQuote', 'quotes are content', (_, block) => Number(block.containers.some((c) => c.type === 'quote'))),
    ofDom('inCaption', 'captions are metadata', (_, block) =>
      Number(block.containers.some((c) => c.type === 'caption')),
    ),
    ...OWN_TAGS.map((tag) =>
      ofElement(`tag.${tag}`, 'the element around the text', ({ outline }, element) =>
        Number(outline.tag[element] === tag),
      ),
    ),
    ...LANDMARKS.map((tag, k) =>
      ofElement(
        `in.${tag}`,
        'an element of this name around it',
        ({ landmarks }, element) => landmarks[k]?.[element] as number,
      ),
    ),
    ...TOKEN_GROUPS.map(([name], k) =>
      ofElement(
        `near${name}`,
        'closeness of an element whose names speak of it: 1 itself, towards 0 further up',
        ({ tokenSteps }, element) => {
          const steps = tokenSteps[k]?.[element] as number
          return Number.isNaN(steps) ? 0 : 1 / (1 + Math.min(NEAR, steps) / 3)
        },
      ),
    ),
    ofElement(
      'containerUp',
      'steps up to where the best container branches off (best of all features)',
      ({ up }, element) => Math.min(NEAR, up[element] as number),
    ),
    ofElement('containerDown', 'steps down from there', ({ down }, element) => Math.min(NEAR, down[element] as number)),
    ofElement('parentProse', 'words of prose in the parent element', ({ containers, outline }, element) =>
      Math.log2(1 + (containers.proseWords[Math.max(0, outline.parent[element] as number)] as number)),
    ),
    ofElement('parentLinks', 'share of links in the parent element', ({ containers, outline }, element) => {
      const parent = Math.max(0, outline.parent[element] as number)
      return (containers.linkWords[parent] as number) / Math.max(1, containers.words[parent] as number)
    }),
    ofElement('depth', 'deep elements are widgets', ({ containers }, element) => containers.depth[element] as number),
    { name: 'samePath', why: 'share of the page under the same path of tags', column: samePath },
  ] as readonly Feature[]
).map(htmlOnly)
