import { EVERY_PAGE } from './siteRules.ts'

/** Longer ones are no hosts of the Internet (RFC 1035). */
const MAX_HOST_CHARS = 253
/** What a host has none of: parts of an address around it. */
const NOT_IN_HOST = /[\s/\\:@?#*%[\]<>^|]/

/** A host as addresses have it: lower case, other scripts in Punycode; null for what is none. */
export function normalHost(host: string): string | null {
  if (host === EVERY_PAGE) return host
  if (host === '' || NOT_IN_HOST.test(host)) return null
  return hostOf(`http://${host}/`)
}

/** The host of an address; null where it has none. */
export function hostOf(url: string): string | null {
  if (!URL.canParse(url)) return null
  const host = withoutEnd(new URL(url).hostname)
  return host === '' || host.length > MAX_HOST_CHARS ? null : host
}

/** `news.example.com`, `example.com`, `com`, `*`: everything that rules for a host may be under, the most special first. */
export function hostsAbove(host: string): readonly string[] {
  const labels = host.split('.')
  return [...labels.map((_, i) => labels.slice(i).join('.')), EVERY_PAGE]
}

/** The full stop of a complete name. */
function withoutEnd(host: string): string {
  return host.endsWith('.') ? host.slice(0, -1) : host
}
