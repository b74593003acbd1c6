import { bare } from './fields.ts'
import type { Person } from './jsonld.ts'
import type { MetaIndex } from './meta.ts'
import { cleanName, isPersonName, isTrustedName, splitNames, uniqueNames } from './names.ts'
import { metaSource, type NamesTold, NOWHERE } from './origins.ts'
import { isSiteName } from './site.ts'
import type { Survey } from './survey.ts'

/** Meta names of the byline, the most reliable first. */
export const DECLARED_BYLINES = [
  'byl',
  'sailthru.author',
  'parsely-author',
  'citation_author',
  'citation_authors',
  'dc.creator',
  'dcterms.creator',
  'author',
  'article:author_name',
  'cxenseparse:author',
  'article:author',
  'og:article:author',
  'dc.author',
  'twitter:creator:name',
]

/** Tells outlets from persons. A blog may be called by its author, whom a link marks as a person. */
export function siteTest({ page }: Survey, sites: readonly string[]): (name: string) => boolean {
  const marked = new Set(page.hints.people.filter(({ via }) => via === 'rel=author').map(({ text }) => bare(text)))
  const same = new Set(sites.map(bare))
  return (name) => {
    const isNamesake = marked.has(bare(name)) && !same.has(bare(name)) && isPersonName(name)
    return !isNamesake && isSiteName(name, sites)
  }
}

/** What the page declares of its authors, the most reliable first; a source that names nobody has no names. */
export function* declaredAuthors({ declared, meta }: Survey, isSite: (name: string) => boolean): Generator<NamesTold> {
  const persons = names(declared.authors.filter((person) => !person.organisation && !isSite(person.name)))
  yield { names: persons, source: 'JSON-LD author', place: NOWHERE }
  for (const name of DECLARED_BYLINES) {
    const people = namesOfMeta(name, meta).map(cleanName)
    const found = uniqueNames(people.filter((value) => isTrustedName(value) && !isSite(value)))
    yield { names: found, source: metaSource(name), place: NOWHERE }
  }
  const twitter = twitterByline(meta).filter((name) => !isSite(name))
  yield { names: twitter, source: 'twitter:data1', place: NOWHERE }
}

/** Names that the meta elements of a name hold. Addresses and numbers of authors are none. */
export function namesOfMeta(name: string, meta: MetaIndex): string[] {
  return bylinesOf(name, meta).flatMap((value) => {
    if (name === 'citation_author') return [turned(value)]
    if (name === 'citation_authors') return value.split(';').map(turned)
    return splitNames(value, true)
  })
}

/** Values of the meta elements of a name that may be bylines. */
export function bylinesOf(name: string, meta: MetaIndex): readonly string[] {
  return meta.all(name).filter((value) => !/^https?:|^\d+$|\//i.test(value) || name === 'byl')
}

/** Twitter's cards have a free text with a label, which is often the reading time. */
export function twitterByline(meta: MetaIndex): string[] {
  const text = meta.first('twitter:data1')
  const label = meta.first('twitter:label1')
  return text !== null && label !== null && IS_BYLINE.test(label) ? splitNames(text, true) : []
}

const IS_BYLINE = /writ|author|verfasst|geschrieben|écrit|escrito|auteur|autor|door|av|by|skriven|penulis|автор/i

/** `Miller, Anna` */
function turned(name: string): string {
  const [last, first, ...rest] = name.split(',').map((part) => part.trim())
  return first && last && rest.length === 0 ? `${first} ${last}` : name
}

/** Names of people that the page declares. */
export function names(people: readonly Person[]): string[] {
  return uniqueNames(people.flatMap((person) => splitNames(person.name, true)))
}
