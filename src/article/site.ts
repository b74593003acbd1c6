import { matchPhrase } from '../text/lexicon.ts'
import { bare } from './fields.ts'
import type { Survey } from './survey.ts'

/** Names of the site, the best first. The headline is freed of them, and no person is called so. */
export function siteNames({ meta, declared, url }: Survey): string[] {
  const names = [
    meta.first('og:site_name'),
    declared.publisher,
    declared.website,
    meta.first('application-name', 'apple-mobile-web-app-title'),
    meta.first('twitter:site')?.replace(/^@/, '') ?? null,
    hostLabel(url),
  ]
  return [...new Set(names.filter((name): name is string => name !== null && name !== '' && !/^https?:/i.test(name)))]
}

/** `radarsurabaya` of `https://www.radarsurabaya.jawapos.com/` is not told by its host alone: the label before the suffix. */
export function hostLabel(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const labels = new URL(url).hostname.split('.').filter((label) => label !== 'www')
  if (labels.length < 2) return labels[0] ?? null
  // `example.co.uk`: the suffix has two labels, and the first of them is short.
  const isDouble = labels.length > 2 && (labels.at(-1) ?? '').length === 2 && (labels.at(-2) ?? '').length <= 3
  return labels.at(isDouble ? -3 : -2) ?? null
}

/** Whether a text is a name of the site: the same letters, or one the most of the other. */
export function isSiteName(text: string, sites: readonly string[]): boolean {
  const folded = bare(text).replace(/^the/, '')
  if (folded === '') return false
  return sites.some((site) => {
    const name = bare(site).replace(/^the/, '')
    if (name === folded) return true
    const [short, long] = name.length < folded.length ? [name, folded] : [folded, name]
    return short.length >= 4 && long.includes(short) && short.length / long.length >= 0.45
  })
}

export interface SiteRead {
  readonly site: string | null
  readonly claimed: readonly number[]
}

export interface SiteClues {
  /** What was taken off the page's title. */
  readonly suffix: string | null
  readonly titleBlock: number
  /** Block of the breadcrumb trail, or -1. */
  readonly trail: number
}

const MAX_SITE_CHARS = 60
/** Lines at the top of a text page among which its site may name itself. */
const TOP_LINES = 8

/** The name of the site: declared, else what the title was freed of, else a line over the breadcrumb trail. */
export function readSite(survey: Survey, sites: readonly string[], clues: SiteClues): SiteRead {
  const { page, blocks } = survey
  const host = hostLabel(survey.url)
  const declared = sites.find((name) => name !== host)
  if (declared !== undefined) return { site: declared, claimed: [] }
  const suffix = clues.suffix !== null && clues.suffix.length <= MAX_SITE_CHARS ? clues.suffix : null
  const name = suffix ?? host
  if (page.kind === 'html' || name !== null) return { site: name, claimed: [] }
  const line = siteLine(survey, clues)
  return line < 0 ? { site: null, claimed: [] } : { site: blocks[line]?.text ?? null, claimed: [line] }
}

/** One or two words right over the breadcrumb trail. */
function siteLine({ blocks, start }: Survey, { trail }: SiteClues): number {
  const line = trail - 1
  const text = blocks[line]?.text ?? ''
  const isName = /^[\p{L}\p{M}\p{N}.-]{3,30}(?: [\p{L}\p{M}\p{N}.-]{1,30})?$/u.test(text)
  return line >= 0 && line < Math.min(TOP_LINES, start) && isName && matchPhrase(text) === null ? line : -1
}
