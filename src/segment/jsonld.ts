/** A block of JSON-LD beyond this is a data dump, not the description of an article. */
const MAX_CHARS = 1_000_000

/**
 * Parses a JSON-LD script as found in the wild: comment or CDATA wrappers, raw control characters inside strings and
 * trailing commas are mended (6 of 325 development pages need it).
 *
 * @returns The value, or undefined where it can't be parsed.
 */
export function parseJsonLd(script: string): unknown {
  const text = unwrap(script.trim())
  if (text === '' || text.length > MAX_CHARS) return undefined
  return tryParse(text) ?? tryParse(mend(text))
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Takes `<!-- -->`, `//<![CDATA[ ]]>` and a closing `;` away: everything before the first and after the last bracket. */
function unwrap(text: string): string {
  const first = Math.min(indexOr(text.indexOf('{'), text.length), indexOr(text.indexOf('['), text.length))
  const open = text.startsWith('//<![CDATA[') || text.startsWith('<![CDATA[') ? text.indexOf('[', 2) + 7 : 0
  const from =
    open > first
      ? Math.min(indexOr(text.indexOf('{', open), text.length), indexOr(text.indexOf('[', open), text.length))
      : first
  const last = Math.max(text.lastIndexOf('}'), open > 0 ? -1 : text.lastIndexOf(']'))
  return last > from ? text.slice(from, last + 1) : ''
}

function indexOr(index: number, otherwise: number): number {
  return index < 0 ? otherwise : index
}

/** Drops commas before a closing bracket and escapes control characters, outside and inside of strings as fits. */
function mend(text: string): string {
  let out = ''
  let inString = false
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    if (inString && char === '\\') i++
    else if (char === '"') inString = !inString
    else if (inString && char < ' ') {
      out += `${text.slice(from, i)} `
      from = i + 1
    } else if (!inString && char === ',' && closesNext(text, i + 1)) {
      out += text.slice(from, i)
      from = i + 1
    }
  }
  return out + text.slice(from)
}

function closesNext(text: string, from: number): boolean {
  let i = from
  while (i < text.length && text.charAt(i) <= ' ') i++
  return text.charAt(i) === '}' || text.charAt(i) === ']'
}
