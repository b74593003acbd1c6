import { expect, test } from 'vitest'
import { holdersOf } from '../../src/article/holder.ts'

test.each([
  ['© 2024 Ostley Mercury AB | Imprint', ['Ostley Mercury']],
  ['Copyright © 1999-2024 by The Ostley Mercury. All rights reserved.', ['The Ostley Mercury']],
  ['Ostley Mercury © 2024', ['Ostley Mercury']],
  ['© АО «Остлейский вестник». Улица Новая, 3', ['Остлейский вестник']],
  ['© La Voz de Ostley Ediciones, SLU', ['La Voz de Ostley Ediciones']],
  ['(c) 2024 ostley.com', ['ostley.com']],
  ['© 2024', []],
])('%s', (notice, holders) => {
  expect(holdersOf(notice)).toEqual(holders)
})
