import {
  CLOSER,
  COMMA,
  DIGIT,
  ENDER,
  flagsAt,
  IDEOGRAPH,
  isSmallAt,
  LETTER,
  LOOSE_ENDER,
  MARK,
  RUNNING,
  SPACE,
  UPPER,
  WIDE,
  WORD,
} from './characters.ts'
import { runningWords } from './words.ts'

/** Counts over the characters of a text; a character outside the basic plane counts once. */
export interface Shape {
  /** Characters other than white space. */
  readonly chars: number
  readonly letters: number
  readonly digits: number
  /** Upper-case letters. */
  readonly upper: number
  /**
   * Ends of sentences: `. ! ? …`, the full-width ones, danda, Arabic and Armenian ones. A run such as `?!` or `...`
   * counts once; a point inside `3.5` or `example.com` does not count,
   * but one right before a Han character or kana does.
   */
  readonly punctuation: number
  /** Commas, semicolons and enumeration commas of all scripts. */
  readonly commas: number
  /** Words with an upper-case first letter and another character that is not upper case after it. */
  readonly titleCaseWords: number
  /** As `countWords` counts. */
  readonly words: number
  /** The last character is the end of a sentence, closing quotes and brackets set aside. */
  readonly endsSentence: boolean
  /** The first letter or digit is an upper-case letter. */
  readonly startsUpper: boolean
}

/** Measure a text in one pass. */
export function shape(text: string): Shape {
  const length = text.length
  let chars = 0
  let letters = 0
  let digits = 0
  let upper = 0
  let punctuation = 0
  let commas = 0
  let titleCaseWords = 0
  let wordCount = 0
  let running = 0
  let inWord = false
  // The word read so far is one upper-case letter.
  let isInitial = false
  // A loose ender whose follower is not known yet.
  let isPending = false
  let inEnder = false
  let endsSentence = false
  let startsUpper = false
  for (let index = 0; index < length; ) {
    // Further letters of a word change nothing but the counts.
    if (inWord && isSmallAt(text, index)) {
      index++
      chars++
      letters++
      if (isInitial) titleCaseWords++
      isInitial = false
      continue
    }
    const flags = flagsAt(text, index)
    index += flags & WIDE ? 2 : 1
    if (flags & SPACE) {
      if (isPending) punctuation++
      isPending = false
      inEnder = false
      inWord = false
      wordCount += runningWords(running)
      running = 0
      continue
    }
    chars++
    if (flags & WORD) {
      if (isPending && flags & IDEOGRAPH) punctuation++
      isPending = false
      inEnder = false
      endsSentence = false
      if (flags & RUNNING) {
        running++
        inWord = false
        if (flags & LETTER) letters++
        else if (flags & DIGIT) digits++
        continue
      }
      if (flags & MARK) continue
      wordCount += runningWords(running)
      running = 0
      const isUpper = (flags & UPPER) !== 0
      if (flags & LETTER) {
        if (letters === 0 && digits === 0) startsUpper = isUpper
        letters++
        if (isUpper) upper++
      } else if (flags & DIGIT) digits++
      if (flags & IDEOGRAPH) {
        wordCount++
        inWord = false
      } else if (inWord) {
        if (isInitial && !isUpper) titleCaseWords++
        isInitial = false
      } else {
        wordCount++
        inWord = true
        isInitial = isUpper
      }
      continue
    }
    inWord = false
    wordCount += runningWords(running)
    running = 0
    if (flags & ENDER) {
      if (flags & LOOSE_ENDER) isPending = isPending || !inEnder
      else if (!inEnder) punctuation++
      inEnder = true
      endsSentence = true
      continue
    }
    if (isPending) punctuation++
    isPending = false
    inEnder = false
    if (flags & COMMA) commas++
    if (!(flags & CLOSER)) endsSentence = false
  }
  if (isPending) punctuation++
  return {
    chars,
    letters,
    digits,
    upper,
    punctuation,
    commas,
    titleCaseWords,
    words: wordCount + runningWords(running),
    endsSentence,
    startsUpper,
  }
}
