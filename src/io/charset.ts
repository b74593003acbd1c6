/** How far the declaration is looked for. Browsers want it in 1024 bytes, but start anew on one that comes later. */
const PRESCAN_BYTES = 64 * 1024

/** What stands for a byte order mark; UTF-32 is none of the web's encodings. */
export function byteOrderMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/**
 * UTF-16 without a mark: nearly every second byte of text in a Latin script, or of markup, is zero.
 *
 * @param bytes The first kilobytes suffice.
 */
export function bareUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 2048) & ~1
  if (length < 8) return null
  const zeros = [0, 0]
  for (let i = 0; i < length; i += 1) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const many = length / 2 / 3
  if (odd > many && even < odd / 16) return 'utf-16le'
  if (even > many && odd < even / 16) return 'utf-16be'
  return null
}

/**
 * The label that an HTML page declares, lower case and as written, or null: the prescan of the HTML standard, with
 * `meta charset`, `meta http-equiv=content-type`, and the XML declaration as a fallback.
 */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PRESCAN_BYTES)).toString('latin1')
  let at = head.indexOf('<')
  while (at >= 0) {
    if (head.startsWith('<!--', at)) {
      // The two dashes may be those of the opening: `<!-->` is a whole comment.
      const end = head.indexOf('-->', at + 2)
      if (end < 0) break
      at = head.indexOf('<', end + 3)
      continue
    }
    if (META.test(head.slice(at, at + 6))) {
      const { values, end } = readAttributes(head, at + 5)
      const label = metaCharset(values)
      if (label !== null) return label
      at = head.indexOf('<', end)
    } else if (TAG.test(head.slice(at, at + 3))) {
      at = head.indexOf('<', readAttributes(head, at + 1).end)
    } else {
      at = head.indexOf('<', at + 1)
    }
  }
  return xmlEncoding(head)
}

const META = /^<meta[\s/]/i
const TAG = /^<\/?[a-z]/i

function metaCharset(values: ReadonlyMap<string, string>): string | null {
  const charset = values.get('charset')
  if (charset !== undefined) return clean(charset)
  if (values.get('http-equiv')?.trim().toLowerCase() !== 'content-type') return null
  return charsetOfContent(values.get('content') ?? '')
}

/** The label in a content type: `text/html; charset="gbk"` -> `gbk`. */
export function charsetOfContent(content: string): string | null {
  const lower = content.toLowerCase()
  let at = lower.indexOf('charset')
  while (at >= 0) {
    const rest = content.slice(at + 'charset'.length).trimStart()
    if (rest.startsWith('=')) return clean(unquote(rest.slice(1).trimStart()))
    at = lower.indexOf('charset', at + 1)
  }
  return null
}

function unquote(value: string): string {
  const quote = value[0]
  if (quote !== '"' && quote !== "'") return value.split(/[\s;]/, 1)[0] ?? ''
  const end = value.indexOf(quote, 1)
  return end < 0 ? '' : value.slice(1, end)
}

function clean(label: string): string | null {
  const trimmed = label.trim().toLowerCase()
  return trimmed === '' ? null : trimmed
}

const XML_ENCODING = /^<\?xml[^>]{1,200}?\sencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/i

function xmlEncoding(head: string): string | null {
  return clean(XML_ENCODING.exec(head.slice(0, 300))?.[1] ?? '')
}

/** Attributes of the tag from `at` on, the first of a name counts, and where the tag ends. */
function readAttributes(head: string, from: number): { values: Map<string, string>; end: number } {
  const values = new Map<string, string>()
  let at = from
  for (;;) {
    while (at < head.length && isSpaceOrSlash(head.charCodeAt(at))) at += 1
    if (at >= head.length || head[at] === '>') return { values, end: at }
    const nameStart = at
    while (at < head.length && !endsName(head.charCodeAt(at), at > nameStart)) at += 1
    const name = head.slice(nameStart, at).toLowerCase()
    let after = at
    while (after < head.length && isSpace(head.charCodeAt(after))) after += 1
    let value = ''
    if (head[after] === '=') {
      at = after + 1
      while (at < head.length && isSpace(head.charCodeAt(at))) at += 1
      const quote = head[at]
      if (quote === '"' || quote === "'") {
        const close = head.indexOf(quote, at + 1)
        const end = close < 0 ? head.length : close
        value = head.slice(at + 1, end)
        at = end + 1
      } else {
        const start = at
        while (at < head.length && !isSpace(head.charCodeAt(at)) && head[at] !== '>') at += 1
        value = head.slice(start, at)
      }
    }
    if (!values.has(name)) values.set(name, value)
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b)
}

function isSpaceOrSlash(code: number): boolean {
  return code === 0x2f || isSpace(code)
}

/** White space, `/`, `>`, and `=` unless it is the first character. */
function endsName(code: number, started: boolean): boolean {
  return isSpaceOrSlash(code) || code === 0x3e || (code === 0x3d && started)
}
