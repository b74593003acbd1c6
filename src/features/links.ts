import type { Block } from '../types.ts'
import { columnOf } from './columns.ts'
import type { Context } from './context.ts'
import { type Feature, htmlOnly, perBlock } from './feature.ts'
import { windowMean } from './windows.ts'

/** Host of an absolute address, without `www.`; '' for relative ones. */
function hostOf(url: string): string {
  const start = url.startsWith('http') ? url.indexOf('//') + 2 : -1
  if (start < 2) return ''
  const end = url.indexOf('/', start)
  const host = url.slice(start, end < 0 ? undefined : end).toLowerCase()
  return host.startsWith('www.') ? host.slice(4) : host
}

const linksOf = (block: Block | undefined): readonly Block['marks'][number][] =>
  block?.marks.filter((mark) => mark.type === 'link') ?? []

function externalShare(context: Context): Float64Array {
  const own = hostOf(context.page.url ?? '')
  return columnOf(context.page.blocks, (block) => {
    const links = linksOf(block)
    if (links.length === 0 || block.dom === null) return Number.NaN
    const external = links.filter(({ url }) => {
      const host = hostOf(url ?? '')
      return host !== '' && host !== own
    })
    return external.length / links.length
  })
}

const around =
  (before: number, after: number) =>
  (context: Context): Float64Array =>
    windowMean(context.linkShares, before, after, false)

/** Links in a block and around it. Missing for text pages. */
export const LINK_FEATURES: readonly Feature[] = (
  [
    { name: 'externalLinks', why: 'articles cite other sites, menus do not', column: externalShare },
    perBlock('linkCount', 'paragraphs have few links, lists of labels many', ({ page }, i) =>
      page.blocks[i]?.dom === null ? Number.NaN : Math.log2(1 + linksOf(page.blocks[i]).length),
    ),
    { name: 'links1', why: 'share of links in the two blocks next to it', column: around(1, 1) },
    { name: 'linksPast3', why: 'in those before it', column: around(3, 0) },
    { name: 'linksNext3', why: 'in those after it', column: around(0, 3) },
    { name: 'links8', why: 'in the region', column: around(8, 8) },
  ] as readonly Feature[]
).map(htmlOnly)
