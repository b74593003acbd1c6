import type { Element } from 'domhandler'
import type { ImageFacts } from '../types.ts'
import { resolveImage } from './urls.ts'

/** Where lazy loaders keep the real source; the plain `src` is then often a placeholder. */
const LAZY = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-hi-res-src',
  'data-url',
  'data-srcset',
  'srcset',
] as const
/** Icons, avatars and tracking pixels are smaller than this, in CSS pixels. */
const MIN_SIDE = 34

/** @returns What the picture shows, or null for icons, tracking pixels, placeholders and broken sources. */
export function readImage(element: Element, base: string | null): ImageFacts | null {
  const { attribs } = element
  if (isTiny(attribs.width) || isTiny(attribs.height)) return null
  const src = sourceOf(attribs)
  const url = src === null ? null : resolveImage(src, base)
  if (url === null) return null
  return { src: url, alt: (attribs.alt ?? '').replaceAll(/\s+/g, ' ').trim() }
}

function isTiny(side: string | undefined): boolean {
  const pixels = Number.parseInt(side ?? '', 10)
  return pixels > 0 && pixels < MIN_SIDE && !side?.includes('%')
}

function sourceOf(attribs: Readonly<Record<string, string>>): string | null {
  const plain = attribs.src ?? ''
  const isPlaceholder = plain === '' || plain.startsWith('data:') || /(?:blank|placeholder|spacer|pixel)\b/i.test(plain)
  if (!isPlaceholder && attribs['data-src'] === undefined) return plain
  for (const name of LAZY) {
    const value = attribs[name]?.trim()
    if (value) return name.endsWith('srcset') ? largest(value) : value
  }
  return isPlaceholder ? null : plain
}

/** Candidate of a `srcset` with the greatest width or density. URLs may hold commas, so it is split at `, ` only. */
function largest(srcset: string): string | null {
  let best: string | null = null
  let bestSize = -1
  for (const candidate of srcset.split(/,\s/)) {
    const [url = '', descriptor = '1x'] = candidate.trim().split(/\s+/)
    const size = Number.parseFloat(descriptor) || 1
    if (url !== '' && size > bestSize) {
      best = url.endsWith(',') ? url.slice(0, -1) : url
      bestSize = size
    }
  }
  return best
}
