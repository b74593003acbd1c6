/** What the shorthands of a regex stand for, by example. */
const SHORTHANDS: Readonly<Record<string, readonly string[]>> = {
  s: [' ', '\n'],
  S: ['a', '('],
  d: ['1'],
  D: ['a'],
  w: ['a', '1'],
  W: [' ', '.'],
  p: ['a', 'A', 'é', '中'],
  b: ['a '],
  B: ['aa'],
  n: ['\n'],
  r: ['\r'],
  t: ['\t'],
  f: ['\f'],
  v: ['\v'],
}
const PLAIN = /[^\\()[\]{}|?*+^$.]/u
const LITERALS = /[^\\()[\]{}|?*+^$.\s]{2,20}/gu
const MAX_ATOMS = 10

/** Short strings that a regex is made of: its characters, members of its classes, its words. */
export function atomsOf(pattern: string): string[] {
  const atoms = new Set<string>([' ', 'a'])
  for (const [literal] of pattern.replace(/\\[pPu]\{[^}]*\}|\\[a-zA-Z]/g, ' ').matchAll(LITERALS)) atoms.add(literal)
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern.charAt(at)
    if (char === '\\') {
      const escaped = pattern.charAt(++at)
      for (const example of SHORTHANDS[escaped.toLowerCase() === 'p' ? 'p' : escaped] ?? []) atoms.add(example)
      if (!/[a-zA-Z0-9]/.test(escaped)) atoms.add(escaped)
      if (pattern[at + 1] === '{') at = pattern.indexOf('}', at)
    } else if (char === '.') atoms.add('x')
    else if (PLAIN.test(char)) atoms.add(char)
  }
  return [...atoms].slice(0, MAX_ATOMS)
}

/** What is repeated to make long strings: each atom, and each two of them. */
export function pumpsOf(pattern: string): string[] {
  const atoms = atomsOf(pattern)
  return [...new Set([...atoms, ...atoms.flatMap((a) => atoms.map((b) => a + b))])]
}

/**
 * Two strings of about `chars` characters: both end unlike they began, so that what nearly matched fails; one starts so
 * as well, which keeps `^` from matching.
 */
export function pumped(pump: string, chars: number): string[] {
  const body = `${pump.repeat(Math.ceil(chars / pump.length))}\u0002`
  return [body, `\u0002${body}`]
}
