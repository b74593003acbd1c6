import type { Literal } from 'mdast'

/** A formula within a line; its value is TeX. */
export interface InlineMath extends Literal {
  type: 'inlineMath'
}

/** A formula on lines of its own. */
export interface DisplayMath extends Literal {
  type: 'math'
}

declare module 'mdast' {
  interface PhrasingContentMap {
    inlineMath: InlineMath
  }
  interface BlockContentMap {
    math: DisplayMath
  }
  interface RootContentMap {
    inlineMath: InlineMath
    math: DisplayMath
  }
}
