import type { Page } from '../types.ts'
import type { Context } from './context.ts'
import type { Feature } from './feature.ts'

/** Types of JSON-LD nodes and `og:type` by the kind of page that they declare. */
const DECLARED: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['Article', new Set('article newsarticle blogposting reportagenewsarticle review scholarlyarticle blog'.split(' '))],
  ['Product', new Set('product product.item og:product offer aggregateoffer productgroup vehicle book'.split(' '))],
  ['Forum', new Set('discussionforumposting qapage question answer'.split(' '))],
  ['List', new Set('collectionpage itemlist searchresultspage offercatalog'.split(' '))],
  ['Service', new Set('service localbusiness organization professionalservice softwareapplication faqpage'.split(' '))],
]
const MAX_VALUES = 1000

/** Lower-case types that the page declares. */
export function readDeclaredTypes(page: Page): ReadonlySet<string> {
  const types = new Set<string>()
  const open: unknown[] = [...page.hints.jsonLd]
  for (let seen = 0; open.length > 0 && seen < MAX_VALUES; seen++) {
    const value = open.pop()
    if (typeof value !== 'object' || value === null) continue
    for (const [key, inner] of Object.entries(value)) {
      if (key === '@type') for (const type of [inner].flat()) types.add(String(type).toLowerCase())
      else if (typeof inner === 'object') open.push(inner)
    }
  }
  for (const { name, content } of page.hints.meta) if (name === 'og:type') types.add(content.toLowerCase())
  return types
}

const constant =
  (value: (context: Context) => number): Feature['column'] =>
  (context) =>
    new Float64Array(context.count).fill(value(context))

const ofHtml =
  (value: (context: Context) => number): Feature['column'] =>
  (context) =>
    context.page.outline === null ? context.missing : new Float64Array(context.count).fill(value(context))

/** Blocks of at least this many words are paragraphs. */
const PARAGRAPH_WORDS = 30

/** What kind of page it is, the same for all of its blocks: a forum's posts and a shop's products are its content. */
export const PAGE_KIND_FEATURES: readonly Feature[] = [
  ...DECLARED.map(([name, types]) => ({
    name: `declares${name}`,
    why: 'a type that the page declares',
    column: ofHtml(({ declaredTypes }) => ([...types].some((type) => declaredTypes.has(type)) ? 1 : 0)),
  })),
  {
    name: 'pageLinks',
    why: 'share of links: listings and portals',
    column: ofHtml(
      (c) =>
        c.linkShares.reduce((sum, share, i) => sum + share * (c.shapes[i]?.words ?? 0), 0) / Math.max(1, c.totalWords),
    ),
  },
  {
    name: 'pageHeadings',
    why: 'service pages and documentation have many',
    column: ofHtml((c) => Math.log2(1 + c.page.blocks.filter((block) => block.kind === 'heading').length)),
  },
  {
    name: 'pageCode',
    why: 'documentation and forums about programs',
    column: ofHtml((c) => Math.log2(1 + c.page.blocks.filter((block) => block.kind === 'code').length)),
  },
  {
    name: 'pageRepeated',
    why: 'share of the page in repeated siblings',
    column: ofHtml((c) =>
      c.repeats === null
        ? 0
        : c.repeats.outer.reduce((sum, group, i) => sum + (group === null ? 0 : (c.shapes[i]?.words ?? 0)), 0) /
          Math.max(1, c.totalWords),
    ),
  },
  {
    name: 'pageParagraphs',
    why: 'long paragraphs',
    column: constant((c) => Math.log2(1 + c.shapes.filter((form) => form.words >= PARAGRAPH_WORDS).length)),
  },
  {
    name: 'pageQuestions',
    why: 'forums and service pages ask',
    column: constant((c) => c.page.blocks.filter((block) => block.text.endsWith('?')).length / Math.max(1, c.count)),
  },
  {
    name: 'pageComments',
    why: 'lines that speak of comments and answers',
    column: constant((c) => Math.log2(1 + c.phrases.filter((phrase) => phrase?.role === 'comments').length)),
  },
  {
    name: 'pageDeclaredBody',
    why: 'the page declares its text',
    column: ofHtml((c) => Number(c.terms.declaredBody !== null)),
  },
]
