/**
 * The data that flows between the stages. Data only: no functions, nothing that does not survive `structuredClone`.
 *
 *     bytes -> Source -> Page (blocks) -> rows -> scores -> Verdict per block -> Article
 */

/** A place in the decoded source, in UTF-16 code units; `line` is 1-based and given for text pages only. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly line?: number
}

/** The two kinds of page. Everything after the segmenter treats them alike. */
export type PageKind = 'text' | 'html'

/** Something the user should know of, although the page was cleaned. Codes never change their meaning. */
export interface Warning {
  readonly code: WarningCode
  readonly message: string
}

export type WarningCode =
  | 'truncated'
  | 'corrupt'
  | 'trailing-data'
  | 'input-limit'
  | 'depth-limit'
  | 'node-limit'
  | 'output-limit'
  | 'table-limit'
  | 'warc-record'
  | 'charset-guess'
  | 'controls-removed'
  | 'link-removed'
  | 'date-ambiguous'
  | 'rule-limit'
  | 'no-article'

/** A decoded page and what the caller knows of it. */
export interface Source {
  readonly kind: PageKind
  /** The decoded page. Every span points into this string. */
  readonly text: string
  readonly url: string | null
  /** BCP 47, where the caller says so; overrules detection. */
  readonly language: string | null
  readonly warnings: readonly Warning[]
}

export type BlockKind = 'paragraph' | 'heading' | 'code' | 'image' | 'embed' | 'rule'

/** Inline structure over `Block.text`, as stand-off annotation: `start`/`end` are offsets into `text`. */
export interface Mark {
  readonly type:
    | 'strong'
    | 'emphasis'
    | 'code'
    | 'delete'
    | 'link'
    | 'image'
    | 'break'
    | 'superscript'
    | 'subscript'
    | 'math'
    | 'note'
  readonly start: number
  /** Equal to `start` for `image` and `break`, which stand between two characters. */
  readonly end: number
  /** Target of a link or source of an image, absolute where the page's URL is known. */
  readonly url?: string
  /** Alternative text of an image. */
  readonly alt?: string
  /** Images only: target of the link around them. */
  readonly link?: string
  /** Images only: a line break stands before them, for which the text has no place. */
  readonly setOff?: true
  /** Links only: they lead to a place of the page itself. Without an address of the page they have no target. */
  readonly local?: true
  /** Formulas only: set on a line of its own. */
  readonly display?: boolean
  /** Formulas only, whose text is that of the page: what they are in TeX. The text of all others is TeX. */
  readonly tex?: string
  /** References to notes only: the `note` of the blocks referred to. */
  readonly note?: string
}

/** Kinds of callouts, after those that GitHub knows. */
export type Callout = 'note' | 'tip' | 'important' | 'warning' | 'caution'

/**
 * A structure around blocks. Blocks that share a container share its `id`; the path from the outermost container
 * to the innermost one is enough to rebuild the tree from the flat sequence of blocks.
 */
export interface Container {
  readonly type:
    | 'list'
    | 'item'
    | 'quote'
    | 'table'
    | 'row'
    | 'cell'
    | 'figure'
    | 'caption'
    | 'definitions'
    | 'term'
    | 'definition'
    | 'details'
    | 'summary'
    | 'callout'
  readonly id: number
  /** Lists only. */
  readonly ordered?: boolean
  /** First number of an ordered list. */
  readonly first?: number
  /** Items only: the state of a task's check box. */
  readonly checked?: boolean
  /** Cells only: a header cell, and the number of columns and rows that it spans (clamped). */
  readonly header?: boolean
  readonly colSpan?: number
  readonly rowSpan?: number
  /**
   * Cells only: columns taken by the cells before it in its row, so that empty cells, which hold no block, keep their
   * place.
   */
  readonly column?: number
  /** Callouts only. */
  readonly callout?: Callout
}

export interface ImageFacts {
  /** Absolute where the page's URL is known, else as written; empty for the captions of text pages. */
  readonly src: string
  readonly alt: string
}

/** A video, recording or post of another site that is shown in a page. */
export interface EmbedFacts {
  /** Absolute address of the page that shows it by itself, else of the file. */
  readonly url: string
  /** As the page names it, else what it is: `Video`. */
  readonly title: string
}

/** What only HTML can tell of a block. */
export interface DomFacts {
  /** Index into `Page.outline`: the nearest block-level element around the text. */
  readonly element: number
  /** Characters of `Block.text` inside links. */
  readonly linkChars: number
  /** Inside an element that a browser would not show (`hidden`, `display:none`, `aria-hidden`, `template`, `noscript`). */
  readonly hidden: boolean
  /** Inside a form control (`button`, `select`, `option`, `textarea`, `label`). */
  readonly control: boolean
}

