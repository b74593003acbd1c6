/** A picture that a `srcset` offers, with its width in pixels or its density. */
export interface Candidate {
  readonly url: string
  readonly size: number
}

/** Lists of more are attacks. */
const MAX_CANDIDATES = 100
const NEXT_URL = /[^\s,]\S*/g
const NEXT_COMMA = /,/g

/** The candidates of a `srcset`, read as browsers do: URLs may hold commas, and end in one where no size follows. */
export function readSrcset(srcset: string): Candidate[] {
  const candidates: Candidate[] = []
  let at = 0
  while (candidates.length < MAX_CANDIDATES) {
    NEXT_URL.lastIndex = at
    const found = NEXT_URL.exec(srcset)
    if (found === null) break
    at = NEXT_URL.lastIndex
    const [written] = found
    let end = written.length
    while (written.endsWith(',', end)) end--
    const url = written.slice(0, end)
    let descriptor = ''
    if (url === written) {
      NEXT_COMMA.lastIndex = at
      const comma = NEXT_COMMA.exec(srcset)?.index ?? srcset.length
      descriptor = srcset.slice(at, comma).trim()
      at = comma + 1
    }
    candidates.push({ url, size: Number.parseFloat(descriptor) || 1 })
  }
  return candidates
}

/** The candidate of the greatest size, the first of equal ones. */
export function largest(candidates: readonly Candidate[]): Candidate | null {
  return candidates.reduce<Candidate | null>(
    (best, candidate) => (best === null || candidate.size > best.size ? candidate : best),
    null,
  )
}
