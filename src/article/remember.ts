/**
 * A function of a text that remembers its answers: fields ask the same lines of a page again and again.
 *
 * What it remembers is gone with the function, so it belongs to one page.
 */
export function remember<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    const old = known.get(text)
    if (old !== undefined) return old
    const found = answer(text)
    known.set(text, found)
    return found
  }
}