/** The unit of decision: a paragraph, heading, list item, table cell, line of a menu, picture. */
export interface Block {
  readonly kind: BlockKind
  /** White space folded to single spaces; verbatim for `code`; empty for `image`, `embed` and `rule`. */
  readonly text: string
  readonly span: Span
  /** 1..6 for headings, else 0. */
  readonly level: number
  /** Headings of HTML only: blocks of one heading share this number. Some put lines of their own into one. */
  readonly heading?: number
  /** Code only: the language that the page names, as it writes it: `js`. */
  readonly codeLanguage?: string
  /** Outermost first. */
  readonly containers: readonly Container[]
  readonly marks: readonly Mark[]
  readonly image: ImageFacts | null
  /** Embeds only. */
  readonly embed?: EmbedFacts
  /** Name of the footnote that the block is a part of, where the page refers to it. */
  readonly note?: string
  /** Preceded by a blank line (text) or by the border of a block-level element (HTML: always). */
  readonly gap: boolean
  /** Split off from the end of the block before it (a trailing credit such as `(abc/def)`). */
  readonly continues: boolean
  readonly dom: DomFacts | null
  /** Where the user's rules name it. */
  readonly rule?: BlockRule
}

/** What the user says of a block, by a rule for the site. */
export interface BlockRule {
  readonly verdict: 'keep' | 'remove'
  /** The rule as the user wrote it. */
  readonly rule: string
  /** The rule names the block by itself: a line, or an element with this block only. */
  readonly alone: boolean
}

/** A text that the user's rules name for a field. */
export interface RuledText {
  /** What is shown; of a line, what its `*` stands for. */
  readonly text: string
  /** Machine-readable value (`datetime`, `content`), else ''. */
  readonly value: string
  /** Of the element, or of the block whose text is the line. */
  readonly span: Span
  /** Place of the rule among those of the field: the first that tells something holds. */
  readonly rank: number
}

/** What the user's rules for the site say of a page. */
export interface Ruling {
  /** Names of the sites whose rules hold, the most special first. */
  readonly sites: readonly string[]
  /** Every rule, in the order of their rank, with how many elements and lines it names. */
  readonly uses: readonly { readonly rule: string; readonly count: number }[]
  /** In the order of rank, then of the page. */
  readonly title: readonly RuledText[]
  readonly date: readonly RuledText[]
  readonly author: readonly RuledText[]
}

/** The block-level elements of an HTML page as parallel arrays, in document order: element 0 is the root. */
export interface Outline {
  /** Index of the parent element; -1 for the root. Always smaller than the own index. */
  readonly parent: readonly number[]
  readonly tag: readonly string[]
  /** Lower-case words of class, id, role and itemprop: `post-body articleBody` -> post, body, articlebody. */
  readonly tokens: readonly (readonly string[])[]
}

/** A line of an HTML page's declared metadata. `name` is lower case. */
export interface MetaHint {
  readonly name: string
  readonly content: string
}

/** An element that may name a date or a person. */
export interface ElementHint {
  /** What it is known by: `time`, `itemprop=author`, `rel=author`, `class=byline` ... */
  readonly via: string
  readonly text: string
  /** Machine-readable value (`datetime`, `content`, `title`, `href`), else ''. */
  readonly value: string
  /** Offset of the element in the source. */
  readonly start: number
}

/** What an HTML page declares about itself; all of it empty for text pages. */
export interface Hints {
  readonly title: string | null
  readonly meta: readonly MetaHint[]
  /** Each `script type=application/ld+json`, parsed (repaired where needed); unparsable ones are left out. */
  readonly jsonLd: readonly unknown[]
  readonly canonical: string | null
  /** `lang` of the html element. */
  readonly language: string | null
  readonly times: readonly ElementHint[]
  readonly people: readonly ElementHint[]
  readonly tags: readonly string[]
  /** Labels from the outermost to the page itself. */
  readonly breadcrumbs: readonly string[]
}

/** A segmented page. */
export interface Page {
  readonly kind: PageKind
  readonly url: string | null
  /** BCP 47: given by the caller, or detected on the blocks; null where neither says anything. */
  readonly language: string | null
  readonly blocks: readonly Block[]
  readonly outline: Outline | null
  readonly hints: Hints
  readonly warnings: readonly Warning[]
  /** Where the user has rules for its site. */
  readonly ruling?: Ruling
}

