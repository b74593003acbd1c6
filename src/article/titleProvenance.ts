import type { Block, Candidate, Origin, Page, Weights } from '../types.ts'
import { byWeight, SURE } from './candidates.ts'
import { NOWHERE } from './origins.ts'
import { SITE_RULE } from './ruled.ts'
import type { Survey } from './survey.ts'
import type { TitleRead } from './title.ts'
import { OTHER_TITLES, type TitleCandidate } from './titleCandidates.ts'
import { weigh } from './weigh.ts'

/** Declared sources as one looks for them; `twitter` stands for several, of which the page has one. */
const DECLARED: Readonly<Record<string, string>> = {
  'jsonld-news': 'JSON-LD headline',
  jsonld: 'JSON-LD headline',
  'jsonld-page': 'JSON-LD headline',
  og: 'og:title',
  title: '<title>',
}

/** The headlines that the page offers. */
export function titleProvenance(title: TitleRead, survey: Survey, weights: Weights): Candidate[] {
  return byWeight(
    title.candidates.map((candidate) => ({
      value: candidate.value,
      weight: candidate.sources.includes(SITE_RULE) ? SURE : weigh(candidate.features, weights),
      origins: candidate.sources.flatMap((source) => originsOf(source, candidate, survey)),
    })),
  )
}

/** @param source As candidates know it: `h1`, `og:clean`, `title:head` ... */
function originsOf(source: string, { blocks }: TitleCandidate, { page, meta }: Survey): Origin[] {
  if (source === SITE_RULE) return [{ source, place: blocks[0] ?? NOWHERE }]
  const name = source.split(':', 1)[0] ?? ''
  // The page's title of a text page is one of its lines.
  const isShown = !source.includes(':') || (name === 'title' && page.kind === 'text')
  if (!isShown) {
    const told = name === 'twitter' ? meta.told(OTHER_TITLES)?.source : DECLARED[name]
    return [{ source: told ?? name, place: NOWHERE }]
  }
  const wanted = name === 'title' ? 'line' : name
  return blocks
    .filter((place) => kindOf(page.blocks[place]) === wanted)
    .map((place) => ({ source: wanted === 'line' ? wanted : headingOf(page, place), place }))
}

/** Text pages have headings by their looks only. */
function headingOf({ kind, blocks }: Page, place: number): string {
  return kind === 'text' ? 'heading' : levelOf(blocks[place])
}

/** The source that a block counts as: all headings below the second level are one. */
function kindOf(block: Block | undefined): string {
  const level = block?.level ?? 0
  return level > 2 ? 'h3' : levelOf(block) || 'line'
}

function levelOf(block: Block | undefined): string {
  return block === undefined || block.level === 0 ? '' : `h${block.level}`
}
