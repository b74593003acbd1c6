import { matchPhrase } from '../text/lexicon.ts'
import { bare, isPlaceholder } from './fields.ts'
import { titleParts } from './headline.ts'
import { isLabelWord, isPersonName } from './names.ts'
import { NOWHERE, type Told, toldBy } from './origins.ts'
import { siteNames } from './site.ts'
import type { Survey } from './survey.ts'

export interface SectionRead {
  readonly section: string | null
  /** The breadcrumb trail that the page shows as a line. */
  readonly trail: Trail | null
  /** Blocks that are a breadcrumb trail. */
  readonly claimed: readonly number[]
}

const TRAIL = /\s{0,4}(?:>|›|»|→|::|\/)\s{0,4}/
const MAX_TRAIL_CHARS = 200
const MAX_LABEL_CHARS = 60
/** Blocks before the prose where a trail is looked for. */
const REACH = 30

/** Sections that the page declares, to take off its title. */
export function declaredSections({ meta, declared, page }: Survey): string[] {
  return [...declared.sections, ...meta.all('article:section'), ...declared.breadcrumbs, ...page.hints.breadcrumbs]
}

/** Meta names of the section, the best first. */
const SECTIONS = [
  'article:section',
  'og:article:section',
  'section',
  'parsely-section',
  'sailthru.section',
  'articlesection',
]

/** The section of the article, from what the page declares or its breadcrumb trail. */
export function readSection(survey: Survey, title: string | null, titleBlock: number): SectionRead {
  const isText = survey.page.kind === 'text'
  const trail = trailLine(survey, titleBlock) ?? (isText ? trailOfLines(survey, titleBlock) : null)
  const [first] = sectionSources(survey, title, trail)
  return { section: first?.value ?? null, trail, claimed: trail?.blocks ?? [] }
}

/** What may be the section, the best first, each looked for when it is asked for. */
export function* sectionSources(survey: Survey, title: string | null, trail: Trail | null): Generator<Told> {
  const { declared, meta, page } = survey
  const told = [toldBy('JSON-LD articleSection', declared.sections[0]), ...SECTIONS.map((name) => meta.told([name]))]
  const homes = new Set(siteNames(survey).map(bare))
  for (const one of told) {
    if (one !== null && usable(one.value, title) !== null && !homes.has(bare(one.value))) yield one
  }
  const trails = [
    { source: 'JSON-LD breadcrumbs', labels: declared.breadcrumbs, place: NOWHERE },
    { source: 'breadcrumbs', labels: page.hints.breadcrumbs, place: NOWHERE },
    ...(trail === null ? [] : [{ source: 'breadcrumbs', labels: trail.labels, place: trail.blocks.at(-1) ?? NOWHERE }]),
  ]
  for (const { source, labels, place } of trails) {
    const value = lastLabel(labels, title, homes)
    if (value !== null) yield { value, source, place }
  }
}

function usable(section: string | null | undefined, title: string | null): string | null {
  if (!section || section.length > MAX_LABEL_CHARS || isPlaceholder(section) || !/\p{L}{2}/u.test(section)) return null
  return title !== null && bare(section) === bare(title) ? null : section
}

/** The last label that is not the headline itself, nor the way home, which may be called by the name of the site. */
function lastLabel(labels: readonly string[], title: string | null, homes: ReadonlySet<string>): string | null {
  const folded = title === null ? '' : bare(title)
  const sections = labels.filter((label, i) => {
    const isTitle = folded !== '' && folded.startsWith(bare(label)) && i > 0 && bare(label).length > 20
    const isHome = matchPhrase(label)?.role === 'home' || (i === 0 && homes.has(bare(label)))
    return !isTitle && !isHome && usable(label, title) !== null
  })
  return sections.at(-1) ?? null
}

/** Last label of a trail that stands for the page itself: `text`, `article`. */
const HERE = new Set(['正文', '本文', '文章', '内容', '内文'])

export interface Trail {
  readonly blocks: readonly number[]
  readonly labels: readonly string[]
}

