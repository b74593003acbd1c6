import { bare } from './fields.ts'
import { isSiteName } from './site.ts'

/** What parts the name of the site, or a section, from the headline. Bare hyphens count only between spaces. */
const SEPARATORS = [
  ' | ',
  ' - ',
  ' – ',
  ' — ',
  ' · ',
  ' » ',
  ' « ',
  ' › ',
  ' > ',
  ' _ ',
  '_',
  ' :: ',
  ' -- ',
  '--',
  '｜',
  ' • ',
  '|',
  ' / ',
  ' < ',
]

const STARTS = new Set(SEPARATORS.map((sign) => sign.charAt(0)))

export interface TitlePart {
  readonly text: string
  /** Offsets in the title; the separator is what lies between two parts. */
  readonly start: number
  readonly end: number
}

/** The segments of a title between separators. */
export function titleParts(title: string): TitlePart[] {
  const parts: TitlePart[] = []
  let start = 0
  for (let at = 0; at < title.length; ) {
    // Two dashes are a dash; more are a line drawn within the title, as in front matter.
    if (title.startsWith('---', at)) {
      while (title.charAt(at) === '-') at++
      continue
    }
    const separator = STARTS.has(title.charAt(at)) ? SEPARATORS.find((sign) => title.startsWith(sign, at)) : undefined
    if (separator === undefined) {
      at++
      continue
    }
    parts.push(part(title, start, at))
    at += separator.length
    start = at
  }
  parts.push(part(title, start, title.length))
  return parts.filter(({ text }) => text !== '')
}

function part(title: string, start: number, end: number): TitlePart {
  return { text: title.slice(start, end).trim(), start, end }
}

/**
 * Takes names of the site and sections off both ends of a title.
 *
 * @param sections Names that are removed only if they are a segment exactly.
 */
export function cleanTitle(title: string, sites: readonly string[], sections: readonly string[] = []): string {
  const parts = titleParts(title)
  if (parts.length < 2) return (parts[0]?.text ?? title).trim()
  const known = new Set(sections.map(bare))
  const isForeign = ({ text }: TitlePart) => isSiteName(text, sites) || known.has(bare(text))
  let from = 0
  let to = parts.length
  while (to - from > 1 && isForeign(parts[to - 1] as TitlePart)) to--
  while (to - from > 1 && isForeign(parts[from] as TitlePart)) from++
  const first = parts[from]
  const last = parts[to - 1]
  return first === undefined || last === undefined ? title.trim() : title.slice(first.start, last.end).trim()
}

/** A site's name has few words. */
const MAX_NAME_WORDS = 4
const MAX_NAME_CHARS = 32
/** Letters and digits that have to be left of a headline. */
const MIN_HEAD_CHARS = 5
/** Signs that hardly stand inside of a headline. */
const STRONG = /^(?: \| |\||｜| :: | » | › |_|--)$/

/**
 * Takes the end off a title that is most likely the site's name although nothing declares one: a short segment after a
 * strong separator, or one that the page repeats elsewhere, or a domain.
 *
 * @param repeats Whether the page shows a segment in another line.
 */
export function dropTail(title: string, repeats: (segment: string) => boolean): string {
  let text = title
  for (let parts = titleParts(text); parts.length > 1; parts = titleParts(text)) {
    const last = parts.at(-1) as TitlePart
    const before = parts.at(-2) as TitlePart
    const separator = text.slice(before.end, last.start)
    const head = text.slice(0, before.end).trim()
    const isShort = last.text.split(' ').length <= MAX_NAME_WORDS && last.text.length <= MAX_NAME_CHARS
    const isStrong = STRONG.test(separator)
    if (!isShort || bare(head).length < (isStrong ? MIN_HEAD_CHARS : bare(last.text).length + 1)) break
    const isDomain = /^[\w-]{2,30}(?:\.[\w-]{2,20}){1,2}$/.test(last.text)
    if (!isStrong && !isDomain && !repeats(last.text)) break
    text = head
  }
  return text
}

/** Share of the words of `inner` that `outer` has as well, 0..1; both as sets of bare words. */
export function overlap(inner: ReadonlySet<string>, outer: ReadonlySet<string>): number {
  if (inner.size === 0) return 0
  let shared = 0
  for (const word of inner) if (outer.has(word)) shared++
  return shared / inner.size
}
