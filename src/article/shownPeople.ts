import { matchPhrase } from '../text/lexicon.ts'
import type { Credit } from '../types.ts'
import { isAgency } from './agencies.ts'
import { kindOf, type Others } from './authorSources.ts'
import type { Named } from './bylines.ts'
import { hasDate } from './dateLines.ts'
import { names, siteTest } from './declaredPeople.ts'
import { bare } from './fields.ts'
import { splitNames, uniqueNames } from './names.ts'
import { blockOf, type NamesTold, NOWHERE } from './origins.ts'
import { signature } from './signature.ts'
import type { Survey } from './survey.ts'
import type { Zone } from './zone.ts'

/** Blocks before the end of the body and after it in which a byline is looked for. */
const TAIL_INSIDE = 2
const TAIL_BLOCKS = 5

/** Names of those with a role, each once. */
export function byRole(shown: readonly Named[], role: Credit['role']): string[] {
  return uniqueNames(shown.filter((named) => named.credit.role === role).map((named) => named.credit.name))
}

/** Bylines at the head and the tail of the article. */
export function readLines(survey: Survey, zone: Zone, { taken }: Others): Named[] {
  const { blocks, prose, end } = survey
  const found: Named[] = []
  const tailFrom = Math.max(zone.to + 1, end - TAIL_INSIDE)
  const read = (block: number) => {
    if (block !== zone.title && !taken.has(block)) readLine(survey, block, found)
  }
  // `By Ada Brandt 3 May` in the text and under another byline is of another story, which the page links to.
  const isOfOther = (i: number) =>
    i > prose &&
    found.some(({ credit }) => credit.role === 'author') &&
    survey.lines.dates(blocks[i]?.text ?? '').length > 0
  for (let i = zone.from; i <= zone.to; i++) if (!isOfOther(i)) read(i)
  for (let i = tailFrom; i <= Math.min(end + TAIL_BLOCKS, blocks.length - 1); i++) if (!isOfOther(i)) read(i)
  return found
}

function readLine(survey: Survey, block: number, found: Named[]): void {
  const line = survey.blocks[block]
  if (line === undefined || line.dom?.control === true || line.text === '') return
  const read = survey.lines.byline(line.text)
  for (const person of read.people) found.push({ ...person, block })
  if (read.opens === null || read.opens === 'photographer') return
  const next = survey.blocks[block + 1]?.text ?? ''
  if (next.length > 120) return
  const role = read.opens
  const tell = (name: string, at: number) => found.push({ credit: { role, name }, block: at, by: 'phrase' })
  const listed = splitNames(next, false)
  for (const name of listed) tell(name, block + 1)
  if (listed.length === 0) return
  for (const { name, block: at } of namesBelow(survey, block + 1)) tell(name, at)
}

/**
 * Authors that the page shows, by the surest sign first: marked elements, bylines, reporters, lines of names, a signature,
 * and at last the organisation of a byline. A sign that is not there has no names.
 */
export function* shownAuthors(
  survey: Survey,
  shown: readonly Named[],
  others: Others,
  zone: Zone,
): Generator<NamesTold> {
  const isSite = siteTest(survey, others.sites)
  const pick = ({ names: list, ...origin }: NamesTold): NamesTold => ({
    ...origin,
    names: uniqueNames(list).filter((name) => !isAgency(name) && !isSite(name)),
  })
  const unlabelled = ({ names: list, ...origin }: NamesTold): NamesTold => ({
    ...origin,
    names: list.filter((name) => !isLabel(name, survey)),
  })
  yield unlabelled(pick(markedNames(survey, zone)))
  yield pick(bylineOf(shown, 'author'))
  yield pick(bylineOf(shown, 'reporter'))
  yield unlabelled(pick(namesAround(survey, zone, others)))
  yield unlabelled(pick(signature(survey)))
  yield japaneseName(survey, zone, others)
  // No person is named: the organisation that stands in the byline wrote it.
  yield { names: names(survey.declared.authors), source: 'JSON-LD author', place: NOWHERE }
  yield bylineOf(shown, 'author')
}

/** Those with a role, where the first of them is named. */
function bylineOf(shown: readonly Named[], role: Credit['role']): NamesTold {
  const first = shown.find((named) => named.credit.role === role)
  return { names: byRole(shown, role), source: 'byline', place: first?.block ?? NOWHERE }
}

