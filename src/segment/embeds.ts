import type { Element } from 'domhandler'
import type { EmbedFacts } from '../types.ts'
import { findInside } from './elements.ts'
import { resolveUrl } from './urls.ts'

/** Where a frame of another site can be seen by itself. */
interface Player {
  readonly host: RegExp
  /** Path of the frame; its groups are put into `page`. */
  readonly path: RegExp
  /** With `$1` for the first group of the path; else the parameter of the frame that holds the address. */
  readonly page: string | { readonly parameter: string; readonly prefix: string }
  readonly kind: Kind
}

type Kind = 'Video' | 'Audio' | 'Post'

const PLAYERS: readonly Player[] = [
  {
    host: /(?:^|\.)youtube(?:-nocookie)?\.com$/,
    path: /^\/(?:embed|v|shorts|live)\/(?!videoseries)([\w-]{6,})/,
    page: 'https://www.youtube.com/watch?v=$1',
    kind: 'Video',
  },
  {
    host: /(?:^|\.)youtube(?:-nocookie)?\.com$/,
    path: /^\/embed\/(?:videoseries)?$/,
    page: { parameter: 'list', prefix: 'https://www.youtube.com/playlist?list=' },
    kind: 'Video',
  },
  { host: /^youtu\.be$/, path: /^\/([\w-]{6,})/, page: 'https://www.youtube.com/watch?v=$1', kind: 'Video' },
  { host: /^player\.vimeo\.com$/, path: /^\/video\/(\d+)/, page: 'https://vimeo.com/$1', kind: 'Video' },
  {
    host: /(?:^|\.)dailymotion\.com$/,
    path: /^\/embed\/video\/(\w+)/,
    page: 'https://www.dailymotion.com/video/$1',
    kind: 'Video',
  },
  {
    host: /^player\.bilibili\.com$/,
    path: /^\/player\.html$/,
    page: { parameter: 'bvid', prefix: 'https://www.bilibili.com/video/' },
    kind: 'Video',
  },
  { host: /^embed\.ted\.com$/, path: /^\/talks\/([\w/-]+)/, page: 'https://www.ted.com/talks/$1', kind: 'Video' },
  {
    host: /(?:^|\.)tiktok\.com$/,
    path: /^\/embed\/(?:v\d\/)?(\d+)/,
    page: 'https://www.tiktok.com/@/video/$1',
    kind: 'Video',
  },
  {
    host: /^open\.spotify\.com$/,
    path: /^\/embed\/(\w+\/\w+)/,
    page: 'https://open.spotify.com/$1',
    kind: 'Audio',
  },
  { host: /^w\.soundcloud\.com$/, path: /^\/player/, page: { parameter: 'url', prefix: '' }, kind: 'Audio' },
  {
    host: /^platform\.(?:twitter|x)\.com$/,
    path: /^\/embed\/Tweet\.html$/i,
    page: { parameter: 'id', prefix: 'https://twitter.com/i/status/' },
    kind: 'Post',
  },
  {
    host: /(?:^|\.)facebook\.com$/,
    path: /^\/plugins\/video\.php$/,
    page: { parameter: 'href', prefix: '' },
    kind: 'Video',
  },
  {
    host: /(?:^|\.)facebook\.com$/,
    path: /^\/plugins\/post\.php$/,
    page: { parameter: 'href', prefix: '' },
    kind: 'Post',
  },
  {
    host: /(?:^|\.)instagram\.com$/,
    path: /^\/(p|reel|tv)\/([\w-]+)\/embed/,
    page: 'https://www.instagram.com/$1/$2/',
    kind: 'Post',
  },
]

/** Titles that say what a frame is, not what it shows. */
const EMPTY_TITLE =
  /^(?:(?:youtube|vimeo|embedded|spotify|x|twitter) )?(?:video player|video|player|embed|content|iframe|post)$|^[^\p{L}\p{N}]*$/iu
const MAX_TITLE_CHARS = 200

type Read = (element: Element, base: string | null) => EmbedFacts | null

/** Elements that show what is not text. */
const READERS: Readonly<Record<string, Read>> = {
  iframe: ({ attribs }, base) => frame(attribs.src || attribs['data-src'] || attribs['data-lazy-src'], attribs, base),
  embed: ({ attribs }, base) => frame(attribs.src, attribs, base),
  'lite-youtube': ({ attribs }, base) => frame(`https://youtu.be/${attribs.videoid ?? ''}`, attribs, base),
  video: (element, base) => file(element, base, 'Video'),
  audio: (element, base) => file(element, base, 'Audio'),
}

export function isEmbed(name: string): boolean {
  return Object.hasOwn(READERS, name)
}

/** What an element shows of another site or file; null for frames that are no player, and players of nothing. */
export function readEmbed(element: Element, base: string | null): EmbedFacts | null {
  return READERS[element.name]?.(element, base) ?? null
}

function frame(
  src: string | undefined,
  attribs: Readonly<Record<string, string>>,
  base: string | null,
): EmbedFacts | null {
  const url = src === undefined ? null : resolveUrl(src, base ?? 'https://unknown.invalid/')
  if (url === null || !URL.canParse(url)) return null
  const { hostname, pathname, searchParams } = new URL(url)
  for (const { host, path, page, kind } of PLAYERS) {
    const match = host.test(hostname) ? path.exec(pathname) : null
    if (match === null) continue
    const address =
      typeof page === 'string'
        ? page.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '')
        : fromParameter(searchParams.get(page.parameter), page.prefix)
    return address === null ? null : { url: address, title: titleOf(attribs, kind) }
  }
  return null
}

function fromParameter(value: string | null, prefix: string): string | null {
  if (!value) return null
  if (prefix !== '') return /^[\w-]+$/.test(value) ? prefix + value : null
  return /^https?:\/\//i.test(value) ? resolveUrl(value, null) : null
}

/** Files are told by their own address; what scripts make up (`blob:`) is none. */
function file(element: Element, base: string | null, kind: Kind): EmbedFacts | null {
  const source = findInside(element, (inner) => inner.name === 'source' && Boolean(inner.attribs.src))
  const src = element.attribs.src || element.attribs['data-src'] || source?.attribs.src
  const url = src ? resolveUrl(src, base) : null
  return url === null || /^(?:mailto|tel|ftp):/.test(url) ? null : { url, title: titleOf(element.attribs, kind) }
}

function titleOf(attribs: Readonly<Record<string, string>>, kind: Kind): string {
  const title = (attribs.title ?? attribs.playlabel ?? attribs['aria-label'] ?? '').replaceAll(/\s+/g, ' ').trim()
  return EMPTY_TITLE.test(title) ? kind : title.slice(0, MAX_TITLE_CHARS)
}
