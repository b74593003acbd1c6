import { describe, expect, test } from 'vitest'
import { keepPictures, keepStandfirst, trimBeforeTitle } from '../../src/article/bounds.ts'
import type { Verdict } from '../../src/types.ts'
import { block, heading } from '../helpers/blocks.ts'

const BODY: Verdict = { label: 'body', evidence: {} }
const LOW: Verdict = { label: 'boilerplate', reason: 'low-score', evidence: {} }
const RELATED: Verdict = { label: 'boilerplate', reason: 'related', evidence: {} }
const labels = (verdicts: readonly Verdict[]) => verdicts.map(({ label }) => label)

describe('trimBeforeTitle', () => {
  test('a little before the headline goes', () => {
    const trimmed = trimBeforeTitle([BODY, LOW, BODY], 1, [5, 4, 100])
    expect(trimmed[0]).toMatchObject({ label: 'boilerplate', reason: 'before-article' })
    expect(labels(trimmed)).toEqual(['boilerplate', 'boilerplate', 'body'])
  })

  test('much before it stays, and so does everything without a headline', () => {
    expect(labels(trimBeforeTitle([BODY, LOW, BODY], 1, [50, 4, 100]))).toEqual(['body', 'boilerplate', 'body'])
    expect(labels(trimBeforeTitle([BODY, LOW, BODY], -1, [5, 4, 100]))).toEqual(['body', 'boilerplate', 'body'])
  })
})

describe('keepStandfirst', () => {
  const blocks = [heading(1, 'Prices rise'), block('By Anna Berg'), block('The first in a year.'), block('Prices ...')]
  const words = [2, 3, 12, 80]
  const claims = [{ block: 1, field: 'byline' }] as const

  test('the line under the headline and what is claimed there', () => {
    const kept = keepStandfirst(blocks, [LOW, LOW, LOW, BODY], { title: 0, claims, words })
    expect(labels(kept)).toEqual(['boilerplate', 'boilerplate', 'body', 'body'])
  })

  test('not if it is short, or known for something else', () => {
    expect(labels(keepStandfirst(blocks, [LOW, LOW, RELATED, BODY], { title: 0, claims, words }))[2]).toBe(
      'boilerplate',
    )
    const short = { title: 0, claims, words: [2, 3, 4, 80] }
    expect(labels(keepStandfirst(blocks, [LOW, LOW, LOW, BODY], short))[2]).toBe('boilerplate')
    const sure: Verdict = { ...LOW, evidence: { score: 0.01 } } as Verdict
    expect(labels(keepStandfirst(blocks, [LOW, LOW, sure, BODY], { title: 0, claims, words }))[2]).toBe('boilerplate')
    const untitled = { title: -1, claims, words }
    expect(labels(keepStandfirst(blocks, [LOW, LOW, LOW, BODY], untitled))[2]).toBe('boilerplate')
  })
})

test('a standfirst is neither the day of publication nor the caption of a picture', () => {
  const shown = 'Stalls in the new hall on Monday'
  const texts = ['Prices rise', 'Published 3 May 2024 at noon, in the town', shown, `${shown} Ada Brandt`, 'The first.']
  const blocks = texts.map((text) => block(text))
  const verdicts = texts.map(() => LOW)
  const top = { title: 0, claims: [], words: [2, 8, 8, 10, 12] }
  expect(labels(keepStandfirst(blocks, verdicts, top)).includes('body')).toBe(false)
  const near = [blocks[0], blocks[1], blocks[4]].map((entry) => entry ?? block(''))
  expect(labels(keepStandfirst(near, [LOW, LOW, LOW], { ...top, words: [2, 8, 12] }))[2]).toBe('body')
})

test('keepPictures', () => {
  expect(labels(keepPictures([LOW, BODY, LOW], [0]))).toEqual(['body', 'body', 'boilerplate'])
})
