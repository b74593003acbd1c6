import type { MathPart } from './mathParts.ts'
import { FUNCTIONS, SYMBOLS, VARIANTS } from './mathSymbols.ts'

/** Identifiers and operators of a formula. @param variant `mathvariant`. */
export function tokenOf(text: string, variant: string): MathPart {
  const characters = [...text]
  const operator = characters.length === 1 ? text : ''
  if (FUNCTIONS.has(text)) return { tex: `\\${text}`, operator: '' }
  const command = VARIANTS.get(variant)
  const isLetters = /^[\p{L}\p{M}]+$/u.test(text)
  if (isLetters && command !== undefined && (variant !== 'normal' || !SYMBOLS.has(text)))
    return { tex: `${command}{${wordOf(text)}}`, operator: '' }
  if (isLetters && characters.length > 1)
    return { tex: /^[A-Za-z]+$/.test(text) ? `\\mathrm{${text}}` : `\\text{${text}}`, operator: '' }
  return { tex: wordOf(text), operator }
}

/** Characters one by one, as TeX calls them. */
export function wordOf(text: string): string {
  let tex = ''
  for (const character of text) tex = append(tex, SYMBOLS.get(character) ?? (/\s/.test(character) ? '' : character))
  return tex
}

/** One piece of TeX after another: a space ends the name of a command, and a script without braces. */
export function append(before: string, after: string): string {
  const sign = before.charAt(before.length - 2)
  const endsInScript = (sign === '^' || sign === '_') && /^[A-Za-z0-9]/.test(after)
  return endsInScript || (/^[A-Za-z]/.test(after) && endsInName(before)) ? `${before} ${after}` : before + after
}

/** Whether TeX ends in the name of a command. */
function endsInName(tex: string): boolean {
  let at = tex.length
  while (at > 0 && /[A-Za-z]/.test(tex.charAt(at - 1))) at--
  return at > 0 && at < tex.length && tex[at - 1] === '\\' && tex[at - 2] !== '\\'
}

export function inBraces(tex: string): string {
  return `{${tex}}`
}

/** `^2`, `_{ij}`; nothing for nothing. */
export function script(sign: '_' | '^', tex: string): string {
  if (tex === '') return ''
  // Primes are raised by themselves.
  if (sign === '^' && /^(?:\\prime){1,4}$/.test(tex)) return "'".repeat(tex.length / '\\prime'.length)
  return sign + (/^[A-Za-z0-9]$/.test(tex) ? tex : inBraces(tex))
}

const ONE_THING = /^(?:[^\\{}\s]|\\[A-Za-z]{1,20}|\\[^A-Za-z]|\\[a-z]{1,12}\{[A-Za-z]{1,12}\}|[0-9.]{1,12})$/u

/** What scripts hang on: a single thing as it is, all else in braces. */
export function scriptBase(tex: string): string {
  return ONE_THING.test(tex) ? tex : inBraces(tex)
}
