import { bare } from './fields.ts'
import type { Survey } from './survey.ts'

/** `kabartelaga` of `https://www.kabartelaga.grup.example/` is not told by its host alone: the label before the suffix. */
export function hostLabel(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const labels = new URL(url).hostname.split('.').filter((label) => label !== 'www')
  if (labels.length < 2) return labels[0] ?? null
  // `example.co.uk`: the suffix has two labels, and the first of them is short.
  const isDouble = labels.length > 2 && (labels.at(-1) ?? '').length === 2 && (labels.at(-2) ?? '').length <= 3
  return labels.at(isDouble ? -3 : -2) ?? null
}

/** A text that is an address. */
export const ADDRESS = /^(?:www\.)?[^\s.]{2,40}\.(?:[a-z]{2,3}|info|news)$/i
/** An address in a line, or the one of a mailbox. Addresses of sites are ASCII, as good as all. */
const HOSTS =
  /(?<![\w.\u00c0-\u024f-])(?:www\.|[\w.+-]{1,40}@)?((?:[a-z\d-]{2,40}\.){1,2}(?:com|net|org|info|news|[a-z]{2}))(?![\w.])/gi

interface Host {
  /** As the page first writes it. */
  readonly written: string
  count: number
}

/** Addresses that lines outside of the body name, by themselves in small letters. */
export function hostsOf({ blocks, isBody }: Survey): ReadonlyMap<string, Host> {
  const hosts = new Map<string, Host>()
  for (const [i, { text }] of blocks.entries()) {
    if (i === 0 || isBody[i] === true || text.length > MAX_HOST_LINE || !text.includes('.')) continue
    for (const [, written = ''] of text.matchAll(HOSTS)) {
      const host = hosts.get(written.toLowerCase()) ?? { written, count: 0 }
      hosts.set(written.toLowerCase(), host)
      host.count++
    }
  }
  return hosts
}

const MAX_HOST_LINE = 200

/** `dailypost` of `dailypost.co.uk` */
export function labelOf(host: string): string {
  return bare(hostLabel(`https://${host}/`) ?? '')
}

/** An address that the page names this often, and twice as often as any other, is its own. */
const MIN_HOST_COUNT = 4

/** The address that the page has as its own. */
export function frequentHost(survey: Survey): string | null {
  const [first, second] = [...hostsOf(survey)].sort((a, b) => b[1].count - a[1].count)
  if (first === undefined || first[1].count < Math.max(MIN_HOST_COUNT, 2 * (second?.[1].count ?? 0))) return null
  return first[1].written
}
