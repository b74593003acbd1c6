import type { ArticleImage, Block, Credit } from '../types.ts'
import { type Caption, splitCaption } from './captionCredit.ts'
import { type FiguresRead, readFigures } from './figures.ts'
import type { Survey } from './survey.ts'

export interface CaptionsRead extends FiguresRead {
  readonly credits: readonly Credit[]
}

const MAX_CAPTION_CHARS = 600
const MIN_CAPTION_CHARS = 12
/** Longer lines between the paragraphs of a text are paragraphs. */
const MAX_INNER_CHARS = 240
/** Characters from which a line is told to be the beginning of a caption, not of anything else. */
const MIN_COPY_CHARS = 20
/** Blocks around the first prose in which the copy of a caption stands. */
const COPY_REACH = 12

/** The figures of the article with their captions. */
export function readCaptions(survey: Survey, titleBlock: number): CaptionsRead {
  const read = survey.page.kind === 'html' ? readFigures(survey, titleBlock) : captionLines(survey, titleBlock)
  return { ...read, credits: photographers(read.images) }
}

/** Text: lines at the head that end in the credit of a picture, or are a cut-off copy of such a line. */
function captionLines({ blocks, prose, end, language, isBody }: Survey, titleBlock: number): FiguresRead {
  const found: { readonly block: number; readonly caption: Caption }[] = []
  const from = Math.max(0, titleBlock + 1)
  const to = Math.min(blocks.length - 1, Math.max(prose, end))
  for (let i = from; i <= to; i++) {
    const { text, kind } = blocks[i] as Block
    // A short line without a full stop at its end was taken for a heading.
    if (kind === 'code' || text.length > MAX_CAPTION_CHARS) continue
    const caption = splitCaption(text, language)
    if (caption.credit === null || sizeOf(caption.text) < MIN_CAPTION_CHARS) continue
    const isShort = text.length < MAX_INNER_CHARS || i <= prose + 1 || startsWithCapitals(text)
    if (i < prose || (isShort && (isBody[i] === true || i < end))) found.push({ block: i, caption })
  }
  const captions = found.map(({ block }) => block)
  for (let i = Math.max(from, prose - COPY_REACH); i <= Math.min(to, prose + COPY_REACH); i++) {
    const start = (blocks[i] as Block).text.replace(/\s?(?:…|\.{3})$/, '')
    const isCopy = found.some(({ block, caption }) => block !== i && caption.text.startsWith(start))
    if (isCopy && start.length >= MIN_COPY_CHARS) captions.push(i)
  }
  const images = found.map(
    ({ caption }): ArticleImage => ({ src: null, alt: null, caption: caption.text, credit: caption.credit }),
  )
  return { images, captions, pictures: [] }
}

/** Characters; those of Chinese, Japanese and Korean count twice, because they tell as much as two. */
function sizeOf(text: string): number {
  return text.length + (text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0)
}

/** `RAPI: Dari kiri Kepala Dinas ...`: the short headline of a caption. */
function startsWithCapitals(text: string): boolean {
  const head = text.slice(0, Math.max(0, text.slice(0, 32).indexOf(': ')))
  return head.length >= 4 && head === head.toUpperCase() && /\p{Lu}/u.test(head)
}

function photographers(images: readonly ArticleImage[]): Credit[] {
  const names = new Set(images.flatMap(({ credit }) => (credit === null ? [] : [credit])))
  return Array.from(names, (name) => ({ role: 'photographer' as const, name }))
}
