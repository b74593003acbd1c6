import type { DayContext, DayRead } from './finish.ts'
import { dayThenMonthName, monthFirst } from './monthNames.ts'
import { threeFigures } from './threeFigures.ts'
import type { Token } from './tokens.ts'
import { afterEra, minguoFirst, yearFirst } from './yearFirst.ts'

/** The day that starts at a token. */
export function dayAt(tokens: readonly Token[], index: number, context: DayContext): DayRead | null {
  const token = tokens[index] as Token
  if (token.kind === 'sign') return null
  if (token.kind === 'word') {
    // Most words of a page are done with here: a day follows the name of a month at once.
    if (!hasNumberSoon(tokens, index)) return null
    return afterEra(tokens, index) ?? monthFirst(tokens, index, context)
  }
  if (token.text.length === 4) return yearFirst(tokens, index, context)
  if (token.text.length === 3) return minguoFirst(tokens, index, context)
  if (token.text.length > 2 || token.value < 1 || token.value > 31) return null
  return dayThenMonthName(tokens, index, context) ?? threeFigures(tokens, index, context)
}

function hasNumberSoon(tokens: readonly Token[], index: number): boolean {
  for (let i = index + 1; i <= index + 4; i++) if (tokens[i]?.kind === 'number') return true
  return false
}
