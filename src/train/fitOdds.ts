import { nameKeys, type Odds, type OddsTable, phraseKeys } from '../features/odds.ts'
import type { PreparedPage } from './sample.ts'

/** Sites on which a word, phrase or name must occur: rarer ones are names of things. */
const MIN_SITES = { word: 12, phrase: 7, name: 6 }
/** Sites of the average odds that are added to those seen. */
const SMOOTHING = 4
/** Keys that say less are left out of the table. */
const MIN_ODDS = 0.5

interface Tally {
  /** Sites, and the sum over them of the share that is content. */
  sites: number
  content: number
}

/** What one site says: sums over its pages. */
type SiteTally = Map<string, { all: number; content: number }>

/**
 * Counts on how many sites a word or name stands in content. Every site has one vote a key, parted by the share of its
 * blocks (its words, for names) that are content, so that a large site does not outvote the rest.
 */
export function fitOdds(pages: readonly PreparedPage[]): Odds {
  const bySite = new Map<string, PreparedPage[]>()
  for (const page of pages) bySite.set(page.site, [...(bySite.get(page.site) ?? []), page])
  const words = new Map<string, Tally>()
  const names = new Map<string, Tally>()
  for (const list of bySite.values()) {
    const siteWords: SiteTally = new Map()
    const siteNames: SiteTally = new Map()
    for (const page of list) {
      countWords(page, siteWords)
      countNames(page, siteNames)
    }
    vote(siteWords, words)
    vote(siteNames, names)
  }
  return {
    words: toOdds(words, (key) => (key[0] === '^' || key[0] === '=' ? MIN_SITES.phrase : MIN_SITES.word)),
    names: toOdds(names, () => MIN_SITES.name),
  }
}

function add(tally: SiteTally, key: string, weight: number, isContent: boolean): void {
  const entry = tally.get(key)
  if (entry === undefined) tally.set(key, { all: weight, content: isContent ? weight : 0 })
  else {
    entry.all += weight
    if (isContent) entry.content += weight
  }
}

function countWords({ rows, shares }: PreparedPage, tally: SiteTally): void {
  const { blocks, vocabulary } = rows.context.terms
  blocks.forEach((ids, i) => {
    const isContent = (shares[i] as number) >= 0.5
    for (const id of ids) add(tally, vocabulary[id] as string, 1, isContent)
    for (const key of phraseKeys(ids, vocabulary)) add(tally, key, 1, isContent)
  })
}

function countNames({ page, rows, shares }: PreparedPage, tally: SiteTally): void {
  const { outline } = page
  if (outline === null) return
  const all = new Float64Array(outline.parent.length)
  const content = new Float64Array(outline.parent.length)
  page.blocks.forEach((block, i) => {
    const element = block.dom?.element ?? 0
    const words = rows.context.shapes[i]?.words ?? 0
    all[element] = (all[element] as number) + words
    if ((shares[i] as number) >= 0.5) content[element] = (content[element] as number) + words
  })
  for (let i = all.length - 1; i > 0; i--) {
    const parent = outline.parent[i] as number
    all[parent] = (all[parent] as number) + (all[i] as number)
    content[parent] = (content[parent] as number) + (content[i] as number)
  }
  for (let i = 0; i < all.length; i++) {
    if (all[i] === 0) continue
    for (const key of new Set(nameKeys(outline, i))) {
      add(tally, key, content[i] as number, true)
      add(tally, key, (all[i] as number) - (content[i] as number), false)
    }
  }
}

function vote(site: SiteTally, into: Map<string, Tally>): void {
  for (const [key, { all, content }] of site) {
    const entry = into.get(key) ?? { sites: 0, content: 0 }
    into.set(key, entry)
    entry.sites++
    entry.content += content / Math.max(1e-9, all)
  }
}

function toOdds(tallies: ReadonlyMap<string, Tally>, minSites: (key: string) => number): OddsTable {
  let sites = 0
  let content = 0
  for (const tally of tallies.values()) {
    sites += tally.sites
    content += tally.content
  }
  const base = content / Math.max(1, sites)
  const logit = (share: number): number => Math.log(share / (1 - share))
  const found: [string, number][] = []
  for (const [key, tally] of tallies) {
    if (tally.sites < minSites(key)) continue
    const share = (tally.content + SMOOTHING * base) / (tally.sites + SMOOTHING)
    const odds = logit(Math.min(0.999, Math.max(0.001, share))) - logit(base)
    if (Math.abs(odds) >= MIN_ODDS) found.push([key, Math.round(odds * 100) / 100])
  }
  // By code units, as they are looked up: no locale leaks into the file.
  found.sort(([a], [b]) => (a < b ? -1 : 1))
  return { keys: found.map(([key]) => key), values: found.map(([, odds]) => odds) }
}
