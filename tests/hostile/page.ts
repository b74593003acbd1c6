/** A hostile page, made on the spot: nothing of it is stored. */
export interface HostileCase {
  /** Name of its file, unique within the family. */
  readonly file: string
  /** What it does to a program that does not expect it. */
  readonly why: string
  /** How many times the shape is repeated by default, so that a page has some 100 kB; 0 where it has no size. */
  readonly count: number
  /** @param count Of the same order as the bytes of the page. */
  readonly make: (count: number) => string | Uint8Array
  /** Words that must be in the body. */
  readonly body: readonly string[]
  /** Words that must be in the body, in a field or among what was removed. */
  readonly anywhere: readonly string[]
  /** The code that the page is refused with; null where it must be cleaned. */
  readonly refused: string | null
}

const PROSE =
  'The ferry left the pier at six and the deckhand, who had slept in the wheelhouse, coiled the last of the ropes before ' +
  'the lamps went out. Nobody on board expected that the crossing would take until noon.'

export function paragraph(word: string): string {
  return `${word} ${PROSE}`
}

interface PageParts {
  readonly head?: string
  readonly title?: string
  readonly heading?: string
}

/** An ordinary page around a payload; `HEAD` stands in front of it, `TAIL` behind it. */
export function htmlAround(
  payload: string,
  { head = '', title = 'Crossing', heading = 'The crossing' }: PageParts = {},
): string {
  const start = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>`
  const before = `<nav><a href="/">Home</a></nav><article><h1>${heading}</h1>\n<p>${paragraph('HEAD')}</p>\n<p>${PROSE}</p>\n`
  return `${start}${before}${payload}\n<p>${paragraph('TAIL')}</p>\n<p>${PROSE}</p></article></body></html>\n`
}

/** The same as plain text. */
export function textAround(payload: string): string {
  const [before, after] = [paragraph('HEAD'), paragraph('TAIL')]
  return `Home\n\nThe crossing\n\n${before}\n\n${PROSE}\n\n${payload}\n\n${after}\n\n${PROSE}\n`
}

export function times(count: number, piece: string | ((index: number) => string)): string {
  if (typeof piece === 'string') return piece.repeat(count)
  return Array.from({ length: count }, (_, index) => piece(index)).join('')
}

interface CaseOptions extends Partial<Pick<HostileCase, 'body' | 'anywhere' | 'refused'>> {
  readonly count?: number
  readonly page?: PageParts
}

const WHOLE = ['HEAD', 'TAIL']

/** A case whose payload stands within an article. */
export function inHtml(
  name: string,
  why: string,
  payload: (count: number) => string,
  { count = 0, body = WHOLE, anywhere = [], refused = null, page = {} }: CaseOptions = {},
): HostileCase {
  return { file: `${name}.html`, why, count, make: (n) => htmlAround(payload(n), page), body, anywhere, refused }
}

/** A case whose payload stands in the head of a page. */
export function inHead(
  name: string,
  why: string,
  head: (count: number) => string,
  options: CaseOptions = {},
): HostileCase {
  const { count = 0, body = WHOLE, anywhere = [], refused = null, page = {} } = options
  const make = (n: number) => htmlAround('', { ...page, head: head(n) })
  return { file: `${name}.html`, why, count, make, body, anywhere, refused }
}

/** A case whose payload stands within a page of plain text. */
export function inText(
  name: string,
  why: string,
  payload: (count: number) => string,
  { count = 0, body = WHOLE, anywhere = [], refused = null }: CaseOptions = {},
): HostileCase {
  return { file: `${name}.txt`, why, count, make: (n) => textAround(payload(n)), body, anywhere, refused }
}

/** A case that is its bytes. */
export function asIs(
  file: string,
  why: string,
  make: (count: number) => string | Uint8Array,
  { count = 0, body = [], anywhere = [], refused = null }: CaseOptions = {},
): HostileCase {
  return { file, why, count, make, body, anywhere, refused }
}

/** The same noise on every run. */
export function noise(seed: number, length: number, lowest = 0, highest = 255): Uint8Array {
  const bytes = new Uint8Array(length)
  let state = seed * 2_654_435_761 || 1
  for (let i = 0; i < length; i++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    bytes[i] = lowest + ((state >>> 0) % (highest - lowest + 1))
  }
  return bytes
}
