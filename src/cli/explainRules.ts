import type { Page } from '../types.ts'
import { clip, type ExplainOptions, paint } from './columns.ts'
import { printable } from './printable.ts'

const NAME = 'rules'
/** As wide as the names of the fields above. */
const NAME_CHARS = 'confidence'.length

/**
 * The user's rules that hold for a page: the sites that they are for, then each rule with how many elements or lines it
 * names. One that names none may be misspelt, or the site has changed.
 */
export function ruleLines({ ruling }: Page, { color, columns }: ExplainOptions): string[] {
  if (ruling === undefined) return []
  const room = columns - NAME_CHARS - 2
  const line = (name: string, value: string) => `${name}  ${clip(printable(value), room)}`
  return [
    line(paint(NAME.padEnd(NAME_CHARS), 'bold', color), ruling.sites.join(', ')),
    ...ruling.uses.map(({ rule, count }) => paint(line(String(count).padStart(NAME_CHARS), rule), 'dim', color)),
  ]
}
