import zeros from './digits.data.json' with { type: 'json' }

/** Arabic-Indic: the first digits after those of ASCII. */
const FIRST_BEYOND_ASCII = 0x660

/** Value of a decimal digit (a code point) of any numbering system, or -1. */
export function digitValue(code: number): number {
  if (code < FIRST_BEYOND_ASCII) return code >= 48 && code <= 57 ? code - 48 : -1
  const value = code - zeroBefore(code)
  return value < 10 ? value : -1
}

/** The last zero at or before a code point. */
function zeroBefore(code: number): number {
  let from = 0
  let to = zeros.length
  while (to - from > 1) {
    const middle = (from + to) >> 1
    if ((zeros[middle] as number) <= code) from = middle
    else to = middle
  }
  return zeros[from] as number
}
