import { countLetters } from '../text/letters.ts'
import { matchPhrase } from '../text/lexicon.ts'
import { hasDate } from './dateLines.ts'
import { bare } from './fields.ts'
import { titleParts } from './headline.ts'
import { copyrightHolders } from './holder.ts'
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

/** `kabartelaga` of `https://www.kabartelaga.grup.example/` is not told by its host alone: the label before the suffix. */
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
  readonly title: string | null
  /** What was taken off the page's title. */
  readonly suffix: string | null
  readonly titleBlock: number
  /** Block of the breadcrumb trail, or -1. */
  readonly trail: number
}

const MAX_SITE_CHARS = 60
/** Share of a name that dates make up: `DW | 28.04.2023` ends with a day, no site. */
const MAX_DATE_SHARE = 0.5
const MIN_SITE_CHARS = 3
/** Of a name in a script without spaces. */
const MAX_WIDE_CHARS = 24
/** Lines at the top of a text page among which its site may name itself. */
const TOP_LINES = 8

/**
 * The name of the site: declared, else a part of the page's title or the holder of the copyright that the page shows once
 * more, else what the title was freed of, else a line at the top of the page.
 */
export function readSite(survey: Survey, sites: readonly string[], clues: SiteClues): SiteRead {
  const { page, blocks } = survey
  const host = hostLabel(survey.url)
  const declared = sites.find((name) => name !== host)
  if (declared !== undefined) return { site: declared, claimed: [] }
  const confirmed = page.kind === 'text' ? confirmedName(survey, clues) : null
  if (confirmed !== null) return { site: confirmed, claimed: [] }
  const suffix = [clues.suffix, restOfTitle(survey, clues.title)].find((name) => isSiteLike(name)) ?? null
  const name = suffix ?? host
  if (page.kind === 'html' || name !== null) return { site: name, claimed: [] }
  const line = siteLine(survey, clues)
  if (line >= 0) return { site: blocks[line]?.text ?? null, claimed: [line] }
  return { site: frequentHost(survey), claimed: [] }
}

/** An address that the page names this often, and twice as often as any other, is its own. */
const MIN_HOST_COUNT = 4

function frequentHost(survey: Survey): string | null {
  const [first, second] = [...hostsOf(survey)].sort((a, b) => b[1].count - a[1].count)
  if (first === undefined || first[1].count < Math.max(MIN_HOST_COUNT, 2 * (second?.[1].count ?? 0))) return null
  return first[1].written
}

/**
 * A name that two places of the page agree on: the ends of its title, the outermost first, with a notice of copyright, an
 * address or a line at the top; or the holder of the copyright with any line. Between headline and site a title may name
 * the section, which only a menu repeats.
 */
function confirmedName(survey: Survey, { title }: SiteClues): string | null {
  const { blocks, lines } = survey
  const holders = copyrightHolders(survey)
  const hosts = [...hostsOf(survey).keys()]
  const held = holders.map(bare)
  const top = blocks.slice(1, 1 + TOP_LINES).map(({ text }) => lines.bare(text))
  const isHeld = (key: string) => key.length >= MIN_SITE_CHARS && held.some((holder) => holder.startsWith(key))
  const isAddress = (key: string) => hosts.some((host) => labelOf(host) === key || bare(host) === key)
  const ends = titleEnds(survey, title)
  const sure = ends.find((part) => HOST.test(part) || isHeld(bare(part)) || isAddress(bare(part)))
  if (sure !== undefined) return sure
  const [outer] = ends
  if (outer !== undefined && isShownOnTop(bare(outer), top)) return outer
  const shown = shownNames(survey)
  for (const holder of holders) {
    const words = holder.split(' ')
    // A paper and its publisher share the first word as a rule: `daily online`, `Daily Media`.
    if (outer !== undefined && bare(outer.split(' ')[0] ?? '') === bare(words[0] ?? '')) return outer
    // `Daily Post Publishing`: the first words.
    for (let count = words.length; count > 0; count--) {
      const name = words.slice(0, count).join(' ')
      const key = bare(name)
      if (key === '' || (count === 1 && words.length > 1 && survey.isCommonWord(name))) continue
      if (isAddress(key) || (shown.has(key) && matchPhrase(name) === null)) return name
    }
    if (opensLines(survey, holder)) return holder
  }
  return null
}

