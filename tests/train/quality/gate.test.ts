import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compare, type Floors, type Measured, raise } from '../../../src/train/quality/gate.ts'
import { ALL_SETS } from '../../../src/train/quality/sets.ts'
import { renderGate } from '../../../src/train/quality/verdicts.ts'

const PINNED: Floors = {
  note: 'made up',
  corpora: { 'a-dev': 'aaaa', 'b-dev': 'bbbb' },
  floors: { 'a-dev html wordF1': 0.8, 'a-dev wet wordF1': 0.7, 'confidence html ece': 0.05 },
  simple: { 'a-dev/forum html wordF1': 0.6 },
}

const KEPT: Measured = {
  corpora: { 'a-dev': 'aaaa', 'b-dev': 'bbbb' },
  figures: {
    'a-dev html wordF1': 0.8,
    'a-dev wet wordF1': 0.71,
    'confidence html ece': 0.05,
    'a-dev/forum html wordF1': 0.6,
  },
  modes: ['html', 'wet', 'lynx'],
}

function measured(figures: Readonly<Record<string, number>>): Measured {
  return { ...KEPT, figures: { ...KEPT.figures, ...figures } }
}

function without(key: string): Measured {
  return { ...KEPT, figures: Object.fromEntries(Object.entries(KEPT.figures).filter(([name]) => name !== key)) }
}

describe('comparing', () => {
  test('figures at their bounds are kept', () => {
    expect(compare(PINNED, KEPT)).toMatchObject({ passed: true, complete: true, mismatches: [], unpinned: [] })
    expect(renderGate(compare(PINNED, KEPT))).toEqual(['gate: passed, 4 of 4 bounds kept'])
  })

  test.each([
    ['a-dev html wordF1', 0.799, 'below its floor: a-dev html wordF1 0.799, floor 0.800, difference -0.001'],
    ['confidence html ece', 0.061, 'above its ceiling: confidence html ece 0.061, ceiling 0.050, difference +0.011'],
    [
      'a-dev/forum html wordF1',
      0.55,
      'worse than simple: a-dev/forum html wordF1 0.550, simple scorer 0.600, difference -0.050',
    ],
  ])('%s at %f breaks the gate', (key, figure, line) => {
    const report = compare(PINNED, measured({ [key]: figure }))
    expect(report).toMatchObject({ passed: false, complete: true })
    expect(renderGate(report)).toEqual([line, 'gate: FAILED, 1 of 4 bounds not kept'])
  })

  test('three decimals count', () => {
    expect(compare(PINNED, measured({ 'a-dev html wordF1': 0.7996 })).passed).toBe(true)
    expect(compare(PINNED, measured({ 'a-dev html wordF1': 0.7994 })).passed).toBe(false)
    expect(compare(PINNED, measured({ 'confidence html ece': 0.0504 })).passed).toBe(true)
    expect(compare(PINNED, measured({ 'confidence html ece': 0.0506 })).passed).toBe(false)
  })

  test('a gain elsewhere does not make up for a loss', () => {
    expect(compare(PINNED, measured({ 'a-dev html wordF1': 0.79, 'a-dev wet wordF1': 0.99 })).passed).toBe(false)
  })

  test('another corpus fails, however good the figures are', () => {
    const other = { ...measured({ 'a-dev html wordF1': 1 }), corpora: { 'a-dev': 'cccc', 'b-dev': 'bbbb' } }
    const report = compare(PINNED, other)
    expect(report).toMatchObject({ passed: false, complete: false, checks: [] })
    expect(renderGate(report)).toEqual([
      "another corpus: a-dev: the floors are of aaaa, this one is cccc; the figures can't be compared",
      'gate: FAILED, nothing was compared',
    ])
  })

  test('floors without a hash, and a hash without a corpus, fail too', () => {
    const unnamed = compare({ ...PINNED, corpora: { 'b-dev': 'bbbb' } }, KEPT)
    expect(unnamed.mismatches).toEqual([{ set: 'a-dev', pinned: null, found: 'aaaa' }])
    const absent = compare(PINNED, { ...KEPT, corpora: { 'a-dev': 'aaaa' } })
    expect(absent.mismatches).toEqual([{ set: 'b-dev', pinned: 'bbbb', found: null }])
  })

  test('a mode that was not asked for makes the gate incomplete', () => {
    const report = compare(PINNED, { ...without('a-dev wet wordF1'), modes: ['html'] })
    expect(report).toMatchObject({ passed: true, complete: false })
    expect(renderGate(report)).toEqual([
      'not measured: a-dev wet wordF1',
      'gate: passed, 3 of 4 bounds kept; INCOMPLETE: 1 were not measured',
    ])
  })

  test('a figure that is gone without having been left out fails', () => {
    const report = compare(PINNED, without('a-dev wet wordF1'))
    expect(report).toMatchObject({ passed: false, complete: false })
    expect(renderGate(report)[0]).toBe('gone: a-dev wet wordF1 was not measured, floor 0.700')
  })

  test('what is new is named, but not what is never pinned', () => {
    const report = compare(
      PINNED,
      measured({ 'b-dev html title': 0.5, 'a-dev html wordP': 0.1, 'language/de html wordF1': 0.2 }),
    )
    expect(report).toMatchObject({ passed: true, unpinned: ['b-dev html title'] })
    expect(renderGate(report)[0]).toBe('not pinned yet: b-dev html title (--raise pins it)')
  })
})