/** `Marketing Strategy`: words that the page writes small in its prose. */
function isLabel(name: string, { isCommonWord }: Survey): boolean {
  const words = name.split(' ')
  return isCommonWord(words.at(-1) ?? '') || words.filter(isCommonWord).length > words.length / 2
}

/** Names that an HTML page marks as its author's, near the headline. */
function markedNames({ page, blocks }: Survey, zone: Zone): NamesTold {
  const head = blocks[zone.from]?.span.start ?? 0
  const tail = blocks[zone.to]?.span.end ?? 0
  const near = page.hints.people.filter(({ start }) => start >= head && start <= tail)
  for (const via of ['itemprop=author', 'rel=author', 'class=author']) {
    const marked = near.filter((hint) => kindOf(hint) === via)
    const found = marked.flatMap((hint) => splitNames(hint.text || hint.value, false))
    const [first] = marked
    if (found.length > 0 && first !== undefined)
      return { names: uniqueNames(found), source: first.via, place: blockOf(first, blocks) }
  }
  return NOBODY
}

const NOBODY: NamesTold = { names: [], source: 'line', place: NOWHERE }

/** Lines before the headline that may name its author. */
const BEFORE_TITLE = 4
const BESIDE = [1, -1, 2, -2]

/**
 * Lines of the head that are nothing but names: `Wim Tasker` beside `January 24, 2026`, or shown twice because the
 * picture of the author is called so.
 */
function namesAround(survey: Survey, { title, to }: Zone, { taken, sections }: Others): NamesTold {
  const { blocks } = survey
  const labels = new Set(sections.map(bare))
  if (title < 0) return NOBODY
  for (let i = Math.max(0, title - BEFORE_TITLE); i <= to; i++) {
    const line = blocks[i]?.text ?? ''
    if (taken.has(i) || labels.has(survey.lines.bare(line))) continue
    const { names: found, dated, listed } = survey.lines.namesAlone(line)
    if (found.length === 0) continue
    const isDoubled = blocks[i + 1]?.text === line || blocks[i - 1]?.text === line
    const isBeside = BESIDE.some(
      (step) => i + step !== title && i + step <= to && hasDate(blocks[i + step]?.text ?? '', 0.25),
    )
    if (dated || isDoubled || isBeside || (listed && Math.abs(i - title) <= 2))
      return { names: [...found, ...namesBelow(survey, i).map(({ name }) => name)], source: 'line', place: i }
  }
  return NOBODY
}

/** Three to five characters, not the name of a desk: `政治部`, `社会面`. */
const JAPANESE_NAME = /^[\u3005\u3041-\u3096\u3400-\u9fff]{2,4}[\u3005\u3041-\u3096\u3400-\u9fff](?<![部面版局課欄社])$/
/** Lines under the headline that may name its author. */
const UNDER_TITLE = 2

/** Japanese papers print the author alone under the headline, next to the date. */
function japaneseName({ blocks, language }: Survey, { title }: Zone, { taken, sections }: Others): NamesTold {
  if (title < 0 || !/^ja\b/.test(language ?? '')) return NOBODY
  for (let i = title + 1; i <= title + UNDER_TITLE; i++) {
    const text = blocks[i]?.text ?? ''
    const isBeside = [i - 1, i + 1].some((at) => at !== title && hasDate(blocks[at]?.text ?? '', 0.5))
    if (!isBeside || taken.has(i) || sections.includes(text) || !JAPANESE_NAME.test(text)) continue
    if (matchPhrase(text, language) === null) return { names: [text], source: 'line', place: i }
  }
  return NOBODY
}

/** More names on the lines right below one: authors of a team have a line each, often twice. */
function namesBelow(survey: Survey, block: number): { readonly name: string; readonly block: number }[] {
  const more: { readonly name: string; readonly block: number }[] = []
  for (let i = block + 1; i <= block + MAX_TEAM_LINES; i++) {
    const { names: found } = survey.lines.namesAlone(survey.blocks[i]?.text ?? '')
    if (found.length === 0) break
    more.push(...found.map((name) => ({ name, block: i })))
  }
  return more
}

const MAX_TEAM_LINES = 8
