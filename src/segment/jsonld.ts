import { jsonrepair } from 'jsonrepair'

/** A block of JSON-LD beyond this is a data dump, not the description of an article. */
const MAX_CHARS = 1_000_000
/**
 * Characters that are mended on a page: of all broken scripts of the development pages the longest has 18,000, and the
 * worst input that was found for so many takes a third of a second.
 */
const MAX_MENDED_CHARS = 50_000

/**
 * A reader of the JSON-LD scripts of one page, as found in the wild: in wrappers of comments or CDATA, with its quotes
 * as HTML entities, with line breaks in strings, commas too many or missing, quotes in quotes, comments, an end that was
 * cut off (52 of 2,450 scripts on development pages).
 *
 * @returns A function from a script to its value; undefined where it can't be read.
 */
export function jsonLdReader(): (script: string) => unknown {
  let mendable = MAX_MENDED_CHARS
  return (script) => {
    const text = unwrap(script)
    if (text === '' || text.length > MAX_CHARS) return undefined
    const value = tryParse(text)
    if (value !== undefined || text.length > mendable) return value
    mendable -= text.length
    return mend(text)
  }
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Mending recurses: a script that nests without end throws, as one does that is no JSON at all. */
function mend(text: string): unknown {
  try {
    return tryParse(jsonrepair(withQuotes(text)))
  } catch {
    return undefined
  }
}

/** `{&quot;@type&quot;: ...`: the quotes are entities only where no other quote comes first. */
function withQuotes(text: string): string {
  const entity = text.search(QUOTE_ENTITY)
  const quote = text.indexOf('"')
  if (entity < 0 || (quote >= 0 && quote < entity)) return text
  return text.replaceAll(QUOTE_ENTITIES, '"').replaceAll('&amp;', '&')
}

const QUOTE_ENTITY = /&(?:quot|#34|#x22);/i
const QUOTE_ENTITIES = /&(?:quot|#34|#x22);/gi

/** Takes what is around the value away: `<!-- -->`, `//<![CDATA[ ]]>`, a closing `;`. */
function unwrap(script: string): string {
  const inside = insideOfCdata(script)
  const [brace, bracket] = [inside.indexOf('{'), inside.indexOf('[')]
  const from = brace < 0 || (bracket >= 0 && bracket < brace) ? bracket : brace
  const last = Math.max(inside.lastIndexOf('}'), inside.lastIndexOf(']'))
  return from < 0 || last < from ? '' : inside.slice(from, last + 1)
}

/** Its brackets must not be taken for those of a list. */
function insideOfCdata(script: string): string {
  const text = script.trimStart()
  const opening = CDATA.exec(text)?.[0].length ?? 0
  const closing = opening === 0 ? -1 : text.lastIndexOf(']]>')
  return text.slice(opening, closing < 0 ? undefined : closing)
}

const CDATA = /^(?:\/\/|\/\*)?\s{0,4}<!\[CDATA\[/
