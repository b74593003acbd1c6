/**
 * The tree of a page: plain objects that hold what reading text needs, and no way up or sideways. Pages have thousands of
 * them, and collecting them is a good part of the work.
 */

export interface TextNode {
  readonly type: 'text'
  /** With character references decoded. */
  data: string
  readonly startIndex: number
  /** Exclusive. */
  endIndex: number
}

/** By name, those of `ATTRIBUTES` that an element has. */
export type Attributes = Record<string, string | undefined>

export interface Element {
  readonly type: 'element'
  /** In lower case. */
  readonly name: string
  readonly attribs: Attributes
  readonly children: ChildNode[]
  readonly startIndex: number
  /** Exclusive. */
  endIndex: number
}

export type ChildNode = TextNode | Element
