import { describe, expect, test } from 'vitest'
import { namesAlone, readByline } from '../../src/article/bylines.ts'
import { surveyPage } from '../../src/article/survey.ts'
import { textPage } from '../helpers/page.ts'

function read(line: string, language: string): string[] {
  const { people } = readByline(line, surveyPage(textPage([], language), [], null))
  return people.map(({ credit }) => `${credit.role}: ${credit.name}`)
}

describe('readByline', () => {
  test.each([
    ['id', '25 Februari 2020, 16: 41: 50 WIB | editor : Agung Nugroho', ['editor: Agung Nugroho']],
    ['id', 'Penulis: Siti Rahma | Editor: Budi Santoso', ['author: Siti Rahma', 'editor: Budi Santoso']],
    ['id', 'Reporter: Siti Rahma, Editor: Budi Santoso', ['author: Siti Rahma', 'editor: Budi Santoso']],
    ['id', 'Oleh: Dewi', ['author: Dewi']],
    ['en', 'By Anna Berg and Tom Lee', ['author: Anna Berg', 'author: Tom Lee']],
    ['en', 'By Anna Berg, Staff Writer', ['author: Anna Berg']],
    [
      'en',
      'By Scott Levine – Updated Sep 9, 2025 at 1:00 PM EST | Edited by Frank Bass',
      ['author: Scott Levine', 'editor: Frank Bass'],
    ],
    ['en', 'Reporting by Anna Berg; Editing by Tom Lee', ['reporter: Anna Berg', 'editor: Tom Lee']],
    ['en', 'Written by Anna Berg anna.berg@example.com', ['author: Anna Berg']],
    ['de', 'Von Anna Berg, Redakteurin für Finanzen', ['author: Anna Berg']],
    ['de', 'Von Ulrich ExnerKorrespondent', ['author: Ulrich Exner']],
    ['de', 'Kolumne von Anna Berg - 28.04.2024 um 08:52 Uhr - 12 Ergänzungen', ['author: Anna Berg']],
    ['fr', 'Par Anna Berg, le mercredi 15 mai 2019 à 08h07', ['author: Anna Berg']],
    ['fr', 'Par Anna Berg et Luc Petit', ['author: Anna Berg', 'author: Luc Petit']],
    ['es', 'Por Ana Ruiz | 03/05/2022 20:36', ['author: Ana Ruiz']],
    ['it', 'di Viviana Mazza', ['author: Viviana Mazza']],
    ['nl', 'Door Jan de Vries', ['author: Jan de Vries']],
    ['pl', 'Autor: Anna Nowak, Jan Kowalski', ['author: Anna Nowak', 'author: Jan Kowalski']],
    ['ru', 'Автор: Анна Иванова', ['author: Анна Иванова']],
    ['ru', 'Текст: Анна Иванова Фото: Иван Петров', ['author: Анна Иванова', 'photographer: Иван Петров']],
    ['zh', '作者：王敬照 编辑：王华军', ['author: 王敬照', 'editor: 王华军']],
    ['zh', '(责编：牛镛、岳弘彬)', ['editor: 牛镛', 'editor: 岳弘彬']],
    ['zh-Hant', '記者王小明／台北報導', ['author: 王小明']],
    ['zh-Hant', '［記者王小明／台北報導］', ['author: 王小明']],
    ['ko', '이상현 기자 lee@example.com', ['author: 이상현']],
    ['ko', '김혜진 특파원', ['author: 김혜진']],
    ['ar', 'بقلم: أحمد علي', ['author: أحمد علي']],
    ['tr', 'Editör: Ayşe Yılmaz', ['editor: Ayşe Yılmaz']],
  ])('%s: %s', (language, line, expected) => {
    expect(read(line, language)).toEqual(expected)
  })

  test.each([
    ['en', 'By the time he came it was over'],
    ['en', 'By Monday it was over, the ministry said, and everybody went home again'],
    ['de', 'Von wegen gut'],
    ['id', 'Di Indonesia, harga beras naik lagi'],
    ['es', 'Texto completo'],
    ['en', 'Interview with the minister'],
    ['en', 'Photo gallery'],
    ['en', 'x'.repeat(300)],
  ])('%s: nobody in %s', (language, line) => {
    expect(read(line, language).filter((person) => !person.startsWith('photographer'))).toEqual([])
  })

  test('tells that the name is on the next line', () => {
    expect(readByline('Von', surveyPage(textPage([], 'de'), [], null)).opens).toBe('author')
    expect(readByline('Editor:', surveyPage(textPage([], 'en'), [], null)).opens).toBe('editor')
  })
})

describe('namesAlone', () => {
  const alone = (line: string) => namesAlone(line, surveyPage(textPage([], 'en'), [], null))

  test.each([
    ['Rob Mardisalu', ['Rob Mardisalu']],
    ['Julia Vergin | Clare Roth', ['Julia Vergin', 'Clare Roth']],
    ['Jan de Vries and Anna Berg', ['Jan de Vries', 'Anna Berg']],
    ['Marco Pizzorno 4 February 2025 - 14:41', ['Marco Pizzorno']],
    ['Fouzia Van Der Fort|Published 4 months ago', ['Fouzia Van Der Fort']],
    ['Local News', []],
    ['SUBSCRIBE TO LISTEN', []],
    ['Read More Stories', []],
    ['The Motley Fool', []],
    ['Markets fall as prices rise', []],
    ['By Anna Berg', []],
    ['速報', []],
  ])('%s', (line, expected) => {
    expect(alone(line).names).toEqual(expected)
  })

  test('tells of dates and lists', () => {
    expect(alone('Marco Pizzorno 4 February 2025').dated).toBe(true)
    expect(alone('Marco Pizzorno').dated).toBe(false)
    expect(alone('Julia Vergin | Clare Roth').listed).toBe(true)
  })
})
