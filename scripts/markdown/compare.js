/** Kinds of marks in the order of the table. */
export const KINDS = ['headings', 'list items', 'links', 'images', 'tables', 'code', 'languages', 'footnotes']

/** Control characters, which some pages have for quotes, are no letters and part no words. */
const CONTROLS = /[\u0080-\u009f]/g

export function wordsOf(text) {
  const plain = text.normalize('NFC').toLowerCase().replaceAll(CONTROLS, '')
  return plain.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

/** What headings are compared by. */
export function lineOf(text) {
  return wordsOf(text).join(' ')
}

/** The address of a link or picture, whichever scheme it is read by. */
export function addressOf(written) {
  try {
    return decodeURI(new URL(written.trim(), 'http://page.invalid/').href).replace(/^https?:/, '')
  } catch {
    return written.trim()
  }
}

/** The number or sign of a note. */
export const MARKER = /^\W?\w{1,3}\W?$/
/** The same where nothing tells that it is raised, or what leads back from a note. */
export const NUMBER = /^(?:[[(]?(?:[a-z]{1,4} )?(?:\d{1,3}|[a-z])[\])]?|[\s^↩↑]*)$/

/**
 * How many of the wanted ones are there.
 *
 * @param wanted Each a string, or several of which any will do.
 * @returns The missing ones, and what is there beside the wanted.
 */
export function compare(wanted, found) {
  const left = new Map()
  for (const one of found) left.set(one, (left.get(one) ?? 0) + 1)
  const missing = wanted.filter((one) => {
    const hit = [one].flat().find((alternative) => (left.get(alternative) ?? 0) > 0)
    if (hit !== undefined) left.set(hit, left.get(hit) - 1)
    return hit === undefined
  })
  const extra = [...left].flatMap(([one, count]) => Array(count).fill(one))
  return { kept: wanted.length - missing.length, missing, extra }
}
