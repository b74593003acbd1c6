import { isUtf8 } from 'node:buffer'
import type { PageKind, Warning } from '../types.ts'
import { bareUtf16, byteOrderMark, declaredCharset } from './charset.ts'
import { countUtf8 } from './utf8.ts'

export interface Decoded {
  readonly text: string
  /** Name of the encoding, lower case: `utf-8`, `windows-1252`, `gb18030` ... */
  readonly encoding: string
  readonly warnings: readonly Warning[]
}

export interface DecodeOptions {
  /** Label given by the user; only a byte order mark overrules it. */
  readonly encoding?: string | undefined
  /** Label of the header that the page came with: a declaration like the page's own, and before it. */
  readonly charset?: string | undefined
  readonly kind: PageKind
}

/** From so many sequences on, well-formed UTF-8 is no accident in a page that declares another encoding. */
const MIN_SEQUENCES = 3

/** A page that declares nothing and is damaged is UTF-8 where well-formed sequences are so many times the rest. */
const UTF8_MAJORITY = 4

/**
 * Decode a page as browsers do: byte order mark, the given encoding, the one that the header of HTTP declares, the one
 * that the page declares, valid UTF-8, then a guess.
 *
 * Browsers follow a declaration even where it is plainly wrong. Scraped pages were often converted to UTF-8 with the
 * old declaration left in, so well-formed UTF-8 wins over it here, as evidence wins over a claimed UTF-8 that the
 * bytes are not. Both count as guessed and say so.
 */
export async function decode(bytes: Uint8Array, options: DecodeOptions): Promise<Decoded> {
  const { encoding, guessed } = await chooseEncoding(bytes, options)
  const decoded = encoding === 'utf-8' ? decodeUtf8(bytes) : await decodeLegacy(bytes, encoding)
  const { text, warnings } = tidy(decoded)
  if (!guessed) return { text, encoding, warnings }
  const warning: Warning = { code: 'charset-guess', message: `the encoding was guessed: ${encoding}` }
  return { text, encoding, warnings: [warning, ...warnings] }
}

/**
 * Make any string safe to work on: NUL characters are dropped, as browsers do within text, and halves of surrogate
 * pairs, which no output format can hold, become U+FFFD. Line ends stay as they are.
 */
export function tidy(text: string): { text: string; warnings: readonly Warning[] } {
  const whole = text.isWellFormed() ? text : text.toWellFormed()
  if (!whole.includes('\0')) return { text: whole, warnings: [] }
  const kept = whole.replaceAll('\0', '')
  const message = `${whole.length - kept.length} NUL characters were dropped`
  return { text: kept, warnings: [{ code: 'controls-removed', message }] }
}

interface Choice {
  readonly encoding: string
  readonly guessed: boolean
}

async function chooseEncoding(bytes: Uint8Array, options: DecodeOptions): Promise<Choice> {
  const mark = byteOrderMark(bytes)
  if (mark !== null) return { encoding: mark, guessed: false }
  if (options.encoding !== undefined) {
    const given = await nameOfLabel(options.encoding)
    if (given !== null) return { encoding: given, guessed: false }
  }
  const declared = await declaredNames(bytes, options)
  const valid = isUtf8(bytes)
  for (const name of declared) {
    if (name === 'utf-8') {
      if (valid || !isMostlyBroken(bytes)) return { encoding: 'utf-8', guessed: false }
    } else {
      const contradicted = valid && countUtf8(bytes).wellFormed >= MIN_SEQUENCES
      return contradicted ? { encoding: 'utf-8', guessed: true } : { encoding: name, guessed: false }
    }
  }
  const wide = bareUtf16(bytes)
  if (wide !== null) return { encoding: wide, guessed: true }
  if (valid || (declared.length === 0 && isMostlyUtf8(bytes))) return { encoding: 'utf-8', guessed: false }
  const { detect } = await import('./detect.ts')
  return { encoding: detect(bytes), guessed: true }
}

function isMostlyUtf8(bytes: Uint8Array): boolean {
  const { wellFormed, broken } = countUtf8(bytes)
  return wellFormed > broken * UTF8_MAJORITY
}

/** Enough to give up a declared UTF-8; one character that the end cuts off is not. */
function isMostlyBroken(bytes: Uint8Array): boolean {
  const { wellFormed, broken } = countUtf8(bytes)
  return broken > wellFormed
}

/** Encodings that the header and the page declare, in the order in which they count. */
async function declaredNames(bytes: Uint8Array, { charset, kind }: DecodeOptions): Promise<string[]> {
  const names: string[] = []
  const header = charset === undefined ? null : await nameOfLabel(charset)
  // Text of any script has a line end or a blank in it, half of which is zero in UTF-16.
  if (header !== null && (!isUtf16(header) || bytes.includes(0))) names.push(header)
  const label = kind === 'html' ? declaredCharset(bytes) : null
  const own = label === null ? null : await declaredName(label)
  if (own !== null) names.push(own)
  return names
}

/** As the HTML standard has it: who can read a declaration of UTF-16 byte by byte is not reading UTF-16. */
async function declaredName(label: string): Promise<string | null> {
  const name = await nameOfLabel(label)
  if (name !== null && isUtf16(name)) return 'utf-8'
  return name === 'x-user-defined' ? 'windows-1252' : name
}

function isUtf16(name: string): boolean {
  return name === 'utf-16le' || name === 'utf-16be'
}

/** The encoding that a label of the Encoding standard stands for; null for unknown labels. */
export async function nameOfLabel(label: string): Promise<string | null> {
  const plain = label.trim().toLowerCase()
  if (plain === 'utf-8' || plain === 'utf8') return 'utf-8'
  const { normalizeEncoding } = await import('@exodus/bytes/encoding.js')
  const name = normalizeEncoding(plain)
  return name === 'replacement' ? null : name
}

function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes)
}

/** Not by Node's own decoder: that of Node 20 turns 0x80-0x9F of windows-1252 into control characters. */
async function decodeLegacy(bytes: Uint8Array, encoding: string): Promise<string> {
  const { TextDecoder } = await import('@exodus/bytes/encoding.js')
  return new TextDecoder(encoding).decode(bytes)
}
