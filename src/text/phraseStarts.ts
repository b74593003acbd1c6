/**
 * A quick no for lines that start like no phrase, which is what most lines of a page are: it reads the line where it is,
 * without cutting or folding anything.
 */

/** Lines of a sorted list of phrases by their first two symbols: small letters of ASCII and ends of words. */
export interface PhraseStarts {
  readonly phrases: readonly string[]
  /** First line and the one after the last of each start; both 0 where no phrase starts so. */
  readonly from: Uint16Array
  readonly to: Uint16Array
}

/** The symbol of a space, and of the tab after a phrase. */
const END = 26
const SYMBOLS = 27
const SPACE = 32
const TAB = 9

/** @param phrases Sorted by code units, fewer than 65,536; a tab ends the phrase of each line. */
export function indexStarts(phrases: readonly string[]): PhraseStarts {
  const from = new Uint16Array(SYMBOLS ** 2)
  const to = new Uint16Array(SYMBOLS ** 2)
  for (let line = 0; line < phrases.length; ) {
    const end = endOfStart(phrases, line)
    const key = keyOf(letterAt(phrases[line] as string, 0), endOrLetterAt(phrases[line] as string, 1))
    if (key >= 0) {
      if (to[key] === 0) from[key] = line
      to[key] = end
    }
    line = end
  }
  return { phrases, from, to }
}

/** Index after the last line that starts with the same two code units as the one at `line`. */
export function endOfStart(phrases: readonly string[], line: number): number {
  const [first, second] = [phrases[line]?.charCodeAt(0), phrases[line]?.charCodeAt(1)]
  let [low, high] = [line + 1, phrases.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const phrase = phrases[middle] as string
    if (phrase.charCodeAt(0) === first && phrase.charCodeAt(1) === second) low = middle + 1
    else high = middle
  }
  return low
}

function endOrLetterAt(line: string, at: number): number {
  const code = line.charCodeAt(at)
  return code === TAB || code === SPACE ? END : letterAt(line, at)
}

function keyOf(first: number, second: number): number {
  return first < 0 || second < 0 ? -1 : first * SYMBOLS + second
}

/**
 * Whether a phrase may start at a place of a text. False only where none does: no phrase goes on as the words of ASCII
 * letters do that stand there, nor ends with one of them.
 */
export function mayStartPhrase({ phrases, from, to }: PhraseStarts, text: string, at: number): boolean {
  const key = keyOf(symbolAt(text, at), symbolAt(text, at + 1))
  if (key < 0) return true
  let low = from[key] as number
  let high = to[key] as number
  // From here on the lines agree up to `i`, so one that ends there is the first of them.
  if (low < high && (phrases[low] as string).charCodeAt(1) === TAB) return true
  for (let i = 2; low < high; i++) {
    const symbol = symbolAt(text, at + i)
    if (symbol < 0) return true
    if (symbol === END && (phrases[low] as string).charCodeAt(i) === TAB) return true
    const code = symbol === END ? SPACE : symbol + 97
    low = firstFrom(phrases, low, high, i, code)
    high = firstFrom(phrases, low, high, i, code + 1)
  }
  return false
}

/** The first line from `low` to `high` whose character at `i` is not below `code`; `high` where all are. */
function firstFrom(phrases: readonly string[], low: number, high: number, i: number, code: number): number {
  let from = low
  let to = high
  while (from < to) {
    const middle = (from + to) >> 1
    if ((phrases[middle] as string).charCodeAt(i) < code) from = middle + 1
    else to = middle
  }
  return from
}

/** A letter of ASCII whatever follows, or a single space between two of them; -1 for anything else. */
function symbolAt(text: string, at: number): number {
  const isSpace = text.charCodeAt(at) === SPACE
  if (isSpace) return letterAt(text, at + 1) < 0 ? -1 : END
  // Folding makes another letter of one that a combining mark follows.
  return text.charCodeAt(at + 1) > 127 ? -1 : letterAt(text, at)
}

/** 0 for `a` and `A`, 25 for `z` and `Z`, -1 for anything else. */
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  const letter = (code | 32) - 97
  return letter >= 0 && letter < END && code < 128 ? letter : -1
}