/** One of the first lines is the name, or starts with it where no spaces part words: `日報`, `日報オンライン`. */
function isShownOnTop(name: string, top: readonly string[]): boolean {
  if (name.length < MIN_SITE_CHARS) return false
  return top.some((line) => line === name || (WIDE_ONLY.test(name) && line.startsWith(name)))
}

const WIDE_ONLY = /^[\u3005\u3041-\u30ff\u3400-\u9fff]+$/

/** `Daily Post Sport`, `Daily Post is part of ...`: two lines speak of it. */
function opensLines({ blocks, end }: Survey, name: string): boolean {
  let count = 0
  for (let i = 1; i <= end; i++) if (blocks[i]?.text.startsWith(`${name} `)) count++
  return count > 1
}

/** Lines short enough to be a name, bare: those that write it twice, for the picture and its text, once. */
function shownNames({ blocks, lines, end }: Survey): ReadonlySet<string> {
  const shown = new Set<string>()
  for (const { text } of blocks.slice(1, end + 1)) {
    if (text.length > MAX_SITE_CHARS || COPYRIGHT.test(text)) continue
    const key = lines.bare(text)
    const half = key.slice(0, key.length / 2)
    shown.add(half + half === key ? half : key)
  }
  return shown
}

const COLON = /：| : /

/** Parts of the page's title that are not its headline: the last, the first, then those between. */
function titleEnds({ blocks }: Survey, title: string | null): string[] {
  const folded = bare(title ?? '')
  const text = blocks[0]?.text ?? ''
  const parts = titleParts(text).map((part) => part.text)
  const isOther = (part: string) => !folded.includes(bare(part)) && !bare(part).includes(folded) && isSiteLike(part)
  const others = parts.length < 2 ? [] : parts.filter(isOther)
  // `Headline：Daily Post`: a colon that parts headlines as well, so the last one only.
  const afterColon = text.split(COLON).at(-1)?.trim() ?? text
  const last = others.at(-1)
  return [
    ...(last === undefined ? [] : [last]),
    ...(afterColon !== text && isOther(afterColon) ? [afterColon] : []),
    ...others.slice(0, -1),
  ]
}

const HOST = /^(?:www\.)?[\p{L}\d-]{2,40}\.(?:\p{Ll}{2,3}|info|news)$/iu
/** An address in a line, or the one of a mailbox. */
const HOSTS =
  /(?<![\p{L}\d.-])(?:www\.|[\w.+-]{1,40}@)?((?:[\p{L}\d-]{2,40}\.){1,2}(?:com|net|org|info|news|\p{Ll}{2}))(?![\p{L}\d.])/giu

interface Host {
  /** As the page first writes it. */
  readonly written: string
  count: number
}

/** Addresses that lines outside of the body name, by themselves in small letters. */
function hostsOf({ blocks, isBody }: Survey): ReadonlyMap<string, Host> {
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
function labelOf(host: string): string {
  return bare(hostLabel(`https://${host}/`) ?? '')
}

function isSiteLike(name: string | null): name is string {
  if (name === null || name === '' || hasDate(name, MAX_DATE_SHARE)) return false
  return name.length <= (name.includes(' ') || /[ -~]/.test(name.charAt(0)) ? MAX_SITE_CHARS : MAX_WIDE_CHARS)
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

const COPYRIGHT = /©|\([cC]\)|[cC]opyright/

const NAME_SIGNS = '0123456789.-'

function isNameOfTwo(text: string): boolean {
  const words = text.split(' ')
  const isName = words.length <= 2 && text.length >= MIN_SITE_CHARS && text.length <= MAX_SITE_CHARS
  return isName && words.every((word) => countLetters(word, NAME_SIGNS) > 0) && matchPhrase(text) === null
}
