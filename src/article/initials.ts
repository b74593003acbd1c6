import type { Credit } from '../types.ts'
import { isAgency } from './agencies.ts'
import type { Survey } from './survey.ts'

export interface InitialsRead {
  readonly credits: readonly Credit[]
  readonly claimed: readonly number[]
}

/** Blocks after the body, and before its end, that may close it with initials. */
const REACH = 4
/** `(rpp/vga)`, `(sb/rpp/Nug/JPR)`, `amw`, `sak/Reuters`, `(bsc)` */
const INITIALS = /^[(（[]?\s?(\p{L}{2,12}(?:\s?[/,;]\s?\p{L}{2,12}){0,6})\s?[)）\]]?$/u
const MAX_CHARS = 60

/** Reads the initials and agencies that close a text, from lines of their own or blocks that were split off. */
export function readInitials({ blocks, isBody, end, prose }: Survey): InitialsRead {
  const claimed: number[] = []
  const names: string[] = []
  for (let i = prose; i < Math.min(blocks.length, end + 1 + REACH); i++) {
    const block = blocks[i]
    if (block === undefined || block.text.length > MAX_CHARS) continue
    const isTail = i > end - 2
    if (!block.continues && !isTail) continue
    const match = INITIALS.exec(block.text)
    if (match === null || !(block.continues || isClosing(block.text, isBody[i] === true))) continue
    claimed.push(i)
    names.push(...(match[1] as string).split(/[/,;]/).map((name) => name.trim()))
  }
  const seen = new Set<string>()
  const credits = names.flatMap((name): Credit[] => {
    if (seen.has(name)) return []
    seen.add(name)
    return [{ role: isAgency(name) ? 'agency' : 'initials', name }]
  })
  return { credits, claimed }
}

/** A line of its own is initials if it is in brackets with small letters or a slash, an agency, or short and small. */
function isClosing(text: string, isBody: boolean): boolean {
  const inner = text.replace(/^[(（[]\s?/, '').replace(/\s?[)）\]]$/, '')
  const isBracketed = inner.length < text.length
  if (isAgency(inner)) return isBracketed || isBody
  if (isBracketed) return inner.includes('/') || /^\p{Ll}{2,4}(?:,\s?\p{Ll}{2,4})*$/u.test(inner)
  return isBody && /^\p{Ll}{2,4}(?:\/\p{L}{2,12})*$/u.test(inner)
}
