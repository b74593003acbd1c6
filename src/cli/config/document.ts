import { type DocumentNode, evaluate, type MemberNode, parse, type ValueNode } from '@humanwhocodes/momoa'
import type { Problem, Step } from '../../rules/shape.ts'

/** A place in a file, both 1-based. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A file as it was read. */
export interface ConfigDocument {
  readonly value: unknown
  /** Keys that an object has twice: JSON would take the last one without a word. */
  readonly doubles: readonly (Position & { readonly message: string })[]
  /** Where a problem stands. */
  readonly positionOf: (problem: Pick<Problem, 'path' | 'isKey'>) => Position
}

/** What is no JSON, and where. */
export class SyntaxProblem extends Error {
  readonly position: Position

  constructor(message: string, position: Position) {
    super(message)
    this.position = position
  }
}

/**
 * Reads JSON with the places of its values.
 *
 * @param comments Whether comments are read, and commas after a last value.
 * @throws SyntaxProblem
 */
export function parseDocument(text: string, comments: boolean): ConfigDocument {
  const tree = parseTree(text, comments)
  return {
    value: evaluate(tree),
    doubles: doublesIn(tree.body, []),
    positionOf: ({ path, isKey }) => positionOf(tree.body, path, isKey),
  }
}

function parseTree(text: string, comments: boolean): DocumentNode {
  try {
    return parse(text, comments ? { mode: 'jsonc', allowTrailingCommas: true } : { mode: 'json' })
  } catch (error) {
    const { line, column, offset } = error as Partial<Position> & { readonly offset?: number }
    // Brackets in thousands are more than the parser, which recurses, can take.
    if (line === undefined || column === undefined) throw new SyntaxProblem(String(error), { line: 1, column: 1 })
    throw new SyntaxProblem(`Expected JSON, not: ${signAt(text, offset ?? text.length)}`, { line, column })
  }
}

/** The word or the sign at a place of a text. */
function signAt(text: string, offset: number): string {
  return /^(?:[\w.-]{1,20}|\S)/u.exec(text.slice(offset, offset + 30).trimStart())?.[0] ?? 'the end'
}

function positionOf(root: ValueNode, path: readonly Step[], isKey: boolean): Position {
  let node: ValueNode = root
  let member: MemberNode | null = null
  for (const step of path) {
    if (node.type === 'Object') {
      member = node.members.findLast((one) => nameOf(one) === step) ?? null
      if (member === null) break
      node = member.value
    } else if (node.type === 'Array') {
      node = node.elements[Number(step)]?.value ?? node
    }
  }
  const { line, column } = (isKey && member !== null ? member.name : node).loc.start
  return { line, column }
}

function doublesIn(node: ValueNode, found: (Position & { message: string })[]): typeof found {
  if (node.type === 'Array') for (const { value } of node.elements) doublesIn(value, found)
  if (node.type !== 'Object') return found
  const seen = new Set<string>()
  for (const member of node.members) {
    const name = nameOf(member)
    const { line, column } = member.name.loc.start
    if (seen.has(name)) found.push({ line, column, message: `Expected each key once, not: ${name} again` })
    seen.add(name)
    doublesIn(member.value, found)
  }
  return found
}

function nameOf({ name }: MemberNode): string {
  return name.type === 'String' ? name.value : name.name
}
