import { describe, expect, test } from 'vitest'
import { PROFILES } from '../../src/language/functionWords.ts'
import { functionWordsOf, stopShare } from '../../src/language/stopShare.ts'
import { words } from '../../src/text/words.ts'
import { PROSE } from './prose.ts'

describe('stopShare', () => {
  test('is the share of function words, scaled to prose at .4', () => {
    // `the` and `of` of 4 words; English prose has a share of .4 already.
    expect(stopShare('The end of time', 'en')).toBeCloseTo(0.5)
    // 1 of 5 words; Finnish prose has .16.
    expect(stopShare('Helsinki ja Turku kesällä 2024', 'fi')).toBeCloseTo(0.5)
  })

  test('takes words as well as text', () => {
    const text = 'Der Hund und die Katze'
    expect(stopShare(words(text), 'de')).toBe(stopShare(text, 'de'))
  })

  test('takes a regional tag', () => {
    expect(stopShare('of the people', 'en-GB')).toBe(stopShare('of the people', 'en'))
  })

  test('is never above 1', () => {
    expect(stopShare('ja on ei että', 'fi')).toBe(1)
  })

  test('is 0 without words, without a table, and for hostile names', () => {
    expect(stopShare(' — ', 'en')).toBe(0)
    expect(stopShare('of the people', 'xx')).toBe(0)
    expect(stopShare('of the people', 'constructor')).toBe(0)
  })

  test('counts characters in Chinese and Japanese', () => {
    // 1 of 6 characters, of .16 in prose.
    expect(stopShare('我国经济发展', 'zh')).toBeCloseTo((0.4 * 1) / 6 / 0.16)
    expect(stopShare('会社概要', 'ja')).toBe(0)
  })

  test('counts endings in Korean', () => {
    expect(stopShare('정부는 오늘 대책을 발표', 'ko')).toBeCloseTo((0.4 * 0.5) / 0.48)
  })

  test('counts pieces in Thai', () => {
    // `และ` is 3 of 9 characters.
    expect(stopShare('แมวและหนู', 'th')).toBeCloseTo((0.4 * 3) / 9 / 0.25)
  })

  test.each(Object.keys(PROSE))('prose in %s is far above a menu', (language) => {
    expect(stopShare(PROSE[language] as string, language)).toBeGreaterThan(0.2)
  })

  test('a menu has little', () => {
    expect(stopShare('Startseite Politik Wirtschaft Sport Kultur Wetter Anmelden', 'de')).toBe(0)
    expect(stopShare('Home News Sport Weather Login Subscribe', 'en')).toBe(0)
  })
})

describe('the tables', () => {
  test.each(Object.entries(PROFILES))('%s has no word twice', (_, profile) => {
    const list = profile.words.split(' ')
    expect(list).toEqual([...new Set(list)])
  })

  test.each(Object.entries(PROFILES))('the words of %s are tokens', (_, profile) => {
    if (profile.match !== 'word') return
    for (const word of profile.words.normalize('NFC').split(' ')) expect(words(word)).toEqual([word])
  })

  test('functionWordsOf', () => {
    expect(functionWordsOf('en').has('the')).toBe(true)
    expect(functionWordsOf('zh-Hant').has('的')).toBe(true)
    expect(functionWordsOf('xx').size).toBe(0)
  })
})
