import { expect, test } from 'vitest'
import { withoutLead } from '../../src/article/nameLeads.ts'

test.each([
  ['Kommentar von Anna Berg', 'Anna Berg'],
  ['Ein Gastbeitrag von Anna Berg', 'Anna Berg'],
  ['Interview by Anna Berg', 'Anna Berg'],
  ['Guest post by Anna Berg', 'Anna Berg'],
  ['Profile picture for Anna Berg', 'Anna Berg'],
  ['Avatar of Anna Berg', 'Anna Berg'],
  ['avatar Anna Berg', 'Anna Berg'],
  ['Profilbild von Anna Berg', 'Anna Berg'],
  ['Foto de Ana Ruiz', 'Ana Ruiz'],
  ['山田花子の写真', '山田花子'],
  ['Anna Berg', 'Anna Berg'],
  ['Story Musgrave', 'Story Musgrave'],
  ['Text von', 'Text von'],
  ['', ''],
])('%s', (text, name) => {
  expect(withoutLead(text)).toBe(name)
})
