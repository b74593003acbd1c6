import type { Element } from 'domhandler'
import type { MetaHint } from '../types.ts'
import { linkTexts, textOf } from './texts.ts'
import { plainNames } from './vocabulary.ts'

/** Whether a property of microdata or RDFa tells something, by its name. */
type Tells = (name: string) => boolean

const DATE = /^(?:dc\.|dcterms\.)?(?:date|created$|issued$|available$)|published|modified/
const PERSON = /author|creator|editor/

/** Properties that date an article. */
export const tellsDate: Tells = (name) => DATE.test(name)
/** Those that name people. */
export const tellsPerson: Tells = (name) => PERSON.test(name)
/** Those that list topics. */
export const tellsTopics: Tells = (name) => name === 'keywords'
/** Those whose text is a declaration, with the meta name that says the same. */
const DECLARED: Readonly<Record<string, string>> = {
  headline: 'headline',
  articlesection: 'articlesection',
  // `<meta name="publisher">` is mostly the company behind the site.
  publisher: 'publisher.name',
  'dc.title': 'dc.title',
  'dc.publisher': 'dc.publisher',
  'dc.subject': 'dc.subject',
  'dcterms.title': 'dcterms.title',
  'dcterms.publisher': 'dcterms.publisher',
  'dcterms.subject': 'dcterms.subject',
}

/** What an element declares by its text, as a meta element would; null where it is marked as nothing of the kind. */
export function declarationOf(element: Element, limit: number): MetaHint | null {
  const property = propertyOf(element.attribs, (name) => Object.hasOwn(DECLARED, name))
  if (property === null) return null
  // `Posted in <a>News</a>, <a>Town</a>`: the first link is the section.
  const [link] = property.name === 'articlesection' ? linkTexts(element) : []
  return { name: DECLARED[property.name] ?? property.name, content: link ?? nameOf(element, limit) }
}

/** A property of an element. */
export interface Property {
  readonly name: string
  /** As hints are known by: `itemprop=author`. */
  readonly via: string
}

/** The first property of an element that tells what is asked for, or null. */
export function propertyOf({ itemprop, property }: Element['attribs'], tells: Tells): Property | null {
  if (itemprop === undefined && property === undefined) return null
  for (const [attribute, value] of [
    ['itemprop', itemprop],
    ['property', property],
  ] as const) {
    const name = plainNames(value).find(tells)
    if (name !== undefined) return { name, via: `${attribute}=${name}` }
  }
  return null
}

/** The text of an element; of one that is a thing with properties of its own, its name: no role or biography. */
export function nameOf(element: Element, limit: number): string {
  const { attribs } = element
  const isThing = attribs.itemscope !== undefined || attribs.typeof !== undefined
  const name = isThing ? firstNamed(element) : null
  return textOf(name ?? element, limit) || (name?.attribs.content ?? attribs.content ?? '').trim().slice(0, limit)
}

/** Nodes that are looked at for a name: elements nest, and each would look at all inside of it. */
const MAX_SEEN = 200

/** The first element inside of another that is its name. */
function firstNamed(element: Element): Element | null {
  const stack = [...element.children].reverse()
  let seen = 0
  for (let node = stack.pop(); node !== undefined && seen++ < MAX_SEEN; node = stack.pop()) {
    if (!('attribs' in node)) continue
    if (propertyOf(node.attribs, isName) !== null) return node
    for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as never)
  }
  return null
}

const isName: Tells = (name) => name === 'name' || name === 'foaf:name'
