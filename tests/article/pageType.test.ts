import { expect, test } from 'vitest'
import { likeliestType } from '../../src/article/pageType.ts'

const TYPES = {
  article: 0.2,
  forum: 0.5,
  product: 0.1,
  collection: 0.05,
  listing: 0.05,
  documentation: 0.05,
  service: 0.05,
}

test('the likeliest type', () => expect(likeliestType(TYPES, 10)).toBe('forum'))
test('a page without a body is of no type', () => expect(likeliestType(TYPES, 0)).toBe('other'))
