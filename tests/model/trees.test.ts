import { expect, test } from 'vitest'
import { scoreTrees, type TreeModel } from '../../src/model/trees.ts'

const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum))

/** Long blocks are content (+2), short ones not (-1); a missing length goes with the short ones. */
const stump = { feature: [0], threshold: [10], missingLeft: [1], left: [~0], right: [~1], value: [-1, 2] }
const model: TreeModel = { bias: 0.5, names: ['length'], trees: [stump] }

test('a score is the logistic function of the bias and a leaf a tree; the threshold itself goes left', () => {
  const scores = scoreTrees(
    {
      names: ['other', 'length'],
      columns: [
        [9, 9, 9],
        [10, 11, 3],
      ],
    },
    model,
  )
  expect([...scores]).toEqual([logistic(-0.5), logistic(2.5), logistic(-0.5)])
})

test('a missing value goes where the tree says', () => {
  const missing = { names: ['length'], columns: [[Number.NaN]] }
  expect([...scoreTrees(missing, model)]).toEqual([logistic(-0.5)])
  const right = { ...model, trees: [{ ...stump, missingLeft: [0] }] }
  expect([...scoreTrees(missing, right)]).toEqual([logistic(2.5)])
})

test('children are nodes or leaves, and trees add up', () => {
  const deep = {
    feature: [0, 0],
    threshold: [10, 20],
    missingLeft: [0, 0],
    left: [~0, ~1],
    right: [1, ~2],
    value: [0, 1, 4],
  }
  const both = { ...model, bias: 0, trees: [deep, stump] }
  expect([...scoreTrees({ names: ['length'], columns: [[5, 15, 25]] }, both)]).toEqual([
    logistic(-1),
    logistic(3),
    logistic(6),
  ])
})

test('a tree without nodes is its value', () => {
  const constant = { feature: [], threshold: [], missingLeft: [], left: [], right: [], value: [3] }
  expect([...scoreTrees({ names: ['length'], columns: [[1]] }, { ...model, bias: 0, trees: [constant] })]).toEqual([
    logistic(3),
  ])
})

test('a model that asks for an unknown feature is a bug', () => {
  expect(() => scoreTrees({ names: ['width'], columns: [[1]] }, model)).toThrow('length')
})
