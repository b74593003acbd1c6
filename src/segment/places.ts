import type { Addresses } from './urls.ts'

/** A place of the page that a link leads to. */
export interface Place {
  /** As an element of the page is called; '' for links to elsewhere. */
  readonly name: string
  /** False where the page's own address is unknown, and the link has one. */
  readonly isSure: boolean
}

const NOWHERE: Place = { name: '', isSure: false }

/** The place of the page that a link may lead to. */
export function placeOf(href: string, { base, page }: Addresses): Place {
  const at = href.indexOf('#')
  if (at < 0 || at === href.length - 1) return NOWHERE
  const isUnknown = at > 0 && base === null
  if (at > 0 && !isUnknown && !isSamePage(href.slice(0, at), base, page)) return NOWHERE
  return { name: decoded(href.slice(at + 1)), isSure: !isUnknown }
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

function isSamePage(href: string, base: string | null, page: string | null): boolean {
  if (base === null || !URL.canParse(href, base)) return false
  const { href: target } = new URL(href, base)
  return target === withoutPlace(base) || target === withoutPlace(page)
}

function withoutPlace(url: string | null): string | undefined {
  return url?.split('#')[0]
}
