import { matchWildcard, wildcardPieces } from './wildcard.ts'

/** Stands for any number of folders, also none. */
const ANY_FOLDERS = '**'

/**
 * Whether a path is one that a pattern names: `crawl/**`, `crawl/2020-*.txt`.
 *
 * Names of files may be an attacker's, so no regular expression is made of the pattern. Of all `**` only the last one can
 * have to be tried again, so that time is bounded by the parts of the path times those of the pattern.
 *
 * @param path With `/` between its parts, relative to the same folder as the pattern.
 */
export function matchesPath(pattern: string, path: string): boolean {
  const wanted = partsOf(pattern)
  const parts = partsOf(path)
  let at = 0
  let next = 0
  let again: { readonly next: number; at: number } | null = null
  while (at < parts.length) {
    const name = wanted[next]
    if (name === ANY_FOLDERS) {
      next += 1
      again = { next, at }
    } else if (name !== undefined && matchWildcard(wildcardPieces(name), parts[at] ?? '') !== null) {
      next += 1
      at += 1
    } else if (again === null) {
      return false
    } else {
      again.at += 1
      at = again.at
      next = again.next
    }
  }
  return wanted.slice(next).every((name) => name === ANY_FOLDERS)
}

function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part, i) => part !== '.' && (part !== '' || i === 0))
}
