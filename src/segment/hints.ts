import { load } from 'cheerio/slim'
import type { Document, Element } from 'domhandler'
import type { ElementHint, Hints, MetaHint } from '../types.ts'
import { jsonLdReader } from './jsonld.ts'
import { readParselyPage } from './parsely.ts'
import { declarationOf, nameOf, propertyOf, tellsDate, tellsPerson, tellsTopics } from './properties.ts'
import { linkTexts, textOf, trailIn } from './texts.ts'
import { type Addresses, resolveUrl } from './urls.ts'
import { plainName, plainNames } from './vocabulary.ts'

/** Elements that always declare something, and those that do with an attribute. */
const DECLARING = new Set(['title', 'html', 'time'])
const DECLARING_WITH: ReadonlyMap<string, string> = new Map([
  ['base', 'href'],
  ['meta', 'content'],
  ['abbr', 'title'],
])
/** Elements that show nothing: what stands around them says nothing about them. */
const DECLARED_ONLY = new Set(['title', 'html', 'base', 'meta', 'link', 'script'])
const TELLING_CLASS = /author|byline|date|time|publish|posted|breadcrumb/i
const BREADCRUMB = /breadcrumb/i
const BREADCRUMB_LIST = /breadcrumblist/i
const TELLING_LINK = /(?:^|\s)(?:author|tag)(?:$|\s)/i
const JSON_LD = /ld\+json/i

/** Whether an element may declare metadata. One look at each element costs a fraction of what twenty selectors do. */
function declares({ name, attribs }: Element): boolean {
  if (name === 'link') return attribs.rel?.toLowerCase() === 'canonical'
  if (name === 'script') return isLike(JSON_LD, attribs.type)
  if (DECLARING.has(name) || attribs.itemprop !== undefined || attribs.property !== undefined) return true
  const needed = DECLARING_WITH.get(name)
  if (needed !== undefined && attribs[needed] !== undefined) return true
  return (
    isLike(TELLING_CLASS, attribs.class) ||
    isLike(TELLING_LINK, attribs.rel) ||
    isLike(BREADCRUMB, attribs.id) ||
    isLike(BREADCRUMB_LIST, attribs.itemtype ?? attribs.typeof) ||
    isLike(BREADCRUMB, attribs['aria-label'])
  )
}

function isLike(pattern: RegExp, value: string | undefined): boolean {
  return value !== undefined && pattern.test(value)
}

/** Text of a hint is a date, a name or a label, not prose. */
const MAX_HINT_CHARS = 200
/** Of each kind; listings name hundreds. */
const MAX_HINTS = 60
/** Meta elements, and characters of one. */
const MAX_META = 500
const MAX_META_CHARS = 2000

export interface ReadHints {
  readonly hints: Hints
  readonly addresses: Addresses
}

/**
 * Collects what the page declares about itself.
 *
 * @param isLeftOut Whether the user wants nothing of what an element shows.
 */
export function readHints(
  document: Document,
  url: string | null,
  isLeftOut: (element: Element) => boolean = () => false,
): ReadHints {
  const $ = load(document as never)
  const found = new Collector()
  for (const element of $('*').toArray() as unknown as Element[])
    if (declares(element) && (DECLARED_ONLY.has(element.name) || !isLeftOut(element))) found.visit(element)
  const pageUrl = url ?? found.canonical
  const base = found.baseHref === null ? pageUrl : (resolveUrl(found.baseHref, pageUrl) ?? pageUrl)
  const known = (url: string | null) => (url !== null && URL.canParse(url) ? url : null)
  return { hints: found.hints(pageUrl), addresses: { base: known(base), page: known(pageUrl) } }
}

class Collector {
  canonical: string | null = null
  baseHref: string | null = null
  #title: string | null = null
  #language: string | null = null
  readonly #meta: MetaHint[] = []
  readonly #jsonLd: unknown[] = []
  readonly #times: ElementHint[] = []
  readonly #people: ElementHint[] = []
  readonly #tags: string[] = []
  #breadcrumbs: readonly string[] = []
  readonly #readJsonLd = jsonLdReader()

  visit(element: Element): void {
    const { name, attribs } = element
    if (name === 'title') this.#title ??= textOf(element, 500) || null
    else if (name === 'html') this.#language ??= attribs.lang || attribs['xml:lang'] || null
    else if (name === 'base') this.baseHref ??= attribs.href ?? null
    else if (name === 'meta') this.#visitMeta(attribs)
    else if (name === 'link') this.canonical ??= absolute(attribs.href)
    else if (name === 'script') this.#visitScript(element)
    else this.#visitShown(element)
  }

