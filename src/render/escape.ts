import { characterAt, characterBefore, type Kind, kindOf, mayOpen, OTHER, SPACE, SYMBOL } from './characters.ts'

/** Where a piece of text stands in the Markdown around it. */
export interface TextPlace {
  /** What is written right before it: a line break (or '') at the start of a line. */
  readonly before: string
  /** What is written right after it; '' or a line break at the end of a block. */
  readonly after: string
  /** Inside the label of a link, or the alternative text of an image. */
  readonly label: boolean
  readonly cell: boolean
  readonly heading: boolean
  /** The only content of its block, so that delimiters can pair up with nothing outside of it. */
  readonly alone: boolean
  /** What beside GFM's usual marks means something in the document. */
  readonly syntax: Syntax
}

/** Marks that mean something in some documents only. */
export interface Syntax {
  /** Dollar signs, in a document with formulas. */
  readonly math: boolean
  /** `[^a]`, in a document with notes. */
  readonly notes: boolean
}

/** Any of these makes a closer look necessary, and so does an address: `://`, `www.`. */
const SPECIAL = codeTable('\\`*_~[]<&|!#$')
/** What the patterns of `LINE_STARTS` start with. */
const STARTS_LINE = codeTable('#-+*>=_:|`~[0123456789')

/** What would make a link or a definition of the reference to a note right before it. */
const AFTER_NOTE = codeTable('([:')

/** Which codes of ASCII are among the characters. */
function codeTable(characters: string): Uint8Array {
  const table = new Uint8Array(128)
  for (const character of characters) table[character.charCodeAt(0)] = 1
  return table
}

/** One pass over the text: most texts have nothing that needs an escape. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (SPECIAL[code] === 1) return false
    if (code === 58 && text.startsWith('://', at)) return false
    if ((code | 32) === 119 && text.slice(at, at + 4).toLowerCase() === 'www.') return false
  }
  return true
}

/**
 * Writes text so that it parses as the same text, with an escape only where something else would parse.
 *
 * Linear in the length of the text. The text is one line.
 */
export function escapeText(text: string, place: TextPlace): string {
  const isAtStart = place.before === '' || place.before.endsWith('\n')
  const lineStart = isAtStart && STARTS_LINE[text.charCodeAt(0)] === 1 ? escapeOfLineStart(text, place.alone) : -1
  const isAfterNote = place.before === ']' && AFTER_NOTE[text.charCodeAt(0)] === 1
  if (lineStart < 0 && !isAfterNote && isPlain(text)) return text
  const unsafe = new Uint8Array(text.length)
  if (lineStart >= 0) unsafe[lineStart] = 1
  if (isAfterNote) unsafe[0] = 1
  markDelimiters(text, place, unsafe)
  markCharacters(text, place, unsafe)
  if (!place.label) markAutolinks(text, place, unsafe)
  return write(text, unsafe)
}

function write(text: string, unsafe: Uint8Array): string {
  let written = ''
  let from = 0
  for (let at = unsafe.indexOf(1); at >= 0; at = unsafe.indexOf(1, at + 1)) {
    // A reference, as GFM's literal links swallow the backslash of `\<`.
    written += text.slice(from, at) + (text[at] === '<' ? '&lt;' : `\\${text[at]}`)
    from = at + 1
  }
  return written + text.slice(from)
}

/** What starts a block at the start of a line: the character of the match to escape is its last one. */
const LINE_STARTS: readonly RegExp[] = [
  /^#(?=#{0,5}(?:\s|$))/,
  /^[-+*](?=\s|$)/,
  /^\d{1,9}[.)](?=\s|$)/,
  /^>/,
  /^[-=](?=[-=]*\s*$)/,
  // Rules, and the delimiter row of a table.
  /^[*_](?=[*_\s]+$)/,
  /^[-:|](?=[-:|\s]+$)/,
  // Fences.
  /^`(?=``)/,
  /^~(?=~~)/,
  // Check boxes of tasks.
  /^\[(?=[ xX]\](?:\s|$))/,
]

/** Index of the character that must be escaped as the text starts a line, else -1. */
function escapeOfLineStart(text: string, alone: boolean): number {
  for (const pattern of LINE_STARTS) {
    const match = pattern.exec(text)
    if (match !== null) return match[0].length - 1
  }
  // Definitions of links and footnotes: `[label]: target`.
  return text.startsWith('[') && (!alone || text.includes(']:')) ? 0 : -1
}

interface Run {
  readonly start: number
  readonly end: number
  readonly opens: boolean
  readonly closes: boolean
}

const DELIMITERS = ['*', '_', '~', '`'] as const

