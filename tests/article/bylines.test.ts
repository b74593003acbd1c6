import { describe, expect, test } from 'vitest'
import { surveyPage } from '../../src/article/survey.ts'
import { textPage } from '../helpers/page.ts'

function read(line: string, language: string): string[] {
  const { people } = surveyPage(textPage([], language), [], null).lines.byline(line)
  return people.map(({ credit }) => `${credit.role}: ${credit.name}`)
}

describe('the byline of a line', () => {
  test.each([
    ['id', '14 Maret 2019, 15: 32: 40 WIB | editor : Bagus Wiratama', ['editor: Bagus Wiratama']],
    ['id', 'Penulis: Siti Rahma | Editor: Budi Santoso', ['author: Siti Rahma', 'editor: Budi Santoso']],
    ['id', 'Reporter: Siti Rahma, Editor: Budi Santoso', ['author: Siti Rahma', 'editor: Budi Santoso']],
    ['id', 'Oleh: Dewi', ['author: Dewi']],
    ['en', 'By Anna Berg and Tom Lee', ['author: Anna Berg', 'author: Tom Lee']],
    ['en', 'By Anna Berg, Staff Writer', ['author: Anna Berg']],
    [
      'en',
      'By Giles Penhallow – Updated Mar 4, 2021 at 2:00 PM EST | Edited by Edwin Marl',
      ['author: Giles Penhallow', 'editor: Edwin Marl'],
    ],
    ['en', 'Reporting by Anna Berg; Editing by Tom Lee', ['reporter: Anna Berg', 'editor: Tom Lee']],
    ['en', 'Written by Anna Berg anna.berg@example.com', ['author: Anna Berg']],
    ['de', 'Von Anna Berg, Redakteurin für Finanzen', ['author: Anna Berg']],
    ['de', 'Von Jost WendlandKorrespondent', ['author: Jost Wendland']],
    ['de', 'Kolumne von Anna Berg - 28.04.2024 um 08:52 Uhr - 12 Ergänzungen', ['author: Anna Berg']],
    ['fr', 'Par Anna Berg, le mercredi 15 mai 2019 à 08h07', ['author: Anna Berg']],
    ['fr', 'Par Anna Berg et Luc Petit', ['author: Anna Berg', 'author: Luc Petit']],
    ['es', 'Por Ana Ruiz | 03/05/2022 20:36', ['author: Ana Ruiz']],
    ['it', 'di Ilaria Bonfanti', ['author: Ilaria Bonfanti']],
    ['nl', 'Door Jan de Vries', ['author: Jan de Vries']],
    ['pl', 'Autor: Anna Nowak, Jan Kowalski', ['author: Anna Nowak', 'author: Jan Kowalski']],
    ['ru', 'Автор: Анна Иванова', ['author: Анна Иванова']],
    ['ru', 'Текст: Анна Иванова Фото: Иван Петров', ['author: Анна Иванова', 'photographer: Иван Петров']],
    ['zh', '作者：王敬照 编辑：王华军', ['author: 王敬照', 'editor: 王华军']],
    ['zh', '(责编：程远、周启明)', ['editor: 程远', 'editor: 周启明']],
    ['zh-Hant', '記者王小明／台北報導', ['author: 王小明']],
    ['zh-Hant', '［記者王小明／台北報導］', ['author: 王小明']],
    ['ko', '문가람 기자 lee@example.com', ['author: 문가람']],
    ['ko', '서다온 특파원', ['author: 서다온']],
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
    expect(surveyPage(textPage([], 'de'), [], null).lines.byline('Von').opens).toBe('author')
    expect(surveyPage(textPage([], 'en'), [], null).lines.byline('Editor:').opens).toBe('editor')
  })
})

describe('names alone on a line', () => {
  const alone = (line: string) => surveyPage(textPage([], 'en'), [], null).lines.namesAlone(line)

  test.each([
    ['Wim Tasker', ['Wim Tasker']],
    ['Jule Ferber | Ruth Amsel', ['Jule Ferber', 'Ruth Amsel']],
    ['Jan de Vries and Anna Berg', ['Jan de Vries', 'Anna Berg']],
    ['Dario Cavalli 4 February 2025 - 14:41', ['Dario Cavalli']],
    ['Zaida Van Der Merk|Published 4 months ago', ['Zaida Van Der Merk']],
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
    expect(alone('Dario Cavalli 4 February 2025').dated).toBe(true)
    expect(alone('Dario Cavalli').dated).toBe(false)
    expect(alone('Jule Ferber | Ruth Amsel').listed).toBe(true)
  })
})
