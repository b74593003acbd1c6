import { describe, expect, test } from 'vitest'
import { detectLanguage } from '../../src/language/detect.ts'
import { PROSE } from './prose.ts'

const prose = (language: string): string => PROSE[language] as string

describe('detects', () => {
  test.each(Object.keys(PROSE))('%s', (language) => {
    expect(detectLanguage(prose(language), null).language).toBe(language)
  })

  test.each(Object.keys(PROSE))('%s, though the template says English', (language) => {
    expect(detectLanguage(prose(language), 'en-US').language).toBe(language)
  })

  test('Serbian in both alphabets', () => {
    const cyrillic =
      'Градска библиотека биће затворена три недеље јер треба поправити кров. Читаоци који још имају књиге код ' +
      'куће могу да их врате у суседној школи, где је после подне отворена мала соба.'
    expect(detectLanguage(cyrillic, null)).toEqual({ language: 'sr', certain: true })
  })

  test('Turkish in capitals', () => {
    expect(detectLanguage(prose('tr').toUpperCase(), null).language).toBe('tr')
  })

  test('text in decomposed characters', () => {
    expect(detectLanguage(prose('vi').normalize('NFD'), null)).toEqual({ language: 'vi', certain: true })
  })

  test('the article, not the menu in English, however long', () => {
    const menu = Array.from({ length: 300 }, (_, index) => `Shop the ${index} and more of the best`).join('\n')
    expect(detectLanguage(`${menu}\n${`${prose('de')}\n`.repeat(4)}${menu}`, null).language).toBe('de')
  })

  test('a short Chinese text among Latin names', () => {
    expect(detectLanguage(`OpenSSL GitHub Node.js Python ${prose('zh')}`, 'en').language).toBe('zh')
  })

  test('Chinese that names a Japanese thing', () => {
    expect(detectLanguage(`${prose('zh')}《となりのトトロ》`, null).language).toBe('zh')
  })
})

describe('is certain', () => {
  test('of plain prose', () => {
    expect(detectLanguage(prose('fr'), null).certain).toBe(true)
  })

  test('not of near ties', () => {
    expect(detectLanguage(prose('da'), null)).toEqual({ language: 'da', certain: false })
  })

  test('of a near tie that the declared language decides', () => {
    expect(detectLanguage(prose('da'), 'da')).toEqual({ language: 'da', certain: true })
  })

  test('not of a list of names', () => {
    expect(detectLanguage('Anna Berger, Luca Rossi, Ines Moreau, Piotr Nowak, Jan Visser', 'it')).toEqual({
      language: 'it',
      certain: false,
    })
  })
})

describe('what the page declares', () => {
  test('is the answer where there is no text', () => {
    expect(detectLanguage('', 'pt_BR')).toEqual({ language: 'pt', certain: false })
    expect(detectLanguage('2024-05-03 | 14:00', null)).toEqual({ language: null, certain: false })
    expect(detectLanguage('1a 2b 3c 4d 5e 6f 7g 8h 9i 1j 2k 3l 4m 5n 6o 7p 8q 9r 1s 2t', 'fr').language).toBe('fr')
  })

  test('does not outweigh another language or script', () => {
    expect(detectLanguage(prose('en'), 'de').language).toBe('en')
    expect(detectLanguage(prose('ru'), 'de').language).toBe('ru')
    expect(detectLanguage(prose('ja'), 'zh-CN').language).toBe('ja')
  })

  test('is believed about a relative of a known language', () => {
    expect(detectLanguage(prose('hr'), 'bs')).toEqual({ language: 'bs', certain: false })
    expect(detectLanguage(prose('en'), 'bs').language).toBe('en')
  })

  test('is believed about a language without a table, where no other fits', () => {
    const xhosa = 'Ithala leencwadi ledolophu liza kuvalwa iiveki ezintathu kuba uphahla kufuneka lulungiswe'
    expect(detectLanguage(xhosa, 'xh')).toEqual({ language: 'xh', certain: false })
  })

  test('tells Chinese scripts apart where the characters do not', () => {
    const same = '中文文字中文文字中文文字'
    expect(detectLanguage(same, 'zh-TW').language).toBe('zh-Hant')
    expect(detectLanguage(same, null).language).toBe('zh')
    expect(detectLanguage(prose('zh-Hant'), 'zh-CN').language).toBe('zh-Hant')
  })
})

test('hostile text takes linear time', () => {
  const started = performance.now()
  detectLanguage('\n'.repeat(2_000_000), null)
  detectLanguage('a '.repeat(2_000_000), null)
  detectLanguage('\u0301\ud83d\ude00'.repeat(1_000_000), null)
  expect(performance.now() - started).toBeLessThan(2_000)
})
