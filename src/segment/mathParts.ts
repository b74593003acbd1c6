import { INFIX, MATRICES } from './mathSymbols.ts'
import { append } from './mathTokens.ts'

/** A piece of a formula. */
export interface MathPart {
  readonly tex: string
  /** The one character that a piece is, as the page writes it; '' for all else. */
  readonly operator: string
  /** The cells of a table, between `\begin` and `\end`. */
  readonly cells?: string
  /** The mark after which the scripts before the base come. */
  readonly isPrescripts?: boolean
}

export function partOf(tex: string): MathPart {
  return { tex, operator: '' }
}

/** A piece that is not seen. */
export const UNSEEN: MathPart = partOf('')

/** @param isAligned Whether its columns are those of equations, which meet at their signs. */
export function writeTable(rows: readonly MathPart[], isAligned: boolean): MathPart {
  const cells = rows.map(({ tex }) => tex).join(' \\\\ ')
  if (isAligned) return partOf(inEnvironment('aligned', cells))
  return { tex: inEnvironment('matrix', cells), operator: '', cells }
}

function inEnvironment(name: string, content: string): string {
  return `\\begin{${name}} ${content} \\end{${name}}`
}

/** Pieces after each other. One alone stays what it is. */
export function rowOf(parts: readonly MathPart[]): MathPart {
  const seen = parts.filter(({ tex }) => tex !== '')
  const [only, second] = seen
  if (only !== undefined && second === undefined) return only
  let tex = ''
  for (let i = 0; i < seen.length; i++) {
    const part = seen[i] as MathPart
    const cells = seen[i + 1]?.cells
    const matrix = cells === undefined ? undefined : matrixOf(part, seen[i + 2])
    if (cells !== undefined && matrix !== undefined) {
      tex = append(tex, inEnvironment(matrix.name, cells))
      i += matrix.pieces - 1
    } else if (isBetween(seen, i)) tex += ` ${part.tex} `
    else tex = append(tex, part.tex)
  }
  return partOf(tex)
}

/**
 * The environment of a table between two brackets, or after one that nothing closes.
 *
 * @returns With the number of pieces that it takes; undefined for other things beside a table.
 */
function matrixOf(
  open: MathPart,
  close: MathPart | undefined,
): { readonly name: string; readonly pieces: number } | undefined {
  if (open.operator === '' || close?.operator === '') return undefined
  const name = MATRICES.get(open.operator + (close?.operator ?? ''))
  return name === undefined ? undefined : { name, pieces: close === undefined ? 2 : 3 }
}

/** Whether a piece is an operator between two things: not a sign before a number. */
function isBetween(parts: readonly MathPart[], index: number): boolean {
  const isInfix = (part: MathPart | undefined) => part !== undefined && INFIX.has(part.operator)
  if (!isInfix(parts[index]) || index === 0 || index === parts.length - 1) return false
  return !isInfix(parts[index - 1]) && !'([{,;|'.includes(parts[index - 1]?.operator || ' ')
}

/** Pieces between two brackets, either of which may be missing. */
export function writeBracketed(open: MathPart, inner: readonly MathPart[], close: MathPart): MathPart {
  return rowOf([open, ...inner, close])
}
