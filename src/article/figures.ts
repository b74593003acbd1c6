import type { ArticleImage, Block, Container, ReasonCode } from '../types.ts'
import { splitCaption } from './captionCredit.ts'
import type { Survey } from './survey.ts'

export interface FiguresRead {
  readonly images: readonly ArticleImage[]
  /** Blocks that are captions of the article's pictures. */
  readonly captions: readonly number[]
  /** Blocks that are pictures of the article although they were not taken for its body. */
  readonly pictures: readonly number[]
}

/** Blocks before the headline or the body, and after the body, in which a figure is the article's. */
const BEFORE = 8
const AFTER = 2
/** A longer text under a picture is no caption. */
const MAX_CAPTION_CHARS = 600
/** Without an element that is called so, a caption is told by its credit, and is shorter. */
const MAX_CREDITED_CHARS = 300

/** Words in class and id of elements that hold the caption of a picture. */
const CAPTION_NAMES = new Set(
  `caption figcaption imagecaption imgcaption legend legende bildunterschrift bildtext piedefoto leyenda didascalia
  bijschrift onderschrift podpis keterangan`.split(/\s+/),
)
/** Reasons that say what a block is, rather than how it scores or where it stands: its pictures are not the article's. */
const FOREIGN: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'related',
  'read-also',
  'advertisement',
  'share',
  'subscribe',
  'cookies',
  'comments',
  'link-list',
  'form-control',
  'hidden',
  'duplicate',
  'tags',
  'site-rule',
])

/** HTML: the pictures of the article, with the captions that share their figure or stand right under them. */
export function readFigures(survey: Survey, titleBlock: number): FiguresRead {
  const { blocks, isBody, language, meta } = survey
  const captions: number[] = []
  const texts = new Map<number, string>()
  const pictures = new Map<number, readonly number[]>()
  const first = Math.max(0, (titleBlock < 0 ? survey.start : Math.min(titleBlock, survey.start)) - BEFORE)
  for (let i = first; i <= Math.min(blocks.length - 1, survey.end + AFTER); i++) {
    const block = blocks[i] as Block
    if (block.text === '' || block.text.length > MAX_CAPTION_CHARS || !isOwn(survey, i)) continue
    const figure = figureOf(block)
    const key = figure !== null && isCaption(block) ? figure.id : isUnderPicture(survey, i) ? -i : 0
    if (key === 0) continue
    captions.push(i)
    texts.set(key, [texts.get(key), block.text].filter(Boolean).join(' '))
    pictures.set(key, figure !== null && key > 0 ? picturesOf(blocks, figure, i) : [i - 1])
  }
  const captionOf = new Map<number, string>()
  for (const [key, text] of texts) for (const picture of pictures.get(key) ?? []) captionOf.set(picture, text)
  const own = meta.first('og:image')
  const shown = blocks.map(
    ({ image, dom }, i) =>
      image !== null &&
      dom?.hidden !== true &&
      (isBody[i] === true || captionOf.has(i) || (i >= first && i <= survey.end && image.src === own)),
  )
  const images: ArticleImage[] = []
  const seen = new Set<string>()
  const kept: number[] = []
  blocks.forEach(({ image }, i) => {
    if (image === null || !shown[i] || seen.has(image.src)) return
    seen.add(image.src)
    if (isBody[i] !== true) kept.push(i)
    const caption = splitCaption(captionOf.get(i) ?? '', language, true)
    images.push({
      src: image.src || null,
      alt: image.alt || null,
      caption: caption.text || null,
      credit: caption.credit,
    })
  })
  return { images, captions, pictures: kept }
}

/** Not of a teaser, an advertisement or another box in the text. */
function isOwn({ verdicts, isBody }: Survey, index: number): boolean {
  const verdict = verdicts[index]
  return isBody[index] === true || (verdict?.label === 'boilerplate' && !FOREIGN.has(verdict.reason))
}

/** The innermost figure around a block. */
function figureOf({ containers }: Block): Container | null {
  return containers.findLast((container) => container.type === 'figure') ?? null
}

/** A table's caption is part of the text. */
function isCaption({ containers }: Block): boolean {
  const at = containers.findLastIndex((container) => container.type === 'caption')
  return at > 0 && containers[at - 1]?.type !== 'table'
}

/** A line right under a picture without a `figure` around them. */
function isUnderPicture({ blocks, page, language }: Survey, index: number): boolean {
  const block = blocks[index] as Block
  if (block.kind !== 'paragraph' || (blocks[index - 1]?.image ?? null) === null) return false
  const names = page.outline?.tokens[block.dom?.element ?? -1] ?? []
  if (names.some((name) => CAPTION_NAMES.has(name))) return true
  return block.text.length <= MAX_CREDITED_CHARS && splitCaption(block.text, language).credit !== null
}

/** Pictures of a figure stand near its caption. */
const FIGURE_REACH = 40

function picturesOf(blocks: readonly Block[], figure: Container, caption: number): number[] {
  const found: number[] = []
  for (let i = Math.max(0, caption - FIGURE_REACH); i < Math.min(blocks.length, caption + FIGURE_REACH); i++) {
    const block = blocks[i] as Block
    if (block.image !== null && block.containers.some(({ id }) => id === figure.id)) found.push(i)
  }
  return found
}