describe('raising', () => {
  test('takes what is better and leaves what is worse', () => {
    const raised = raise(
      PINNED,
      measured({ 'a-dev html wordF1': 0.8126, 'a-dev wet wordF1': 0.65, 'confidence html ece': 0.07 }),
    )
    expect(raised.floors).toEqual({ 'a-dev html wordF1': 0.813, 'a-dev wet wordF1': 0.7, 'confidence html ece': 0.05 })
  })

  test('a ceiling goes down', () => {
    expect(raise(PINNED, measured({ 'confidence html ece': 0.0312 })).floors['confidence html ece']).toBe(0.031)
  })

  test('what was raised is kept by the same run, and what was broken stays broken', () => {
    const better = measured({ 'a-dev html wordF1': 0.8126 })
    expect(compare(raise(PINNED, better), better).passed).toBe(true)
    const worse = measured({ 'a-dev html wordF1': 0.9, 'a-dev wet wordF1': 0.65 })
    expect(compare(raise(PINNED, worse), worse).passed).toBe(false)
  })

  test('adds what is new, but no precision, recall, type or language', () => {
    const raised = raise(PINNED, {
      ...measured({
        'c-dev html title': 0.5,
        'c-dev html failed': 0,
        'c-dev html pages': 12,
        'c-dev html wordP': 0.9,
        'c-dev html wordR': 0.9,
        'c-dev html title~': 0.9,
        'language/de html wordF1': 0.9,
      }),
      corpora: { ...KEPT.corpora, 'c-dev': 'cccc' },
    })
    expect(raised.corpora).toEqual({ 'a-dev': 'aaaa', 'b-dev': 'bbbb', 'c-dev': 'cccc' })
    expect(raised.floors).toEqual({
      ...PINNED.floors,
      'a-dev wet wordF1': 0.71,
      'c-dev html failed': 0,
      'c-dev html title': 0.5,
    })
  })

  test('keeps floors of what was not measured, and the figures of the simple scorer', () => {
    const raised = raise(PINNED, { ...without('a-dev wet wordF1'), modes: ['html'] })
    expect(raised.floors['a-dev wet wordF1']).toBe(0.7)
    expect(raised.simple).toEqual(PINNED.simple)
  })

  test('never over another corpus', () => {
    expect(() => raise(PINNED, { ...KEPT, corpora: { ...KEPT.corpora, 'b-dev': 'cccc' } })).toThrow('b-dev')
  })
})

test('the floors of the repository name sets, modes and figures that are measured', () => {
  const floors = JSON.parse(readFileSync(new URL('../../../src/train/floors.json', import.meta.url), 'utf8')) as Floors
  expect(Object.keys(floors.corpora)).toEqual(ALL_SETS.toSorted())
  const key =
    /^(?:[a-z]+-dev|confidence) (?:html|wet|lynx) (?:wordF1|shingleF1|with|without|title|authors|date|instant|failed|auc|ece)$/
  expect(Object.keys(floors.floors).filter((name) => !key.test(name))).toEqual([])
  expect(
    Object.keys(floors.simple).filter((name) => !/^(?:wcxb-dev|language)\/[a-z]+ (?:html|wet|lynx) wordF1$/.test(name)),
  ).toEqual([])
  // What was asked of the confidence: the floors may be stricter, but never more lenient.
  for (const mode of ['html', 'wet', 'lynx']) {
    expect(floors.floors[`confidence ${mode} auc`]).toBeGreaterThanOrEqual(0.85)
    expect(floors.floors[`confidence ${mode} ece`]).toBeLessThanOrEqual(0.05)
  }
})
