/** Characters that detection looks at: some thousand words, far more than it needs for plain prose. */
const SAMPLE_CHARS = 6_000
/** Long lines of this length together are enough: short ones are left out. */
const ENOUGH_CHARS = 600
/** Of a longer page only this much is searched for lines. */
const SEARCH_CHARS = 200_000
/** A line from this length on is rather a sentence than a label; see `weightOf` for CJK lines. */
const LONG_LINE_CHARS = 60
/** No line gives more: a single one must not speak for the page. */
const MAX_LINE_CHARS = 1_500

/** Length of a line, with characters from U+3000 on counting three times: they carry that much more. */
function weightOf(line: string): number {
  let weight = line.length
  for (let index = 0; index < line.length && weight < LONG_LINE_CHARS; index++) {
    if (line.charCodeAt(index) >= 0x3000) weight += 2
  }
  return weight
}

/**
 * The part of a page that its language is told from: its first long lines, then, where they are few, its short
 * ones. Menus are often in English on pages of other languages, and their labels hold no function words.
 */
export function sampleOf(text: string): string {
  if (text.length <= SAMPLE_CHARS && !text.includes('\n')) return text
  const long: string[] = []
  const short: string[] = []
  let longChars = 0
  let shortChars = 0
  for (let start = 0; start < text.length && start < SEARCH_CHARS && longChars < SAMPLE_CHARS; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const line = text.slice(start, Math.min(end, start + MAX_LINE_CHARS))
    start = end + 1
    if (weightOf(line) >= LONG_LINE_CHARS) {
      long.push(line)
      longChars += line.length
    } else if (shortChars < SAMPLE_CHARS) {
      short.push(line)
      shortChars += line.length
    }
  }
  return (longChars >= ENOUGH_CHARS ? long : [...long, ...short]).join('\n').slice(0, SAMPLE_CHARS)
}
