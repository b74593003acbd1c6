import { matchPhrase } from '../text/lexicon.ts'
import { words as wordsOf } from '../text/words.ts'
import { hasDate } from './dateLines.ts'
import { plainText } from './entities.ts'
import { bare, type Candidate, heaviest, isPlaceholder } from './fields.ts'
import { cleanTitle, dropTail, overlap, titleParts } from './headline.ts'
import { holdsCopyright } from './site.ts'
import { longWords, type Survey } from './survey.ts'
import { blocksWith, headZone, type Zone } from './zone.ts'

export interface TitleRead {
  readonly title: string | null
  /** The head of the article, around the block that shows the headline. */
  readonly zone: Zone
  /** All blocks that show the headline and nothing else. */
  readonly claimed: readonly number[]
  /** What was taken off the ends of the page's title: on text pages often the only name of the site. */
  readonly suffix: string | null
}

/** A headline is not shorter, in letters and digits (Chinese ones have eight), nor longer. */
const MIN_CHARS = 6
const MAX_CHARS = 250
/** Blocks before the prose in which the headline is looked for. */
const REACH = 40

/** Finds the article's own headline. */
export function readTitle(survey: Survey, sites: readonly string[], sections: readonly string[]): TitleRead {
  const page = pageTitle(survey, sites, sections)
  const shown = headLines(survey, page)
  const candidates = [
    ...declaredTitles(survey, sites, sections, shown, page),
    ...shownTitles(survey, sites, sections, shown, page),
  ]
  const best = heaviest(candidates)
  if (best === null) return { title: null, zone: headZone(survey, [], -1), claimed: [], suffix: null }
  const shownAt = blocksWith(survey, best.value)
  const titles =
    best.block === undefined || shownAt.includes(best.block) ? shownAt : [...shownAt, best.block].sort((x, y) => x - y)
  const claimed = page !== null && page.block >= 0 ? [page.block, ...titles] : titles
  return {
    title: best.value,
    zone: headZone(survey, titles, page?.block ?? -1),
    claimed: [...new Set(claimed)],
    suffix: suffixOf(page?.text ?? null, best.value),
  }
}

interface PageTitle {
  readonly text: string
  /** Without the name of the site, as far as it can be told. */
  readonly clean: string
  /** Text pages: the block that is the page's title. */
  readonly block: number
}

/** The `<title>`: of text pages the first line, where it could be one. */
function pageTitle(survey: Survey, sites: readonly string[], sections: readonly string[]): PageTitle | null {
  const { page, blocks, prose } = survey
  const isHtml = page.kind === 'html'
  const text = isHtml ? plainText(page.hints.title ?? '') : (blocks[0]?.text ?? '')
  if (isHtml ? isPlaceholder(text) : prose === 0 || !isHeadlineLike(text) || isMenu(text)) return null
  // A copy of a page without its title starts with the name of the site.
  if (!isHtml && holdsCopyright(survey, text)) return null
  const clean = dropTail(cleanTitle(text, sites, sections), repeatedIn(survey))
  return { text, clean, block: isHtml ? -1 : 0 }
}

/** `Home | News | Sport`: links in a line, the way home first. */
function isMenu(text: string): boolean {
  const parts = titleParts(text)
  return parts.length > 2 && matchPhrase(parts[0]?.text ?? '')?.role === 'home'
}

function isHeadlineLike(text: string): boolean {
  const chars = bare(text).length
  if (chars < MIN_CHARS || text.length > MAX_CHARS) return false
  return wordsOf(text).length >= 3 && matchPhrase(text)?.whole !== true && !hasDate(text, 0.6)
}

interface HeadLine {
  readonly block: number
  readonly text: string
  readonly level: number
}

/** Lines that could be the headline: those before the prose, and further on those that look like the page's title. */
function headLines(survey: Survey, page: PageTitle | null): HeadLine[] {
  const { blocks, prose, end } = survey
  const lines: HeadLine[] = []
  const told = page === null ? '' : bare(page.text)
  const middle = Math.floor((prose + Math.max(prose, end)) / 2)
  for (let i = 0; i <= Math.min(middle + 1, blocks.length - 1); i++) {
    const block = blocks[i]
    if (block === undefined || block.text.length > MAX_CHARS || block.text.length < MIN_CHARS) continue
    if (block.dom?.hidden === true && block.level !== 1) continue
    const isNear = i <= prose && i >= prose - REACH
    const isShown = isNear || block.level === 1 || agreesWith(bare(block.text), told)
    if (isShown) lines.push({ block: i, text: plainHeading(block.text), level: block.level })
  }
  return lines
}

