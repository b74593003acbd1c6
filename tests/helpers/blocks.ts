import { NO_HINTS } from '../../src/segment/noHints.ts'
import type { Article, Block, Container, ImageFacts, Mark, Outcome, Page, Verdict } from '../../src/types.ts'

/** Fields that a test wants to differ from those of a plain paragraph. */
export type BlockOverrides = Partial<Block>

/** A paragraph; `overrides` make anything else of it. */
export function block(text: string, overrides: BlockOverrides = {}): Block {
  return {
    kind: 'paragraph',
    text,
    span: { start: 0, end: text.length },
    level: 0,
    containers: [],
    marks: [],
    image: null,
    gap: true,
    continues: false,
    dom: null,
    ...overrides,
  }
}

export function heading(level: number, text: string, overrides: BlockOverrides = {}): Block {
  return block(text, { kind: 'heading', level, ...overrides })
}

export function code(text: string, overrides: BlockOverrides = {}): Block {
  return block(text, { kind: 'code', ...overrides })
}

export function rule(overrides: BlockOverrides = {}): Block {
  return block('', { kind: 'rule', ...overrides })
}

export function image(facts: ImageFacts, overrides: BlockOverrides = {}): Block {
  return block('', { kind: 'image', image: facts, ...overrides })
}

/** A block inside of containers, outermost first. */
export function inside(containers: readonly Container[], inner: Block): Block {
  return { ...inner, containers: [...containers, ...inner.containers] }
}

let lastId = 0

/** A container with an id of its own. */
export function container(type: Container['type'], facts: Omit<Container, 'type' | 'id'> = {}): Container {
  return { type, id: ++lastId, ...facts }
}

/** Blocks of the items of one list; an item may bring its own blocks. */
export function list(
  items: readonly (string | Block | readonly Block[])[],
  facts: Omit<Container, 'type' | 'id'> = { ordered: false },
): Block[] {
  const outer = container('list', facts)
  return items.flatMap((item) => {
    const path = [outer, container('item')]
    const blocks = typeof item === 'string' ? [block(item)] : 'kind' in item ? [item] : item
    return blocks.map((inner) => inside(path, inner))
  })
}

/** Cells of a table: text, or text with facts, or null for an empty cell, which has no block. */
export type CellSpec = string | null | ({ readonly text: string | readonly Block[] } & Omit<Container, 'type' | 'id'>)

export function table(rows: readonly (readonly CellSpec[])[]): Block[] {
  const outer = container('table')
  return rows.flatMap((cells) => {
    const row = container('row')
    let column = 0
    return cells.flatMap((spec) => {
      const { text, ...facts } = typeof spec === 'string' ? { text: spec } : (spec ?? { text: [] })
      const path = [outer, row, container('cell', { column, ...facts })]
      column += ('colSpan' in facts ? facts.colSpan : undefined) ?? 1
      return (typeof text === 'string' ? [block(text)] : text).map((inner) => inside(path, inner))
    })
  })
}

/** Header cells. */
export function headers(...texts: readonly string[]): CellSpec[] {
  return texts.map((text) => ({ text, header: true }))
}

const TAGS: Readonly<Record<string, Mark['type']>> = {
  b: 'strong',
  i: 'emphasis',
  code: 'code',
  del: 'delete',
  a: 'link',
  sup: 'superscript',
  sub: 'subscript',
}

/**
 * A paragraph from a line of HTML: `a <b>c</b> <a href="u">d</a><br>e`; entities are not decoded, unknown tags are text.
 * White space is kept as written.
 */
export function inline(html: string, overrides: BlockOverrides = {}): Block {
  const marks: Mark[] = []
  const open: { type: Mark['type']; start: number; url?: string }[] = []
  let text = ''
  for (const [piece, close, name, value] of html.matchAll(/<(\/?)(\w+)(?: (?:href|src)="([^"]*)")?>|[^<]+|</g)) {
    if (name === undefined || !(name in TAGS || name === 'br' || name === 'img')) text += piece
    else if (name === 'br') {
      marks.push({ type: 'break', start: text.length, end: text.length + 1 })
      text += '\n'
    } else if (name === 'img')
      marks.push({ type: 'image', start: text.length, end: text.length, url: value ?? '', alt: '' })
    else if (close === '') {
      const type = TAGS[name]
      if (type !== undefined) open.push({ type, start: text.length, ...(value === undefined ? {} : { url: value }) })
    } else {
      const index = open.findLastIndex((mark) => mark.type === TAGS[name])
      const [mark] = index < 0 ? [] : open.splice(index, 1)
      if (mark !== undefined) marks.push({ ...mark, end: text.length })
    }
  }
  return block(text, { marks, ...overrides })
}

/** An article with this body. */
export function article(blocks: readonly Block[], fields: Partial<Article> = {}): Article {
  return {
    url: null,
    site: null,
    title: null,
    date: null,
    modified: null,
    authors: [],
    editor: null,
    credits: [],
    section: null,
    tags: [],
    language: null,
    dateline: null,
    images: [],
    pageType: 'article',
    confidence: 0.9,
    blocks,
    notes: [],
    ...fields,
  }
}

/** An outcome whose page has these blocks; those with the verdict `body` make the article. */
export function outcome(judged: readonly (readonly [Block, Verdict])[], fields: Partial<Article> = {}): Outcome {
  const blocks = judged.map(([one]) => one)
  const page: Page = {
    kind: 'html',
    url: null,
    language: null,
    blocks,
    outline: null,
    hints: NO_HINTS,
    warnings: [],
  }
  return {
    page,
    scores: judged.map(() => 0.5),
    verdicts: judged.map(([, verdict]) => verdict),
    article: article(
      judged.filter(([, verdict]) => verdict.label === 'body').map(([one]) => one),
      fields,
    ),
    warnings: [],
  }
}
