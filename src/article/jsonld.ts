import { plainText } from './entities.ts'
import { bare, isPlaceholder } from './fields.ts'

/** What the JSON-LD of a page says about its article. */
export interface Declared {
  /** The node is an article, no mere page, product or video. */
  readonly isArticle: boolean
  /** It is news, whose headline is written by the editors rather than for search engines. */
  readonly isNews: boolean
  readonly headline: string | null
  readonly authors: readonly Person[]
  readonly editors: readonly Person[]
  readonly contributors: readonly Person[]
  readonly published: string | null
  readonly modified: string | null
  readonly publisher: string | null
  /** Name of the `WebSite` node. */
  readonly website: string | null
  readonly sections: readonly string[]
  readonly keywords: readonly string[]
  /** Names of the breadcrumb items, in order. */
  readonly breadcrumbs: readonly string[]
  readonly url: string | null
}

export interface Person {
  readonly name: string
  readonly organisation: boolean
}

type Node = Readonly<Record<string, unknown>>

/** Nodes beyond these are data, not description. */
const MAX_NODES = 2000
/** Properties that lead from a node to others about the same page; comments and teasers are not among them. */
const PATHS = [
  '@graph',
  'mainEntity',
  'mainEntityOfPage',
  'liveBlogUpdate',
  'hasPart',
  'itemReviewed',
  'review',
  'isPartOf',
]
/** Properties whose nodes others may refer to by their `@id`. */
const NAMING = ['author', 'creator', 'editor', 'contributor', 'publisher', 'breadcrumb']
const ARTICLE = /(?:article|posting|report|review|newsitem|recipe)$/i
const NEWS = /newsarticle$/i
/** Types that have a title and a date of their own, if there is no article. */
const PAGE =
  /^(?:webpage|itempage|aboutpage|qapage|question|videoobject|creativework|book|course|event|faqpage|howto|podcastepisode)$/i

const NOTHING: Declared = {
  isArticle: false,
  isNews: false,
  headline: null,
  authors: [],
  editors: [],
  contributors: [],
  published: null,
  modified: null,
  publisher: null,
  website: null,
  sections: [],
  keywords: [],
  breadcrumbs: [],
  url: null,
}

/**
 * Reads the article node of a page's JSON-LD.
 *
 * @param titles Headlines that the page shows: of several articles, the one with such a headline is meant.
 * @param url Canonical URL of the page.
 */
export function readJsonLd(jsonLd: readonly unknown[], titles: readonly string[], url: string | null): Declared {
  const nodes = collect(jsonLd)
  if (nodes.length === 0) return NOTHING
  const byId = indexIds(nodes)
  const article = chooseArticle(nodes, titles, url)
  const get = (key: string) => (article === null ? undefined : own(article, key))
  const people = (key: string) => peopleOf(get(key), byId)
  const site = nodes.find((node) => hasType(node, /^website$/i))
  return {
    isArticle: article !== null && hasType(article, ARTICLE),
    isNews: article !== null && hasType(article, NEWS),
    headline: text(get('headline')) ?? text(get('name')),
    authors: firstOf(people('author'), people('creator')),
    editors: people('editor'),
    contributors: people('contributor'),
    published: text(get('datePublished')) ?? text(get('uploadDate')) ?? text(get('dateCreated')),
    modified: text(get('dateModified')),
    publisher: peopleOf(get('publisher'), byId)[0]?.name ?? null,
    website: text(site === undefined ? undefined : own(site, 'name')),
    sections: texts(get('articleSection')),
    keywords: texts(get('keywords')),
    breadcrumbs: breadcrumbsOf(nodes, byId),
    url: text(get('url')),
  }
}

/** Nodes by their `@id`, over all scripts of the page. */
function indexIds(nodes: readonly Node[]): Ids {
  const byId = new Map<string, Node>()
  for (const node of nodes) {
    const id = stringOf(own(node, '@id'))
    if (id === null) continue
    // A page may refer to `#anna` and describe `https://example.com/story#anna`, or the other way round.
    for (const key of new Set([id, id.slice(Math.max(0, id.indexOf('#')))])) {
      // A mere reference has nothing but its id.
      if (Object.keys(node).length > Object.keys(byId.get(key) ?? {}).length) byId.set(key, node)
    }
  }
  return byId
}

type Ids = ReadonlyMap<string, Node>

/** The node that an `@id` refers to, if the page has it. */
function resolve(id: string | null, byId: Ids): Node | undefined {
  if (id === null) return undefined
  const fragment = id.indexOf('#')
  return byId.get(id) ?? (fragment < 0 ? undefined : byId.get(id.slice(fragment)))
}

function firstOf<T>(...lists: readonly (readonly T[])[]): readonly T[] {
  return lists.find((list) => list.length > 0) ?? []
}