/** `Home > Ekonomi Telagasari`: a line before the headline that starts with the way home. */
function trailLine({ blocks, prose }: Survey, titleBlock: number): Trail | null {
  const last = Math.min(titleBlock < 0 ? prose : Math.max(titleBlock + 2, titleBlock), blocks.length - 1)
  for (let i = last; i >= Math.max(0, last - REACH); i--) {
    const text = blocks[i]?.text ?? ''
    if (text.length > MAX_TRAIL_CHARS || !/[>›»→/]|::/.test(text)) continue
    const labels = text
      .split(TRAIL)
      .map((label) => label.trim())
      .filter((label) => label !== '')
    // `当前位置：首页 > 社会 > 正文`: what introduces the trail is no label of it.
    const first = labels[0]?.split(/[:：]/).at(-1)?.trim()
    if (labels.length < 2 || first === undefined) continue
    const phrase = matchPhrase(first)
    if (phrase?.whole === true && phrase.role === 'home')
      return { blocks: [i], labels: labels.slice(1).filter((label) => !HERE.has(label)) }
  }
  return null
}

/** Lines over the headline among which a trail without separators stands, a date between them. */
const MAX_TRAIL_LINES = 5
const MAX_LINE_CHARS = 30
const LINE_SEPARATORS = /\s{0,4}(?:[>›»→|]|\s\/\s)\s{0,4}/

/**
 * Sections over the headline of a text page: the way home and a label a line; a trail in one line that leaves the way
 * home out; or one label. What says that they are sections is that a menu of the page has the first of them as well.
 */
function trailOfLines(survey: Survey, titleBlock: number): Trail | null {
  const { blocks } = survey
  if (titleBlock < 1) return null
  const over: number[] = []
  for (let i = titleBlock - 1; i > 0 && titleBlock - i <= MAX_TRAIL_LINES; i--) {
    const text = blocks[i]?.text ?? ''
    const phrase = matchPhrase(text)
    if (phrase?.whole === true && phrase.role === 'home')
      return over.length > 0 ? { blocks: [i, ...over], labels: labelsOf(survey, over) } : null
    if (survey.lines.dates(text).length > 0 && over.length === 0) continue
    if (text.length > MAX_LINE_CHARS || phrase?.whole === true) break
    over.unshift(i)
  }
  return inlineTrail(survey, titleBlock) ?? kicker(survey, over.at(-1) ?? -1)
}

function labelsOf({ blocks }: Survey, lines: readonly number[]): string[] {
  return lines.map((i) => blocks[i]?.text ?? '')
}

/** `Nyheter / Sverige / Lundsberg` */
function inlineTrail(survey: Survey, titleBlock: number): Trail | null {
  for (const i of [titleBlock - 1, titleBlock - 2, titleBlock + 1]) {
    const text = survey.blocks[i]?.text ?? ''
    if (text.length > MAX_TRAIL_CHARS || survey.lines.dates(text).length > 0) continue
    const labels = text.split(LINE_SEPARATORS).filter((label) => label !== '')
    if (labels.length < 2 || labels.some((label) => label.length > MAX_LINE_CHARS)) continue
    if (inMenu(survey, labels[0] as string, i)) return { blocks: [i], labels }
  }
  return null
}

/** `Kultur` right over the headline: no button that ends the menu, and not who wrote the article. */
function kicker(survey: Survey, line: number): Trail | null {
  const text = survey.blocks[line]?.text ?? ''
  const words = text.split(' ')
  if (words.length > MAX_KICKER_WORDS || /[?!…:/]/.test(text)) return null
  // The site itself, as the page's title ends with it.
  if (titleParts(survey.blocks[0]?.text ?? '').at(-1)?.text === text) return null
  if (words.some((word) => isLabelWord(word.toLowerCase()))) return null
  const isPerson = words.length > 1 && isPersonName(text) && !words.some(survey.isCommonWord)
  return !isPerson && inMenu(survey, text, line) ? { blocks: [line], labels: [text] } : null
}

const MAX_KICKER_WORDS = 3

/** Whether a line of a menu is the label: none of the menu that ends over the headline and stands on the page twice. */
function inMenu({ blocks, prose, lines }: Survey, label: string, line: number): boolean {
  const key = lines.bare(label)
  const before = new Set(blocks.slice(Math.max(0, line - 2), line).map(({ text }) => text))
  if (key.length < 2 || before.has(label)) return false
  const others = blocks.flatMap(({ text }, i) =>
    i > 0 && i < prose && Math.abs(i - line) > 2 && lines.bare(text) === key ? [i] : [],
  )
  const isCopy = (i: number) => before.has(blocks[i - 1]?.text ?? '')
  return others.length > 0 && !others.some(isCopy)
}
