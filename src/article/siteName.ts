import { hasDate } from './dateLines.ts'

export const MAX_SITE_CHARS = 60
/** Share of a name that dates make up: `DW | 28.04.2023` ends with a day, no site. */
const MAX_DATE_SHARE = 0.5
export const MIN_SITE_CHARS = 3
/** Of a name in a script without spaces. */
const MAX_WIDE_CHARS = 24
/** Lines at the top of a text page among which its site may name itself. */
export const TOP_LINES = 8

/** What marks a notice of copyright. */
export const COPYRIGHT = /©|\([cC]\)|[cC]opyright/

/** Whether a text has the form of a site's name. */
export function isSiteLike(name: string | null): name is string {
  if (name === null || name === '' || hasDate(name, MAX_DATE_SHARE)) return false
  return name.length <= (name.includes(' ') || /[ -~]/.test(name.charAt(0)) ? MAX_SITE_CHARS : MAX_WIDE_CHARS)
}
