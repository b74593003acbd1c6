import { matchPhrase } from '../text/lexicon.ts'
import type { ElementHint, Origin } from '../types.ts'
import { type BylineRead, cutDates, PARTS } from './bylines.ts'
import { bylinesOf, DECLARED_BYLINES, names as namesOf, namesOfMeta, twitterByline } from './declaredPeople.ts'
import { plainText } from './entities.ts'
import { bare } from './fields.ts'
import { cleanName, isPersonName, isTrustedName, splitNames, uniqueNames } from './names.ts'
import { blockOf, metaSource, NOWHERE } from './origins.ts'
import type { Survey } from './survey.ts'
import type { Zone } from './zone.ts'

/** What other fields know of the page. */
export interface Others {
  /** Names of the site. */
  readonly sites: readonly string[]
  /** Names of sections: they are shown where authors are, and may look like names. */
  readonly sections: readonly string[]
  /** Blocks that other fields were read from: a caption names a photographer, not the author. */
  readonly taken: ReadonlySet<number>
}

/** Takes names with where they stand and what speaks for them. */
export type Add = (names: readonly string[], origin: Origin, features: Readonly<Record<string, number>>) => void

export function fromDeclarations({ declared, meta }: Survey, add: Add): void {
  const kind = declared.isArticle ? 'jsonld' : 'jsonld-page'
  const told = (source: string): Origin => ({ source, place: NOWHERE })
  const jsonLd = told('JSON-LD author')
  add(namesOf(declared.authors.filter((one) => !one.organisation)), jsonLd, { [`${kind}-person`]: 1, declared: 1 })
  add(namesOf(declared.authors.filter((one) => one.organisation)), jsonLd, { [`${kind}-organisation`]: 1, declared: 1 })
  add(uniqueNames(declared.authors.map((one) => one.name)), jsonLd, { [`${kind}-whole`]: 1, declared: 1 })
  for (const name of DECLARED_BYLINES) {
    const values = bylinesOf(name, meta)
    if (values.length === 0) continue
    const source = OWN_CLASS[name] ?? 'meta'
    const people = namesOfMeta(name, meta).map(cleanName)
    add(uniqueNames(people.filter(isTrustedName)), told(metaSource(name)), { [source]: 1, declared: 1 })
    if (values.every((value) => value.length <= MAX_WHOLE_CHARS))
      add(uniqueNames(values), told(metaSource(name)), { [`${source}-whole`]: 1, declared: 1 })
  }
  add(twitterByline(meta), told('twitter:data1'), { twitter: 1, declared: 1 })
}

/** Sources that have a weight of their own; the others are of one kind. */
const OWN_CLASS: Readonly<Record<string, string>> = {
  author: 'author',
  citation_author: 'citation_author',
  citation_authors: 'citation_author',
}
const MAX_WHOLE_CHARS = 50

