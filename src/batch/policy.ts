import type { Failure } from '../io/errors.ts'
import type { Article } from '../types.ts'

/**
 * What every page must have. A page without it counts as failed in exit code, summary and reports, and is written all
 * the same: its content is good, and nothing is lost.
 */
export interface Policy {
  readonly require: readonly RequiredField[]
  /** 0..1; null where any will do. */
  readonly minConfidence: number | null
}

/** No demands. */
export const ANY_PAGE: Policy = { require: [], minConfidence: null }

/** Whether an article has a field of the record. Type and confidence are left out: every page has them. */
const HAS = {
  url: ({ url }) => isTold(url),
  site: ({ site }) => isTold(site),
  title: ({ title }) => isTold(title),
  date: ({ date }) => isTold(date),
  modified: ({ modified }) => isTold(modified),
  authors: ({ authors }) => authors.length > 0,
  editor: ({ editor }) => isTold(editor),
  credits: ({ credits }) => credits.length > 0,
  section: ({ section }) => isTold(section),
  tags: ({ tags }) => tags.length > 0,
  language: ({ language }) => isTold(language),
  dateline: ({ dateline }) => isTold(dateline),
  images: ({ images }) => images.length > 0,
  text: ({ blocks }) => blocks.some(({ text }) => text !== ''),
} satisfies Readonly<Record<string, (article: Article) => boolean>>

/** A field that a page can be asked for. */
export type RequiredField = keyof typeof HAS

export const REQUIRED_FIELDS = Object.keys(HAS) as readonly RequiredField[]

function isTold(value: string | null): boolean {
  return value !== null && value !== ''
}

/** Confidence as records show it, so that a page is not held to digits that nobody sees. */
export function shownConfidence(confidence: number): number {
  return Math.round(confidence * 1000) / 1000
}

/** What a page lacks; null where it has all. Of two codes the first, with both messages. */
export function checkPolicy(article: Article, { require, minConfidence }: Policy): Failure | null {
  const missing = require.filter((field) => !HAS[field](article))
  const confidence = shownConfidence(article.confidence)
  const isUnsure = minConfidence !== null && confidence < minConfidence
  if (missing.length === 0 && !isUnsure) return null
  const told = isUnsure ? [`confidence ${confidence} is below ${minConfidence}`] : []
  if (missing.length > 0) told.unshift(`no ${missing.join(', ')}`)
  return { code: missing.length > 0 ? 'missing-field' : 'low-confidence', message: told.join('; ') }
}
