import { expect, test } from 'vitest'
import { computeRows } from '../../src/features/index.ts'
import { textPage } from '../helpers/page.ts'

const STORY = [
  'Harbour of Vinnby frozen for a week',
  'The harbour of Vinnby was frozen for a week, and the fishing boats of the town could not leave it at all.',
  'Boats that had left the harbour before the frost came had to wait in the next town along the coast for days.',
  'Bakery prizes handed out to three young confectioners from the south after long deliberation by experienced judges.',
]

function column(name: string, lines: readonly string[]): number[] {
  const rows = computeRows(textPage(lines, 'en'))
  return Array.from(rows.columns[rows.names.indexOf(name)] as ArrayLike<number>)
}

test('a teaser for another story shares few words with the story', () => {
  const cohesion = column('cohesion', STORY)
  expect(cohesion[3]).toBeLessThan(Math.min(cohesion[1] as number, cohesion[2] as number))
})

test('the headline is found where the title of the page is said again', () => {
  const lines = [
    'Harbour of Vinnby closed by ice for a week | Coast News',
    'Home',
    'Harbour of Vinnby closed by ice for a week',
    ...STORY.slice(1),
  ]
  expect(column('sinceHeadline', lines).map((value) => Math.sign(value))).toEqual([-1, -1, 0, 1, 1, 1])
})
