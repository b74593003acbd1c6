import { makeWordTable, type WordTable, wordAt } from '../text/wordTable.ts'
import { BLOCK, INVISIBLE, VOID } from './tags.ts'

/**
 * The attributes that something reads. A page has several times as many others, with styles, scripts and data in them,
 * and they are not even cut out of it.
 */
export const READ_ATTRIBUTES: readonly string[] = (
  'class id role itemprop itemscope itemtype typeof aria-label data-testid data-component hidden aria-hidden style ' +
  'href rel type name property content http-equiv lang xml:lang datetime title ' +
  'src alt width height srcset data-src data-original data-lazy-src data-hi-res-src data-lazy data-url data-srcset ' +
  'data-lazy-srcset start value colspan rowspan checked data-lang data-language data-enlighter-language ' +
  'data-clipboard-text alttext display encoding videoid playlabel mathvariant linethickness notation open close ' +
  'separators columnalign'
).split(' ')

const ATTRIBUTES = makeWordTable(READ_ATTRIBUTES)
const TAGS = makeWordTable([
  ...new Set([
    ...BLOCK,
    ...INVISIBLE,
    ...VOID,
    ...'html body a span b strong i em u s small big font label time abbr cite code sup sub mark svg path g use picture math annotation ruby rt rp'.split(
      ' ',
    ),
  ]),
])

/** The lower-case name of an attribute at a place of a page; null for one that nothing reads. */
export function attributeAt(html: string, start: number, end: number): string | null {
  return (
    wordAt(ATTRIBUTES, html, start, end) ??
    (hasCapital(html, start, end) ? lowerAt(ATTRIBUTES, html, start, end) : null)
  )
}

/** The lower-case name of a tag at a place of a page: the same string for each tag of a usual name. */
export function tagAt(html: string, start: number, end: number): string {
  return wordAt(TAGS, html, start, end) ?? html.slice(start, end).toLowerCase()
}

/** The lower-case name of any attribute at a place of a page: selectors of the user may ask for all. */
export function anyAttributeAt(html: string, start: number, end: number): string {
  return attributeAt(html, start, end) ?? html.slice(start, end).toLowerCase()
}

function lowerAt(table: WordTable, html: string, start: number, end: number): string | null {
  const name = html.slice(start, end).toLowerCase()
  return wordAt(table, name, 0, name.length)
}

function hasCapital(html: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = html.charCodeAt(at)
    if ((code >= 65 && code <= 90) || code > 127) return true
  }
  return false
}
