/** Whether a code unit is white space or one of the invisible characters that are folded like it. */
export function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13)
  if (code < 0x1680) return code === 0xa0
  return isRareSpace(code)
}

function isRareSpace(code: number): boolean {
  if (code >= 0x2000 && code <= 0x200b) return true
  const isOther = code === 0x1680 || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f
  return isOther || code === 0x3000 || code === 0xfeff
}

const SOFT_HYPHEN = 0xad

/**
 * Whether folding white space leaves a piece of text as it is, which is so for nearly all: all of its white space is single
 * spaces, and it has no soft hyphen.
 */
export function isFolded(text: string, from: number, to: number): boolean {
  let afterSpace = false
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === 32) {
      if (afterSpace) return false
      afterSpace = true
      continue
    }
    if (code === SOFT_HYPHEN || isSpace(code)) return false
    afterSpace = false
  }
  return true
}