  #visitMeta(attribs: Readonly<Record<string, string>>): void {
    const content = attribs.content?.replaceAll(/\s+/g, ' ').trim()
    if (!content) return
    const single = attribs.name ?? attribs['http-equiv']
    const names = new Set([
      ...plainNames(attribs.property),
      ...(single === undefined ? [] : [plainName(single)]),
      ...plainNames(attribs.itemprop),
    ])
    for (const name of names) this.#declare({ name, content: content.slice(0, MAX_META_CHARS) })
    if (names.has('og:url')) this.canonical ??= absolute(content)
    if (names.has('parsely-page')) for (const hint of readParselyPage(content)) this.#declare(hint)
  }

  #declare(hint: MetaHint): void {
    if (this.#meta.length < MAX_META && hint.name !== '' && hint.content !== '') this.#meta.push(hint)
  }

  #visitScript(element: Element): void {
    const text = element.children.map((child) => ('data' in child ? child.data : '')).join('')
    const value = this.#readJsonLd(text)
    if (value !== undefined) this.#jsonLd.push(value)
  }

  #visitShown(element: Element): void {
    const { attribs, name } = element
    const declared = declarationOf(element, MAX_HINT_CHARS)
    if (declared !== null) this.#declare(declared)
    if (propertyOf(attribs, tellsTopics) !== null) this.#visitTopics(element)
    const date = propertyOf(attribs, tellsDate)
    const person = propertyOf(attribs, tellsPerson)
    const names = `${attribs.class ?? ''} ${attribs.id ?? ''} ${attribs['aria-label'] ?? ''}`.toLowerCase()
    const rel = (attribs.rel ?? '').toLowerCase().split(/\s+/)
    if (/breadcrumb/.test(names) || isLike(BREADCRUMB_LIST, attribs.itemtype ?? attribs.typeof))
      this.#visitBreadcrumbs(element)
    // `category tag`: the section that a post is filed under.
    else if (rel.includes('tag') && !rel.includes('category')) pushBounded(this.#tags, textOf(element, 80))
    // A `time` element may say what it is the time of.
    else if (date !== null) this.#add(this.#times, date.via, element)
    else if (name === 'time') this.#add(this.#times, 'time', element)
    else if (person !== null) this.#add(this.#people, person.via, element, nameOf(element, MAX_HINT_CHARS + 1))
    else if (rel.includes('author')) this.#add(this.#people, 'rel=author', element)
    else if (/author|byline/.test(names)) this.#add(this.#people, 'class=author', element)
    else if (/date|time|publish|posted/.test(names)) this.#add(this.#times, 'class=date', element)
  }

  /** `Tagged <a>rice</a>, <a>oil</a>`: the links, or the whole of an element without any. */
  #visitTopics(element: Element): void {
    const links = linkTexts(element)
    for (const topic of links.length > 0 ? links : [textOf(element, 80)]) pushBounded(this.#tags, topic)
  }

  #visitBreadcrumbs(element: Element): void {
    if (this.#breadcrumbs.length > 1) return
    this.#breadcrumbs = linkTexts(trailIn(element))
  }

  #add(list: ElementHint[], via: string, element: Element, text = textOf(element, MAX_HINT_CHARS + 1)): void {
    if (list.length >= MAX_HINTS) return
    const { attribs } = element
    const value = attribs.datetime ?? attribs.content ?? attribs.title ?? attribs.href ?? ''
    if (text.length > MAX_HINT_CHARS || (text === '' && value === '')) return
    list.push({ via, text, value: value.trim().slice(0, MAX_HINT_CHARS), start: element.startIndex ?? 0 })
  }

  hints(url: string | null): Hints {
    return {
      title: this.#title,
      meta: this.#meta,
      jsonLd: this.#jsonLd,
      canonical: url,
      language: this.#language,
      times: this.#times,
      people: this.#people,
      tags: [...new Set(this.#tags)],
      breadcrumbs: this.#breadcrumbs,
    }
  }
}

function absolute(href: string | undefined): string | null {
  return href !== undefined && /^https?:\/\//i.test(href.trim()) ? href.trim() : null
}

function pushBounded(list: string[], text: string): void {
  if (text !== '' && list.length < MAX_HINTS) list.push(text)
}