/** Headings hold line breaks and the sign of a link to themselves. */
function plainHeading(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replace(/\s?[¶#§]$/, '')
}

function declaredTitles(
  survey: Survey,
  sites: readonly string[],
  sections: readonly string[],
  shown: readonly HeadLine[],
  page: PageTitle | null,
): Candidate<string>[] {
  const { declared, meta } = survey
  const tell = (value: string | null, source: string, weight: number): Candidate<string>[] =>
    value === null || isPlaceholder(value)
      ? []
      : [{ value: source === 'jsonld' ? clean(value) : dropTail(clean(value), repeats), source, weight }]
  const repeats = repeatedIn(survey)
  const clean = (value: string) => cleanTitle(value, sites, sections)
  const headline = declared.headline
  // A headline that the page shows nowhere was written for search engines.
  const agrees =
    headline !== null &&
    [...shown.map((line) => line.text), page?.text ?? ''].some((text) => bare(text).includes(bare(headline)))
  return [
    ...tell(headline, 'jsonld', declared.isArticle ? (agrees ? 90 : 75) : 45),
    ...tell(meta.first('og:title'), 'og:title', 60),
    ...tell(meta.first('twitter:title', 'dc.title', 'citation_title', 'parsely-title', 'sailthru.title'), 'meta', 55),
    ...(page === null ? [] : tell(page.clean, 'title', page.block < 0 ? 50 : 46)),
  ]
}

/** Whether a line of the page other than its title shows a text. */
function repeatedIn({ blocks }: Survey): (text: string) => boolean {
  return (text) => {
    const folded = text.toLowerCase()
    return blocks.some((block, i) => i > 0 && block.text.length <= 160 && block.text.toLowerCase().includes(folded))
  }
}

function shownTitles(
  survey: Survey,
  sites: readonly string[],
  sections: readonly string[],
  shown: readonly HeadLine[],
  page: PageTitle | null,
): Candidate<string>[] {
  const h1s = shown.filter((line) => line.level === 1)
  const declaredBare = [page?.text ?? '', survey.meta.first('og:title') ?? '', survey.declared.headline ?? ''].map(bare)
  return shown.flatMap((line): Candidate<string>[] => {
    if (line.block === page?.block) return []
    const value = cleanTitle(line.text, sites, sections)
    const folded = bare(value)
    const agrees = folded.length >= MIN_CHARS && declaredBare.some((title) => agreesWith(folded, title))
    const candidate = { value, block: line.block }
    if (line.level === 1) {
      if (agrees) return [{ ...candidate, source: 'h1-in-title', weight: 80 }]
      if (h1s.length !== 1 || !isHeadlineLike(value)) return []
      // A heading that has little in common with the page's title is a slogan.
      return [
        { ...candidate, source: 'only-h1', weight: page === null || likeness(value, page.clean) >= 0.5 ? 70 : 48 },
      ]
    }
    if (agrees && page !== null) {
      const weight = partWeight(folded, page) - (startsSmall(value) ? 25 : 0)
      if (weight > 0) return [{ ...candidate, source: 'line-in-title', weight: weight + nearness(survey, line.block) }]
    }
    return survey.page.kind === 'text' ? lineCandidate(survey, line, page) : []
  })
}

/** The line makes up the most of the title, or one segment of it at least. */
function agreesWith(line: string, title: string): boolean {
  if (title === '' || line === '') return false
  return (
    title === line ||
    (title.includes(line) && line.length >= Math.min(12, title.length * 0.4)) ||
    (line.includes(title) && title.length >= line.length * 0.6)
  )
}

/**
 * How well a line of the page fits its title, up to 68: it is the whole of it, or what it starts with, before the name of
 * the site. A line that is its end is most likely the site's name; one that holds more than it has a trail glued on.
 */
function partWeight(line: string, page: PageTitle): number {
  const clean = bare(page.clean)
  if (line === clean) return 68
  // A longer headline than the title's, or a trail before the headline.
  if (line.includes(clean)) return line.startsWith(clean) && line.length <= clean.length * 2.2 ? 64 : 30
  const whole = bare(page.text)
  const parts = titleParts(page.text).map((part) => bare(part.text))
  if (whole.startsWith(line)) return parts.length > 1 && line === parts[0] && line.length < whole.length * 0.3 ? 35 : 66
  if (whole.endsWith(line) && parts.length > 1 && line === parts.at(-1)) return 0
  return clean.includes(line) && line.length >= clean.length * 0.55 ? 60 : 0
}

/** Share of telling words that two headlines have in common, 0..1. */
function likeness(a: string, b: string): number {
  const [left, right] = [new Set(longWords(a)), new Set(longWords(b))]
  return (overlap(left, right) + overlap(right, left)) / 2
}

/** Alternative texts of pictures often do, headlines of languages with capitals don't. */
function startsSmall(text: string): boolean {
  return /^\p{Ll}/u.test(text)
}

/** Up to 2, for lines close to the prose. */
function nearness({ prose }: Survey, block: number): number {
  return Math.max(0, 2 - Math.abs(prose - block) * 0.05)
}

/**
 * Weighs a line of a text page that no title speaks for, by its form and its place, and by how many of its words come
 * back in the body.
 */
function lineCandidate(survey: Survey, line: HeadLine, page: PageTitle | null): Candidate<string>[] {
  const { text, block } = line
  if (!isHeadlineLike(text) || block >= survey.prose) return []
  const likeTitle = page === null ? 0 : likeness(text, page.clean)
  const recurring = overlap(new Set(longWords(text)), survey.bodyWords())
  const isSentence = /[.。।۔]["”»」]?$/.test(text)
  const beforeDate = [1, 2, 3].some((step) => hasDate(survey.blocks[block + step]?.text ?? '', 0.3))
  const distance = survey.prose - block
  const form =
    (isSentence ? -12 : 0) + (startsSmall(text) ? -15 : 0) + (text.length < 20 ? -6 : 0) + (text.length > 160 ? -8 : 0)
  const place = (beforeDate ? 8 : 0) - Math.min(distance, 30) * 0.4
  const weight = 22 + 16 * recurring + form + place + (likeTitle >= 0.5 ? 26 : 0)
  return weight < 30 ? [] : [{ value: text, source: 'head-line', block, weight: Math.min(weight, 64) }]
}

/** What stands after or before the headline in the page's title, without separators. */
function suffixOf(pageTitle: string | null, title: string): string | null {
  if (pageTitle === null) return null
  const folded = bare(title)
  const others = titleParts(pageTitle).filter(
    ({ text }) => !folded.includes(bare(text)) && !bare(text).includes(folded),
  )
  return others.at(-1)?.text ?? null
}
