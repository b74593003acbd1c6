import { describe, expect, test } from 'vitest'
import { readInitials } from '../../src/article/initials.ts'
import { surveyPage } from '../../src/article/survey.ts'
import { bodyFrom, textPage } from '../helpers/page.ts'

const PROSE =
  'Prices rose by three percent on Monday, the ministry said, and the shops of the town were full of people.'

/** Reads a text that ends with `lines`, of which the first `inside` belong to the body. */
function read(lines: readonly string[], inside: number) {
  const page = textPage([PROSE, PROSE, ...lines])
  const { credits, claimed } = readInitials(surveyPage(page, bodyFrom(page, 0, 1 + inside), null))
  return { credits: credits.map(({ role, name }) => `${role} ${name}`), claimed }
}

describe('closes a text', () => {
  test.each([
    ['(abc/def)', 0, ['initials abc', 'initials def']],
    ['(kt/ans/Dwi/KTG)', 0, ['initials kt', 'initials ans', 'initials Dwi', 'initials KTG']],
    ['(bsc)', 0, ['initials bsc']],
    ['（bsc, dmk）', 0, ['initials bsc', 'initials dmk']],
    ['sak/Reuters', 1, ['initials sak', 'agency Reuters']],
    ['amw', 1, ['initials amw']],
    ['T. L. M.', 0, ['initials T. L. M.']],
    ['A.B.', 0, ['initials A.B.']],
    ['(dpa)', 0, ['agency dpa']],
  ])('%s', (line, inside, credits) => {
    expect(read([line], inside)).toEqual({ credits, claimed: [2] })
  })
})

test.each([
  ['(CDC)', 0],
  ['(Spain)', 0],
  ['amw', 0],
  ['Thanks', 1],
  ['(a1b/c)', 0],
  ['U.', 0],
  ['(abcdefghijklm/b)', 0],
  ['', 0],
])('does not: %s', (line, inside) => {
  expect(read([line], inside)).toEqual({ credits: [], claimed: [] })
})

test('names each once', () => {
  expect(read(['(ab/cd)', '(cd/ef)'], 0)).toEqual({
    credits: ['initials ab', 'initials cd', 'initials ef'],
    claimed: [2, 3],
  })
})
