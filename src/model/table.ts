/** A table of features by name, as `Rows` of the features stage: `columns[f][i]` is feature `names[f]` of row `i`. */
export interface Table {
  readonly names: readonly string[]
  readonly columns: readonly ArrayLike<number>[]
}
