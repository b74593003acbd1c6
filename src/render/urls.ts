const SCHEME = /^([a-z][a-z0-9+.-]*):/i
const LINK_SCHEMES = new Set(['http', 'https', 'mailto'])
const IMAGE_SCHEMES = new Set(['http', 'https'])
/** What browsers skip at the start of a URL and inside its scheme. */
const IGNORED = /[\u0000-\u0020\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g

/**
 * The target of a link that may be written: `http`, `https`, `mailto` or relative.
 *
 * @returns The URL, or null for other schemes (`javascript:`, `data:`, ...), fragments of the page and nothing.
 */
export function safeLink(url: string | undefined): string | null {
  return safe(url, LINK_SCHEMES)
}

/** The source of an image that may be written: `http`, `https` or relative, else null. */
export function safeImage(url: string | undefined): string | null {
  return safe(url, IMAGE_SCHEMES)
}

function safe(url: string | undefined, schemes: ReadonlySet<string>): string | null {
  const trimmed = (url ?? '').toWellFormed().trim()
  const bare = trimmed.replace(IGNORED, '')
  if (bare === '' || bare.startsWith('#')) return null
  const scheme = SCHEME.exec(bare)?.[1]
  return scheme === undefined || schemes.has(scheme.toLowerCase()) ? trimmed : null
}

/** White space, control characters, and what ends a destination, a table cell or a code span. */
const UNSAFE = /[\s\u0000-\u0020\u007f-\u009f\\<>"`|]/g
const REFERENCE = /&(?=#?[0-9A-Za-z]{1,32};)/g

/** A URL as the destination of a Markdown link: one word, with nothing in it that would parse. */
export function destination(url: string): string {
  const encoded = url.replace(UNSAFE, encodeURIComponent).replace(REFERENCE, '&amp;')
  return hasBalancedParentheses(encoded) ? encoded : encoded.replaceAll('(', '%28').replaceAll(')', '%29')
}

/** CommonMark allows any depth, some parsers stop at 3, as it suggests. */
const MAX_PARENTHESES = 3

function hasBalancedParentheses(url: string): boolean {
  let depth = 0
  for (const character of url) {
    if (character === '(') depth++
    if (character === ')') depth--
    if (depth < 0 || depth > MAX_PARENTHESES) return false
  }
  return depth === 0
}
