/** How much of a page is looked at, in characters: a preamble of comments and scripts is long at times. */
const HEAD_CHARS = 64 * 1024

/** What only the beginning of an HTML document looks like. */
const DOCUMENT = /^<(?:!doctype\s{1,9}html|html|head|body|frameset)[\s>/]/i

/** Any element at the beginning, with another one or a comment at once after it. */
const NESTED = /^<[a-z!][^<>]{0,2000}>\s{0,2000}<[a-z/!]/i

/** A beginning of a fragment: a tag that pages consist of, with whatever attributes. */
const FRAGMENT =
  /^<\/?(?:a|abbr|address|article|aside|b|blockquote|br|center|code|dd|div|dl|dt|em|figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|input|li|link|main|meta|nav|noscript|ol|p|pre|q|script|section|small|span|strong|style|svg|table|tbody|td|template|th|title|tr|u|ul|video)(?:\s[^<>]{0,2000})?\/?>/i

const ANY_TAG = /<\/?[a-z][^<>]{0,2000}>/gi
const FINAL_TAG = /<[/a-z][^<>]{0,200}>$/i

/** Fewer tags than these, and it is a text that shows one. */
const NESTED_TAGS = 3

/** A fragment that goes on after the head is one where tags take this share of its characters. */
const FRAGMENT_SHARE = 0.1

/** What begins as text is HTML only if it is full of tags and holds a document: pages about HTML show tags, too. */
const SOUP_TAGS = 20
const SOUP_SHARE = 0.2
const BONES = /<(?:html|head|body|frameset)[\s>/]/i

/** Whether a decoded page is HTML, from its first characters. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, HEAD_CHARS)
  if (!head.includes('<')) return false
  const start = head.slice(contentStart(head))
  if (DOCUMENT.test(start)) return true
  const { count, share } = tagStatistics(head)
  if (NESTED.test(start)) return count >= NESTED_TAGS
  if (FRAGMENT.test(start)) return text.length < HEAD_CHARS ? endsWithTag(text) : share >= FRAGMENT_SHARE
  return count >= SOUP_TAGS && share >= SOUP_SHARE && BONES.test(head)
}

/** Whether a page begins as a whole document of HTML does. */
export function isHtmlDocument(text: string): boolean {
  const start = contentStart(text)
  return DOCUMENT.test(text.slice(start, start + 100))
}

/** What may stand in front of the document, and how it ends. */
const PREAMBLES: readonly (readonly [RegExp, string])[] = [
  [/^<!--/, '-->'],
  [/^<\?/, '>'],
  [/^<script[\s>]/i, '</script>'],
]

/** Where the content begins: after byte order mark, white space, comments, processing instructions and scripts. */
function contentStart(head: string): number {
  let at = 0
  for (;;) {
    while (at < head.length && isBlank(head.charCodeAt(at))) at += 1
    const opening = head.slice(at, at + 8)
    const close = PREAMBLES.find(([pattern]) => pattern.test(opening))?.[1]
    if (close === undefined) return at
    const end = head.indexOf(close, at + 2)
    if (end < 0) return at
    at = end + close.length
  }
}

/** ASCII white space, and what broken pages have in front: byte order marks and NUL. */
function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0 || code === 0xfeff
}

function tagStatistics(head: string): { count: number; share: number } {
  let count = 0
  let chars = 0
  for (const tag of head.matchAll(ANY_TAG)) {
    count += 1
    chars += tag[0].length
  }
  return { count, share: chars / Math.max(head.length, 1) }
}

function endsWithTag(text: string): boolean {
  return FINAL_TAG.test(text.trimEnd().slice(-202))
}
