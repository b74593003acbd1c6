/** A letter, digit or anything else that is neither white space nor punctuation. */
export const OTHER = 0
export const SPACE = 1
export const PUNCTUATION = 2
/** Symbols outside ASCII: punctuation in CommonMark since 0.31, letters before it and in some parsers. */
export const SYMBOL = 3

export type Kind = typeof OTHER | typeof SPACE | typeof PUNCTUATION | typeof SYMBOL

/** What Markdown's delimiter rules see in a character; the empty string is the edge of a block. */
export function kindOf(character: string): Kind {
  if (character === '' || /^\s/.test(character)) return SPACE
  if (character < '\u0080') return /[!-/:-@[-`{-~]/.test(character) ? PUNCTUATION : OTHER
  if (/^\p{S}/u.test(character)) return SYMBOL
  if (/^\p{P}/u.test(character)) return character.length > 1 ? SYMBOL : PUNCTUATION
  return OTHER
}

/** The character that ends at `index`, as a whole code point; '' at the start of the text. */
export function characterBefore(text: string, index: number): string {
  const code = text.charCodeAt(index - 1)
  return code >= 0xdc00 && code <= 0xdfff && index > 1
    ? text.slice(index - 2, index)
    : text.slice(Math.max(0, index - 1), index)
}

/** The character that starts at `index`, as a whole code point; '' at the end of the text. */
export function characterAt(text: string, index: number): string {
  const code = text.codePointAt(index)
  return code === undefined ? '' : String.fromCodePoint(code)
}

/**
 * Whether a delimiter run opens emphasis in every parser.
 *
 * @param before Kind of the character before the run.
 * @param first Kind of the character after it.
 */
export function surelyOpens(before: Kind, first: Kind): boolean {
  return first !== SPACE && (first === OTHER || before === SPACE || before === PUNCTUATION)
}

/** Whether a delimiter run opens emphasis in any parser. */
export function mayOpen(before: Kind, first: Kind): boolean {
  return first !== SPACE && (first !== PUNCTUATION || before !== OTHER)
}
