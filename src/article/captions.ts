import { matchPhrase } from '../text/lexicon.ts'
import type { ArticleImage, Block, Claim, Credit } from '../types.ts'
import type { Survey } from './survey.ts'

export interface CaptionsRead {
  readonly images: readonly ArticleImage[]
  readonly credits: readonly Credit[]
  readonly claims: readonly Claim[]
}

export interface Caption {
  readonly text: string
  readonly credit: string | null
}

const MAX_CAPTION_CHARS = 600
const MIN_CAPTION_CHARS = 12
/** A credit in brackets at the end: capitals, a slash, or a word that says photo. */
const CREDIT_IN_BRACKETS =
  /^(?:[^\p{Ll}]{3,80}|[^()]{0,60}[\p{L}.]\s?\/\s?[\p{L}][^()]{0,60}|.{0,30}(?:photo|foto|фото|image|bild|via|getty|afp|reuters|写真|撮影|摄|攝).{0,60})$/iu
const CREDIT_PHRASE =
  /(?:^|[.。"”»)\s|])((?:photo|foto|fotos|photos|bild|image|imagen|fotografía|фото|kuva|ảnh|zdjęcie|fot\.|写真|사진|圖|图)(?: by| credit|grafía)?\s{0,2}[:：/／=]\s{0,2}|©\s{0,2}|\(c\)\s)([^|.]{2,80})\.?$/iu

/** Takes the photographer off a caption. */
export function splitCaption(text: string, language: string | null): Caption {
  const trimmed = text.trim()
  const last = trimmed.at(-1)
  const open = last === ')' ? trimmed.lastIndexOf('(') : last === '）' ? trimmed.lastIndexOf('（') : -1
  if (open > 0) {
    const inner = trimmed.slice(open + 1, -1).trim()
    if (isCreditInBrackets(inner))
      return { text: trimmed.slice(0, open).trim(), credit: withoutPhrase(inner, language) }
  }
  const tail = CREDIT_PHRASE.exec(trimmed)
  if (tail !== null) {
    const at = trimmed.lastIndexOf(`${tail[1]}${tail[2]}`)
    return { text: trimmed.slice(0, Math.max(0, at)).trim(), credit: (tail[2] as string).trim() }
  }
  return { text: trimmed, credit: null }
}

function isCreditInBrackets(text: string): boolean {
  if (text.length < 3 || text.length > 80 || !/\p{L}{2}/u.test(text)) return false
  const isUpper = text === text.toUpperCase() && text !== text.toLowerCase() && /\s|\//.test(text)
  return (
    isUpper ||
    (/\//.test(text) && CREDIT_IN_BRACKETS.test(text)) ||
    /^(?:photo|foto|image|bild|©|via|credit|写真|사진|фото)/iu.test(text)
  )
}

function withoutPhrase(credit: string, language: string | null): string {
  const phrase = matchPhrase(credit, language)
  return phrase !== null && phrase.role === 'photographer' && phrase.rest !== '' ? phrase.rest : credit
}

/** The figures of the article with their captions. */
export function readCaptions(survey: Survey, titleBlock: number): CaptionsRead {
  return survey.page.kind === 'html' ? figures(survey) : captionLines(survey, titleBlock)
}

/** HTML: pictures of the body, with the captions that share their figure. */
function figures({ blocks, isBody, language }: Survey): CaptionsRead {
  const claims: Claim[] = []
  const captions = new Map<number, string>()
  blocks.forEach((block, i) => {
    const figure = figureOf(block)
    if (figure < 0 || !isCaption(block)) return
    captions.set(figure, [captions.get(figure), block.text].filter(Boolean).join(' '))
    if (isBody[i] === true) claims.push({ block: i, field: 'caption' })
  })
  const images: ArticleImage[] = []
  const seen = new Set<string>()
  blocks.forEach((block, i) => {
    if (block.image === null || isBody[i] !== true || seen.has(block.image.src)) return
    seen.add(block.image.src)
    const caption = splitCaption(captions.get(figureOf(block)) ?? '', language)
    images.push({
      src: block.image.src || null,
      alt: block.image.alt || null,
      caption: caption.text || null,
      credit: caption.credit,
    })
  })
  return { images, credits: photographers(images), claims }
}

function figureOf(block: Block): number {
  return block.containers.find((container) => container.type === 'figure')?.id ?? -1
}

function isCaption(block: Block): boolean {
  return block.text !== '' && block.containers.some((container) => container.type === 'caption') && figureOf(block) >= 0
}

/** Text: lines at the head that end in the credit of a picture, or are a cut-off copy of such a line. */
function captionLines({ blocks, prose, end, language, isBody }: Survey, titleBlock: number): CaptionsRead {
  const found: { readonly block: number; readonly caption: Caption }[] = []
  const claims: Claim[] = []
  for (let i = Math.max(0, titleBlock + 1); i <= Math.max(prose, end) && i < blocks.length; i++) {
    const { text, kind } = blocks[i] as Block
    if (kind !== 'paragraph' || text.length > MAX_CAPTION_CHARS || text.length < MIN_CAPTION_CHARS) continue
    const isHead = i < prose
    const caption = splitCaption(text, language)
    const startsWithCapitals = /^[\p{Lu}\s]{4,30}:\s/u.test(text)
    if (caption.credit === null || caption.text.length < MIN_CAPTION_CHARS) continue
    if (!isHead && !(isBody[i] === true && (startsWithCapitals || i <= prose + 1 || text.length < 240))) continue
    found.push({ block: i, caption })
    claims.push({ block: i, field: 'caption' })
  }
  for (let i = Math.max(0, titleBlock + 1); i < Math.min(blocks.length, Math.max(prose, end) + 1); i++) {
    const text = (blocks[i] as Block).text
    const isCopy = found.some(
      ({ block, caption }) =>
        block !== i && text.length >= 20 && caption.text.startsWith(text.replace(/\s?(?:…|\.{3})$/, '')),
    )
    if (isCopy && Math.abs(i - prose) <= 12) claims.push({ block: i, field: 'caption' })
  }
  const images = found.map(
    ({ caption }): ArticleImage => ({ src: null, alt: null, caption: caption.text, credit: caption.credit }),
  )
  return { images, credits: photographers(images), claims }
}

function photographers(images: readonly ArticleImage[]): Credit[] {
  const names = new Set(images.flatMap(({ credit }) => (credit === null ? [] : [credit])))
  return Array.from(names, (name) => ({ role: 'photographer' as const, name }))
}
