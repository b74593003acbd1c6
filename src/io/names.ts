/** The longest name of a file on the usual file systems, in bytes of UTF-8. */
const NAME_LIMIT_BYTES = 255

/** Endings that tell what the input is, not what it is about. */
const PAGE_EXTENSION = /\.(?:html?|xhtml?|shtml|mhtml|txt|text|md|php|aspx?|jsp|jsonl|ndjson|json|wet|warc)$/i

/** Names that Windows keeps for devices, whatever their extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i

/** What Windows forbids, controls, and characters that turn the direction of writing. */
const UNSAFE = /[<>:"|?*\\/\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffd]/gu

/** Longest part of a name that is made of a record's id, in characters, and in bytes: room is left for a hash. */
const SLUG_CHARS = 100
const SLUG_BYTES = 200

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

/** Likewise, with digits of its hash, for a stem that some disks hold to be another one. */
export function markedName(stem: string, extension: string): string {
  return outputName(stem, `-${hash(stem)}${extension}`)
}

/**
 * A name for a record, from its id; ids that the name can't hold exactly on every disk, those with capitals included,
 * get a few digits of their hash, so that two of them do not share one.
 */
export function recordStem(id: string | null, line: number): string {
  if (id === null) return `line-${line}`
  const name = slug(id)
  return name === id && name === folded(name) ? name : `${name}-${hash(id)}`
}

/** What the name of a record in an archive is made of. */
export interface ArchiveNames {
  readonly url: string | null
  /** The record's id. */
  readonly id: string | null
  /** What tells it from others where it has no id: its place in the archive. */
  readonly place: string
}

/**
 * A name for a record of an archive: its address for people, and digits of a hash of address and id, so that captures
 * of one address do not share it. It depends on nothing but the record.
 */
export function archiveStem({ url, id, place }: ArchiveNames): string {
  const name = slug(url ?? id ?? place)
  return `${name === '' ? 'record' : name}-${hash(`${url ?? ''} ${id ?? place}`)}`
}

/** Two names are one file where the file system folds case and composition. */
export function nameKey(name: string, platform: NodeJS.Platform = process.platform): string {
  return platform === 'darwin' || platform === 'win32' ? folded(name) : name
}

/** What a name is to a file system that folds case and composition. */
export function folded(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/** Letters and digits of any script, the rest as dashes. */
function slug(text: string): string {
  return cutToBytes(
    portable(
      text
        .replace(/^https?:\/\//, '')
        .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
        .replace(/^[-.]+/, '')
        .slice(0, SLUG_CHARS)
        .toWellFormed(),
    ),
    SLUG_BYTES,
  )
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
