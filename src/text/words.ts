import { flagsAt, IDEOGRAPH, isSmallAt, MARK, RUNNING, UNSPACED, WIDE, WORD } from './characters.ts'

export { isUnspaced } from './characters.ts'

/** Characters that make a word, about, in Thai, Lao, Khmer and Myanmar, vowel signs included. */
const RUNNING_CHARS_PER_WORD = 4

/** Words in a run of `chars` characters of Thai, Lao, Khmer or Myanmar: none in an empty run, else at least 1. */
export function runningWords(chars: number): number {
  return chars === 0 ? 0 : Math.max(1, Math.round(chars / RUNNING_CHARS_PER_WORD))
}

/**
 * Count the words of a text: runs of letters, digits, marks and underscores that do not start with a mark. Each Han
 * character and each kana is a word; a run of Thai, Lao, Khmer or Myanmar counts as a word per four characters,
 * rounded, at least one.
 */
export function countWords(text: string): number {
  const length = text.length
  let count = 0
  let inWord = false
  // Characters of the current run of Thai, Lao, Khmer or Myanmar.
  let running = 0
  for (let index = 0; index < length; ) {
    if (inWord && isSmallAt(text, index)) {
      index++
      continue
    }
    const flags = flagsAt(text, index)
    index += flags & WIDE ? 2 : 1
    if (flags & RUNNING) {
      running++
      inWord = false
      continue
    }
    if (flags & MARK) continue
    if (running > 0) {
      count += runningWords(running)
      running = 0
    }
    const isAlone = (flags & IDEOGRAPH) !== 0
    const isWord = (flags & WORD) !== 0
    if (isAlone || (isWord && !inWord)) count++
    inWord = isWord && !isAlone
  }
  return count + runningWords(running)
}

/**
 * The words of a text, in lower case: runs of letters, digits, marks and underscores that do not start with a mark.
 * Scripts without spaces give their characters, each with the marks that follow it. The text is taken as it is:
 * normalise it (NFC) before, where the words of two texts are compared.
 */
export function words(text: string): string[] {
  const lower = text.toLowerCase()
  const found: string[] = []
  scanWords(lower, (start, end) => found.push(lower.slice(start, end)))
  return found
}

/** Tells where the words of a text start and end, as `words` cuts them. */
export function scanWords(text: string, tell: (start: number, end: number) => void): void {
  // Where the current word starts, or -1.
  let start = -1
  let isAlone = false
  for (let index = 0; index < text.length; ) {
    if (start >= 0 && !isAlone && isSmallAt(text, index)) {
      index++
      continue
    }
    const flags = flagsAt(text, index)
    const next = index + (flags & WIDE ? 2 : 1)
    const unspaced = (flags & UNSPACED) !== 0
    const ends = !(flags & MARK) && (!(flags & WORD) || unspaced || isAlone)
    if (ends && start >= 0) {
      tell(start, index)
      start = -1
    }
    if (start < 0 && flags & WORD && !(flags & MARK)) {
      start = index
      isAlone = unspaced
    }
    index = next
  }
  if (start >= 0) tell(start, text.length)
}