/** Fields that a block of the page can have been read for. */
export type Field =
  | 'title'
  | 'subtitle'
  | 'byline'
  | 'date'
  | 'caption'
  | 'credit'
  | 'section'
  | 'site'
  | 'tags'
  | 'note'

/** Why a block was judged as it was, as figures and phrases: `{score: 0.12, phrase: 'Share this'}`. */
export type Evidence = Readonly<Record<string, string | number | boolean>>

/** The one decision taken about one block. */
export type Verdict =
  | { readonly label: 'body'; readonly evidence: Evidence }
  | { readonly label: 'field'; readonly field: Field; readonly evidence: Evidence }
  | { readonly label: 'boilerplate'; readonly reason: ReasonCode; readonly evidence: Evidence }

/** Stable codes; `docs/reasons.md` explains each. */
export type ReasonCode =
  | 'navigation'
  | 'breadcrumb'
  | 'share'
  | 'subscribe'
  | 'cookies'
  | 'copyright'
  | 'back-to-top'
  | 'print'
  | 'advertisement'
  | 'comments'
  | 'related'
  | 'read-also'
  | 'tags'
  | 'tracker'
  | 'crawl-date'
  | 'site-name'
  | 'duplicate'
  | 'hidden'
  | 'form-control'
  | 'media'
  | 'link-list'
  | 'short-text'
  | 'before-article'
  | 'after-article'
  | 'site-rule'
  | 'low-score'

export interface Credit {
  readonly role:
    | 'author'
    | 'editor'
    | 'reporter'
    | 'photographer'
    | 'translator'
    | 'contributor'
    | 'agency'
    | 'initials'
  readonly name: string
}

export interface ArticleImage {
  readonly src: string | null
  readonly alt: string | null
  readonly caption: string | null
  readonly credit: string | null
}

export type PageType =
  | 'article'
  | 'forum'
  | 'product'
  | 'collection'
  | 'listing'
  | 'documentation'
  | 'service'
  | 'other'

/** Probability of each type of page, 0..1; they add up to 1. `other` is what is left where there is no body. */
export type TypeShares = Readonly<Record<Exclude<PageType, 'other'>, number>>

/** The fields of an article apart from its body. Null or empty where the page does not tell. */
export interface Metadata {
  readonly url: string | null
  readonly site: string | null
  readonly title: string | null
  /** ISO 8601, a day or an instant with offset, never a guessed part. */
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
}

/** Where a page tells something. */
export interface Origin {
  /** As whoever looks for it in the page would write it: `og:title`, `JSON-LD headline`, `h1`, `line`, `URL` ... */
  readonly source: string
  /** Index into `Page.blocks` of the block that shows it; -1 where it is declared, not shown. */
  readonly place: number
}

/** A value that the page tells for a field; empty for the chance that it tells none, where that was weighed too. */
export interface Candidate extends Origin {
  readonly value: string
  /**
   * The heavier goes first, and of equals the first. Learned log odds where a field is weighed; infinite where a source
   * decides without weighing; where the first source with a value wins, how many are not better than this one.
   */
  readonly weight: number
  /** Where else the page tells the same value. */
  readonly also: readonly Origin[]
}

/** Fields that are chosen among candidates. */
export type ChosenField =
  | 'title'
  | 'date'
  | 'modified'
  | 'authors'
  | 'editor'
  | 'site'
  | 'url'
  | 'section'
  | 'tags'
  | 'language'

/** The candidates of each field, the heaviest first: where the article has the field, that one is it. */
export type Candidates = Readonly<Record<ChosenField, readonly Candidate[]>>

/** What features of a candidate are worth, by name: a linear model. */
export type Weights = Readonly<Record<string, number>>

/** Learned weights, a table a field. */
export interface FieldWeights {
  readonly title: Weights
  readonly date: Weights
  readonly author: Weights
}

/** A block that a field was read from: it leaves the body. */
export interface Claim {
  /** Index into `Page.blocks`. */
  readonly block: number
  readonly field: Field
}

export interface Article extends Metadata {
  readonly pageType: PageType
  /** 0..1 */
  readonly confidence: number
  /** The body, in order. */
  readonly blocks: readonly Block[]
  /** Notes that the body refers to and that stand elsewhere, in order. */
  readonly notes: readonly Block[]
}

/** A page and what was decided: `verdicts[i]` and `scores[i]` are about `page.blocks[i]`. */
export interface Outcome {
  readonly page: Page
  /** Content probability, 0..1. */
  readonly scores: readonly number[]
  readonly verdicts: readonly Verdict[]
  readonly article: Article
  readonly warnings: readonly Warning[]
  /** Only where they are asked for: nothing but a report needs them. */
  readonly candidates?: Candidates
}
