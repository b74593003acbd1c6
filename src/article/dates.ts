import { type Moment, minutesOf, momentOf, parseIso, toIso } from '../dates/iso.ts'
import { matchPhrase } from '../text/lexicon.ts'
import type { ElementHint, Warning } from '../types.ts'
import { datesOf } from './dateLines.ts'
import { MODIFIED_META, PUBLISHED_META } from './dateMeta.ts'
import { type Candidate, heaviest } from './fields.ts'
import type { Survey } from './survey.ts'
import type { Zone } from './zone.ts'

export interface DatesRead {
  readonly date: string | null
  readonly modified: string | null
  /** Blocks that say little but when it was. */
  readonly claimed: readonly number[]
  readonly warnings: readonly Warning[]
}

/** Nothing on the web is older; an older date is one that the text tells of. */
const FIRST_DAY = '1990-01-01'

interface Found {
  readonly published: Candidate<Moment>[]
  readonly modified: Candidate<Moment>[]
  /** Dates that can be read two ways. */
  ambiguous: number
}

/** Finds when the article was published and last changed. */
export function readDates(survey: Survey, zone: Zone): DatesRead {
  const found: Found = { published: [], modified: [], ambiguous: 0 }
  fromDeclarations(survey, found)
  fromElements(survey, zone, found)
  fromLines(survey, zone, found)
  const usable = found.published.filter(({ value }) => value.day >= FIRST_DAY)
  const best = heaviest(usable)
  const published = best === null ? null : withTime(best.value, usable)
  const modified = heaviest(found.modified.filter(({ value }) => value.day >= FIRST_DAY))?.value ?? null
  const isLater = modified !== null && (published === null || isAfter(modified, published))
  const isUnsure = published === null && found.ambiguous > 0
  return {
    date: published === null ? null : toIso(published),
    modified: isLater ? toIso(modified) : null,
    claimed: claimedBy(survey, found, published),
    warnings: isUnsure
      ? [{ code: 'date-ambiguous', message: 'the date can be read with the day or the month first' }]
      : [],
  }
}

/** Another source that tells the same day may know the time, and one that tells the same time its offset. */
function withTime(moment: Moment, others: readonly Candidate<Moment>[]): Moment {
  if (moment.time !== null && moment.offset !== null) return moment
  const same = others.filter(({ value }) => value.day === moment.day && value.time !== null)
  if (moment.time === null) {
    const best = heaviest(same)?.value
    return best === undefined || isMidnight(best) ? moment : withTime(best, others)
  }
  const minute = moment.time.slice(0, 5)
  const zoned = same.find(({ value }) => value.offset !== null && value.time?.slice(0, 5) === minute)
  return zoned === undefined ? moment : { ...moment, offset: zoned.value.offset }
}

/** Content systems that know the day only write midnight. */
function isMidnight({ time }: Moment): boolean {
  return time === '00:00' || time === '00:00:00'
}

function isAfter(modified: Moment, published: Moment): boolean {
  if (modified.time === null || published.time === null) return modified.day > published.day
  return minutesOf(modified) > minutesOf(published)
}

function fromDeclarations({ declared, meta, url }: Survey, found: Found): void {
  tell(found.published, declared.published, 'jsonld', 100)
  for (const [rank, name] of PUBLISHED_META.entries()) {
    tell(found.published, meta.first(name), name, rank === 0 ? 96 : 85 - rank * 0.1)
  }
  const day = url === null ? null : urlDay(url)
  if (day !== null) found.published.push({ value: { day, time: null, offset: null }, source: 'url', weight: 78 })
  tell(found.modified, declared.modified, 'jsonld', 100)
  for (const [rank, name] of MODIFIED_META.entries()) tell(found.modified, meta.first(name), name, 90 - rank)
}

function tell(list: Candidate<Moment>[], value: string | null, source: string, weight: number): void {
  const moment = value === null ? null : parseIso(value)
  if (moment !== null) list.push({ value: moment, source, weight })
}

