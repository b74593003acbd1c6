import { expect, test } from 'vitest'
import { computeRows } from '../../src/features/index.ts'
import { label } from '../../src/label/index.ts'
import { enforceRules, withoutRemoved } from '../../src/label/ruled.ts'
import { NO_HINTS } from '../../src/segment/noHints.ts'
import type { Block, BlockRule, Page, Verdict } from '../../src/types.ts'
import { block, image } from '../helpers/blocks.ts'

const ruled = (verdict: BlockRule['verdict'], alone = false): Partial<Block> => ({
  rule: { verdict, rule: '.x', alone },
})
const BODY: Verdict = { label: 'body', evidence: { score: 1 } }
const TITLE: Verdict = { label: 'field', field: 'title', evidence: { score: 1 } }
const NOISE: Verdict = { label: 'boilerplate', reason: 'share', evidence: { score: 1 } }
const KEPT: Verdict = { label: 'body', evidence: { score: 1, rule: '.x' } }
const REMOVED: Verdict = { label: 'boilerplate', reason: 'site-rule', evidence: { score: 1, rule: '.x' } }

test.each<[string, Partial<Block>, Verdict, Verdict]>([
  ['no rule', {}, NOISE, NOISE],
  ['kept', ruled('keep'), NOISE, KEPT],
  ['kept, and a field', ruled('keep'), TITLE, TITLE],
  ['kept by itself, and a field', ruled('keep', true), TITLE, KEPT],
  ['removed', ruled('remove'), BODY, REMOVED],
  ['removed for another reason as well', ruled('remove'), NOISE, REMOVED],
  ['removed, and named for a field', ruled('remove'), TITLE, TITLE],
])('%s', (_, rule, verdict, wanted) => {
  const [given] = enforceRules([block('a', rule), block('b', ruled('keep'))], [verdict, BODY])
  expect(given).toEqual(wanted)
})

test('readers of fields see nothing of what is removed, at the same places', () => {
  const blocks = [
    block('a'),
    block('b', ruled('remove')),
    image({ src: '/a', alt: '' }, ruled('remove')),
    block('c', ruled('keep')),
  ]
  const page: Page = { kind: 'html', url: null, language: null, blocks, outline: null, hints: NO_HINTS, warnings: [] }
  const seen = withoutRemoved(page)
  expect(seen.blocks.map(({ kind, text, image: picture }) => [kind, text, picture])).toEqual([
    ['paragraph', 'a', null],
    ['paragraph', '', null],
    ['paragraph', '', null],
    ['paragraph', 'c', null],
  ])
  expect(withoutRemoved({ ...page, blocks: [block('a')] }).blocks).toEqual([block('a')])
})

const PROSE = 'The ferry crosses the bay eight times a day, and in summer it carries bicycles, dogs and small cars.'

function labelled(blocks: readonly Block[], scores: readonly number[]) {
  const page: Page = { kind: 'text', url: null, language: 'en', blocks, outline: null, hints: NO_HINTS, warnings: [] }
  const { context } = computeRows(page)
  return label({
    page,
    scores,
    words: context.shapes.map((shape) => shape.words),
    phrases: context.phrases,
    linkShares: context.linkShares,
    articleShare: 1,
  })
}

test('the readers of fields know already what the user keeps and removes', () => {
  const blocks = [
    block(PROSE),
    block(`${PROSE} Offer.`, ruled('remove')),
    block(`${PROSE} Again.`),
    block('Share this', ruled('keep')),
    image({ src: '/map.png', alt: '' }, ruled('keep')),
  ]
  const { verdicts } = labelled(blocks, [0.9, 0.9, 0.9, 0, 0])
  const told = verdicts.map((verdict) => (verdict.label === 'boilerplate' ? verdict.reason : verdict.label))
  expect(told).toEqual(['body', 'site-rule', 'body', 'body', 'body'])
  expect(verdicts[1]?.evidence).toEqual({ score: 0.9, rule: '.x' })
})

test('nothing is uncertain about what the user decides', () => {
  expect(labelled([block(PROSE, ruled('keep')), block(PROSE, ruled('remove'))], [0.3, 0.9]).expectedF1).toBe(1)
})