/** Emphasis, strikethrough and code spans: runs of one character that can find a partner. */
function markDelimiters(text: string, place: TextPlace, unsafe: Uint8Array): void {
  for (const delimiter of DELIMITERS) {
    const runs = findRuns(text, delimiter, place)
    const [first, last] = place.alone ? pairable(runs) : [0, runs.length - 1]
    for (let i = first; i <= last; i++) {
      const run = runs[i]
      if (run !== undefined && (run.opens || run.closes)) unsafe.fill(1, run.start, run.end)
    }
  }
}

/** The first and the last run that could be one of a pair. */
function pairable(runs: readonly Run[]): readonly [number, number] {
  const first = runs.findIndex((run) => run.opens)
  const last = runs.findLastIndex((run) => run.closes)
  return first >= 0 && first < last ? [first, last] : [0, -1]
}

function findRuns(text: string, delimiter: (typeof DELIMITERS)[number], place: TextPlace): Run[] {
  const runs: Run[] = []
  for (let start = text.indexOf(delimiter); start >= 0; ) {
    let end = start + 1
    while (text[end] === delimiter) end++
    const before = kindBeside(
      start > 0 ? characterBefore(text, start) : characterBefore(place.before, place.before.length),
    )
    const after = kindBeside(end < text.length ? characterAt(text, end) : characterAt(place.after, 0))
    runs.push({ start, end, ...PAIRING[delimiter](before, after) })
    start = text.indexOf(delimiter, end)
  }
  return runs
}

/** Beside one another, delimiters open and close in some parsers whatever else stands there. */
function kindBeside(character: string): Kind {
  return character === '*' || character === '_' || character === '~' ? SYMBOL : kindOf(character)
}

type Pairing = (before: Kind, after: Kind) => { readonly opens: boolean; readonly closes: boolean }

const flanking: Pairing = (before, after) => ({ opens: mayOpen(before, after), closes: mayOpen(after, before) })

const PAIRING: Readonly<Record<(typeof DELIMITERS)[number], Pairing>> = {
  '*': flanking,
  '~': flanking,
  /** Not within a word. */
  _: (before, after) => ({
    opens: before !== OTHER && mayOpen(before, after),
    closes: after !== OTHER && mayOpen(after, before),
  }),
  '`': () => ({ opens: true, closes: true }),
}

const CANDIDATES = /[\\[\]<&|!#$]/g
const AFTER_BACKSLASH = /[!-/:-@[-`{-~]/
const REFERENCE = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][0-9A-Za-z]{0,31});/y

type Check = (text: string, at: number, place: TextPlace) => boolean

const CHECKS: Readonly<Record<string, Check>> = {
  '\\': (text, at, { after }) => AFTER_BACKSLASH.test(text[at + 1] ?? after.slice(0, 1)),
  '[': (text, at, { label, syntax }) => label || (syntax.notes && text[at + 1] === '^'),
  // Without definitions in the document only `[a](b)` makes a link.
  ']': (text, at, { label, after }) => label || (text[at + 1] ?? after[0]) === '(',
  '<': (text, at) => /[A-Za-z!/?]/.test(text[at + 1] ?? ''),
  '&': (text, at) => {
    REFERENCE.lastIndex = at
    return REFERENCE.test(text)
  },
  '|': (_text, _at, { cell }) => cell,
  $: (_text, _at, { syntax }) => syntax.math,
  // Before a link it would make an image.
  '!': (text, at, { after }) => at === text.length - 1 && after[0] === '[',
  // A closing sequence.
  '#': (text, at, { heading, after }) =>
    heading && at === text.length - 1 && /^$|^\n/.test(after) && closesHeading(text),
}

/** Whether the number signs at the end stand alone, so that a heading would lose them. */
function closesHeading(text: string): boolean {
  let start = text.length
  while (text[start - 1] === '#') start--
  return start === 0 || kindOf(text.charAt(start - 1)) === SPACE
}

function markCharacters(text: string, place: TextPlace, unsafe: Uint8Array): void {
  for (const { 0: character, index } of text.matchAll(CANDIDATES)) {
    if (CHECKS[character]?.(text, index, place) === true) unsafe[index] = 1
  }
}

const AUTOLINK = /(?:https?|ftp):\/\/|www\./gi

/**
 * GFM's literal links run to the next white space and take escapes and delimiters for a part of the URL. Those with
 * nothing to escape are left alone, the others are kept from becoming links.
 */
function markAutolinks(text: string, place: TextPlace, unsafe: Uint8Array): void {
  let end = -1
  let broken = false
  for (const { 0: start, index } of text.matchAll(AUTOLINK)) {
    if (index >= end) {
      end = endOfWord(text, index)
      broken = unsafe.subarray(index, end).includes(1) || (end === text.length && !/^$|^\s/.test(place.after))
    }
    if (broken) unsafe[index + start.search(/[:.]/)] = 1
  }
}

function endOfWord(text: string, from: number): number {
  let end = from
  while (end < text.length && text.charCodeAt(end) > 32) end++
  return end
}
