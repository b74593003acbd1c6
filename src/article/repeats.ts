import { bare } from './fields.ts'
import { splitNames } from './names.ts'
import type { Survey } from './survey.ts'
import type { Zone } from './zone.ts'

/** A line of nothing but names is short. */
const MAX_WORDS = 12
const MAX_CHARS = 80
/** Blocks before the end of the body, and after it, that may repeat who wrote it. */
const TAIL_INSIDE = 2
const TAIL_AFTER = 4

/**
 * Lines at the head and the tail of the article that only repeat the names of people who are known already: a page that
 * declares its authors shows them as well.
 */
export function repeatedNames(survey: Survey, zone: Zone, people: readonly string[]): number[] {
  const known = new Set(people.map(bare))
  if (known.size === 0) return []
  const { blocks, wordsOf, end, prose } = survey
  const repeats = (i: number): boolean => {
    const text = blocks[i]?.text ?? ''
    if (i === zone.title || text === '' || text.length > MAX_CHARS || wordsOf(i) > MAX_WORDS) return false
    if (blocks[i]?.dom?.control === true) return false
    if (known.has(survey.lines.bare(text))) return true
    const names = splitNames(text, true)
    return names.length > 1 && names.every((name) => known.has(bare(name))) && bare(names.join('')) === bareList(text)
  }
  const near = new Set<number>()
  for (let i = zone.from; i <= Math.min(zone.to, prose); i++) near.add(i)
  for (let i = Math.max(prose, end - TAIL_INSIDE); i <= Math.min(blocks.length - 1, end + TAIL_AFTER); i++) near.add(i)
  return [...near].filter(repeats)
}

/** Without the `and` between two names. */
function bareList(text: string): string {
  return bare(text.replaceAll(/\s(?:and|und|et|y|e|и|dan|en|og|och)\s/gi, ' '))
}
