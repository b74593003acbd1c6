/** Named fields of a header, as WARC and HTTP have them: all values of a name, which is in lower case, in order. */
export type Fields = ReadonlyMap<string, readonly string[]>

const NEWLINE = 0x0a
const RETURN = 0x0d

/** A name of visible ASCII without separators, white space that some put behind it, the colon. */
const FIELD = /^([!#$%&'*+.^_`|~\w-]{1,200})[ \t]{0,20}:/

/**
 * Where a header ends, after its blank line; -1 where there is none.
 *
 * Line ends are CRLF or LF, and may be mixed.
 *
 * @param from There is no blank line in front of it.
 */
export function headerEnd(bytes: Buffer, from = 0): number {
  for (let at = bytes.indexOf(NEWLINE, from); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) {
    if (bytes[at + 1] === NEWLINE) return at + 2
    if (bytes[at + 1] === RETURN && bytes[at + 2] === NEWLINE) return at + 3
  }
  return -1
}

/** Read the lines of a header. A line that begins with white space goes on with the field before it; others are junk. */
export function parseFields(lines: readonly string[]): Fields {
  const fields = new Map<string, string[]>()
  let values: string[] = []
  for (const line of lines) {
    const name = FIELD.exec(line)
    if (name !== null) {
      const key = (name[1] ?? '').toLowerCase()
      values = fields.get(key) ?? []
      fields.set(key, values)
      values.push(line.slice(name[0].length).trim())
    } else if (isFolded(line) && values.length > 0) {
      values.push(`${values.pop()} ${line.trim()}`.trim())
    }
  }
  return fields
}

/** Whether a line of a header goes on with the field before it. */
export function isFolded(line: string): boolean {
  return line.startsWith(' ') || line.startsWith('\t')
}

/** Whether a line of a header is a field. */
export function isField(line: string): boolean {
  return FIELD.test(line)
}

/** The first value of a field, null where it is missing or says nothing. */
export function firstValue(fields: Fields, name: string): string | null {
  const value = fields.get(name)?.[0] ?? ''
  return value === '' ? null : value
}

/** What a header's text is made of, without line ends. */
export function linesOf(text: string): string[] {
  return text.split(/\r?\n/)
}
