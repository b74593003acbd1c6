import { hostOf, hostsAbove, normalHost } from './hosts.ts'
import { matchesPath } from './paths.ts'
import {
  EVERY_PAGE,
  FIELD_RULES,
  type FieldRule,
  type Place,
  type SiteRule,
  type SiteRules,
  VERDICT_RULES,
  type VerdictRule,
} from './siteRules.ts'
import { wildcardPieces } from './wildcard.ts'

/** A rule that holds for a page. */
export interface PageRule {
  readonly name: VerdictRule | FieldRule
  /** As the user wrote it: `.promo`, `line "Share*"`. */
  readonly shown: string
  /** Null for a line. */
  readonly selector: string | null
  /** Literal pieces of a line around its stars; null for a selector. */
  readonly line: readonly string[] | null
  /** Index of the star that stands for the value of a field. */
  readonly star: number
}

/** The rules that hold for a page. */
export interface PageRules {
  /** Hosts as the user wrote them, the most special first. */
  readonly sites: readonly string[]
  /** Of two that say something of the same element or line, the first wins. */
  readonly rules: readonly PageRule[]
}

/** What is known of a page before it is read. */
export interface PageAddress {
  readonly url: string | null
  /** Relative to the folder that `paths` are relative to, with `/` between its parts. */
  readonly path: string | null
}

/** Rules of a site, ready to use. */
interface Site {
  readonly host: string
  readonly paths: readonly string[]
  readonly rules: readonly PageRule[]
  readonly labels: number
}

/** Rules by host as addresses have it, in the user's order. */
type Index = ReadonlyMap<string, Site>

/** Rules are the same object for all pages of a run: made ready once. */
const INDICES = new WeakMap<SiteRules, Index>()

/**
 * The rules for a page: those of its host, of the hosts above it, and of every page; by its path where its address is
 * unknown.
 *
 * @param sites Checked by `checkRules`.
 * @returns Null where there are none.
 */
export function chooseRules(sites: SiteRules, { url, path }: PageAddress): PageRules | null {
  const index = indexOf(sites)
  const host = url === null ? null : hostOf(url)
  const chosen = host === null ? sitesOfPath(index, path) : sitesOfHost(index, host)
  if (chosen.length === 0) return null
  return { sites: chosen.map((site) => site.host), rules: chosen.flatMap((site) => site.rules) }
}

/** Whether any rule looks at the elements of a page. */
export function haveSelectors(sites: SiteRules): boolean {
  return [...indexOf(sites).values()].some(({ rules }) => rules.some(({ selector }) => selector !== null))
}

function indexOf(sites: SiteRules): Index {
  const known = INDICES.get(sites)
  if (known !== undefined) return known
  const index = new Map(Object.entries(sites).map(([host, rule]) => [normalHost(host) ?? host, toSite(host, rule)]))
  INDICES.set(sites, index)
  return index
}

function sitesOfHost(index: Index, host: string): Site[] {
  return hostsAbove(host).flatMap((name) => index.get(name) ?? [])
}

function sitesOfPath(index: Index, path: string | null): Site[] {
  const named = [...index.values()].filter(({ paths }) => path !== null && paths.some((one) => matchesPath(one, path)))
  return [...named.sort((a, b) => b.labels - a.labels), ...[index.get(EVERY_PAGE) ?? []].flat()]
}

function toSite(host: string, rule: SiteRule): Site {
  const rules = [...VERDICT_RULES, ...FIELD_RULES].flatMap((name) => listOf(rule[name]).map((one) => toRule(name, one)))
  return { host, paths: rule.paths ?? [], rules, labels: host === EVERY_PAGE ? 0 : host.split('.').length }
}

function toRule(name: PageRule['name'], place: Place): PageRule {
  if (typeof place === 'string') return { name, shown: place, selector: place, line: null, star: 0 }
  const line = wildcardPieces(foldLine(place.line))
  return { name, shown: `line ${JSON.stringify(place.line)}`, selector: null, line, star: (place.take ?? 1) - 1 }
}

/** Text as lines are compared: white space as blocks have it, and letters with marks composed. */
export function foldLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().normalize('NFC')
}

function listOf(places: Place | readonly Place[] | undefined): readonly Place[] {
  if (places === undefined) return []
  return Array.isArray(places) ? places : [places as Place]
}
