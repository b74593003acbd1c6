import type { Context } from './context.ts'

/**
 * One column of the table that the model reads: a number for every block of a page.
 *
 * A feature that an input has nothing to say on (DOM facts of a text page) is NaN, "missing".
 */
export interface Feature {
  readonly name: string
  /** Why it should tell article from boilerplate. */
  readonly why: string
  readonly column: (context: Context) => ArrayLike<number>
}

/** A feature of HTML pages: text pages share one column of missing values. */
export function htmlOnly(feature: Feature): Feature {
  const { column } = feature
  return { ...feature, column: (context) => (context.page.outline === null ? context.missing : column(context)) }
}

/** A feature that is looked up or computed for each block alone. */
export function perBlock(name: string, why: string, value: (context: Context, block: number) => number): Feature {
  return {
    name,
    why,
    column: (context) => {
      const column = new Float64Array(context.count)
      for (let i = 0; i < context.count; i++) column[i] = value(context, i)
      return column
    },
  }
}
