/** What some languages write in one word with the name of a month. */
interface Affix {
  readonly before: string
  readonly after: string
}

const AFFIXES: readonly Affix[] = [
  // Hebrew: in, of and to.
  { before: 'ב', after: '' },
  // `month of`: Khmer, Thai, Lao.
  { before: 'ខែ', after: '' },
  { before: 'เดือน', after: '' },
  { before: 'ເດືອນ', after: '' },
  // `month`: Burmese, Persian.
  { before: '', after: 'လ' },
  { before: '', after: 'ماه' },
]
/** Only the scripts from Hebrew on have them. */
const FIRST_LETTER = '\u05d0'

/** What is left of a folded word without an affix; null where it has none. */
export function withoutAffix(word: string): string | null {
  if (word < FIRST_LETTER) return null
  const affix = AFFIXES.find(({ before, after }) => word.startsWith(before) && word.endsWith(after))
  return affix === undefined ? null : word.slice(affix.before.length, word.length - affix.after.length)
}
