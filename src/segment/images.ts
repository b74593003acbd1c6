import type { Element } from 'domhandler'
import type { ImageFacts } from '../types.ts'
import { classNames, findInside, isElement, nodesInside, siblingElement } from './elements.ts'
import { isHiddenByStyle } from './hidden.ts'
import { type Candidate, largest, readSrcset } from './srcset.ts'
import { resolveImage } from './urls.ts'

/** Where lazy loaders keep the real source; the plain `src` is then often a placeholder. */
const LAZY = ['data-src', 'data-original', 'data-lazy-src', 'data-hi-res-src', 'data-lazy', 'data-url'] as const
const LAZY_SETS = ['data-srcset', 'data-lazy-srcset', 'srcset'] as const
/** Icons, avatars and tracking pixels are smaller than this, in CSS pixels. */
const MIN_SIDE = 34
const PLACEHOLDER = /(?:blank|placeholder|spacer|pixel|transparent|loading|lazy-?load)\b/i
/** Hosts and paths that count readers. */
const TRACKER =
  /^https?:\/\/(?:[\w.-]{0,60}\.)?(?:doubleclick\.net|scorecardresearch\.com|google-analytics\.com|quantserve\.com|feedburner\.com|statcounter\.com|pixel\.wp\.com|stats\.wp\.com|facebook\.com\/tr|imrworldwide\.com|adnxs\.com|2mdn\.net)(?:[/?:]|$)/i
/** Pictures of people who write or comment, at every one of their lines. */
const AVATAR = /(?:^|[\s_-])(?:avatar|gravatar)(?:[\s_-]|$)/i
const AVATAR_HOST = /^https?:\/\/(?:[\w-]{0,20}\.)?gravatar\.com\//i
/** Formats that not every reader of Markdown shows; the `img` beside them has the same picture. */
const RARE_FORMAT = /^image\/(?:avif|webp|jxl|jp2|heic)$/i

/** @returns What the picture shows, or null for icons, tracking pixels, placeholders and broken sources. */
export function readImage(element: Element, base: string | null): ImageFacts | null {
  const { attribs } = element
  if (isTiny(attribs.width) || isTiny(attribs.height) || isTinyStyle(attribs.style)) return null
  if (attribs.hidden !== undefined || isHiddenByStyle(element) || AVATAR.test(attribs.class ?? '')) return null
  const src = sourceOf(element)
  const url = src === null ? null : resolveImage(src, base)
  if (url === null || TRACKER.test(url) || AVATAR_HOST.test(url)) return null
  return { src: url, alt: (attribs.alt ?? '').replaceAll(/\s+/g, ' ').trim() }
}

function isTiny(side: string | undefined): boolean {
  const pixels = Number.parseInt(side ?? '', 10)
  return pixels > 0 && pixels < MIN_SIDE && !side?.includes('%')
}

const STYLE_SIDE = /(?:^|[;\s])(?:width|height):\s{0,3}(\d{1,5})px/i

function isTinyStyle(style: string | undefined): boolean {
  return style !== undefined && isTiny(STYLE_SIDE.exec(style)?.[1])
}

/** The largest picture that is offered, else the lazy one, else the plain one where it is no placeholder. */
function sourceOf(element: Element): string | null {
  const { attribs } = element
  const plain = attribs.src?.trim() ?? ''
  const isReal = plain !== '' && !plain.startsWith('data:') && !PLACEHOLDER.test(plain)
  const own = LAZY_SETS.flatMap((name) => readSrcset(attribs[name] ?? '')).filter(isOffered)
  const offered = own.length > 0 ? own : isReal ? [] : fromPicture(element).filter(isOffered)
  const best = largest(offered)
  // A set of one is a smaller copy of the plain source, or the same picture.
  if (best !== null && offered.length > 1 && best.size > 1) return best.url
  for (const name of LAZY) {
    const value = attribs[name]?.trim()
    if (value && !value.startsWith('data:')) return value
  }
  return isReal ? plain : (best?.url ?? null)
}

function isOffered({ url }: Candidate): boolean {
  return !url.startsWith('data:') && !PLACEHOLDER.test(url)
}

/** What the sources of the `picture` around an `img` offer, usual formats first. */
function fromPicture(element: Element): Candidate[] {
  const picture = element.parent
  if (picture === null || !isElement(picture as Element) || (picture as Element).name !== 'picture') return []
  const sources = picture.children.filter((child): child is Element => isElement(child) && child.name === 'source')
  const usual = sources.filter(({ attribs }) => !RARE_FORMAT.test(attribs.type ?? ''))
  return (usual.length > 0 ? usual : sources).flatMap(({ attribs }) =>
    readSrcset(attribs.srcset ?? attribs['data-srcset'] ?? ''),
  )
}

const EMOJI_CLASS = /^(?:emoji|wp-smiley|twemoji|emojione|emoticon)$/i
const EMOJI = /^[\p{Extended_Pictographic}\p{Emoji_Component}]{1,16}$/u

/** The character that a picture stands for; '' where it is a picture. */
export function emojiOf(element: Element): string {
  const alt = element.attribs.alt ?? ''
  return EMOJI.test(alt) && classNames(element).some((name) => EMOJI_CLASS.test(name)) ? alt : ''
}

/** What a `noscript` with a picture in it is to a reader with scripts. */
export type NoScriptPicture = 'only' | 'copy'

/**
 * Lazy loaders repeat their picture in a `noscript`, for readers without scripts: the only one with a source, or a copy.
 *
 * @returns Null where there is text in it, or no picture.
 */
export function noScriptPicture(element: Element, base: string | null): NoScriptPicture | null {
  let pictures = 0
  for (const node of nodesInside(element)) {
    if (node.type === 'text' && node.data.trim() !== '') return null
    if (isElement(node) && node.name === 'img' && readImage(node, base) !== null) pictures++
  }
  if (pictures !== 1) return null
  return hasPicture(siblingElement(element, 'prev'), base) || hasPicture(siblingElement(element, 'next'), base)
    ? 'copy'
    : 'only'
}

function hasPicture(element: Element | null, base: string | null): boolean {
  if (element === null || element.name === 'noscript') return false
  const image = element.name === 'img' ? element : PICTURE_BOXES.has(element.name) ? findInside(element, isImage) : null
  return image !== null && readImage(image, base) !== null
}

/** Boxes that loaders put around one picture. */
const PICTURE_BOXES = new Set(['picture', 'span', 'a'])

function isImage({ name }: Element): boolean {
  return name === 'img'
}
