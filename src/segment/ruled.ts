import type { Document, Element } from 'domhandler'
import type { PageRule, PageRules } from '../rules/choose.ts'
import { FIELD_RULES, type FieldRule } from '../rules/siteRules.ts'
import type { BlockRule, RuledText, Warning } from '../types.ts'
import { placeOf } from './elements.ts'
import { finderIn } from './selectors.ts'
import { textOf } from './texts.ts'

/** A rule for all that is in an element; the walk finds out whether that is one block. */
export type ElementRule = { -readonly [Key in keyof BlockRule]: BlockRule[Key] }

/** What rules with selectors name on a page. */
export interface Ruled {
  /** Elements that are kept or removed. */
  readonly elements: ReadonlyMap<Element, ElementRule>
  /** Texts of fields, in the order of the rules, then of the page. */
  readonly texts: readonly (RuledText & { readonly field: FieldRule })[]
  /** Elements that each rule names, by its rank. */
  readonly counts: ReadonlyMap<number, number>
  readonly warnings: readonly Warning[]
}

/** A headline, a byline. */
const MAX_TEXT_CHARS = 500
/** Elements of one rule for a field: authors of a team. */
const MAX_TEXTS = 50

/** Looks for what the rules name; the first of two rules that name the same element holds. */
export function findRuled(document: Document, { rules }: PageRules): Ruled {
  const { find } = finderIn(document)
  const elements = new Map<Element, ElementRule>()
  const texts: (RuledText & { readonly field: FieldRule })[] = []
  const counts = new Map<number, number>()
  const warnings: Warning[] = []
  for (const [rank, rule] of rules.entries()) {
    if (rule.selector === null) continue
    const { name, shown } = rule
    const found = find(rule.selector)
    if (found === null) warnings.push(tooSlow(rule))
    counts.set(rank, found?.length ?? 0)
    if (isFieldRule(name)) {
      for (const element of found?.slice(0, MAX_TEXTS) ?? []) texts.push({ field: name, ...toText(element, rank) })
    } else {
      for (const element of found ?? [])
        if (!elements.has(element)) elements.set(element, { verdict: name, rule: shown, alone: false })
    }
  }
  return { elements, texts, counts, warnings }
}

/**
 * Tells whether the user wants nothing of what is in an element, by the rule for the innermost element around it; null
 * where nothing is removed.
 */
export function removedTest({ elements }: Ruled): ((element: Element) => boolean) | null {
  if (![...elements.values()].some(({ verdict }) => verdict === 'remove')) return null
  return (element) => {
    for (let node: Element | null = element; node !== null; node = node.parent as Element | null) {
      const rule = elements.get(node)
      if (rule !== undefined) return rule.verdict === 'remove'
    }
    return false
  }
}

export function isFieldRule(name: PageRule['name']): name is FieldRule {
  return FIELD_RULES.some((field) => field === name)
}

function toText(element: Element, rank: number): RuledText {
  const { datetime, content } = element.attribs
  return {
    text: textOf(element, MAX_TEXT_CHARS),
    value: (datetime ?? content ?? '').trim().slice(0, MAX_TEXT_CHARS),
    span: placeOf(element),
    rank,
  }
}

function tooSlow({ name, shown }: PageRule): Warning {
  return { code: 'rule-limit', message: `the rule ${name} ${shown} takes too long on this page and was not applied` }
}
