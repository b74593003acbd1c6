import type { Weights } from '../types.ts'
import { bare } from './fields.ts'
import { titleParts } from './headline.ts'
import { ruledTitle } from './ruled.ts'
import type { Survey } from './survey.ts'
import { type TitleCandidate, titleCandidates } from './titleCandidates.ts'
import type { PageTitle } from './titleFeatures.ts'
import { heaviest } from './weigh.ts'
import { blocksWith, headZone, type Zone } from './zone.ts'

export interface TitleRead {
  readonly title: string | null
  /** The head of the article, around the block that shows the headline. */
  readonly zone: Zone
  /** All blocks that show the headline and nothing else. */
  readonly claimed: readonly number[]
  /** What was taken off the ends of the page's title: on text pages often the only name of the site. */
  readonly suffix: string | null
  readonly page: PageTitle | null
  readonly candidates: readonly TitleCandidate[]
}

/** Finds the article's own headline: the user's word, else the candidate that weighs most, the first of equals. */
export function readTitle(
  survey: Survey,
  { sites, sections }: { readonly sites: readonly string[]; readonly sections: readonly string[] },
  weights: Weights,
): TitleRead {
  const { page, candidates: found } = titleCandidates(survey, sites, sections)
  const ruled = ruledTitle(survey, sites, sections)
  const candidates = ruled === null ? found : [ruled, ...found]
  const best = ruled ?? heaviest(found, weights)
  if (best === null) return { title: null, zone: headZone(survey, [], -1), claimed: [], suffix: null, page, candidates }
  const titles = [...new Set([...blocksWith(survey, best.value), ...best.blocks])].sort((a, b) => a - b)
  const claimed = page !== null && page.block >= 0 ? [page.block, ...titles] : titles
  return {
    title: best.value,
    zone: headZone(survey, titles, page?.block ?? -1),
    claimed: [...new Set(claimed)],
    suffix: suffixOf(page?.text ?? null, best.value),
    page,
    candidates,
  }
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
