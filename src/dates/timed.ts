import { type Clock, clockAt } from './clock.ts'
import { isLinked, linkLength, MAX_LINKS } from './links.ts'
import type { Token } from './tokens.ts'

/** Tokens of a time that stands before its date. */
const MAX_CLOCK_TOKENS = 12

/** The time that belongs to a date, where it stands before it. */
export interface ClockBefore {
  readonly clock: Clock
  /** Index of its first token. */
  readonly from: number
}

/** The time after a date that ends before `index`. */
export function clockAfter(tokens: readonly Token[], index: number, language: string | null): Clock | null {
  let at = index
  for (let links = 0; links <= MAX_LINKS && at < tokens.length; links++) {
    const clock = clockAt(tokens, at, true)
    // `2024-05-03 - 16 h reading`: the units of a duration need a word before them.
    if (clock !== null) return clock
    const length = linkLength(tokens, at, language)
    if (length === 0) return null
    at += length
  }
  return null
}

/**
 * The time before a date that starts at `index`.
 *
 * @param free First token that does not belong to the date before.
 */
export function clockBefore(
  tokens: readonly Token[],
  index: number,
  free: number,
  language: string | null,
): ClockBefore | null {
  for (let from = index - 1; from >= Math.max(free, index - MAX_CLOCK_TOKENS); from--) {
    const token = tokens[from] as Token
    if (token.kind === 'sign') continue
    const clock = clockAt(tokens, from, false)
    if (clock === null || clock.next > index) continue
    return isLinked(tokens, clock.next, index, language) ? wholeClock(tokens, from, free, clock) : null
  }
  return null
}

/** The walk back meets `41:50` of `16:41:50` first, and `2:30` of `午後2:30`. */
function wholeClock(tokens: readonly Token[], from: number, free: number, clock: Clock): ClockBefore {
  for (const back of [2, 1]) {
    const longer = from - back >= free ? clockAt(tokens, from - back, false) : null
    if (longer !== null && longer.next === clock.next) return { clock: longer, from: from - back }
  }
  return { clock, from }
}
