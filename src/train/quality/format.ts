/** As figures are shown and compared; half a thousandth goes up. */
export function toThousandths(figure: number): number {
  return Math.round(figure * 1000) / 1000
}

/** A table as Markdown. @param named Columns of names, which stand to the left. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], named: number): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, i) => (i < named ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

/** Three decimals; `-` for what is not defined. */
export function number(value: number | null | undefined): string {
  return value === null || value === undefined ? '-' : toThousandths(value).toFixed(3)
}

/** Of the figures as they are shown. */
export function difference(figure: number | null, before: number | undefined): string {
  return figure === null || before === undefined ? '-' : signed(toThousandths(figure) - before)
}

/** `+0.004`, `-0.012`, `0.000`. */
export function signed(value: number): string {
  const rounded = toThousandths(value)
  return rounded === 0 ? '0.000' : `${rounded > 0 ? '+' : ''}${rounded.toFixed(3)}`
}
