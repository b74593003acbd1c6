import type { Block, BlockRule, RuledText, Ruling } from '../types.ts'
import { foldLine, type PageRule, type PageRules } from './choose.ts'
import { FIELD_RULES, type FieldRule } from './siteRules.ts'
import { matchWildcard } from './wildcard.ts'

/** What rules with selectors name on a page. */
export interface Selected {
  readonly texts: readonly (RuledText & { readonly field: FieldRule })[]
  /** Elements that each rule names, by its rank. */
  readonly counts: ReadonlyMap<number, number>
}

export interface Applied {
  /** Those whose line is named have the rule for it, which is closer than that of an element around them. */
  readonly blocks: readonly Block[]
  readonly ruling: Ruling
}

/** A line of the user with its rank among all rules. */
interface Line {
  readonly rank: number
  readonly rule: PageRule
  readonly pieces: readonly string[]
}

/**
 * Looks for the lines that the rules name, and puts together what all rules say of the page.
 *
 * @param selected What selectors found on an HTML page.
 */
export function applyRules(blocks: readonly Block[], { sites, rules }: PageRules, selected: Selected | null): Applied {
  const lines = rules.flatMap((rule, rank): Line[] => (rule.line === null ? [] : [{ rank, rule, pieces: rule.line }]))
  const counts = new Map(selected?.counts)
  const texts = [...(selected?.texts ?? [])]
  const ruled = lines.length === 0 ? blocks : blocks.map((block) => applyLines(block, lines, { counts, texts }))
  // The sort is stable: what one rule names stays in the order of the page.
  texts.sort((a, b) => a.rank - b.rank)
  const uses = rules.map(({ name, shown }, rank) => ({ rule: `${name} ${shown}`, count: counts.get(rank) ?? 0 }))
  const of = (field: FieldRule) => texts.filter((one) => one.field === field).map(({ field: _, ...text }) => text)
  return { blocks: ruled, ruling: { sites, uses, title: of('title'), date: of('date'), author: of('author') } }
}

interface Found {
  readonly counts: Map<number, number>
  readonly texts: (RuledText & { readonly field: FieldRule })[]
}

function applyLines(block: Block, lines: readonly Line[], { counts, texts }: Found): Block {
  if (block.text === '') return block
  const folded = foldLine(block.text)
  let verdict: BlockRule | null = null
  for (const { rank, rule, pieces } of lines) {
    const stars = matchWildcard(pieces, folded)
    if (stars === null) continue
    counts.set(rank, (counts.get(rank) ?? 0) + 1)
    const { name, shown } = rule
    const field = FIELD_RULES.find((one) => one === name)
    if (field !== undefined)
      texts.push({ field, text: (stars[rule.star] ?? '').trim(), value: '', span: block.span, rank })
    else if (name === 'keep' || name === 'remove') verdict ??= { verdict: name, rule: shown, alone: true }
  }
  return verdict === null ? block : { ...block, rule: verdict }
}
