/** The longest name of a file on the usual file systems, in bytes of UTF-8. */
const NAME_LIMIT_BYTES = 255

/** Endings that tell what the input is, not what it is about. */
const PAGE_EXTENSION = /\.(?:html?|xhtml?|shtml|mhtml|txt|text|md|php|aspx?|jsp|jsonl|ndjson|json|wet|warc)$/i

/** Names that Windows keeps for devices, whatever their extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i

/** What Windows forbids, controls, and characters that turn the direction of writing. */
const UNSAFE = /[<>:"|?*\\/\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffd]/gu

/** Longest part of a name that is made of a record's id, in characters. */
const SLUG_CHARS = 100

/**
 * The path of an output, relative to its folder and without an extension: `a/b.html.gz` -> `a/b`.
 *
 * Every part is a name that all usual file systems take, so that a tree can be moved between them; none leads out of
 * the folder.
 */
export function outputStem(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.' && part !== '..')
  const last = parts.pop() ?? 'page'
  return [...parts.map(portableFolder), portable(withoutEndings(last))].join('/')
}

/** A path without the endings that tell what kind of file it is: `a/b.html.gz` -> `a/b`. */
export function withoutEndings(path: string): string {
  const bare = path.replace(/\.gz$/i, '').replace(PAGE_EXTENSION, '')
  return bare === '' || bare.endsWith('/') ? path : bare
}

/** Whether a file of this name is to be compressed. */
export function isGzipName(path: string): boolean {
  return path.toLowerCase().endsWith('.gz')
}

/** The name of a stem with its extension, cut to what a file system takes. */
export function outputName(stem: string, extension: string): string {
  const slash = stem.lastIndexOf('/') + 1
  return stem.slice(0, slash) + cutToBytes(stem.slice(slash), NAME_LIMIT_BYTES - extension.length) + extension
}

/**
 * A name for a record, from its id; ids that the name can't hold exactly get a few digits of their hash, so that two
 * of them do not share one.
 */
export function recordStem(id: string | null, line: number): string {
  if (id === null) return `line-${line}`
  const slug = portable(
    id
      .replace(/^https?:\/\//, '')
      .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
      .replace(/^[-.]+/, '')
      .slice(0, SLUG_CHARS)
      .toWellFormed(),
  )
  return slug === id ? slug : `${slug}-${hash(id)}`
}

/** Two names are one file where the file system folds case and composition. */
export function nameKey(name: string, platform: NodeJS.Platform = process.platform): string {
  return platform === 'darwin' || platform === 'win32' ? name.normalize('NFC').toLowerCase() : name
}

function portableFolder(name: string): string {
  const safe = portable(name)
  // Windows drops dots and blanks at the end of a name.
  const end = safe.at(-1)
  return end === '.' || end === ' ' ? `${safe.slice(0, -1)}_` : safe
}

function portable(name: string): string {
  const safe = name.toWellFormed().replace(UNSAFE, '_')
  const device = DEVICE.exec(safe)
  return cutToBytes(device === null ? safe : `${device[0]}_${safe.slice(device[0].length)}`, NAME_LIMIT_BYTES)
}

/** The longest beginning of whole characters that takes at most `limit` bytes. */
function cutToBytes(text: string, limit: number): string {
  if (Buffer.byteLength(text) <= limit) return text
  let bytes = 0
  let end = 0
  for (const character of text) {
    bytes += Buffer.byteLength(character)
    if (bytes > limit) break
    end += character.length
  }
  return text.slice(0, end)
}

/** FNV-1a, 32 bits, as eight hexadecimal digits. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0
  return value.toString(16).padStart(8, '0')
}
