/** What is known of where a page stands; null where unknown. */
export interface Addresses {
  /** What its relative links are relative to. */
  readonly base: string | null
  /** Its own address, which its links to places of itself are relative to. */
  readonly page: string | null
}

/** Schemes that a link of the article may have. */
const LINK_SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:', 'ftp:'])
/** Longer ones are data in disguise. */
const MAX_URL_CHARS = 2048

/**
 * Makes a link of a page absolute.
 *
 * @param href As written in the page.
 * @param base Absolute URL of the page or its `base` element; null where unknown.
 * @returns The absolute URL, the relative one as written where no base is known, or null for what is no link to
 *   follow: `javascript:`, `data:`, fragments of the page itself, unparsable or oversized ones.
 */
export function resolveUrl(href: string, base: string | null): string | null {
  const written = href.trim()
  if (written === '' || written.startsWith('#') || written.length > MAX_URL_CHARS) return null
  try {
    const url = new URL(written, base ?? 'relative://host')
    if (url.protocol === 'relative:') return written.replaceAll(/\s/g, '%20')
    return LINK_SCHEMES.has(url.protocol) ? url.href : null
  } catch {
    return null
  }
}

/** The address of a place of the page itself: `#name`. @returns Null where the page's own is unknown, or it is too long. */
export function resolvePlace(href: string, page: string | null): string | null {
  if (page === null) return null
  const url = new URL(href, page).href
  return url.length > MAX_URL_CHARS ? null : url
}

/** As `resolveUrl`, for the source of a picture. */
export function resolveImage(src: string, base: string | null): string | null {
  const url = resolveUrl(src, base)
  return url === null || /^(?:mailto|tel|ftp):/.test(url) ? null : url
}