/** All nodes within reach, breadth first. */
function collect(jsonLd: readonly unknown[]): Node[] {
  const nodes: Node[] = []
  const queue: unknown[] = [...jsonLd]
  for (let i = 0; i < queue.length && nodes.length < MAX_NODES; i++) {
    const value = queue[i]
    if (Array.isArray(value)) queue.push(...value.slice(0, MAX_NODES))
    if (!isNode(value)) continue
    nodes.push(value)
    for (const path of PATHS) if (typeof own(value, path) === 'object') queue.push(own(value, path))
    for (const path of NAMING) if (typeof own(value, path) === 'object') queue.push(own(value, path))
  }
  return nodes
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function own(node: Node, key: string): unknown {
  return Object.hasOwn(node, key) ? node[key] : undefined
}

function hasType(node: Node, pattern: RegExp): boolean {
  return [own(node, '@type')]
    .flat()
    .some((type) => typeof type === 'string' && pattern.test(type.replace(/^.*[/:]/, '')))
}

function chooseArticle(nodes: readonly Node[], titles: readonly string[], url: string | null): Node | null {
  const shown = titles.map(bare).filter((title) => title !== '')
  let best: Node | null = null
  let bestWeight = 0
  for (const node of nodes) {
    const weight = weigh(node, shown, url)
    if (weight > bestWeight) [best, bestWeight] = [node, weight]
  }
  return best
}

function weigh(node: Node, titles: readonly string[], url: string | null): number {
  const type = hasType(node, ARTICLE) ? 10 : hasType(node, PAGE) ? 3 : 0
  if (type === 0) return 0
  const headline = bare(text(own(node, 'headline')) ?? text(own(node, 'name')) ?? '')
  const isShown = headline !== '' && titles.some((title) => title.includes(headline) || headline.includes(title))
  const ids = [own(node, 'url'), own(node, '@id'), own(node, 'mainEntityOfPage')].map((id) => urlOf(id))
  const isPage = url !== null && ids.some((id) => id !== null && sameAddress(id, url))
  const isDated = text(own(node, 'datePublished')) !== null
  return type + (isShown ? 4 : 0) + (isPage ? 4 : 0) + (isDated ? 2 : 0) + (own(node, 'author') === undefined ? 0 : 1)
}

function urlOf(value: unknown): string | null {
  return stringOf(value) ?? (isNode(value) ? (stringOf(own(value, '@id')) ?? stringOf(own(value, 'url'))) : null)
}

function sameAddress(a: string, b: string): boolean {
  const fold = (url: string) =>
    url
      .replace(/^https?:\/\/(?:www\.)?/i, '')
      .replace(/[#?].*$/s, '')
      .replace(/\/$/, '')
  return fold(a) === fold(b)
}

function stringOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function text(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value
  const string = typeof first === 'string' ? first : isNode(first) ? stringOf(own(first, '@value')) : null
  if (string === null) return null
  const plain = plainText(string.slice(0, 2000))
  return isPlaceholder(plain) ? null : plain
}

function texts(value: unknown): string[] {
  const list = Array.isArray(value) ? value.slice(0, 100) : [value]
  return list.flatMap((entry: unknown) => {
    const plain = text(entry) ?? (isNode(entry) ? text(own(entry, 'name')) : null)
    return plain === null ? [] : [plain]
  })
}

/** Persons and organisations of a property, with `@id` references resolved; persons first. */
function peopleOf(value: unknown, byId: Ids): Person[] {
  const people = listOf(value).flatMap((entry: unknown) => {
    const node = personNode(entry, byId)
    if (typeof node === 'string') return personNamed(text(node), false)
    if (!isNode(node)) return []
    const organisation = hasType(node, /organi[sz]ation|company|corporation/i)
    return namesOf(node).flatMap((name) => personNamed(name, organisation))
  })
  return [...people.filter((person) => !person.organisation), ...people.filter((person) => person.organisation)]
}

const MAX_PEOPLE = 40

/** The values of a property, which may be one, several, or a list object. */
function listOf(value: unknown): readonly unknown[] {
  const list = isNode(value) ? (own(value, '@list') ?? own(value, '@set') ?? value) : value
  return Array.isArray(list) ? list.slice(0, MAX_PEOPLE) : [list]
}

/** The node that is meant where there is a mere reference, be it an object or a string; else the value itself. */
function personNode(value: unknown, byId: Ids): unknown {
  const id = stringOf(value) ?? (isNode(value) && own(value, 'name') === undefined ? stringOf(own(value, '@id')) : null)
  return resolve(id, byId) ?? value
}

/** Names of a node: whole, or in the two parts that some content systems keep them in. */
function namesOf(node: Node): string[] {
  const whole = texts(own(node, 'name'))
  if (whole.length > 0) return whole
  const parts = [text(own(node, 'givenName')), text(own(node, 'familyName'))].filter((part) => part !== null)
  return parts.length === 0 ? [] : [parts.join(' ')]
}

function personNamed(name: string | null, organisation: boolean): Person[] {
  return name === null || /^https?:/i.test(name) ? [] : [{ name, organisation }]
}

function breadcrumbsOf(nodes: readonly Node[], byId: Ids): string[] {
  const list = nodes.find((node) => hasType(node, /^breadcrumblist$/i))
  const items = list === undefined ? undefined : own(list, 'itemListElement')
  if (!Array.isArray(items)) return []
  return items.slice(0, 20).flatMap((item: unknown) => {
    if (!isNode(item)) return []
    const target = own(item, 'item')
    const node = isNode(target) ? (resolve(stringOf(own(target, '@id')), byId) ?? target) : null
    const name = text(own(item, 'name')) ?? (node === null ? null : text(own(node, 'name')))
    return name === null ? [] : [name]
  })
}
