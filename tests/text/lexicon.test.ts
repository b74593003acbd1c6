import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { foldPhrase, matchPhrase } from '../../src/text/lexicon.ts'
import { indexPhrases } from '../../src/text/phraseIndex.ts'

describe('matchPhrase', () => {
  test.each([
    ['Share this \u00a0 ', 'share', true, ''],
    ['» READ MORE', 'readAlso', true, ''],
    ['Comments (12)', 'comments', true, ''],
    ['12 Comments', 'comments', true, ''],
    ['editor :\u00a0 Bagus Wiratama', 'editor', false, 'Bagus Wiratama'],
    ['Penulis: X', 'byline', false, 'X'],
    ['By John Smith', 'byline', false, 'John Smith'],
    ['Von Anna Berg', 'byline', false, 'Anna Berg'],
    ['(责编：程远)', 'editor', false, '程远)'],
    ['文/张三', 'byline', false, '张三'],
    ['記者王小明／台北報導', 'byline', false, '王小明'],
    ['Updated 3 May 2024', 'updated', false, '3 May 2024'],
    ['YAYINLANMA: 3 Mayıs', 'published', false, '3 Mayıs'],
    ['Foto: AFP', 'photographer', false, 'AFP'],
    ['공유하기', 'share', true, ''],
  ])('%s', (line, role, whole, rest) => {
    expect(matchPhrase(line)).toMatchObject({ role, whole, rest })
  })

  test.each(['By the time he came', 'TELAGASARI-Harga cabai', '文明社会', '', ' … ', 'Sharewood', 'x'.repeat(5000)])(
    'nothing in %s',
    (line) => {
      expect(matchPhrase(line)).toBeNull()
    },
  )

  test('the language of the page chooses the role', () => {
    expect(matchPhrase('تحرير: أحمد', 'ar')?.languages).toContain('ar')
    expect(matchPhrase('Reporter: Siti', 'id')?.role).toBe('byline')
    expect(matchPhrase('Reporter: Sam', 'en')?.role).toBe('reporter')
  })
})

test('foldPhrase makes spellings equal', () => {
  expect(foldPhrase('  [GÜNCELLEME:] ')).toBe('güncelleme')
  expect(foldPhrase('KAYIT')).toBe(foldPhrase('kayıt'))
  expect(foldPhrase('ＴＯＰ')).toBe('top')
  expect(foldPhrase('Share\u00a0 this')).toBe('share this')
})

test('the index is that of the lexicon: run scripts/phrases.js after a change', () => {
  const read = (name: string) =>
    JSON.parse(readFileSync(new URL(`../../src/text/${name}.data.json`, import.meta.url), 'utf8'))
  expect(read('phrases')).toEqual(indexPhrases(read('lexicon')))
})
