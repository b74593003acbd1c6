/**
 * The cut that is expected to give the best page: blocks are taken in the order of their probability as long as the
 * expected word F1 of the page grows (plug-in estimate; Lewis 1995, "Evaluating and optimizing autonomous text
 * classification systems"). It needs no threshold: a page of unsure blocks gets a lower one than a page of sure ones.
 *
 * @param probabilities Content probability of each block, 0..1.
 * @param words Words of each block.
 * @returns The lowest probability that is kept, and the expected F1, 0..1, of the page cut there.
 */
export function chooseCut(
  probabilities: ArrayLike<number>,
  words: ArrayLike<number>,
): { readonly threshold: number; readonly expectedF1: number } {
  const order = Array.from(probabilities, (_, i) => i).sort(
    (a, b) => (probabilities[b] as number) - (probabilities[a] as number) || a - b,
  )
  let expectedContent = 0
  for (const i of order) expectedContent += (probabilities[i] as number) * (words[i] as number)
  let kept = 0
  let right = 0
  let expectedF1 = 0
  let threshold = 1
  for (const i of order) {
    kept += words[i] as number
    right += (probabilities[i] as number) * (words[i] as number)
    const f1 = kept + expectedContent > 0 ? (2 * right) / (kept + expectedContent) : 0
    if (f1 >= expectedF1) {
      expectedF1 = f1
      threshold = probabilities[i] as number
    }
  }
  return { threshold, expectedF1 }
}
