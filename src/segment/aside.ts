import type { Element } from 'domhandler'
import { BlockBuilder, type BlockContext } from './builder.ts'
import { isPreformatted } from './code.ts'
import type { ElementRule } from './ruled.ts'
import { BLOCK } from './tags.ts'

/** The part of the walk that rules change. */
export interface RuledWalk {
  /** Of the page, or of an element that is set aside. */
  builder: BlockBuilder
  /** Elements that are set aside and not over yet, one in the other. */
  asideDepth: number
}

/** An element that the user has a rule for. */
export interface RuledPlace {
  readonly element: Element
  /** Around it and inside of it. */
  readonly outer: BlockContext
  readonly scope: BlockContext
  readonly rule: ElementRule
}

/**
 * Begins an element that the user has a rule for. What is a part of a line and is removed, or kept out of what is removed,
 * becomes blocks of its own, and the line goes on as if it were not there.
 *
 * @returns What is to be done at the end of the element.
 */
export function beginRule(walk: RuledWalk, { element, outer, scope, rule }: RuledPlace): () => void {
  const main = walk.builder
  const isBlock = BLOCK.has(element.name) || isPreformatted(element)
  const isApart = !isBlock && (rule.verdict === 'remove' || outer.rule?.verdict === 'remove')
  if (isBlock) main.flush(outer)
  if (isApart) {
    walk.builder = new BlockBuilder(main.source)
    walk.asideDepth++
  }
  const { builder } = walk
  const first = builder.blocks.length
  return () => {
    if (isApart) builder.flush(scope)
    rule.alone = builder.blocks.length - first <= 1
    if (!isApart) return
    main.setAside(builder.blocks)
    walk.builder = main
    walk.asideDepth--
  }
}
