/** A piece of TypeScript source; comments and white space are left out. */
export interface Token {
  readonly type: 'word' | 'number' | 'string' | 'template' | 'regex' | 'punctuation'
  /** As written; of strings, templates and regexes without their quotes, of regexes without the flags. */
  readonly text: string
  /** Flags of a regex, else ''. */
  readonly flags: string
  /** 1-based */
  readonly line: number
  /** Open brackets around it. */
  readonly depth: number
}

/** After these a slash starts a regex; after other words it divides. */
const OPERATOR_WORDS = new Set(
  'return typeof case in of do else instanceof new void delete throw await yield'.split(' '),
)
const WORD = /[\p{L}\p{N}_$#]+/uy
const FLAGS = /[a-z]*/y

/**
 * Cuts TypeScript source into tokens: enough to find imports, names and regex literals without a parser.
 *
 * It does not tell a regex from a division after `)` and `}`, where it assumes a division; the sources do not start
 * statements with a regex.
 */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = []
  /** For each open bracket whether it is the `${` of a template. */
  const brackets: boolean[] = []
  let line = 1
  let at = 0

  const add = (type: Token['type'], text: string, flags = ''): void => {
    tokens.push({ type, text, flags, line, depth: brackets.length })
  }
  const move = (to: number): void => {
    for (let i = source.indexOf('\n', at); i >= 0 && i < to; i = source.indexOf('\n', i + 1)) line++
    at = to
  }
  /** From `from`, inside a template: up to its end or its next `${`. */
  const template = (from: number): void => {
    let end = from
    while (end < source.length && source[end] !== '`' && !source.startsWith('${', end))
      end += source[end] === '\\' ? 2 : 1
    add('template', source.slice(from, end))
    const goesOn = source[end] === '$'
    if (goesOn) {
      add('punctuation', '${')
      brackets.push(true)
    }
    move(end + (goesOn ? 2 : 1))
  }

  while (at < source.length) {
    const char = source.charAt(at)
    if (/\s/.test(char)) move(at + 1)
    else if (source.startsWith('//', at)) move(indexOrEnd(source, '\n', at))
    else if (source.startsWith('/*', at)) move(indexOrEnd(source, '*/', at + 2) + 2)
    else if (char === "'" || char === '"') {
      const end = stringEnd(source, at)
      add('string', source.slice(at + 1, end))
      move(end + 1)
    } else if (char === '`') template(at + 1)
    else if (char === '/' && startsRegex(tokens.at(-1))) {
      const end = regexEnd(source, at)
      const flags = matchAt(FLAGS, source, end + 1)
      add('regex', source.slice(at + 1, end), flags)
      move(end + 1 + flags.length)
    } else if (char === '}' && brackets.at(-1) === true) {
      brackets.pop()
      add('punctuation', '}')
      template(at + 1)
    } else if (matchAt(WORD, source, at) !== '') {
      const word = matchAt(WORD, source, at)
      add(/^\d/.test(word) ? 'number' : 'word', word)
      move(at + word.length)
    } else {
      if (')]}'.includes(char)) brackets.pop()
      add('punctuation', char)
      if ('([{'.includes(char)) brackets.push(false)
      move(at + 1)
    }
  }
  return tokens
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

function indexOrEnd(source: string, needle: string, from: number): number {
  const found = source.indexOf(needle, from)
  return found < 0 ? source.length : found
}

function stringEnd(source: string, start: number): number {
  let end = start + 1
  while (end < source.length && source[end] !== source[start]) end += source[end] === '\\' ? 2 : 1
  return end
}

function startsRegex(before: Token | undefined): boolean {
  if (before === undefined) return true
  if (before.type === 'word') return OPERATOR_WORDS.has(before.text)
  return before.type === 'punctuation' && !')]}'.includes(before.text)
}

/** A slash inside of a class does not end the regex. */
function regexEnd(source: string, start: number): number {
  let inClass = false
  let end = start + 1
  while (end < source.length && (inClass || source[end] !== '/')) {
    if (source[end] === '\\') end++
    else if (source[end] === '[') inClass = true
    else if (source[end] === ']') inClass = false
    end++
  }
  return end
}
