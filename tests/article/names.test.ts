import { describe, expect, test } from 'vitest'
import { cleanName, isPersonName, splitNames } from '../../src/article/names.ts'

describe('splitNames', () => {
  test.each([
    ['Anna Berg', ['Anna Berg']],
    ['Anna Berg, Tom Lee and Eve Roe', ['Anna Berg', 'Tom Lee', 'Eve Roe']],
    ['Anna Berg und Tom Lee', ['Anna Berg', 'Tom Lee']],
    ['Ana Ruiz y Luis Gil', ['Ana Ruiz', 'Luis Gil']],
    ['Santiago Ramón y Cajal', ['Santiago Ramón y Cajal']],
    ['Anna Berg, Staff Writer', ['Anna Berg']],
    ['Anna Berg, Nairobi', ['Anna Berg']],
    ['By Anna Berg', ['Anna Berg']],
    ['Anna Berg (Berlin)', ['Anna Berg']],
    ['Anna Berg <anna@example.com>', ['Anna Berg']],
    ['Anna Berg, Anna Berg', ['Anna Berg']],
    ['程远、周启明', ['程远', '周启明']],
    ['Dewi', ['Dewi']],
    ['byAnna Berg', ['Anna Berg']],
    ['in, Anna Berg', ['Anna Berg']],
    ['Byron Berg', ['Byron Berg']],
    ['Ludwig van Beethoven', ['Ludwig van Beethoven']],
    ['Les Echos', ['Les Echos']],
    ['105092', []],
    ['admin', []],
    ['{{author}}', []],
    ['', []],
  ])('%j where the page says that these are names', (text, expected) => {
    expect(splitNames(text, true)).toEqual(expected)
  })
})

test.each([
  ['Anna Berg', true],
  ['Jan de Vries', true],
  ['J. R. Ewing', true],
  ["Flannery O'Connor", true],
  ['Анна Иванова', true],
  ['王敬照', true],
  ['문가람', true],
  ['Dewi', false],
  ['Getty Images', false],
  ['Deutsche Presse', true],
  ['Home Page', false],
  ['Five ways to save', false],
  ['Anna Berg 2', false],
  ['ポスト', false],
  ['AP', false],
])('isPersonName(%s) is %s', (name, expected) => {
  expect(isPersonName(name)).toBe(expected)
})

test.each([
  ['Kommentar von Karla Jessen', 'Karla Jessen'],
  ['Profilbild von Tirza Almog', 'Tirza Almog'],
  ['Photo of Anna Berg', 'Anna Berg'],
  ['Meg TolleyPublished', 'Meg Tolley'],
  ['Ronald McDonald', 'Ronald McDonald'],
  ['Arno Feldkamp Arno Feldkamp', 'Arno Feldkamp'],
  ['Imke Rathgeber Landespolitische Korrespondentin', 'Imke Rathgeber'],
  ['  “Anna Berg”, ', 'Anna Berg'],
  ['Editor', ''],
])('cleanName(%s)', (text, expected) => {
  expect(cleanName(text)).toBe(expected)
})
