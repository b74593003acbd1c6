import { matchPhrase } from '../text/lexicon.ts'
import { bare, isPlaceholder } from './fields.ts'
import { NOWHERE, type Told, toldBy } from './origins.ts'
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
  const trail = trailLine(survey, titleBlock)
  const [first] = sectionSources(survey, title, trail)
  return { section: first?.value ?? null, trail, claimed: trail === null ? [] : [trail.block] }
}

/** What may be the section, the best first, each looked for when it is asked for. */
export function* sectionSources(survey: Survey, title: string | null, trail: Trail | null): Generator<Told> {
  const { declared, meta, page } = survey
  const told = [toldBy('JSON-LD articleSection', declared.sections[0]), ...SECTIONS.map((name) => meta.told([name]))]
  for (const one of told) if (one !== null && usable(one.value, title) !== null) yield one
  const trails = [
    { source: 'JSON-LD breadcrumbs', labels: declared.breadcrumbs, block: NOWHERE },
    { source: 'breadcrumbs', labels: page.hints.breadcrumbs, block: NOWHERE },
    ...(trail === null ? [] : [{ source: 'breadcrumbs', ...trail }]),
  ]
  for (const { source, labels, block } of trails) {
    const value = lastLabel(labels, title)
    if (value !== null) yield { value, source, place: block }
  }
}

function usable(section: string | null | undefined, title: string | null): string | null {
  if (!section || section.length > MAX_LABEL_CHARS || isPlaceholder(section) || !/\p{L}{2}/u.test(section)) return null
  return title !== null && bare(section) === bare(title) ? null : section
}

/** The last label that is not the headline itself, nor the way home. */
function lastLabel(labels: readonly string[], title: string | null): string | null {
  const folded = title === null ? '' : bare(title)
  const sections = labels.filter((label, i) => {
    const isTitle = folded !== '' && folded.startsWith(bare(label)) && i > 0 && bare(label).length > 20
    return !isTitle && usable(label, title) !== null && matchPhrase(label)?.role !== 'home'
  })
  return sections.at(-1) ?? null
}

/** Last label of a trail that stands for the page itself: `text`, `article`. */
const HERE = new Set(['正文', '本文', '文章', '内容', '内文'])

export interface Trail {
  readonly block: number
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
      return { block: i, labels: labels.slice(1).filter((label) => !HERE.has(label)) }
  }
  return null
}
