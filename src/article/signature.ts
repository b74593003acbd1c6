import { type NamesTold, NOWHERE } from './origins.ts'
import type { Survey } from './survey.ts'

const NOBODY: NamesTold = { names: [], source: 'signature', place: NOWHERE }

/** Blocks after the body among which it is signed. */
const SIGNED_WITHIN = 2
/** Times from which prose is about whom it names. */
const SUBJECT_TIMES = 2
/** Languages that write labels and headings with capitals, or all nouns: two such words are hardly a name there. */
const MANY_CAPITALS = /^(?:en|de|lb)\b/

/**
 * Who signs a text page: names alone in a line right after the body, as Russian, Ukrainian and Vietnamese papers have
 * them. More such lines would be tags or links, and so are names whose first word the page has elsewhere.
 */
export function signature(survey: Survey): NamesTold {
  const { blocks, end, lines, language, page } = survey
  if (page.kind !== 'text' || end < 0 || language === null || MANY_CAPITALS.test(language)) return NOBODY
  const namesAt = (i: number) => lines.namesAlone(blocks[i]?.text ?? '').names
  for (let i = end + 1; i <= end + SIGNED_WITHIN; i++) {
    const names = namesAt(i)
    if (names.length === 0) continue
    const isSigned = namesAt(i + 1).length === 0 && names.every((name) => isPersonOnly(survey, name))
    return isSigned ? { names, source: 'signature', place: i } : NOBODY
  }
  return NOBODY
}

/** Whether the story is not about a name, and no menu or heading has its first word. */
function isPersonOnly({ blocks, isBody }: Survey, name: string): boolean {
  const [first = ''] = name.split(' ')
  let times = 0
  for (const [i, { text }] of blocks.entries()) {
    const parts = text.split(name)
    if (isBody[i] === true) times += parts.length - 1
    if (parts.some((part) => hasWord(part, first))) return false
  }
  return times < SUBJECT_TIMES
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + word.length))) return true
  }
  return false
}

function isLetter(sign: string): boolean {
  return sign.toLowerCase() !== sign.toUpperCase()
}
