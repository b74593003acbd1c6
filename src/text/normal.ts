/**
 * Ranges of code units that canonical composition (NFC) leaves as they are, whatever stands beside them within these
 * ranges: Latin, Cyrillic, general punctuation, Han and Hangul syllables. `normalize` copies a text before it looks at it,
 * and nearly all texts are made of these.
 */
const STABLE: readonly (readonly [number, number])[] = [
  [0x400, 0x482],
  [0x2002, 0x206f],
  [0x3400, 0x9fff],
  [0xac00, 0xd7a3],
]
const FIRST_COMBINING = 0x300

/** A text in NFC: the text itself where nothing is to be done, which is told by one look at it. */
export function toNfc(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= FIRST_COMBINING && !isStable(code)) return normalForm(text, 'NFC')
  }
  return text
}

function isStable(code: number): boolean {
  for (const [first, last] of STABLE) if (code <= last) return code >= first
  return false
}

/**
 * A text in NFKC, likewise. Of the characters beyond ASCII only letters with accents, dashes and quotes are known to stay
 * as they are.
 */
export function toNfkc(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 127 && !(code >= 0xc0 && code <= 0x131) && !(code >= 0x2013 && code <= 0x201f && code !== 0x2017))
      return normalForm(text, 'NFKC')
  }
  return text
}

/** Marks, and the two of Katakana's half width that become some. */
const MARKS = /[\p{M}\uff9e\uff9f]+/gu
/** As many on one letter as text of any language has, several times over: the limit of Unicode's stream-safe format. */
const MAX_MARKS = 30

/**
 * A text in one of Unicode's normal forms, in time linear in its length.
 *
 * The platform puts the marks on a letter in order by insertion: 80,000 of them take it 6 s. Of more than `MAX_MARKS`,
 * each so many are put in order by themselves; no text that means something has that many.
 */
export function normalForm(text: string, form: 'NFC' | 'NFKC' | 'NFKD'): string {
  let written = ''
  let at = 0
  for (const { 0: marks, index } of text.matchAll(MARKS)) {
    if (marks.length <= MAX_MARKS) continue
    const characters = Array.from(marks)
    let end = index
    for (let i = 0; i < characters.length; i += MAX_MARKS) {
      end += characters.slice(i, i + MAX_MARKS).join('').length
      written += text.slice(at, end).normalize(form)
      at = end
    }
  }
  return at === 0 ? text.normalize(form) : written + text.slice(at).normalize(form)
}
