/** A group of scripts that is told apart by code points alone. */
export type Script =
  | 'latin'
  | 'greek'
  | 'cyrillic'
  | 'armenian'
  | 'hebrew'
  | 'arabic'
  | 'devanagari'
  | 'bengali'
  | 'gurmukhi'
  | 'gujarati'
  | 'oriya'
  | 'tamil'
  | 'telugu'
  | 'kannada'
  | 'malayalam'
  | 'sinhala'
  | 'thai'
  | 'lao'
  | 'burmese'
  | 'georgian'
  | 'ethiopic'
  | 'khmer'
  | 'kana'
  | 'han'
  | 'hangul'

/** First and last code point of the letters of a script, ascending. */
const RANGES: readonly (readonly [number, number, Script])[] = [
  [0x41, 0x5a, 'latin'],
  [0x61, 0x7a, 'latin'],
  [0xc0, 0x2af, 'latin'],
  [0x370, 0x3ff, 'greek'],
  [0x400, 0x52f, 'cyrillic'],
  [0x531, 0x587, 'armenian'],
  [0x591, 0x5f4, 'hebrew'],
  [0x620, 0x6ff, 'arabic'],
  [0x750, 0x77f, 'arabic'],
  [0x900, 0x963, 'devanagari'],
  [0x980, 0x9e3, 'bengali'],
  [0xa00, 0xa75, 'gurmukhi'],
  [0xa80, 0xae3, 'gujarati'],
  [0xb00, 0xb63, 'oriya'],
  [0xb80, 0xbd7, 'tamil'],
  [0xc00, 0xc63, 'telugu'],
  [0xc80, 0xce3, 'kannada'],
  [0xd00, 0xd63, 'malayalam'],
  [0xd80, 0xddf, 'sinhala'],
  [0xe01, 0xe4e, 'thai'],
  [0xe81, 0xedf, 'lao'],
  [0x1000, 0x109f, 'burmese'],
  [0x10a0, 0x10ff, 'georgian'],
  [0x1200, 0x137c, 'ethiopic'],
  [0x1780, 0x17d3, 'khmer'],
  [0x1c90, 0x1cbf, 'georgian'],
  [0x1e00, 0x1eff, 'latin'],
  [0x1f00, 0x1fff, 'greek'],
  [0x3041, 0x30ff, 'kana'],
  [0x3400, 0x9fff, 'han'],
  [0xac00, 0xd7a3, 'hangul'],
  [0xf900, 0xfaff, 'han'],
  [0xfb50, 0xfdff, 'arabic'],
  [0xfe70, 0xfefc, 'arabic'],
  [0xff66, 0xff9d, 'kana'],
]

/** Letters of a Latin text that say as much as one character of the script: a word of it is that much shorter. */
const LETTERS_PER_CHARACTER: Partial<Record<Script, number>> = { han: 3, kana: 2, hangul: 2 }

/** The script of a code unit, null for what is no letter. */
export function scriptOf(code: number): Script | null {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) ? 'latin' : null
  for (const [first, last, script] of RANGES) {
    if (code < first) return null
    if (code <= last) return script
  }
  return null
}

/** How much of a text is in each script, in Latin letters' worth. */
export function scriptWeights(text: string): ReadonlyMap<Script, number> {
  const weights = new Map<Script, number>()
  let current: Script | null = null
  // Letters since the script changed; what is no letter does not change it.
  let count = 0
  const flush = () => {
    if (current === null) return
    weights.set(current, (weights.get(current) ?? 0) + count * (LETTERS_PER_CHARACTER[current] ?? 1))
  }
  for (let index = 0; index < text.length; index++) {
    const script = scriptOf(text.charCodeAt(index))
    if (script === null) continue
    if (script !== current) {
      flush()
      current = script
      count = 0
    }
    count++
  }
  flush()
  return weights
}
