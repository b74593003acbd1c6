import { load } from 'cheerio/slim'
import type { ChildNode, Document, Element } from 'domhandler'
import type { ElementHint, Hints, MetaHint } from '../types.ts'
import { parseJsonLd } from './jsonld.ts'
import { resolveUrl } from './urls.ts'

/** Elements that always declare something, and those that do with an attribute. */
const DECLARING = new Set(['title', 'html', 'time'])
const DECLARING_WITH: ReadonlyMap<string, string> = new Map([
  ['base', 'href'],
  ['meta', 'content'],
  ['abbr', 'title'],
])
const TELLING_CLASS = /author|byline|date|time|publish|posted|breadcrumb/i
const BREADCRUMB = /breadcrumb/i
const TELLING_LINK = /(?:^|\s)(?:author|tag)(?:$|\s)/i
const JSON_LD = /ld\+json/i

/** Whether an element may declare metadata. One look at each element costs a fraction of what twenty selectors do. */
function declares({ name, attribs }: Element): boolean {
  if (DECLARING.has(name) || attribs.itemprop !== undefined) return true
  const needed = DECLARING_WITH.get(name)
  if (needed !== undefined && attribs[needed] !== undefined) return true
  if (name === 'link' && attribs.rel?.toLowerCase() === 'canonical') return true
  if (name === 'script' && isLike(JSON_LD, attribs.type)) return true
  return (
    isLike(TELLING_CLASS, attribs.class) ||
    isLike(TELLING_LINK, attribs.rel) ||
    isLike(BREADCRUMB, attribs.id) ||
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

export interface ReadHints {
  readonly hints: Hints
  /** What relative links of the page are relative to; null where unknown. */
  readonly base: string | null
}

/** Collects what the page declares about itself. */
export function readHints(document: Document, url: string | null): ReadHints {
  const $ = load(document as never)
  const found = new Collector()
  for (const element of $('*').toArray() as unknown as Element[]) if (declares(element)) found.visit(element)
  const pageUrl = url ?? found.canonical
  const base = found.baseHref === null ? pageUrl : (resolveUrl(found.baseHref, pageUrl) ?? pageUrl)
  return { hints: found.hints(pageUrl), base: base !== null && URL.canParse(base) ? base : null }
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
    const name = attribs.property ?? attribs.name ?? attribs.itemprop ?? attribs['http-equiv']
    const content = attribs.content?.replaceAll(/\s+/g, ' ').trim()
    if (name === undefined || !content || this.#meta.length >= 500) return
    this.#meta.push({ name: name.trim().toLowerCase(), content: content.slice(0, 2000) })
    if (name.toLowerCase() === 'og:url') this.canonical ??= absolute(content)
  }

  #visitScript(element: Element): void {
    const text = element.children.map((child) => ('data' in child ? child.data : '')).join('')
    const value = parseJsonLd(text)
    if (value !== undefined) this.#jsonLd.push(value)
  }

  #visitShown(element: Element): void {
    const { attribs, name } = element
    const itemprop = (attribs.itemprop ?? '').toLowerCase()
    const names = `${attribs.class ?? ''} ${attribs.id ?? ''} ${attribs['aria-label'] ?? ''}`.toLowerCase()
    const rel = (attribs.rel ?? '').toLowerCase().split(/\s+/)
    if (/breadcrumb/.test(names)) this.#visitBreadcrumbs(element)
    // `category tag`: the section that a post is filed under.
    else if (rel.includes('tag') && !rel.includes('category')) pushBounded(this.#tags, textOf(element, 80))
    // A `time` element may say what it is the time of.
    else if (/^date|published|modified/.test(itemprop)) this.#add(this.#times, `itemprop=${itemprop}`, element)
    else if (name === 'time') this.#add(this.#times, 'time', element)
    else if (/author|creator|editor/.test(itemprop)) this.#add(this.#people, `itemprop=${itemprop}`, element)
    else if (rel.includes('author')) this.#add(this.#people, 'rel=author', element)
    else if (/author|byline/.test(names)) this.#add(this.#people, 'class=author', element)
    else if (/date|time|publish|posted/.test(names)) this.#add(this.#times, 'class=date', element)
  }

  #visitBreadcrumbs(element: Element): void {
    if (this.#breadcrumbs.length > 1) return
    this.#breadcrumbs = linkTexts(element)
  }

  #add(list: ElementHint[], via: string, element: Element): void {
    if (list.length >= MAX_HINTS) return
    const { attribs } = element
    const value = attribs.datetime ?? attribs.content ?? attribs.title ?? attribs.href ?? ''
    const text = textOf(element, MAX_HINT_CHARS + 1)
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

/** Text of an element, white space folded, cut off soon after `limit` characters; no recursion. */
export function textOf(element: Element, limit: number): string {
  let text = ''
  const stack: ChildNode[] = [...element.children].reverse()
  for (let node = stack.pop(); node !== undefined && text.length <= limit * 2; node = stack.pop()) {
    if (node.type === 'text') text += node.data
    else if ('attribs' in node && node.name !== 'script' && node.name !== 'style') {
      // A border between elements parts words: names of two authors often stand in two spans.
      text += ' '
      for (let i = node.children.length - 1; i >= 0; i--) {
        const child = node.children[i]
        if (child !== undefined) stack.push(child)
      }
    }
  }
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, limit)
}

/** Texts of the links and the last item of a breadcrumb trail. */
function linkTexts(element: Element): string[] {
  const texts: string[] = []
  const stack: ChildNode[] = [...element.children].reverse()
  for (let node = stack.pop(); node !== undefined && texts.length < 12; node = stack.pop()) {
    if (!('attribs' in node)) continue
    const text = node.name === 'a' || isLeaf(node as Element) ? textOf(node as Element, 100) : ''
    if (text !== '') {
      if (/[\p{L}\p{N}]/u.test(text) && texts.at(-1) !== text) texts.push(text)
      continue
    }
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i]
      if (child !== undefined) stack.push(child)
    }
  }
  return texts
}

function isLeaf(element: Element): boolean {
  return element.children.every((child) => child.type === 'text')
}
