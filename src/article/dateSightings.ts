import { type Moment, momentOf, parseIso } from '../dates/iso.ts'
import type { DateMatch } from '../dates/parse.ts'
import { matchPhrase } from '../text/lexicon.ts'
import type { Block, ElementHint } from '../types.ts'
import { datesOf } from './dateLines.ts'
import { MODIFIED_META, PUBLISHED_META } from './dateMeta.ts'
import { ruledDate } from './ruled.ts'
import type { Survey } from './survey.ts'
import type { Zone } from './zone.ts'

/** A place where the page tells a day. */
export interface DateSighting {
  readonly value: Moment
  /** `jsonld`, the name of a meta element, `url`, `time`, `line` ... */
  readonly source: string
  /** The page says of it that the article was changed then. */
  readonly modified: boolean
  /** Block that it was read from, or -1. */
  readonly block: number
  /** The element that it was read from. */
  readonly hint?: ElementHint
  readonly features: Readonly<Record<string, number>>
}

export interface DateSightings {
  /** In the order of the sources, then of the page. */
  readonly sightings: readonly DateSighting[]
  /** Lines with a date that can be read two ways. */
  readonly ambiguous: number
}

/** Everything on a page that tells a day. */
export function dateSightings(survey: Survey, zone: Zone): DateSightings {
  const ruled = ruledDate(survey)
  const sightings: DateSighting[] = [...declaredDates(survey), ...elementDates(survey, zone)]
  if (ruled.sighting !== null) sightings.unshift(ruled.sighting)
  const lines = lineDates(survey, zone)
  return { sightings: [...sightings, ...lines.sightings], ambiguous: lines.ambiguous + (ruled.isAmbiguous ? 1 : 0) }
}

function declaredDates({ declared, meta, url }: Survey): DateSighting[] {
  const found: DateSighting[] = []
  const tell = (value: string | null, source: string, modified: boolean): void => {
    const moment = value === null ? null : parseIso(value)
    if (moment === null) return
    const kind = source === 'jsonld' ? jsonLd : source.startsWith('article:published') ? 'article' : 'meta'
    found.push({ value: moment, source, modified, block: -1, features: { [kind]: 1, declared: 1 } })
  }
  const jsonLd = declared.isNews ? 'jsonld-news' : declared.isArticle ? 'jsonld' : 'jsonld-page'
  tell(declared.published, 'jsonld', false)
  for (const name of PUBLISHED_META) tell(meta.first(name), name, false)
  const day = url === null ? null : urlDay(url)
  if (day !== null)
    found.push({
      value: { day, time: null, offset: null },
      source: 'url',
      modified: false,
      block: -1,
      features: { url: 1 },
    })
  tell(declared.modified, 'jsonld', true)
  for (const name of MODIFIED_META) tell(meta.first(name), name, true)
  return found
}

