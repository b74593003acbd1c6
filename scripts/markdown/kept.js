/**
 * The part of a page that clean-article kept, as HTML: the elements around what it took for body, captions and notes,
 * with all that stands between two of these blocks, whether the tool made a block of it or not. Made of the page by
 * another parser, so that what our own leaves out is missed and not hidden.
 */
import { DomUtils, parseDocument } from 'htmlparser2'

const { getElementsByTagName, getOuterHTML } = DomUtils

/** Fields that are written in the Markdown beside the body. */
const WRITTEN = new Set(['used-as-caption', 'used-as-note'])
/** Never text of a page; formulas are written into scripts by some. */
const INVISIBLE = new Set('head script style template title link meta noscript'.split(' '))
/** Elements without text that show something. */
const SHOWN = new Set('img iframe video audio input hr math'.split(' '))
const ADDRESSES = ['href', 'src']

/** @param record Of clean-article, with `removed`. @param base Absolute address of the page, or null. */
export function keptHtml(html, record, base) {
  const document = parseDocument(html, { withStartIndices: true, withEndIndices: true })
  const isKept = keptPlaces(record)
  prune(document, isKept)
  const [body] = getElementsByTagName('body', document, true, 1)
  for (const element of getElementsByTagName('*', document, true)) makeAbsolute(element, base)
  return getOuterHTML((body ?? document).children, { encodeEntities: 'utf8' })
}

/** @returns Whether what stands at a place of the page is in the kept part. */
function keptPlaces({ blocks, removed }) {
  const places = [
    ...blocks.map(({ span }) => ({ ...span, kept: true })),
    ...removed.map(({ span, reason }) => ({ ...span, kept: WRITTEN.has(reason) })),
  ].sort((a, b) => a.start - b.start || a.end - b.end)
  return (at) => {
    let low = 0
    let high = places.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (places[middle].start <= at) low = middle + 1
      else high = middle
    }
    const before = places[low - 1]
    if (before === undefined) return false
    return before.kept && (at < before.end || places[low]?.kept === true)
  }
}

/** Leaves of the tree that are not kept go, and elements with nothing else in them. @returns What is left in the node. */
function prune(node, isKept) {
  let left = 'nothing'
  node.children = node.children.filter((child) => {
    const state = stateOf(child, isKept)
    if (state === 'kept') left = 'kept'
    else if (state === 'removed' && left === 'nothing') left = 'removed'
    return state !== 'removed'
  })
  // What is empty goes with what is around it: cells of tables, names of places.
  return left
}

function stateOf(node, isKept) {
  if (node.type === 'text') {
    const at = node.data.search(/\S/)
    if (at < 0) return 'nothing'
    return isKept(node.startIndex + at) ? 'kept' : 'removed'
  }
  if (!('children' in node)) return 'removed'
  const isFormula = node.name === 'script' && /^math\/tex/.test(node.attribs.type ?? '')
  if (SHOWN.has(node.name) || isFormula) return isKept(node.startIndex) ? 'kept' : 'removed'
  return INVISIBLE.has(node.name) ? 'removed' : prune(node, isKept)
}

function makeAbsolute({ attribs }, base) {
  for (const name of ADDRESSES) {
    const value = attribs[name]
    if (base !== null && value && !value.startsWith('#') && URL.canParse(value, base))
      attribs[name] = new URL(value, base).href
  }
}
