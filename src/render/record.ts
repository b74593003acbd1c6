import type {
  ArticleImage,
  Block,
  BlockKind,
  Container,
  Credit,
  Outcome,
  PageType,
  Span,
  Verdict,
  Warning,
} from '../types.ts'
import { renderBody } from './markdown.ts'
import { printable, printableArticle } from './printable.ts'
import type { RenderWishes } from './settings.ts'
import { bodyText } from './text.ts'

export type BlockRole =
  | 'paragraph'
  | 'heading'
  | 'list-item'
  | 'quote'
  | 'code'
  | 'table-cell'
  | 'caption'
  | 'term'
  | 'definition'
  | 'summary'
  | 'image'
  | 'embed'
  | 'rule'

export interface BlockRecord {
  readonly role: BlockRole
  readonly text: string
  readonly span: Span
}

export interface RemovedRecord {
  readonly text: string
  /** `boilerplate`, or the field that the text was read for. */
  readonly role: string
  /** A reason code, or `used-as-` and the field. */
  readonly reason: string
  readonly span: Span
}

type Meta = Readonly<Record<string, unknown>>

/** A page that was cleaned, as JSON. The order of the fields is the order in the output. */
export interface CleanedRecord {
  readonly id: string
  readonly path: string | null
  readonly url: string | null
  readonly site: string | null
  readonly title: string | null
  readonly date: string | null
  readonly modified: string | null
  readonly authors: readonly string[]
  readonly editor: string | null
  readonly credits: readonly Credit[]
  readonly section: string | null
  readonly tags: readonly string[]
  readonly language: string | null
  readonly dateline: string | null
  readonly images: readonly ArticleImage[]
  readonly pageType: PageType
  readonly confidence: number
  readonly text: string
  readonly body: string
  readonly blocks: readonly BlockRecord[]
  readonly removed?: readonly RemovedRecord[]
  readonly warnings: readonly Warning[]
  readonly meta?: Meta
}

/** A page that could not be cleaned, as JSON. */
export interface FailedRecord {
  /** Null for a line of jsonl input that is no record. */
  readonly id: string | null
  readonly path: string | null
  readonly url: string | null
  readonly error: { readonly code: string; readonly message: string }
  readonly meta?: Meta
}

export type ArticleRecord = CleanedRecord | FailedRecord

/** What the caller knows of a page beside its content. */
export interface Origin {
  readonly id: string
  readonly path: string | null
  /** The other fields of a jsonl input record, unchanged. */
  readonly meta?: Meta | undefined
}

export interface RecordOptions {
  /** Add what is not in the body. */
  readonly removed?: boolean | undefined
  /** How the body is written. */
  readonly markdown?: RenderWishes | undefined
}

/** A page as JSON. */
export function toRecord(outcome: Outcome, origin: Origin & RecordOptions): CleanedRecord {
  const article = printableArticle(outcome.article)
  const body = renderBody(article, origin.markdown)
  return {
    id: origin.id,
    path: origin.path,
    url: article.url,
    site: article.site,
    title: article.title,
    date: article.date,
    modified: article.modified,
    authors: article.authors,
    editor: article.editor,
    credits: article.credits,
    section: article.section,
    tags: article.tags,
    language: article.language,
    dateline: article.dateline,
    images: article.images,
    pageType: article.pageType,
    confidence: Math.round(article.confidence * 1000) / 1000,
    text: bodyText(article),
    body: body.markdown,
    blocks: article.blocks.map((block) => ({ role: roleOf(block), text: block.text, span: block.span })),
    ...(origin.removed === true ? { removed: removedFrom(outcome) } : {}),
    warnings: [...outcome.warnings, ...body.warnings],
    ...(origin.meta === undefined ? {} : { meta: origin.meta }),
  }
}

/** A page that failed as JSON, so that each page read gives exactly one record. */
export function failureRecord(
  failure: Omit<Origin, 'id'> & {
    readonly id: string | null
    readonly url?: string | null | undefined
    readonly code: string
    readonly message: string
  },
): FailedRecord {
  return {
    id: failure.id,
    path: failure.path,
    url: failure.url ?? null,
    error: { code: failure.code, message: failure.message },
    ...(failure.meta === undefined ? {} : { meta: failure.meta }),
  }
}

const ROLES_BY_KIND: Readonly<Record<Exclude<BlockKind, 'paragraph'>, BlockRole>> = {
  heading: 'heading',
  code: 'code',
  image: 'image',
  embed: 'embed',
  rule: 'rule',
}

const ROLES_BY_CONTAINER: Readonly<Partial<Record<Container['type'], BlockRole>>> = {
  item: 'list-item',
  quote: 'quote',
  cell: 'table-cell',
  caption: 'caption',
  term: 'term',
  definition: 'definition',
  summary: 'summary',
}

/** A paragraph is what the innermost container that says something makes of it. */
function roleOf(block: Block): BlockRole {
  if (block.kind !== 'paragraph') return ROLES_BY_KIND[block.kind]
  const container = block.containers.findLast(({ type }) => ROLES_BY_CONTAINER[type] !== undefined)
  return (container && ROLES_BY_CONTAINER[container.type]) ?? 'paragraph'
}

function removedFrom({ page, verdicts }: Outcome): RemovedRecord[] {
  return page.blocks.flatMap((block, i) => {
    const verdict = verdicts[i]
    if (verdict === undefined || verdict.label === 'body') return []
    return [{ text: printable(block.text), ...removal(verdict), span: block.span }]
  })
}

function removal(verdict: Exclude<Verdict, { label: 'body' }>): { readonly role: string; readonly reason: string } {
  if (verdict.label === 'field') return { role: verdict.field, reason: `used-as-${verdict.field}` }
  return { role: 'boilerplate', reason: verdict.reason }
}
