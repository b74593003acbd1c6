import { countLetters, isSmall, startsUpper } from '../text/letters.ts'
import type { Credit } from '../types.ts'
import { isAgency } from './agencies.ts'
import type { Survey } from './survey.ts'

export interface InitialsRead {
  readonly credits: readonly Credit[]
  readonly claimed: readonly number[]
}

/** Blocks after the body, and before its end, that may close it with initials. */
const REACH = 4
const MAX_CHARS = 60
const MAX_PARTS = 7
/** Letters of initials, a desk or an agency. */
const MIN_LETTERS = 2
const MAX_LETTERS = 12
/** Letters of initials that nothing but their place tells from a word. */
const MAX_SMALL_LETTERS = 4

/** Reads the initials and agencies that close a text, from lines of their own or blocks that were split off. */
export function readInitials({ blocks, isBody, end, prose }: Survey): InitialsRead {
  const claimed: number[] = []
  const names: string[] = []
  for (let i = prose; i < Math.min(blocks.length, end + 1 + REACH); i++) {
    const block = blocks[i]
    if (block === undefined || block.text.length > MAX_CHARS) continue
    const isTail = i > end - 2
    if (!block.continues && !isTail) continue
    const found = namesOf(block.text)
    if (found.length === 0 || !(block.continues || isClosing(block.text, isBody[i] === true))) continue
    claimed.push(i)
    names.push(...found)
  }
  const credits = [...new Set(names)].map((name): Credit => ({ role: isAgency(name) ? 'agency' : 'initials', name }))
  return { credits, claimed }
}

/** `(abc/def)`, `(kt/ans/Dwi/KTG)`, `amw`, `sak/Reuters`, `(bsc)`, `T. L. M.` */
function namesOf(text: string): string[] {
  const inner = withoutBrackets(text)
  if (isDotted(inner)) return [inner]
  const parts = inner.split(/[/,;]/).map((part) => part.trim())
  const isName = (part: string) => {
    const letters = countLetters(part)
    return letters >= MIN_LETTERS && letters <= MAX_LETTERS
  }
  return parts.length <= MAX_PARTS && parts.every(isName) ? parts : []
}

/** `T. L. M.`: two to four capitals, each with a full stop. */
function isDotted(text: string): boolean {
  const letters = text.split('.').map((part) => part.replace(/^[ -]/, ''))
  if (letters.length < 3 || letters.length > 5 || letters.at(-1) !== '') return false
  return letters.slice(0, -1).every((letter) => countLetters(letter) === 1 && startsUpper(letter))
}

const OPENING = new Set('(（['.split(''))
const CLOSING = new Set(')）]'.split(''))

function withoutBrackets(text: string): string {
  const from = OPENING.has(text.charAt(0)) ? 1 : 0
  const to = CLOSING.has(text.charAt(text.length - 1)) ? text.length - 1 : text.length
  return text.slice(from, to).trim()
}

/** A line of its own is initials if it is in brackets with small letters or a slash, an agency, or short and small. */
function isClosing(text: string, isBody: boolean): boolean {
  const inner = withoutBrackets(text)
  const isBracketed = inner.length < text.length
  if (isAgency(inner)) return isBracketed || isBody
  if (isDotted(inner)) return true
  const isInitials = (part: string) => isSmall(part) && countLetters(part) <= MAX_SMALL_LETTERS
  if (isBracketed) return inner.includes('/') || inner.split(',').every((part) => isInitials(part.trim()))
  return isBody && !/[,;]/.test(inner) && isInitials(inner.split('/', 1)[0] ?? '')
}
