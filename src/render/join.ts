import type { Nodes, Parents } from 'mdast'

/**
 * How many blank lines part two blocks where the writer would put none, between the parts of an item. Its own rules do not
 * know GFM's tables: a line right after one is a row of it, and one right after other lines is a part of those. Nor do
 * they look into what comes next: in some parsers a list that does not start at 1 is text right after text, even within a
 * quotation.
 *
 * @returns Undefined where the writer's own rules hold.
 */
export function joinBlocks(left: Nodes, right: Nodes): 1 | undefined {
  const before = edgeOf(left, -1)
  if (before.type === 'table' || right.type === 'table') return 1
  return before.type === 'paragraph' && startsLate(right) ? 1 : undefined
}

const HOLDERS: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>(['list', 'listItem', 'blockquote'])

/** The block whose line is the first (0) or the last (-1) one of a node. */
function edgeOf(node: Nodes, side: 0 | -1): Nodes {
  let edge = node
  while (HOLDERS.has(edge.type)) {
    const next: Nodes | undefined = (edge as Parents).children.at(side)
    if (next === undefined) break
    edge = next
  }
  return edge
}

/** Whether a node starts with a numbered list whose first number is another one than 1. */
function startsLate(node: Nodes): boolean {
  for (let first: Nodes | undefined = node; first !== undefined && HOLDERS.has(first.type); ) {
    if (first.type === 'list' && first.ordered === true && first.start !== 1) return true
    first = (first as Parents).children[0] as Nodes | undefined
  }
  return false
}