const URL_DAY = /[/_-](20[0-4]\d|199\d)([/_-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/

/** The day in an address such as `/2024/05/03/`, or null. */
export function urlDay(url: string): string | null {
  const match = URL_DAY.exec(url)
  return match === null ? null : (parseIso(`${match[1]}-${match[3]}-${match[4]}`)?.day ?? null)
}

/** `time` elements and others that are marked as dates. */
function elementDates(survey: Survey, zone: Zone): DateSighting[] {
  const { blocks, page } = survey
  const head = { from: zone.title < 0 ? 0 : (blocks[zone.from]?.span.start ?? 0), to: blocks[zone.to]?.span.end ?? 0 }
  const found: DateSighting[] = []
  let near = 0
  for (const [rank, hint] of page.hints.times.entries()) {
    const moment = momentOfHint(hint, survey)
    if (moment === null) continue
    const modified = /modif|updat/i.test(hint.via) || labelOf(hint.text, survey) === 'updated'
    const isNear = hint.start >= head.from && hint.start <= head.to
    const via = /^(?:itemprop|property)=/.test(hint.via) ? 'itemprop' : hint.via === 'time' ? 'time' : 'class'
    const features: Record<string, number> = { [`${via}${isNear ? '-near' : ''}`]: 1, element: 1 }
    if (isNear && near++ === 0) features['first-near'] = 1
    if (rank === 0) features['first-element'] = 1
    if (labelOf(hint.text, survey) === 'published') features.published = 1
    found.push({ value: moment, source: hint.via, modified, block: -1, hint, features })
  }
  return found
}

function momentOfHint(hint: ElementHint, survey: Survey): Moment | null {
  const value = hint.value === '' ? null : parseIso(hint.value)
  const shown = datesOf(hint.text, survey).find((date) => !date.range && !date.shortYear && !date.ambiguous)
  if (value === null) return shown === undefined ? null : momentOf(shown)
  return value.time === null && shown?.day === value.day && shown.time !== null ? momentOf(shown) : value
}

type Label = 'published' | 'updated'

function labelOf(text: string, { language }: Survey): Label | null {
  const role = text.length <= 200 ? matchPhrase(text, language)?.role : undefined
  return role === 'published' || role === 'updated' ? role : null
}

/** Blocks before the headline, and after the body, in which dates are looked for. */
const BEFORE_TITLE = 30
const AFTER_BODY = 20
/** Without a headline, blocks before the prose. */
const BEFORE_PROSE = 40
/** Lines of the body's start and end that may date the article. */
const INTO_BODY = 6

/** Dates of the lines around the headline, and around the end of the body. */
function lineDates(survey: Survey, zone: Zone): DateSightings {
  const { blocks, prose, end } = survey
  const from = Math.max(0, zone.title < 0 ? prose - BEFORE_PROSE : zone.title - BEFORE_TITLE)
  const headTo = Math.max(zone.to, Math.min(prose + INTO_BODY, blocks.length - 1))
  const tailFrom = Math.max(headTo + 1, end - 1)
  const found: DateSighting[] = []
  let ambiguous = 0
  const read = (block: number, isMeant: (sighting: DateSighting) => boolean): void => {
    const line = survey.blocks[block]
    if (line === undefined || line.dom?.hidden === true) return
    const dates = survey.lines.dates(line.text)
    dates.forEach((date, i) => {
      if (date.range || (date.shortYear && dates.length > 1)) return
      const sighting = sightingOf({
        survey,
        zone,
        block,
        dates,
        index: i,
        first: !found.some((one) => one.block >= from),
      })
      if (!isMeant(sighting)) return
      if (date.ambiguous) ambiguous++
      else found.push(sighting)
    })
  }
  const any = () => true
  const isTitled = survey.page.kind === 'text' && from > 0
  if (isTitled) read(0, any)
  // The date that the page is said to be of may stand anywhere before the text; the others are those of teasers.
  for (let i = isTitled ? 1 : 0; i < from; i++) if (isLine(blocks[i])) read(i, isLabelled)
  for (let i = from; i <= headTo; i++) read(i, any)
  for (let i = tailFrom; i <= Math.min(blocks.length - 1, end + AFTER_BODY); i++) read(i, any)
  return { sightings: found, ambiguous }
}

const MAX_LABELLED_CHARS = 60

function isLine(block: Block | undefined): boolean {
  return block !== undefined && block.text.length <= MAX_LABELLED_CHARS
}

const isLabelled = ({ features }: DateSighting): boolean => features.published === 1

interface Place {
  readonly survey: Survey
  readonly zone: Zone
  readonly block: number
  readonly dates: readonly DateMatch[]
  /** Of the date in the line. */
  readonly index: number
  /** No date stands before it in the head. */
  readonly first: boolean
}

function sightingOf({ survey, zone, block, dates, index, first }: Place): DateSighting {
  const { blocks, prose, end, isBody } = survey
  const date = dates[index] as DateMatch
  const { text, dom } = blocks[block] as { text: string; dom: { linkChars: number } | null }
  const before = text.slice(index === 0 ? 0 : (dates[index - 1]?.end ?? 0), date.start)
  // `Spring Update 2024-04-05` is a headline.
  const isTitle = block === zone.title || (block === 0 && survey.page.kind === 'text')
  const label = isTitle
    ? null
    : (labelBefore(before.trim() === '' ? labelLine(survey, block) : before, survey) ??
      labelAfter(text.slice(date.end)))
  const share = (date.end - date.start) / Math.max(1, text.length)
  const features: Record<string, number> = { line: 1 }
  const set = (name: string, is: boolean): void => {
    if (is) features[name] = 1
  }
  set('published', label === 'published')
  set('alone', share >= 0.7)
  set('most', share >= 0.3)
  set('little', share < 0.15)
  set('long-line', text.length > 160)
  set('short-line', text.length <= 60)
  set('set-off', isSetOff(text, date))
  set('timed', date.time !== null)
  set('short-year', date.shortYear)
  set('several', dates.length > 1)
  set('linked', dom !== null && dom.linkChars > text.length * 0.5)
  set('first-line', first)
  set('in-body', isBody[block] === true && block > prose)
  set('in-lead', block === prose)
  set('after-end', block > end)
  set('far-after', block > end + 3)
  set('foot', block > end + 10)
  set('label', label !== null)
  set('named', before.length >= 5 && before.length <= 60 && NAME.test(before))
  set('page-title', block === 0 && survey.page.kind === 'text' && block !== zone.title)
  if (zone.title >= 0) {
    const distance = block - zone.title
    set('in-title', distance === 0)
    set('before', distance < 0)
    set('far-before', distance < -3)
    set('top', distance < -8)
    set('far-top', distance < -20)
    set('after-1', distance > 0 && distance <= 2)
    set('after-5', distance > 0 && distance <= 5)
    set('after-far', distance > 12)
  } else set('untitled', true)
  set('before-prose', block < prose && block >= prose - 4)
  return {
    value: momentOf(date),
    source: label ?? 'line',
    modified: label === 'updated',
    block,
    features,
  }
}

/** Two capitalised words: a byline's name before its date. */
const NAME = /\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+/u

/** A separator or the end of the line on both sides: `By X, in News · 3 Mar 2021, 18:05 · 4 Comments`. */
function isSetOff(line: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const before = line.slice(0, start).trimEnd().at(-1) ?? '|'
  const after = line.slice(end).trimStart().charAt(0) || '|'
  return line.length <= 220 && SIDES.has(before) && SIDES.has(after)
}

const SIDES = new Set('|｜·•–—-/・'.split(''))

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