const URL_DAY = /[/_-](20[0-4]\d|199\d)([/_-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/

/** The day in an address such as `/2024/05/03/`, or null. */
export function urlDay(url: string): string | null {
  const match = URL_DAY.exec(url)
  return match === null ? null : (parseIso(`${match[1]}-${match[3]}-${match[4]}`)?.day ?? null)
}

/** `time` elements and others that are marked as dates, near the headline. */
function fromElements(survey: Survey, zone: Zone, found: Found): void {
  const { blocks, page } = survey
  const title = zone.title < 0 ? 0 : (blocks[zone.from]?.span.start ?? 0)
  const head = blocks[zone.to]?.span.end ?? 0
  let rank = 0
  for (const hint of page.hints.times) {
    const isModified = /modif|updat/i.test(hint.via) || isLabelled(hint.text, survey, 'updated')
    const isNear = hint.start >= title && hint.start <= head
    const isMarked = hint.via.startsWith('itemprop=')
    if (!isNear && !isMarked) continue
    const moment = momentOfHint(hint, survey, found)
    if (moment === null) continue
    const base = isMarked ? 92 : hint.via === 'time' ? 72 : 60
    const weight = base - (isNear ? 0 : 12) - Math.min(rank++, 10) * 0.2
    ;(isModified ? found.modified : found.published).push({ value: moment, source: hint.via, weight })
  }
}

function momentOfHint(hint: ElementHint, survey: Survey, found: Found): Moment | null {
  const value = hint.value === '' ? null : parseIso(hint.value)
  const dates = datesOf(hint.text, survey)
  const shown = dates.find((date) => !date.range && !date.shortYear && !date.ambiguous)
  if (value === null) {
    if (shown === undefined && dates.some((date) => date.ambiguous)) found.ambiguous++
    return shown === undefined ? null : momentOf(shown)
  }
  return value.time === null && shown?.day === value.day && shown.time !== null ? momentOf(shown) : value
}

/** Blocks after the body in which a labelled date is looked for. */
const AFTER_BODY = 4
const TAIL_WEIGHT = 24

/** Dates of lines around the headline, and of labelled lines further on. */
function fromLines(survey: Survey, zone: Zone, found: Found): void {
  const { blocks, end } = survey
  const from = zone.title < 0 ? zone.from : Math.max(0, zone.title - FAR_BEFORE)
  for (let i = from; i <= zone.to; i++) fromLine(survey, i, headWeight(i, zone), found)
  for (let i = zone.to + 1; i <= Math.min(blocks.length - 1, end + AFTER_BODY); i++) {
    if (i >= end - 1 || survey.isBody[i] !== true) fromLine(survey, i, TAIL_WEIGHT, found)
  }
}

/** The first date after the headline is its own rather than a later one, and that rather than one before. */
function headWeight(index: number, { title, from }: Zone): number {
  if (title < 0) return NEAR_TITLE + (index - from) * 0.5
  return index < title ? 40 - (title - index) * 2 : 50 - (index - title) * 0.4
}

/** Further before the headline only a line that is a date and a time is taken: today's date stands at the top of pages. */
const FAR_BEFORE = 8
const NEAR_TITLE = 34

/** A separator or the end of the line on both sides: `By X, in News · 3 Mar 2021, 18:05 · 4 Comments`. */
function isSetOff(line: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const before = line.slice(0, start).trimEnd().at(-1) ?? '|'
  const after = line.slice(end).trimStart().charAt(0) || '|'
  return line.length <= 220 && SIDES.has(before) && SIDES.has(after)
}

const SIDES = new Set('|｜·•–—-/・'.split(''))

function fromLine(survey: Survey, block: number, weight: number, found: Found): void {
  const line = survey.blocks[block]
  if (line === undefined || line.dom?.hidden === true) return
  const dates = datesOf(line.text, survey)
  let from = 0
  for (const date of dates) {
    const before = line.text.slice(from, date.start)
    from = date.end
    if (date.range || (date.shortYear && dates.length > 1)) continue
    const label =
      labelBefore(before.trim() === '' ? labelLine(survey, block) : before, survey) ??
      labelAfter(line.text.slice(date.end))
    const share = (date.end - date.start) / Math.max(1, line.text.length)
    const isTold = label !== null || share >= 0.3 || line.text.length <= 80 || isSetOff(line.text, date)
    if (!isTold || (weight <= TAIL_WEIGHT && label === null)) continue
    if (weight < NEAR_TITLE && (date.time === null || share < 0.6) && label === null) continue
    if (date.ambiguous) {
      found.ambiguous++
      continue
    }
    const candidate = {
      value: momentOf(date),
      source: label ?? 'line',
      block,
      weight:
        weight +
        (label === 'published' ? 8 : 0) +
        (date.time === null ? 0 : 1) -
        (share < 0.2 ? 6 : 0) -
        (date.shortYear ? 2 : 0),
    }
    ;(label === 'updated' ? found.modified : found.published).push(candidate)
  }
}

type Label = 'published' | 'updated'

function isLabelled(text: string, { language }: Survey, role: Label): boolean {
  return text.length <= 200 && matchPhrase(text, language)?.role === role
}

/** The line before, which may be the label of a date: `Published` over `July 8, 2025`. */
function labelLine({ blocks }: Survey, block: number): string {
  const text = blocks[block - 1]?.text ?? ''
  return text.length <= 30 ? text : ''
}

/** The label right before a date: the whole of what stands there, or its last words. */
function labelBefore(before: string, { language }: Survey): Label | null {
  const text = before.slice(-60)
  const words = text.split(/[\s|·•,()]+/).filter((word) => word !== '')
  for (let count = Math.min(4, words.length); count > 0; count--) {
    const role = matchPhrase(words.slice(-count).join(' '), language)
    if (role?.whole === true && (role.role === 'published' || role.role === 'updated')) return role.role
  }
  return null
}

/** `2025年1月14日更新`: elsewhere a label after a date belongs to the date that follows. */
function labelAfter(after: string): Label | null {
  if (/^\s?(?:更新|수정|업데이트)/.test(after)) return 'updated'
  return /^\s?(?:公開|発表|掲載|发布|發布|입력|게시)/.test(after) ? 'published' : null
}

const MAX_CLAIMED_CHARS = 120

function claimedBy({ blocks }: Survey, found: Found, published: Moment | null): number[] {
  if (published === null) return []
  const claimed = new Set<number>()
  for (const { block, value } of [...found.published, ...found.modified]) {
    if (block === undefined || (blocks[block]?.text.length ?? 0) > MAX_CLAIMED_CHARS) continue
    if (value.day === published.day || found.modified.some((other) => other.block === block)) claimed.add(block)
  }
  return [...claimed]
}
