/**
 * Count the well-formed sequences of two to four bytes, and the bytes that belong to none.
 *
 * A sequence that the end of the input cuts off is not held against it.
 */
export function countUtf8(bytes: Uint8Array): { wellFormed: number; broken: number } {
  let wellFormed = 0
  let broken = 0
  let at = 0
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) {
      at += 1
      continue
    }
    const length = sequenceLength(lead)
    let seen = 1
    while (seen < length && isContinuation(bytes[at + seen], seen === 1 ? lead : 0)) seen += 1
    if (length > 0 && seen === length) wellFormed += 1
    else if (length === 0 || at + seen < bytes.length) broken += 1
    at += seen
  }
  return { wellFormed, broken }
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  if (lead >= 0xf0 && lead <= 0xf4) return 4
  return 0
}

/** Second bytes are narrower after some leads: no overlong forms, no surrogates, nothing beyond U+10FFFF. */
const SECOND_BYTE: Readonly<Record<number, readonly [number, number]>> = {
  224: [0xa0, 0xbf],
  237: [0x80, 0x9f],
  240: [0x90, 0xbf],
  244: [0x80, 0x8f],
}

function isContinuation(byte: number | undefined, lead: number): boolean {
  if (byte === undefined) return false
  const [low, high] = SECOND_BYTE[lead] ?? [0x80, 0xbf]
  return byte >= low && byte <= high
}
