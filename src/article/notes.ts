import type { Block, Verdict } from '../types.ts'

/** Notes of one article. Long lists of references have some hundreds. */
const MAX_NOTES = 2000

/**
 * Tells the notes that the body refers to and that stand outside of it. Like captions they are a part of the article
 * beside its body.
 */
export function claimNotes(blocks: readonly Block[], verdicts: readonly Verdict[]): readonly Verdict[] {
  const referred = new Set<string>()
  blocks.forEach(({ marks }, i) => {
    if (verdicts[i]?.label !== 'body') return
    for (const { type, note } of marks)
      if (type === 'note' && note !== undefined && referred.size < MAX_NOTES) referred.add(note)
  })
  if (referred.size === 0) return verdicts
  return verdicts.map((verdict, i) => {
    const block = blocks[i]
    // What the user removes does not come back.
    if (verdict.label === 'boilerplate' && verdict.reason === 'site-rule') return verdict
    if (verdict.label !== 'boilerplate' || block?.note === undefined || block.dom?.control === true) return verdict
    return referred.has(block.note) ? { label: 'field', field: 'note', evidence: verdict.evidence } : verdict
  })
}
