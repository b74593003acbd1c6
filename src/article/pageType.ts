import type { Hints, PageType } from '../types.ts'

/** What a page declares to be, in `og:type` or as the type of a JSON-LD node. */
const DECLARED: Readonly<Record<string, PageType>> = {
  product: 'product',
  'og:product': 'product',
  'product.item': 'product',
  discussionforumposting: 'forum',
  qapage: 'forum',
  collectionpage: 'collection',
  itemlist: 'listing',
  searchresultspage: 'listing',
  techarticle: 'documentation',
  apireference: 'documentation',
  service: 'service',
}

/** Words of body from which a page that declares nothing is taken for an article. */
const MIN_ARTICLE_WORDS = 80

/** What kind of page it is, by what it declares and by how much prose it holds. */
export function readPageType(hints: Hints, bodyWords: number): PageType {
  const ogType = hints.meta.find((hint) => hint.name === 'og:type')?.content.toLowerCase() ?? ''
  const types = [...topTypes(hints.jsonLd), ogType]
  if (types.some((type) => /(?:article|posting|report|review)$/.test(type) && !Object.hasOwn(DECLARED, type)))
    return 'article'
  for (const type of types) if (Object.hasOwn(DECLARED, type)) return DECLARED[type] as PageType
  return bodyWords >= MIN_ARTICLE_WORDS ? 'article' : 'other'
}

/** Types of the nodes at the top of each JSON-LD script and its `@graph`. */
function topTypes(jsonLd: readonly unknown[]): string[] {
  return jsonLd
    .flatMap((value) => {
      const roots = Array.isArray(value) ? value : [value]
      const nodes = roots.flatMap((root: unknown) => {
        const graph = isRecord(root) ? root['@graph'] : undefined
        return Array.isArray(graph) ? [root, ...graph] : [root]
      })
      return nodes.flatMap((node: unknown) => (isRecord(node) ? [node['@type']].flat() : []))
    })
    .filter((type): type is string => typeof type === 'string')
    .map((type) => type.toLowerCase())
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
