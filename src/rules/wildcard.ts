/** What parts the literal pieces of a pattern; several stars in a row say no more than one. */
const STARS = /\*+/

/** The literal pieces of a pattern, around its stars: `Share * on *` -> `Share `, ` on `, ``. */
export function wildcardPieces(pattern: string): readonly string[] {
  return pattern.split(STARS)
}

/**
 * Compares a whole text with the pieces of a pattern, each star as short as it can be.
 *
 * Literal pieces are looked for one after the other and never again: time is bounded by the length of the text times that
 * of the pattern, which is the user's own, whatever an attacker writes into the page.
 *
 * @returns What each star stands for; null where the text is another one.
 */
export function matchWildcard(pieces: readonly string[], text: string): readonly string[] | null {
  const [first = ''] = pieces
  if (pieces.length < 2) return text === first ? [] : null
  const last = pieces.at(-1) ?? ''
  const end = text.length - last.length
  if (end < first.length || !text.startsWith(first) || !text.endsWith(last)) return null
  const found: string[] = []
  let from = first.length
  for (const piece of pieces.slice(1, -1)) {
    const at = text.indexOf(piece, from)
    if (at < 0 || at + piece.length > end) return null
    found.push(text.slice(from, at))
    from = at + piece.length
  }
  return [...found, text.slice(from, end)]
}
