import { createHash } from 'node:crypto'

/** The digest of a page or of its output, as manifests hold it: SHA-256, hexadecimal. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}

/** A whole number from 0 to 2³²−1 out of a text, the same anywhere and evenly spread. */
export function spread(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0)
}
