import type { Element } from 'domhandler'
import type { Callout } from '../types.ts'

/** Names of the boxes that set a remark off: Bootstrap, Docutils, Obsidian, GitHub, VuePress, MDN. */
const BOXES = new Set(['alert', 'admonition', 'callout', 'notecard', 'hint'])
/** Beside `custom`, as `custom-block tip`. */
const KINDS: ReadonlyMap<string, Callout> = new Map(
  Object.entries({
    note: 'note info primary secondary seealso abstract',
    tip: 'tip success hint',
    important: 'important',
    warning: 'warning attention',
    caution: 'caution danger error',
  } satisfies Record<Callout, string>).flatMap(([kind, words]) =>
    words.split(' ').map((word): [string, Callout] => [word, kind as Callout]),
  ),
)
const ELEMENTS = new Set('div aside section blockquote p'.split(' '))

/** What kind of callout an element is, told by a name for the box and one for the kind; null for none. */
export function calloutOf({ name, attribs }: Element): Callout | null {
  if (attribs.class === undefined || !ELEMENTS.has(name)) return null
  const words = attribs.class.toLowerCase().split(/[^a-z]+/)
  if (!words.some((word) => BOXES.has(word)) && !attribs.class.includes('custom-block')) return null
  // `admonition-title` is a part of the box.
  if (/title|heading|icon|content|dismiss|close/i.test(attribs.class)) return null
  const kind = words.findLast((word) => KINDS.has(word) && !(word === 'hint' && words[0] === 'hint'))
  return kind === undefined ? null : (KINDS.get(kind) ?? null)
}
