import type { MetaHint } from '../types.ts'
import { jsonLdReader } from './jsonld.ts'

/** Keys of the `parsely-page` object, and the meta names that say the same. */
const NAMES: Readonly<Record<string, string>> = {
  title: 'parsely-title',
  author: 'parsely-author',
  authors: 'parsely-author',
  pub_date: 'parsely-pub-date',
  section: 'parsely-section',
  tags: 'parsely-tags',
}
const MAX_VALUES = 40

/** What a `parsely-page` element says, as the single elements that took its place would. */
export function readParselyPage(content: string): MetaHint[] {
  const page = jsonLdReader()(content)
  if (typeof page !== 'object' || page === null) return []
  return Object.entries(NAMES).flatMap(([key, name]) =>
    [Object.hasOwn(page, key) ? (page as Record<string, unknown>)[key] : undefined]
      .flat()
      .slice(0, MAX_VALUES)
      .filter((value): value is string => typeof value === 'string' && value.trim() !== '')
      .map((value) => ({ name, content: value.trim().slice(0, 500) })),
  )
}
