import { matchPhrase } from '../text/lexicon.ts'
import { words as wordsOf } from '../text/words.ts'
import { cutCaptions } from './cutCaptions.ts'
import { hasDate } from './dateLines.ts'
import { plainText } from './entities.ts'
import { bare, isPlaceholder } from './fields.ts'
import { cleanTitle, dropTail, titleParts } from './headline.ts'
import { holdsCopyright } from './site.ts'
import { longWords, type Survey } from './survey.ts'
import { type PageTitle, repeatedIn, titleFeatures } from './titleFeatures.ts'

/** A text that may be the headline, with all that speaks for it and against it. */
export interface TitleCandidate {
  /** As the best of its sources writes it. */
  readonly value: string
  /** Blocks that show it. */
  readonly blocks: readonly number[]
  /** Where it was found, the best first. */
  readonly sources: readonly string[]
  /** By name; what is not there is 0. */
  readonly features: Readonly<Record<string, number>>
}

/** A headline is not longer, in characters. */
const MAX_CHARS = 250
/** Blocks before the prose in which the headline is looked for, and lines of them that are no headings. */
const REACH = 40
const LINES = 30
/** Parts of a title that are looked at. */
const MAX_PARTS = 5

/** Meta names of a title beside `og:title`, the best first: all of one kind, learned as `twitter`. */
export const OTHER_TITLES = [
  'twitter:title',
  'dc.title',
  'dcterms.title',
  'citation_title',
  'parsely-title',
  'sailthru.title',
  'headline',
]

/** Ways to write a title down: as it stands, without the site's name, a part of it. */
type Form = 'raw' | 'clean' | 'head' | 'tail'

interface Found {
  value: string
  rank: number
  readonly blocks: number[]
  readonly sources: Set<string>
}

/** The sources, the most careful writers first: of two that differ in their signs only, the first is shown. */
const RANKS = [
  'jsonld-news:clean',
  'jsonld:clean',
  'h1',
  'og:clean',
  'h2',
  'twitter:clean',
  'h3',
  'line',
  'title:clean',
]

/** Collects everything on a page that may be its headline. */
export function titleCandidates(
  survey: Survey,
  sites: readonly string[],
  sections: readonly string[],
): { readonly page: PageTitle | null; readonly candidates: readonly TitleCandidate[] } {
  const isRepeated = repeatedIn(survey)
  const page = pageTitle(survey, { sites, sections, isRepeated })
  const found = new Map<string, Found>()
  const add = (value: string, source: string, block: number): void => {
    const key = bare(value)
    if (key.length < 2 || value.length > MAX_CHARS || isPlaceholder(value)) return
    const rank = RANKS.indexOf(source) < 0 ? RANKS.length : RANKS.indexOf(source)
    const entry = found.get(key) ?? { value, rank, blocks: [], sources: new Set() }
    if (rank < entry.rank) Object.assign(entry, { value, rank })
    found.set(key, entry)
    entry.sources.add(source)
    if (block >= 0 && !entry.blocks.includes(block)) entry.blocks.push(block)
  }
  const declared = declaredTitles(survey, page)
  for (const [source, text] of declared)
    for (const [form, value] of formsOf(text, { sites, sections, isRepeated }))
      add(value, `${source}:${form}`, source === 'title' ? (page?.block ?? -1) : -1)
  for (const { block, text, source } of shownLines(survey, page)) {
    add(text, source, block)
    const clean = cleanTitle(text, sites, sections)
    if (clean !== text) add(clean, source, block)
  }
  const context = {
    survey,
    page,
    sites,
    isRepeated,
    told: page === null ? '' : bare(page.text),
    clean: page === null ? '' : bare(page.clean),
    cleanWords: new Set(longWords(page?.clean ?? '')),
    declared: declared.map(([, text]) => bare(text)),
    h1s: [...found.values()].filter((one) => one.sources.has('h1')).length,
  }
  return {
    page,
    candidates: [...found.entries()].map(([key, entry]) => ({
      value: entry.value,
      blocks: entry.blocks,
      sources: [...entry.sources].sort((a, b) => rankOf(a) - rankOf(b)),
      features: titleFeatures(key, entry, context),
    })),
  }
}

function rankOf(source: string): number {
  const rank = RANKS.indexOf(source)
  return rank < 0 ? RANKS.length : rank
}

/** What a title may have at its ends. */
interface Known {
  readonly sites: readonly string[]
  readonly sections: readonly string[]
  /** Whether another line of the page shows a text. */
  readonly isRepeated: (text: string) => boolean
}

