import { countLetters } from '../text/letters.ts'
import { matchPhrase } from '../text/lexicon.ts'
import { confirmedName } from './confirmedSite.ts'
import { bare } from './fields.ts'
import { frequentHost, hostLabel } from './hosts.ts'
import { NOWHERE, type Told, toldBy } from './origins.ts'
import { COPYRIGHT, isSiteLike, MAX_SITE_CHARS, MIN_SITE_CHARS, TOP_LINES } from './siteName.ts'
import type { Survey } from './survey.ts'

/** Meta names of the site's name, the best first; what stands together is of one kind. */
const NAMED = ['og:site_name']
const APPLICATIONS = ['application-name', 'apple-mobile-web-app-title']
const ACCOUNTS = ['twitter:site']
const OUTLETS = ['citation_journal_title', 'publisher.name']
/** Mostly the company or the person behind the site: better than no name, worse than the label of the host. */
const PUBLISHERS = ['dc.publisher', 'dcterms.publisher']

/** Names of the site, the best first. The headline is freed of them, and no person is called so. */
export function siteNames(survey: Survey): string[] {
  return [...new Set(declaredSites(survey).map(({ value }) => value))]
}

/** What the page declares to be the site's name, the best first, and at last the label of its host. */
export function declaredSites({ meta, declared, url }: Survey): Told[] {
  const account = meta.told(ACCOUNTS)
  const host = hostLabel(url)
  const told = [
    meta.told(NAMED),
    toldBy('JSON-LD publisher', declared.publisher),
    toldBy('JSON-LD WebSite', declared.website),
    meta.told(APPLICATIONS),
    account === null ? null : { ...account, value: account.value.replace(/^@/, '') },
    meta.told(OUTLETS),
    toldBy(HOST, host),
  ]
  return told.filter((one): one is Told => one !== null && one.value !== '' && !/^https?:/i.test(one.value))
}

const HOST = 'URL'
const LINE = 'line'

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
  readonly title: string | null
  /** What was taken off the page's title. */
  readonly suffix: string | null
  readonly titleBlock: number
  /** Block of the breadcrumb trail, or -1. */
  readonly trail: number
}

/**
 * The name of the site: declared, else a part of the page's title or the holder of the copyright that the page shows once
 * more, else what the title was freed of, else a line at the top of the page.
 */
export function readSite(survey: Survey, clues: SiteClues): SiteRead {
  const [first] = siteSources(survey, clues)
  return { site: first?.value ?? null, claimed: first?.source === LINE ? [first.place] : [] }
}

/** What may be the name of the site, the best first, each looked for when it is asked for. */
export function* siteSources(survey: Survey, clues: SiteClues): Generator<Told> {
  const { page, blocks } = survey
  const host = hostLabel(survey.url)
  yield* declaredSites(survey).filter(({ value }) => value !== host)
  const place = page.kind === 'html' ? NOWHERE : 0
  const confirmed = page.kind === 'text' ? confirmedName(survey, clues.title) : null
  if (confirmed !== null) yield { value: confirmed, source: 'title and copyright', place }
  const name = [clues.suffix, restOfTitle(survey, clues.title)].find((rest) => isSiteLike(rest))
  if (name) yield { value: name, source: 'end of title', place }
  if (host !== null) yield { value: host, source: HOST, place: NOWHERE }
  const publisher = survey.meta.told(PUBLISHERS)
  if (publisher !== null) yield publisher
  if (page.kind === 'html') return
  const line = siteLine(survey, clues)
  if (line >= 0) yield { value: blocks[line]?.text ?? '', source: LINE, place: line }
  const address = frequentHost(survey)
  if (address !== null) yield { value: address, source: 'addresses', place: NOWHERE }
}

const SEPARATORS = new Set(' \u3000-–—|｜_：·・•«»<>／'.split(''))
/** More words, or more characters where words have no spaces between, are the rest of a headline. */
const MAX_SITE_WORDS = 5
const MAX_UNSPACED_CHARS = 12

/**
 * What stands after the headline in the page's title, whatever parts the two: where another line shows the headline, the
 * separator need not be a sure one.
 */
function restOfTitle({ page, blocks }: Survey, title: string | null): string | null {
  const text = page.kind === 'html' ? page.hints.title : (blocks[0]?.text ?? null)
  if (title === null || text === null || !text.startsWith(title)) return null
  let at = title.length
  while (SEPARATORS.has(text.charAt(at))) at++
  const rest = text.slice(at).trim()
  const max = rest.includes(' ') ? MAX_SITE_CHARS : MAX_UNSPACED_CHARS
  const isShort = rest.length >= MIN_SITE_CHARS && rest.length <= max && rest.split(' ').length <= MAX_SITE_WORDS
  // Spaces alone part a headline from its own end.
  const isParted = text.slice(title.length, at).trim() !== ''
  return isParted && isShort ? rest : null
}

/** A line at the top that names the site: one or two words over the breadcrumb trail, or what the copyright names too. */
function siteLine(survey: Survey, { trail, title }: SiteClues): number {
  const { blocks, start } = survey
  const over = trail - 1
  if (over >= 0 && over < Math.min(TOP_LINES, start) && isNameOfTwo(blocks[over]?.text ?? '')) return over
  for (let i = 0; i < Math.min(TOP_LINES, start); i++) {
    const text = blocks[i]?.text ?? ''
    if (text !== title && isSiteLike(text) && matchPhrase(text) === null && holdsCopyright(survey, text)) return i
  }
  return -1
}

/** Whether a line after the body says that a text of the page's head is who holds the copyright. */
export function holdsCopyright({ blocks, end }: Survey, text: string): boolean {
  if (text.length < MIN_SITE_CHARS || text.length > MAX_SITE_CHARS) return false
  return blocks.some(
    (block, i) =>
      i > end && COPYRIGHT.test(block.text) && (block.text.includes(` ${text}`) || block.text.startsWith(`${text} `)),
  )
}

const NAME_SIGNS = '0123456789.-'

function isNameOfTwo(text: string): boolean {
  const words = text.split(' ')
  const isName = words.length <= 2 && text.length >= MIN_SITE_CHARS && text.length <= MAX_SITE_CHARS
  return isName && words.every((word) => countLetters(word, NAME_SIGNS) > 0) && matchPhrase(text) === null
}
