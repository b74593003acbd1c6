import { describe, expect, test } from 'vitest'
import {
  type Assessed,
  areaUnderCurve,
  calibrationBins,
  calibrationError,
} from '../../../src/train/quality/confidence.ts'

/** Pages from pairs of confidence and word F1. */
function pages(...pairs: readonly (readonly [number, number])[]): Assessed[] {
  return pairs.map(([confidence, wordF1]) => ({ confidence, wordF1 }))
}

describe('area under the curve', () => {
  test.each([
    ['every bad page below every good one', pages([0.2, 0.1], [0.3, 0.5], [0.7, 0.9], [0.9, 1]), 1],
    ['every bad page above every good one', pages([0.9, 0.1], [0.2, 1]), 0],
    // Bad .4 beats good .6 and .9, bad .8 beats .9 alone: 3 of 4 pairs.
    ['one pair of four the wrong way round', pages([0.4, 0.2], [0.6, 0.95], [0.8, 0.3], [0.9, 1]), 0.75],
    // Bad .5 ties with good .5 (half) and beats .9: 1.5 of 2 pairs.
    ['a tie counts half', pages([0.5, 0.2], [0.5, 0.9], [0.9, 0.9]), 0.75],
    ['the same confidence everywhere is guessing', pages([0.6, 0.2], [0.6, 0.9], [0.6, 0.1], [0.6, 1]), 0.5],
  ])('%s', (_, list, expected) => {
    expect(areaUnderCurve(list)).toBeCloseTo(expected, 12)
    expect(areaUnderCurve(list.toReversed())).toBeCloseTo(expected, 12)
  })

  test('word F1 of .8 is not bad any more', () => {
    expect(areaUnderCurve(pages([0.1, 0.799], [0.2, 0.8]))).toBe(1)
  })

  test.each([[pages()], [pages([0.5, 0.9])], [pages([0.5, 0.1])]])(
    'undefined without good or without bad pages',
    (list) => {
      expect(areaUnderCurve(list)).toBeNull()
    },
  )
})

describe('calibration', () => {
  test('ten bins, an edge belongs to the upper one, 1 to the last', () => {
    const bins = calibrationBins(pages([0, 0], [0.099, 0.1], [0.1, 0.2], [0.3, 0.4], [0.7, 0.4], [1, 0.8]))
    expect(bins.map((bin) => bin.pages)).toEqual([2, 1, 0, 1, 0, 0, 0, 1, 0, 1])
    expect(bins[1]).toEqual({ from: 0.1, pages: 1, confidence: 0.1, wordF1: 0.2 })
    expect(bins[2]).toEqual({ from: 0.2, pages: 0, confidence: 0, wordF1: 0 })
  })

  test('the error is the mean distance, weighted by pages', () => {
    // Bin .9: mean confidence .95, mean F1 .85, 2 pages; bin .2: .25 against .65, 1 page: (2 * .1 + .4) / 3.
    const list = pages([0.92, 0.7], [0.98, 1], [0.25, 0.65])
    expect(calibrationError(calibrationBins(list))).toBeCloseTo(0.2, 12)
  })

  test('distances within a bin cancel out, between bins they do not', () => {
    expect(calibrationError(calibrationBins(pages([0.5, 0.4], [0.5, 0.6])))).toBeCloseTo(0, 12)
    expect(calibrationError(calibrationBins(pages([0.5, 0.4], [0.7, 0.8])))).toBeCloseTo(0.1, 12)
  })

  test('undefined without pages', () => {
    expect(calibrationError(calibrationBins([]))).toBeNull()
  })
})