/** The `<title>`: of text pages the first line, where it could be one. */
function pageTitle(survey: Survey, { sites, sections, isRepeated }: Known): PageTitle | null {
  const { page, blocks, prose } = survey
  const isHtml = page.kind === 'html'
  const text = isHtml ? plainText(page.hints.title ?? '') : (blocks[0]?.text ?? '')
  if (isHtml ? isPlaceholder(text) : prose === 0 || !isHeadlineLike(text) || isMenu(text)) return null
  // A copy of a page without its title starts with the name of the site.
  if (!isHtml && holdsCopyright(survey, text)) return null
  const clean = dropTail(cleanTitle(text, sites, sections), isRepeated)
  return { text, clean, block: isHtml ? -1 : 0 }
}

/** `Home | News | Sport`: links in a line, the way home first. */
function isMenu(text: string): boolean {
  const parts = titleParts(text)
  return parts.length > 1 && matchPhrase(parts[0]?.text ?? '')?.role === 'home'
}

const MIN_CHARS = 6

function isHeadlineLike(text: string): boolean {
  const chars = bare(text).length
  if (chars < MIN_CHARS || text.length > MAX_CHARS) return false
  return wordsOf(text).length >= 3 && matchPhrase(text)?.whole !== true && !hasDate(text, 0.6)
}

function declaredTitles({ declared, meta }: Survey, page: PageTitle | null): [string, string][] {
  const told: (readonly [string, string | null])[] = [
    [declared.isNews ? 'jsonld-news' : declared.isArticle ? 'jsonld' : 'jsonld-page', declared.headline],
    ['og', meta.first('og:title')],
    ['twitter', meta.first(...OTHER_TITLES)],
    ['title', page?.text ?? null],
  ]
  return told.filter((entry): entry is [string, string] => entry[1] !== null && !isPlaceholder(entry[1]))
}

function formsOf(text: string, { sites, sections, isRepeated }: Known): [Form, string][] {
  const clean = cleanTitle(text, sites, sections)
  const short = dropTail(clean, isRepeated)
  const parts = titleParts(text).slice(0, MAX_PARTS)
  const forms: [Form, string][] = [
    ['raw', text],
    ['clean', short],
  ]
  if (clean !== short) forms.push(['head', clean])
  for (let i = 1; i < parts.length; i++) {
    forms.push(['head', text.slice(parts[0]?.start ?? 0, parts[i - 1]?.end).trim()])
    forms.push(['tail', text.slice(parts[i]?.start ?? 0).trim()])
  }
  return forms
}

interface Line {
  readonly block: number
  readonly text: string
  readonly source: string
}

/** Lines that could be the headline: headings as far as the middle of the body, others in the head of the article. */
function shownLines(survey: Survey, page: PageTitle | null): Line[] {
  const { blocks, prose, end } = survey
  const told = page === null ? '' : bare(page.text)
  const middle = Math.min(Math.floor((prose + Math.max(prose, end)) / 2) + 1, blocks.length - 1)
  // Without a body nothing tells a headline from a menu.
  const isTextWithBody = survey.page.kind === 'text' && end >= 0
  const lines: Line[] = []
  for (let i = 0; i <= middle; i++) {
    const block = blocks[i]
    if (block === undefined || i === page?.block || block.text.length > MAX_CHARS || block.text === '') continue
    if (block.dom?.hidden === true && block.level !== 1) continue
    const text = plainHeading(block.text)
    const isNear = i <= prose + 2 && i >= prose - REACH
    const agrees = block.text.length >= MIN_CHARS && sharesStretch(survey.lines.bare(text), told)
    if (block.level === 1) lines.push({ block: i, text, source: 'h1' })
    else if (block.level > 0 && (isNear || agrees))
      lines.push({ block: i, text, source: block.level === 2 ? 'h2' : 'h3' })
    else if (agrees || (isTextWithBody && i < prose && i >= prose - LINES))
      lines.push({ block: i, text, source: 'line' })
  }
  const captions = survey.page.kind === 'text' ? cutCaptions(lines, survey.language) : NONE
  return lines.filter(({ block }) => !captions.has(block))
}

const NONE: ReadonlySet<number> = new Set()

/** Headings hold line breaks and the sign of a link to themselves. */
function plainHeading(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replace(/\s?[¶#§]$/, '')
}

/** One makes up the most of the other. */
function sharesStretch(line: string, title: string): boolean {
  if (title === '' || line === '') return false
  return (
    title === line ||
    (title.includes(line) && line.length >= Math.min(12, title.length * 0.4)) ||
    (line.includes(title) && title.length >= line.length * 0.6)
  )
}
