/** A set of words that is asked for pieces of a text, without cutting them out. */
export interface WordTable {
  readonly words: readonly string[]
  /** Index of a word + 1 at the place of its hash or after it, 0 for none. Its length is a power of 2. */
  readonly slots: Uint16Array
  /** Of the longest word. */
  readonly maxChars: number
}

/** @param words Each once, fewer than 16,384. */
export function makeWordTable(words: readonly string[]): WordTable {
  let size = 64
  while (size < words.length * 4) size *= 2
  const slots = new Uint16Array(size)
  for (const [index, word] of words.entries()) {
    let slot = hashOf(word, 0, word.length) & (size - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1)
    slots[slot] = index + 1
  }
  return { words, slots, maxChars: Math.max(0, ...words.map((word) => word.length)) }
}

/** The word of the table that a piece of a text is, to the letter; null where it is none. */
export function wordAt({ words, slots, maxChars }: WordTable, text: string, start: number, end: number): string | null {
  if (end - start > maxChars) return null
  for (let slot = hashOf(text, start, end); ; slot++) {
    const entry = slots[slot & (slots.length - 1)] as number
    if (entry === 0) return null
    const word = words[entry - 1] as string
    if (isAt(word, text, start, end)) return word
  }
}

/** Whether a piece of a text is a word of the table, to the letter. */
export function hasWord(table: WordTable, text: string, start: number, end: number): boolean {
  return wordAt(table, text, start, end) !== null
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false
  return true
}

function hashOf(text: string, start: number, end: number): number {
  let hash = end - start
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  return hash & 0x3fffffff
}
