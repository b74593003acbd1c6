import { TextDecoder } from '@exodus/bytes/encoding.js'

/** Encode text for tests: the decoder's table, turned around. */
export function encodeLegacy(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, number[]>()
  for (let lead = 0; lead < 256; lead += 1) {
    const one = decoder.decode(Uint8Array.of(lead))
    if (one.length === 1 && one !== '\ufffd') table.set(one, [lead])
  }
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      const two = decoder.decode(Uint8Array.of(lead, trail))
      if (two.length === 1 && !table.has(two)) table.set(two, [lead, trail])
    }
  }
  return Uint8Array.from([...text].flatMap((character) => table.get(character) ?? [0x3f]))
}

/** `c4 e3` -> bytes. */
export function bytes(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
}
