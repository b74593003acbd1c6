import { bare } from './fields.ts'
import type { Person } from './jsonld.ts'
import { cleanName, isPersonName, isTrustedName, splitNames, uniqueNames } from './names.ts'
import { isSiteName } from './site.ts'
import type { Survey } from './survey.ts'

/** Meta names of the byline, the most reliable first. */
export const DECLARED_BYLINES = [
  'byl',
  'sailthru.author',
  'parsely-author',
  'citation_author',
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

/** Null where the page declares nobody. */
export function declaredAuthors(survey: Survey, isSite: (name: string) => boolean): string[] | null {
  const { declared, meta } = survey
  const persons = names(declared.authors.filter((person) => !person.organisation && !isSite(person.name)))
  if (persons.length > 0) return persons
  for (const name of DECLARED_BYLINES) {
    const values = meta.all(name).filter((value) => !/^https?:|^\d+$|\//i.test(value) || name === 'byl')
    const people = name === 'citation_author' ? values.map(turned) : values.flatMap((value) => splitNames(value, true))
    const found = uniqueNames(people.map(cleanName).filter((value) => isTrustedName(value) && !isSite(value)))
    if (found.length > 0) return found
  }
  const twitter = meta.first('twitter:data1')
  const label = meta.first('twitter:label1')
  if (
    twitter !== null &&
    label !== null &&
    /writ|author|verfasst|geschrieben|écrit|escrito|auteur|autor|door|av|by|skriven|penulis|автор/i.test(label)
  ) {
    const found = splitNames(twitter, true).filter((name) => !isSite(name))
    if (found.length > 0) return found
  }
  return null
}

/** `Miller, Anna` */
export function turned(name: string): string {
  const [last, first, ...rest] = name.split(',').map((part) => part.trim())
  return first && last && rest.length === 0 ? `${first} ${last}` : name
}

/** Names of people that the page declares. */
export function names(people: readonly Person[]): string[] {
  return uniqueNames(people.flatMap((person) => splitNames(person.name, true)))
}