/** Elements that are marked as naming people, near the headline and elsewhere. */
export function fromElements({ page, blocks, start }: Survey, zone: Zone, add: Add): void {
  const head = { from: blocks[zone.from]?.span.start ?? 0, to: blocks[zone.to]?.span.end ?? 0 }
  const body = blocks[start]?.span.start ?? 0
  const near: Record<string, { readonly names: string[]; readonly origin: Origin }> = {}
  for (const hint of page.hints.people) {
    const isNear = hint.start >= head.from && hint.start <= head.to
    const via = kindOf(hint)
    const text = plainText(hint.text || (/^https?:|^\//.test(hint.value) ? '' : hint.value))
    const names = splitNames(text, true)
    const features: Record<string, number> = { [`${via}${isNear ? '-near' : '-far'}`]: 1, element: 1 }
    if (hint.start < body) features['element-before'] = 1
    const origin = { source: hint.via, place: blockOf(hint, blocks) }
    add(names, origin, features)
    if (text.length <= MAX_WHOLE_CHARS)
      add(
        [text].filter((name) => bare(name) !== ''),
        origin,
        { ...features, [`${via}-whole`]: 1 },
      )
    if (!isNear) continue
    near[via] ??= { names: [], origin }
    near[via].names.push(...names.filter(isPersonName))
  }
  for (const [via, { names, origin }] of Object.entries(near)) {
    const all = uniqueNames(names)
    if (all.length > 1) add(all, origin, { [`${via}-all`]: 1, element: 1 })
  }
}

/** What an element that names people counts as: RDFa is one with microdata, and so is Dublin Core. */
export function kindOf({ via }: ElementHint): string {
  return via
    .replace(/^property=(?:dc\.|dcterms\.)?/, 'itemprop=')
    .replace(/^itemprop=(?:creator|editor).*/, 'itemprop=other')
    .replace(/^itemprop=.*author.*/, 'itemprop=author')
}

/** Lines before the headline and after the body that may name an author. */
const BEFORE_TITLE = 8
const TAIL_INSIDE = 3
const TAIL_BLOCKS = 10
const MAX_LINE_CHARS = 160
const MAX_TEAM_LINES = 8

export function fromLines(survey: Survey, zone: Zone, others: Others, add: Add): void {
  const { blocks, end } = survey
  const labels = new Set(others.sections.map(bare))
  const from = Math.max(0, (zone.title < 0 ? zone.from : zone.title) - BEFORE_TITLE)
  const isOpen = (i: number): boolean => {
    const block = blocks[i]
    if (block === undefined || i === zone.title || others.taken.has(i) || block.text === '') return false
    return block.dom?.control !== true && !labels.has(survey.lines.bare(block.text))
  }
  const places: number[] = []
  for (let i = from; i <= zone.to; i++) places.push(i)
  for (let i = Math.max(zone.to + 1, end - TAIL_INSIDE); i <= Math.min(end + TAIL_BLOCKS, blocks.length - 1); i++)
    places.push(i)
  for (const i of places) if (isOpen(i)) fromLine({ survey, zone, block: i, add })
}

interface LinePlace {
  readonly survey: Survey
  readonly zone: Zone
  readonly block: number
  readonly add: Add
}

function fromLine({ survey, zone, block, add }: LinePlace): void {
  const { blocks } = survey
  const text = blocks[block]?.text ?? ''
  const read = survey.lines.byline(text)
  const isAlone = text.length <= MAX_LINE_CHARS && read.opens === null
  if (read.people.length === 0 && read.opens === null && !isAlone) return
  const place = placeOf(survey, zone, block)
  const origin = { source: 'byline', place: block }
  for (const by of ['phrase', 'pattern'] as const) {
    const people = read.people.filter((person) => person.by === by && WRITERS.has(person.credit.role))
    const authors = people.filter((person) => person.credit.role === 'author')
    const names = uniqueNames((authors.length > 0 ? authors : people).map((person) => person.credit.name))
    add(names, origin, { [by]: 1, [`${by}-${authors.length > 0 ? 'author' : 'reporter'}`]: 1, ...place })
    // `By Jo Tell, Head of Care`: a remark that the lists of words do not know.
    if (names.length > 1) add(names.slice(0, 1), origin, { [`${by}-first`]: 1, ...place })
  }
  openedBy({ survey, zone, block, add }, read)
  if (isAlone) alone({ survey, zone, block, add }, place)
}

const WRITERS = new Set(['author', 'reporter'])

/** `Written by` stands alone: the names are on the next lines. */
function openedBy({ survey, zone, block, add }: LinePlace, read: BylineRead): void {
  if (read.opens === null || !WRITERS.has(read.opens)) return
  const next = survey.blocks[block + 1]?.text ?? ''
  if (next.length > 120) return
  add(splitNames(next, true), { source: 'byline', place: block + 1 }, { opened: 1, ...placeOf(survey, zone, block) })
}

/** Chinese, Japanese and Korean: any short label looks like a name there, so something has to say that it is one. */
const UNSPACED = /^[\u3005\u3041-\u30ff\u3400-\u9fff가-힣·]+$/
/** The picture of an author without one. */
const INITIALS = /^\p{Lu}{1,2}$/u
const SIGNS_OF_BYLINE = ['doubled', 'date-next', 'date-near', 'own-date']

/** Names of persons may; a nickname or a team only under the headline, where a date or a second time speaks for it. */
function mayStandAlone(names: readonly string[], place: Readonly<Record<string, number>>): boolean {
  if (names.some((name) => UNSPACED.test(name))) return false
  if (names.every((name) => INITIALS.test(name))) return false
  if (names.every(isPersonName)) return true
  return place['after-8'] === 1 && SIGNS_OF_BYLINE.some((sign) => place[sign] === 1)
}

/** A line that is nothing but names, with a date or a remark: also nicknames and teams. */
function alone({ survey, block, add, zone }: LinePlace, place: Readonly<Record<string, number>>): void {
  const { blocks, language } = survey
  const text = blocks[block]?.text ?? ''
  const origin = { source: 'line', place: block }
  const dates = survey.lines.dates(text)
  const parts = cutDates(text, dates)
    .split(PARTS)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length > 5) return
  const said = parts.filter((part) => matchPhrase(part, language) === null && part.length <= MAX_NAME_CHARS)
  const only = parts.length === 1 && dates.length === 0 ? { alone: 1 } : { 'with-others': 1 }
  for (const [rank, part] of said.entries()) {
    const names = splitNames(part, true)
    if (names.length === 0 || !mayStandAlone(names, { ...place, 'own-date': dates.length > 0 ? 1 : 0 })) continue
    add(names, origin, {
      ...only,
      ...place,
      ...(rank === 0 ? { 'first-part': 1 } : {}),
      ...(dates.length > 0 ? { 'own-date': 1 } : {}),
    })
    if (names.length > 1) add(names.slice(0, 1), origin, { 'alone-first': 1, ...place })
  }
  if (parts.length > 1) return
  const team = [...splitNames(text, false)]
  for (let i = block + 1; team.length > 0 && i <= block + MAX_TEAM_LINES; i++) {
    const more =
      (blocks[i]?.text.length ?? 999) <= MAX_NAME_CHARS && i !== zone.title
        ? splitNames(blocks[i]?.text ?? '', false)
        : []
    if (more.length === 0) break
    team.push(...more)
  }
  const all = uniqueNames(team)
  if (all.length > 1) add(all, origin, { team: 1, ...place })
}

const MAX_NAME_CHARS = 60

function placeOf(survey: Survey, zone: Zone, block: number): Record<string, number> {
  const { blocks, end, isBody, prose } = survey
  const features: Record<string, number> = { line: 1 }
  const set = (name: string, is: boolean): void => {
    if (is) features[name] = 1
  }
  const distance = block - zone.title
  set('untitled', zone.title < 0)
  set('after-1', zone.title >= 0 && distance === 1)
  set('after-3', zone.title >= 0 && distance > 0 && distance <= 3)
  set('after-8', zone.title >= 0 && distance > 0 && distance <= 8)
  set('before-1', zone.title >= 0 && distance === -1)
  set('before-3', zone.title >= 0 && distance < 0 && distance >= -3)
  set('before', zone.title >= 0 && distance < 0)
  set('before-prose', block < prose && block >= prose - 4)
  set('after-prose', block > prose && block <= end)
  set('tail', block > end)
  set('in-body', isBody[block] === true)
  set('linked', (blocks[block]?.dom?.linkChars ?? 0) > 0)
  set('heading', (blocks[block]?.level ?? 0) > 0)
  set('doubled', blocks[block]?.text === blocks[block + 1]?.text || blocks[block]?.text === blocks[block - 1]?.text)
  const isDated = (at: number) => at !== zone.title && survey.lines.dates(blocks[at]?.text ?? '').length > 0
  set('date-next', isDated(block + 1))
  set('date-near', isDated(block - 1) || isDated(block + 2))
  return features
}
