import { expect, test } from 'vitest'
import { checkPolicy, type Policy, REQUIRED_FIELDS, shownConfidence } from '../../src/batch/policy.ts'
import { loadRender } from '../../src/batch/render.ts'
import { workOn } from '../../src/batch/work.ts'
import type { Article } from '../../src/types.ts'
import { block } from '../helpers/blocks.ts'
import { JOB, readText } from '../helpers/jobs.ts'

/** An article with nothing in it. */
const EMPTY: Article = {
  url: null,
  site: null,
  title: null,
  date: null,
  modified: null,
  authors: [],
  editor: null,
  credits: [],
  section: null,
  tags: [],
  language: null,
  dateline: null,
  images: [],
  pageType: 'other',
  confidence: 0.5,
  blocks: [],
  notes: [],
}

const FULL: Article = {
  ...EMPTY,
  url: 'https://example.com/',
  site: 'Courier',
  title: 'Bridge',
  date: '2024-03-14',
  modified: '2024-03-15',
  authors: ['Maud Okafor'],
  editor: 'Ann Lee',
  credits: [{ role: 'author', name: 'Maud Okafor' }],
  section: 'News',
  tags: ['bridges'],
  language: 'en',
  dateline: 'LEEDS',
  images: [{ src: null, alt: null, caption: 'The bridge', credit: null }],
  blocks: [block('The bridge will be repaired.')],
}

const ask = (changes: Partial<Policy>): Policy => ({ require: [], minConfidence: null, ...changes })

test.each(REQUIRED_FIELDS)('%s is missed where it is empty, and not where it is told', (field) => {
  const policy = ask({ require: [field] })
  expect(checkPolicy(EMPTY, policy)).toEqual({ code: 'missing-field', message: `no ${field}` })
  expect(checkPolicy(FULL, policy)).toBeNull()
})

test.each<[Partial<Policy>, ReturnType<typeof checkPolicy>]>([
  [{}, null],
  [{ require: ['title', 'date'] }, { code: 'missing-field', message: 'no title, date' }],
  [{ minConfidence: 0.5 }, null],
  [{ minConfidence: 0.501 }, { code: 'low-confidence', message: 'confidence 0.5 is below 0.501' }],
  [
    { require: ['tags'], minConfidence: 0.9 },
    { code: 'missing-field', message: 'no tags; confidence 0.5 is below 0.9' },
  ],
])('%j', (changes, failure) => {
  expect(checkPolicy(EMPTY, ask(changes))).toEqual(failure)
})

test('a page is held to the digits that are shown', () => {
  expect(shownConfidence(0.79951)).toBe(0.8)
  expect(checkPolicy({ ...EMPTY, confidence: 0.79951 }, ask({ minConfidence: 0.8 }))).toBeNull()
})

test('a page that lacks something is written all the same, and counts as failed', async () => {
  const page = readText(
    'Bridge to be repaired\n\nThe council said on Monday that the old bridge will be repaired soon.\n',
  )
  const render = await loadRender('markdown', JOB)
  const free = await workOn({ key: '', type: 'page', page }, { job: JOB, render })
  const policy = ask({ require: ['date'] })
  const held = await workOn({ key: '', type: 'page', page }, { job: { ...JOB, policy }, render })
  if (free.type !== 'page' || held.type !== 'page') throw new Error('no page')
  expect(held.text).toBe(free.text)
  expect(held.text).toContain('The council said')
  expect(held.report).toEqual({
    ...free.report,
    status: 'failed',
    failure: { code: 'missing-field', message: 'no date' },
  })
})
